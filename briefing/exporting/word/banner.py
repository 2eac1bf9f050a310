"""The marking at the top and bottom of every page of a template, beside what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from briefing.exporting.word.elements import R_ID, R_NS, W_NS, Element, W, paragraph, sub

_HOLDERS = (
    ("header", "hdr", RELATIONSHIP_TYPE.HEADER, CONTENT_TYPE.WML_HEADER),
    ("footer", "ftr", RELATIONSHIP_TYPE.FOOTER, CONTENT_TYPE.WML_FOOTER),
)
_OFF = ("0", "false", "off")


def add_banners(document: Any, write: Callable[[Element], None]) -> list[Element]:
    """Add the marking to each header and footer, making those that are missing; return the new paragraphs.

    `write(paragraph)` writes it. A section without a header of a kind takes it from
    the one before (ECMA-376 part 1, 17.10.1), so only the first needs one made.
    """
    even = _on(document.settings.element.find(f"{W}evenAndOddHeaders"))
    made: list[Element] = []
    for name, root_tag, relation, content_type in _HOLDERS:
        inherited: set[str] = set()
        marked: set[str] = set()
        for section in document.element.body.iter(f"{W}sectPr"):
            here = {r.get(f"{W}type", "default"): r for r in section.findall(f"{W}{name}Reference")}
            wanted = [
                "default",
                *(["first"] if _on(section.find(f"{W}titlePg")) else []),
                *(["even"] if even else []),
            ]
            for kind in wanted:
                if kind not in here and kind not in inherited:
                    here[kind] = _new(document.part, section, (name, root_tag, relation, content_type), kind)
            inherited |= set(here)
            for reference in here.values():
                part = document.part.related_parts[reference.get(R_ID)]
                if part.partname not in marked:
                    marked.add(part.partname)
                    made.append(_line(part.element, name, write))
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


def _line(root: Element, name: str, write: Callable[[Element], None]) -> Element:
    made = paragraph(root, name.capitalize())
    sub(made.find(f"{W}pPr"), "jc", val="right")
    write(made)
    if name == "header":
        root.remove(made)
        root.insert(0, made)
    return made
