"""Real footnotes: our own part for python-docx, which has none (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from copy import copy
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from briefing.exporting.blocks import Note
from briefing.exporting.word.base import language_tag
from briefing.exporting.word.elements import R_NS, W_NS, Element, paragraph, run, runs, sub
from briefing.exporting.words import closing_mark

_EMPTY = (
    f'<w:footnotes xmlns:w="{W_NS}" xmlns:r="{R_NS}">'
    + "".join(
        f'<w:footnote w:type="{kind}" w:id="{ident}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, ident in (("separator", -1), ("continuationSeparator", 0))
    )
    + "</w:footnotes>"
)


class NotesPart(XmlPart):
    """The part /word/footnotes.xml. Links in notes are relationships of this part, not of the document."""


class Links:
    """Relationship ids of one part, one for each address."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def __call__(self, url: str) -> str:
        if url not in self._ids:
            self._ids[url] = self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._ids[url]


def add_notes(document: Any, notes: tuple[Note, ...]) -> None:
    """Give the document its footnotes, numbered as the outline has them."""
    part = NotesPart(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(_EMPTY), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    relate = Links(part)
    # Many notes share the reference of one source.
    references: dict[int, list[Element]] = {}
    for note in notes:
        key = id(note.reference)
        if key not in references:
            holder = sub(part.element, "p")
            runs(holder, note.reference, relate)
            references[key] = list(holder)
            part.element.remove(holder)
        _add(part.element, note, references[key])


def _add(root: Element, note: Note, reference: list[Element]) -> None:
    made = paragraph(sub(root, "footnote", id=str(note.number)), "FootnoteText")
    number = sub(made, "r")
    sub(sub(number, "rPr"), "rStyle", val="FootnoteReference")
    sub(number, "footnoteRef")
    run(made, " ")
    if note.label:
        run(made, f"{note.label}: ", bold=True)
    run(made, "“")
    run(made, note.quote, "NoteQuote", lang=language_tag(note.language))
    run(made, f"{closing_mark(note.quote)} — ")
    made.extend([copy(piece) for piece in reference])
    if note.remarks:
        run(made, " " + " ".join(note.remarks))


def add_reference(parent: Element, notes: tuple[Note, ...]) -> None:
    """Append the numbers of a claim's notes; neighbours are kept apart by a raised comma."""
    for place, note in enumerate(notes):
        if place:
            run(parent, ", ", "FootnoteReference")
        made = sub(parent, "r")
        sub(sub(made, "rPr"), "rStyle", val="FootnoteReference")
        sub(made, "footnoteReference", id=str(note.number))
