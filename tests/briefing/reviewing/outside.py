"""Edits outside the statements, as Word writes them, and edits that change nothing: a table for every
layout.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from briefing.exporting.word.elements import R_NS, W_NS, W
from tests.briefing.reviewing.test_edits import inside
from tests.briefing.reviewing.word import WHEN, WHO, Desk, made, run

Edit = Callable[[Desk], object]
MARKING = "TLP:AMBER+STRICT"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("w", W_NS), ("r", R_NS), ("wp", WP), ("a", A), ("wps", WPS), ("mc", MC), ("m", MATH),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)  # fmt: skip
PICTURE = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="pic"><a:blip '
    'r:embed="rId1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
BOX = (
    f"<w:r><mc:AlternateContent><mc:Choice "
    f'Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData '
    f'uri="{WPS}"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Not for the '
    f"press.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Not for the press.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"  # noqa: E501
)
TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ships</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Twelve</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"  # noqa: E501


def xml(text: str) -> Any:
    return etree.fromstring(f"<x {_SPACES}>{text}</x>")[0]


def edges(desk: Desk, kind: str = "") -> list[str]:
    return [n for n in sorted(desk.parts) if re.fullmatch(rf"word/{kind or '(header|footer)'}\d*\.xml", n)]


def at_edge(change: Callable[[Any], object], kind: str = "") -> Edit:
    def edit(desk: Desk) -> None:
        for name in edges(desk, kind):
            root = etree.fromstring(desk.parts[name])
            change(root)
            desk.parts[name] = etree.tostring(root, encoding="UTF-8")

    return edit


def marking(new: str, kind: str = "") -> Edit:
    def change(root: Any) -> None:
        for text in root.iter(f"{W}t"):
            text.text = (text.text or "").replace(MARKING, new)

    return at_edge(change, kind)


def marking_in_a_control(root: Any) -> None:
    for text in [t for t in root.iter(f"{W}t") if MARKING in (t.text or "")]:
        text.text = "TLP:RED"
        own = text.getparent()
        control = xml("<w:sdt><w:sdtPr><w:tag w:val='m'/></w:sdtPr><w:sdtContent/></w:sdt>")
        own.addprevious(control)
        control[1].append(own)


def tracked_marking(root: Any) -> None:
    for text in [t for t in root.iter(f"{W}t") if MARKING in (t.text or "")]:
        own = text.getparent()
        new = deepcopy(own)
        next(new.iter(f"{W}t")).text = "TLP:RED"
        gone, put = (made(k, id="1", author=WHO, date=WHEN) for k in ("del", "ins"))
        own.addprevious(gone)
        own.addnext(put)
        put.append(new)
        gone.append(own)
        text.tag = f"{W}delText"


def marking_off(root: Any) -> None:
    for text in [t for t in root.iter(f"{W}t") if MARKING in (t.text or "")]:
        text.getparent().getparent().remove(text.getparent())


def header_off(desk: Desk) -> None:
    for reference in list(desk.body.iter(f"{W}headerReference")):
        reference.getparent().remove(reference)


def other_first_page(words: str) -> Edit:
    def edit(desk: Desk) -> None:
        section = next(desk.body.iter(f"{W}sectPr"))
        for old in [r for r in section if r.get(f"{W}type") == "first" and r.tag == f"{W}headerReference"]:
            section.remove(old)
        section.insert(0, xml('<w:headerReference w:type="first" r:id="rIdFirst"/>'))
        if section.find(f"{W}titlePg") is None:
            section.append(made("titlePg"))
        said = f"<w:r><w:t>{words}</w:t></w:r>" if words else ""
        desk.parts["word/headerFirst.xml"] = f'<w:hdr xmlns:w="{W_NS}"><w:p>{said}</w:p></w:hdr>'.encode()
        rels: Any = etree.fromstring(desk.parts["word/_rels/document.xml.rels"])
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
        etree.SubElement(
            rels, f"{{{rels.nsmap[None]}}}Relationship", Id="rIdFirst", Type=kind, Target="headerFirst.xml"
        )
        desk.parts["word/_rels/document.xml.rels"] = etree.tostring(rels)

    return edit


def boxed_marking(root: Any) -> None:
    paragraph = next(root.iter(f"{W}p"))
    paragraph.append(xml(BOX.replace("Not for the press.", "TLP:RED")))


def references(desk: Desk, item: str) -> list[Any]:
    return [r.getparent() for r in desk.paragraph(item).iter(f"{W}footnoteReference", f"{W}endnoteReference")]


def notes_swapped(desk: Desk) -> None:
    one, two = references(desk, "c-fuel")[0], references(desk, "c-arabic")[0]
    first, second = next(iter(one.iterchildren(reversed=True))), next(iter(two.iterchildren(reversed=True)))
    a, b = first.get(f"{W}id"), second.get(f"{W}id")
    first.set(f"{W}id", b)
    second.set(f"{W}id", a)


def notes_turned(desk: Desk) -> None:
    marks = [next(r.iterchildren(reversed=True)) for r in references(desk, "c-count")]
    ids = [m.get(f"{W}id") for m in marks]
    assert len(ids) > 1, "one note has them all"
    for mark, ident in zip(marks, reversed(ids), strict=True):
        mark.set(f"{W}id", ident)


def note_moved(desk: Desk) -> None:
    desk.paragraph("c-bare").append(references(desk, "c-fuel")[0])


def note_copied(desk: Desk) -> None:
    desk.paragraph("c-bare").append(deepcopy(references(desk, "c-fuel")[0]))


def note_off(desk: Desk) -> None:
    own = references(desk, "c-fuel")[0]
    own.getparent().remove(own)


def notes_part(desk: Desk) -> str:
    return next(
        n
        for n in ("word/footnotes.xml", "word/endnotes.xml")
        if n in desk.parts and b"NoteQuote" in desk.parts[n]
    )


def note_new(where: Callable[[Desk], Any]) -> Edit:
    def edit(desk: Desk) -> None:
        name = notes_part(desk)
        kind = "footnote" if "foot" in name else "endnote"
        root: Any = etree.fromstring(desk.parts[name])
        root.append(
            xml(f'<w:{kind} w:id="9999"><w:p><w:r><w:t>See the ministry.</w:t></w:r></w:p></w:{kind}>')
        )
        desk.parts[name] = etree.tostring(root, encoding="UTF-8")
        where(desk).append(xml(f'<w:r><w:{kind}Reference w:id="9999"/></w:r>'))

    return edit


def in_note(words: str, new: str) -> Edit:
    def edit(desk: Desk) -> None:
        name = notes_part(desk)
        root: Any = etree.fromstring(desk.parts[name])
        text = next(t for t in root.iter(f"{W}t") if words in (t.text or ""))
        text.text = text.text.replace(words, new)
        desk.parts[name] = etree.tostring(root, encoding="UTF-8")

    return edit


def paragraphs(desk: Desk, style: str) -> list[Any]:
    found = []
    for paragraph in desk.body.iter(f"{W}p"):
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        if own is not None and own.get(f"{W}val") == style:
            found.append(paragraph)
    return found


def source(desk: Desk, words: str = "Courier") -> Any:
    return next(p for p in paragraphs(desk, "SourceEntry") if words in desk.words(p))


def last_word(paragraph: Any, new: str) -> None:
    """The last words of a paragraph, far behind its beginning."""
    text = [t for t in paragraph.iter(f"{W}t") if (t.text or "").strip()][-1]
    text.text = f"{(text.text or '').rstrip()[:-6]}{new}"


def remove(where: Callable[[Desk], Any]) -> Edit:
    def edit(desk: Desk) -> None:
        element = where(desk)
        element.getparent().remove(element)

    return edit


def heading(desk: Desk, words: str) -> Any:
    return next(
        p
        for p in desk.body.iter(f"{W}p")
        if desk.words(p) == words
        and p.find(f"{W}pPr/{W}pStyle") is not None
        and "eading" in p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    )


def section_away(desk: Desk) -> None:
    for element in (heading(desk, "Gaps"), desk.paragraph("c-gap1"), desk.paragraph("c-gap2")):
        element.getparent().remove(element)


def section_moved(desk: Desk) -> None:
    place = heading(desk, "Situation")
    for element in (heading(desk, "Gaps"), desk.paragraph("c-gap1"), desk.paragraph("c-gap2")):
        place.addprevious(element)


def new_heading(desk: Desk) -> None:
    place = desk.paragraph("c-gap2")
    made_heading = xml('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Advice</w:t></w:r></w:p>')
    place.addnext(made_heading)


def link_of_source(desk: Desk) -> None:
    name = "word/_rels/document.xml.rels"
    desk.parts[name] = desk.parts[name].replace(b"https://example.org/union_", b"https://example.org/other_")


def cell(words: str, new: str) -> Edit:
    return lambda desk: desk.plain(desk.named(words), words, new)


def picture(where: Callable[[Desk], Any]) -> Edit:
    return lambda desk: where(desk).append(xml(PICTURE))


def own_paragraph(text: str) -> Edit:
    return lambda desk: desk.paragraph("c-count").addnext(xml(f"<w:p>{text}</w:p>"))


def picture_at_edge(root: Any) -> None:
    next(root.iter(f"{W}p")).append(xml(PICTURE))


def commented(where: Callable[[Desk], Any]) -> Edit:
    def edit(desk: Desk) -> None:
        own = next(where(desk).iter(f"{W}r"))
        desk.comment(own, own, "Why this?")

    return edit


def box_commented(desk: Desk) -> None:
    paragraph = xml(f"<w:p>{BOX}</w:p>")
    desk.paragraph("c-count").addnext(paragraph)
    own = next(paragraph.iter(f"{W}txbxContent")).find(f"{W}p/{W}r")
    desk.comment(own, own, "Why this?")


# Name, edit, what is proposed (kind and item; None: does not matter), what a remark says ("": none is
# needed).
Row = tuple[str, Edit, list[tuple[str, str]], str]
RED = [("marking", "b-velmora")]
OUTSIDE: list[Row] = [
    ("marking raised above and below", marking("TLP:RED"), RED, ""),
    ("marking raised above only", marking("TLP:RED", "header"), RED, ""),
    ("marking raised below only", marking("TLP:RED", "footer"), RED, ""),
    ("marking lowered", marking("TLP:CLEAR"), RED, ""),
    ("marking lowered within its own words", marking("TLP:AMBER"), RED, ""),
    ("marking in small letters with a blank", marking("tlp: red"), RED, ""),
    ("marking raised, tracked", at_edge(tracked_marking), RED, ""),
    ("marking raised in a control", at_edge(marking_in_a_control), RED, ""),
    ("marking of the house's own", marking("CABINET ONLY"), [], "CABINET ONLY"),
    ("marking taken off", at_edge(marking_off), [], f"“{MARKING}” was taken off"),
    ("marking raised in a text box", at_edge(boxed_marking, "header"), RED, ""),
    ("another first page, raised", other_first_page("TLP:RED"), RED, ""),
    ("a first page without header", other_first_page(""), [], "header"),
    ("no header any more", header_off, [], "header"),
    ("words in the header", at_edge(lambda r: next(r.iter(f"{W}p")).append(run(" DRAFT 2")), "header"), [],
        "DRAFT 2"),
    ("words in the footer", at_edge(lambda r: r.append(xml("<w:p><w:r><w:t>Registry copy</w:t></w:r></w:p>")),
        "footer"), [], "Registry copy"),
    ("a picture in the header", at_edge(picture_at_edge, "header"), [], "picture"),
    ("portion mark raised", lambda d: d.plain(d.paragraph("c-count"), "(TLP:GREEN)", "(TLP:RED)"),
        [("marking", "c-count")], ""),
    ("portion mark of a judgement", lambda d: d.plain(d.paragraph("j-strike"), "(TLP:AMBER)", "(TLP:RED)"),
        [("marking", "j-strike")], ""),
    ("portion mark typed where none was", inside("c-fuel", "(TLP:RED) ", front=True), [("marking", "c-fuel")],
        ""),
    ("portion mark taken off", lambda d: d.plain(d.paragraph("c-count"), "(TLP:GREEN) ", ""), [],
        "(TLP:GREEN)"),
    ("two notes changed places", notes_swapped, [], "changed places"),
    ("notes of one claim turned", notes_turned, [], "another order"),
    ("a note moved to another claim", note_moved, [], "was moved from"),
    ("a note's mark copied to another claim", note_copied, [], "as well"),
    ("a note taken off", note_off, [], "taken off “1. Fuel"),
    ("a note put to a claim", note_new(lambda d: d.paragraph("c-bare")), [], "was put to “Hotels"),
    ("a note put to a heading", note_new(lambda d: heading(d, "Gaps")), [], "“Gaps”"),
    ("a note put to an entry of the sources", note_new(source), [], "See the ministry"),
    ("a date in a note", in_note("8 May 2031", "9 May 2031"), [], "9 May 2031"),
    ("a source's words changed", lambda d: d.plain(source(d), "Courier", "Herald"), [], "Herald"),
    ("a source's words changed, tracked", lambda d: d.track(source(d), "Courier", "Herald"), [], "Herald"),
    ("the end of a long source", lambda d: last_word(source(d), "XYZ."), [], "XYZ"),
    ("a source taken out", lambda d: source(d).getparent().remove(source(d)), [], "Whitlock"),
    ("a source added", lambda d: source(d).addnext(xml('<w:p><w:pPr><w:pStyle '
        'w:val="SourceEntry"/></w:pPr><w:r><w:t>Harbour log, 2031.</w:t></w:r></w:p>')), [], "Harbour log"),
    ("sources in another order", lambda d: source(d).addprevious(source(d, "Radio Orla")), [], "Radio Orla"),
    ("the address of a source", link_of_source, [], "other_"),
    ("a heading taken out", lambda d: heading(d, "Gaps").getparent().remove(heading(d, "Gaps")), [],
        "“Gaps”"),
    ("a heading reworded", lambda d: d.plain(heading(d, "Gaps"), "Gaps", "Open questions"), [], "“Gaps”"),
    ("a heading reworded, tracked", lambda d: d.track(heading(d, "Gaps"), "Gaps", "Open questions"), [],
        "“Gaps”"),
    ("a heading added", new_heading, [], "“Advice”"),
    ("a section taken out with its claims", section_away, [("delete", "c-gap1"), ("delete", "c-gap2")],
        "“Gaps”"),
    ("a section moved", section_moved, [], "“Gaps” is at another place"),
    ("a picture in a paragraph of its own", own_paragraph(PICTURE), [], "picture"),
    ("a picture in a claim", picture(lambda d: d.control("c-count")), [], "picture"),
    ("a picture behind a claim", picture(lambda d: d.paragraph("c-count")), [], "picture"),
    ("a text box", own_paragraph(BOX), [], "Not for the press"),
    ("a text box hung to a claim", lambda d: d.paragraph("c-count").append(xml(BOX)), [],
        "Not for the press"),
    ("a table", lambda d: d.paragraph("c-count").addnext(xml(TABLE)), [], "Ships"),
    ("another document put in", lambda d: d.paragraph("c-count").addnext(xml('<w:altChunk r:id="rId1"/>')),
        [], "picture"),
    ("the reason of a confidence", lambda d: d.plain(next(p for p in d.body.iter(f"{W}p")
        if "Two accounts agree" in d.words(p)), "Two accounts", "Three accounts"), [], "Three accounts"),
    ("an indicator", lambda d: d.plain(next(p for p in d.body.iter(f"{W}p") if "Tugs ordered" in d.words(p)),
        "Sunday", "Monday"), [], "Monday night"),
    ("what a judgement rests on", remove(lambda d: next(p for p in d.body.iter(f"{W}p")
        if d.words(p).startswith("Rests on") and "Fuel" in d.words(p))), [], "Rests on"),
    ("a range of likelihood", lambda d: d.plain(next(p for p in d.body.iter(f"{W}p")
        if d.words(p).startswith("80–95")), "80–95", "60–70"), [], "60–70"),
    ("words below the title", lambda d: paragraphs(d, "Title")[0].addnext(d.new("For the morning meeting")),
        [], "For the morning meeting"),
    ("words of the small print", lambda d: last_word(paragraphs(d, "SmallPrint")[-1], "XYZ."), [], "XYZ"),
    ("a fact", cell("9 May 2031", "10 May 2031"), [], "10 May 2031"),
    ("a comment on a heading", commented(lambda d: heading(d, "Gaps")), [("comment", "")], ""),
    ("a comment on a source", commented(source), [("comment", "")], ""),
    ("a comment on a table's head", commented(lambda d: d.named("Likelihood")), [("comment", "")], ""),
    ("a comment in a text box", box_commented, [("comment", "")], "Not for the press"),
]  # fmt: skip
