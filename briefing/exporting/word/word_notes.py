"""Real footnotes and endnotes: our own part for python-docx, which has none (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml

from briefing.exporting.blocks import Note
from briefing.exporting.format_helpers import closing_mark
from briefing.exporting.word.base import language_tag
from briefing.exporting.word.elements import (
    R_NS,
    W_NS,
    Element,
    W,
    as_number,
    internal_link,
    paragraph,
    run,
    runs,
    sub,
)
from briefing.exporting.word.word_settings import add_note_settings

NO_BREAK = "\u00a0"
_TOGETHER = 10


@dataclass(frozen=True, slots=True)
class NoteKind:
    """Names of the elements, styles and part of one kind of note."""

    tag: str
    content_type: str
    relation: str
    text: str
    mark: str


FOOTNOTES = NoteKind(
    "footnote", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, "FootnoteText", "FootnoteReference"
)
ENDNOTES = NoteKind(
    "endnote", CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES, "EndnoteText", "EndnoteReference"
)


def _ident(node: Element) -> str:
    return str(node.get(f"{W}id", ""))


class NotesPart(XmlPart):
    """The part of the notes. Links in notes are relationships of this part, not of the document."""


class Links:
    """Relationship ids of one part, one for each address."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def __call__(self, url: str) -> str:
        if url not in self._ids:
            self._ids[url] = self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._ids[url]


class Notes:
    """The notes of one export. A template's own stay, and ours get ids above theirs."""

    def __init__(self, document: Any, kind: NoteKind) -> None:
        self.kind = kind
        self._part = _part(document, kind)
        known = [as_number(_ident(note)) for note in self._part.element]
        self.offset = max([0, *known])
        self.foreign = sum(number > 0 for number in known)

    @property
    def root(self) -> Element:
        """The element that holds the notes."""
        return self._part.element

    def add(self, notes: tuple[Note, ...]) -> None:
        """Append the notes, numbered as the outline has them."""
        relate = Links(self._part)
        # Many notes share the reference of one source.
        references: dict[int, list[Element]] = {}
        for note in notes:
            made = self._start(note)
            for place, part in enumerate(note.parts):
                key = id(part.reference)
                if key not in references:
                    holder = sub(self.root, "p")
                    runs(holder, part.reference, relate)
                    references[key] = list(holder)
                    self.root.remove(holder)
                run(made, " ") if place else None
                _fill(made, part, references[key])

    def ours(self) -> list[Element]:
        """Return the notes that were added."""
        return [note for note in self.root if as_number(_ident(note)) > self.offset]

    def arrange(self, body: Element) -> None:
        """Number and sort the notes as the text names them: LibreOffice takes them in the order of their
        ids.
        """
        references = list(body.iter(f"{W}{self.kind.tag}Reference"))
        order = {ident: at for at, ident in enumerate(dict.fromkeys(map(_ident, references)))}
        notes = [n for n in self.root if n.get(f"{W}type", "normal") == "normal"]
        if list(order) == sorted(order, key=as_number):
            return
        notes.sort(key=lambda note: order.get(_ident(note), len(order)))
        taken = [as_number(_ident(n)) for n in self.root if n not in notes]
        ids = {_ident(note): str(at) for at, note in enumerate(notes, max([0, *taken]) + 1)}
        for node in (*references, *notes):
            node.set(f"{W}id", ids.get(_ident(node), _ident(node)))
        for note in notes:
            self.root.append(note)

    def _start(self, note: Note) -> Element:
        kind = self.kind
        made = paragraph(sub(self.root, kind.tag, id=str(self.offset + note.number)), kind.text)
        number = sub(made, "r")
        sub(sub(number, "rPr"), "rStyle", val=kind.mark)
        sub(number, f"{kind.tag}Ref")
        run(made, " ")
        return made

    def refer(self, parent: Element, notes: tuple[Note, ...]) -> None:
        """Append the numbers of a claim's notes: on one line with its last word, and kept apart by raised
        commas.

        Only behind each tenth may a line end: more than that would not fit on one.
        """
        for place, note in enumerate(notes):
            if place:
                run(parent, ", " if place % _TOGETHER == 0 else f",{NO_BREAK}", self.kind.mark)
            made = sub(parent, "r")
            sub(sub(made, "rPr"), "rStyle", val=self.kind.mark)
            sub(made, f"{self.kind.tag}Reference", id=str(self.offset + note.number))


def _fill(made: Element, note: Note, reference: list[Element]) -> None:
    if note.label:
        run(made, f"{note.label}: ", bold=True)
    if note.quote:
        run(made, "“")
        run(made, note.quote, "NoteQuote", lang=language_tag(note.language))
        run(made, f"{closing_mark(note.quote)} — ")
    made.extend([copy(piece) for piece in reference])
    if note.remarks:
        run(made, " " + " ".join(note.remarks))


def _part(document: Any, kind: NoteKind) -> Any:
    """Return the part of the notes: the template's, as one that can be added to, or a new one."""
    main = document.part
    relation = next((r for r in main.rels.values() if r.reltype == kind.relation), None)
    if relation is None:
        made = NotesPart(
            PackURI(f"/word/{kind.tag}s.xml"), kind.content_type, parse_xml(_empty(kind)), main.package
        )
        main.relate_to(made, kind.relation)
        add_note_settings(document.settings.element, kind.tag)
        return made
    old = relation.target_part
    made = NotesPart.load(old.partname, old.content_type, old.blob, main.package)
    for ident, known in old.rels.items():
        target = known.target_ref if known.is_external else known.target_part
        made.load_rel(known.reltype, target, ident, known.is_external)
    ident = relation.rId
    del main.rels[ident]
    main.load_rel(kind.relation, made, ident)
    return made


def _empty(kind: NoteKind) -> str:
    separators = "".join(
        f'<w:{kind.tag} w:type="{name}" w:id="{ident}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{name}/></w:r></w:p></w:{kind.tag}>"
        for name, ident in (("separator", -1), ("continuationSeparator", 0))
    )
    return f'<w:{kind.tag}s xmlns:w="{W_NS}" xmlns:r="{R_NS}">{separators}</w:{kind.tag}s>'


def source_bookmark(number: int) -> str:
    """Return the bookmark round an entry of the numbered list of sources."""
    return f"source_{number}"


def refer_to_list(parent: Element, notes: tuple[Note, ...]) -> None:
    """Append " [1, p. 3; 2]", each number a link to its source in the list."""
    parts = {(p.number, p.place, p.label): p for note in notes for p in note.parts}
    for place, part in enumerate(parts.values()):
        label = f"{part.label.lower()}: " if part.label else ""
        run(parent, ("; " if place else "\u00a0[") + label)  # never alone at the head of a line
        internal_link(parent, source_bookmark(part.number), str(part.number))
        run(parent, f", {part.place}" if part.place else "")
    if parts:
        run(parent, "]")
