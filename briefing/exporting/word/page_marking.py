"""The marking at the top and bottom of every page of a template, in a line of its own, clear of what floats
there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from briefing.exporting.word.elements import R_ID, R_NS, W_NS, Element, W, paragraph, sub
from briefing.exporting.word.floating_pictures import PageMargins, PictureBox, pictures, spot
from briefing.exporting.word.property_order import put

_HOLDERS = (
    ("header", "hdr", RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER),
    ("footer", "ftr", RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER),
)
_LETTER = 170  # twentieths of a point: the width of one of the marking's, and some
_EDGE = 454  # 8 mm
_OFF = ("0", "false", "off")


def add_banners(document: Any, write: Callable[[Element], None]) -> list[Element]:
    """Add the marking to each header and footer, making those that are missing; return the new paragraphs.

    `write(paragraph)` writes it. A section without a header of a kind takes it from
    the one before (ECMA-376 part 1, 17.10.1), so only the first needs one made.
    """
    body = document.element.body
    even = _on(document.settings.element.find(f"{W}evenAndOddHeaders"))
    made: list[Element] = []
    for name, root_tag, relation, content_type in _HOLDERS:
        inherited: set[str] = set()
        marked: set[str] = set()
        for section in body.iter(f"{W}sectPr"):
            here = {r.get(f"{W}type", "default"): r for r in section.findall(f"{W}{name}Reference")}
            wanted = [
                "default",
                *(["first"] if _on(section.find(f"{W}titlePg")) else []),
                *(["even"] if even else []),
            ]
            for kind in wanted:
                if kind not in here and kind not in inherited:
                    _room(section, name)
                    here[kind] = _new(document.part, section, (name, root_tag, relation, content_type), kind)
            inherited |= set(here)
            page = PageMargins.of(section)
            over = [*pictures(body, page, at="text")]
            for reference in here.values():
                part = document.part.related_parts[reference.get(R_ID)]
                if part.partname not in marked:
                    marked.add(part.partname)
                    made.append(_line(part.element, name, page, over, write))
    return made


def holders(document: Any) -> Iterator[Element]:
    """Yield the roots of all headers and footers of a document."""
    for relation in document.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield relation.target_part.element


def _on(element: Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def _new(main: Any, section: Element, names: tuple[str, str, str, str], kind: str) -> Element:
    name, root_tag, relation, content_type = names
    part_name = main.package.next_partname(f"/word/{name}%d.xml")
    part = XmlPart(
        part_name, content_type, parse_xml(f'<w:{root_tag} xmlns:w="{W_NS}" xmlns:r="{R_NS}"/>'), main.package
    )
    reference = sub(section, f"{name}Reference", type=kind)
    reference.set(R_ID, main.relate_to(part, relation))
    section.remove(reference)
    section.insert(0, reference)
    return reference


def _room(section: Element, name: str) -> None:
    """Keep a header or footer that there was none of off the edge of the paper, where no printer prints."""
    margins = section.find(f"{W}pgMar")
    if margins is not None and getattr(PageMargins.of(section), name) < _EDGE:
        margins.set(f"{W}{name}", str(_EDGE))


def _line(
    root: Element, name: str, page: PageMargins, over: list[PictureBox], write: Callable[[Element], None]
) -> Element:
    """Write the marking into a header or footer; `over`: what floats over the page from its text."""
    others = [child for child in root if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
    floating = [*over, *pictures(root, page, at=name)]
    made = paragraph(root, name.capitalize())
    write(made)
    words = "".join(text.text or "" for text in made.iter(f"{W}t"))
    at = spot(page, floating, wide=_LETTER * (len(words) + 2), lines=len(others), header=name == "header")
    properties = made.find(f"{W}pPr")
    if at.space:
        put(properties, "spacing", **{"before" if name == "header" else "after": str(at.space)})
    put(properties, "ind", left="0", right="0", firstLine="0")
    put(properties, "jc", val=at.align)
    if at.first:
        root.remove(made)
        root.insert(0, made)
    return made
