"""What a Word file shows, line by line: text, tables, boxes, notes where they are cited, headers and footers.

Tracked deletions, hidden and struck words are not shown, tracked insertions are; results of fields that count
pages or name a date are left out, for every program computes them again (ECMA-376 part 1, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefing.exporting.blocks import CHRONOLOGY_HEADS
from briefing.exporting.sent_lines import EMPTY, MARK, PICTURE, LineKind, SentLine
from briefing.exporting.word import images
from briefing.exporting.word.elements import R_ID, VAL, Element, W
from briefing.exporting.word.word_parts import Parts, WordPart, is_on, sections

_COMPUTED = re.compile(
    r"\s*(?:PAGE|NUMPAGES|PAGEREF|SECTION|SECTIONPAGES|DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|"
    r"EDITTIME|NUMWORDS|NUMCHARS|FILENAME|FILESIZE|REVNUM|LASTSAVEDBY|SEQ|NOTEREF)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]*)"', re.IGNORECASE)
_LOCAL = re.compile(r"\s*HYPERLINK\s+\\l", re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_GONE = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr")
)
_WRITTEN = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "\u2011", "softHyphen": ""}
_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# By the names of styles, folded and without spaces.
_STYLES: dict[str, LineKind] = {
    "title": "heading", "heading1": "heading", "heading2": "heading", "heading3": "heading",
    "leadheading": "heading",
    "sourceentry": "source", "smallprint": "small print", "annexline": "annex", "override": "banner",
    "factlabel": "label", "factvalue": "fact", "tablehead": "head", "tocheading": "contents",
    "toc1": "contents",
    "toc2": "contents",
}  # fmt: skip
_QUOTE = "notequote"
_BOOKMARK = "claim_"
_DRAWN = ("drawing", "pict", "object", "control")
_KEPT = (f"{W}drawing", f"{W}pict")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as it is gathered."""

    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    id: str = ""
    style: str = ""
    listed: bool = False
    open_quote: bool = False

    @property
    def text(self) -> str:
        return "".join(self.words)


@dataclass(slots=True)
class _ShownField:
    code: str = ""
    shown: bool = False
    found: bool = False


def lines(parts: Parts) -> tuple[SentLine, ...]:
    """Return what the file shows, headers and footers first."""
    return (*_edges(parts), *_WordPartReader(parts, parts.text).block(parts.text.root))


def _edges(parts: Parts) -> Iterator[SentLine]:
    """Yield headers and footers as the pages show them: one that is the same for all pages once."""
    shown: dict[str, tuple[SentLine, ...]] = {
        ident: tuple(_WordPartReader(parts, part).block(part.root)) for ident, part in parts.edges.items()
    }
    current: dict[tuple[str, str], str] = {}
    seen: set[tuple[str, str, tuple[object, ...]]] = set()
    for first, own in sections(parts.text.root):
        current = {**current, **own}
        for edge in ("header", "footer"):
            usual = shown.get(current.get((edge, "default"), ""), ())
            pages = {
                "": usual,
                "first page": shown.get(current.get((edge, "first"), ""), ()) if first else usual,
                "even pages": shown.get(current.get((edge, "even"), ""), ()) if parts.even_and_odd else usual,
            }
            for page, found in pages.items():
                key = (edge, page, tuple(line.key for line in found))
                if key in seen or (page and key[2] == tuple(line.key for line in usual)):
                    continue
                seen.add(key)
                if page and not found:
                    yield SentLine(
                        edge, EMPTY, page
                    )  # a first page without header is no first page with the usual one
                yield from (replace(line, kind=edge, part=page, id="", quotes=()) for line in found)


class _WordPartReader:
    """Walks one part; fields may begin in one paragraph and end in another."""

    def __init__(self, parts: Parts, part: WordPart, citing: _WordPartReader | None = None) -> None:
        self._parts = parts
        self._part = part
        self._fields: list[_ShownField] = []
        self._in_contents = 0
        self._numbers: dict[str, int] = citing._numbers if citing else {}
        # Thousands of notes are each read by a reader of its own: they are looked up in one table.
        self._notes: dict[str, Mapping[str, Element]] = citing._notes if citing else _notes(parts)
        self._running = _Paragraph()

    def block(self, node: Element, column: str = "", *, in_table: bool = False) -> Iterator[SentLine]:
        """Yield the lines of all paragraphs and tables in a node."""
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _GONE:
                continue
            if tag == f"{W}p":
                yield from self._paragraph(child, column, in_table)
            elif tag == f"{W}tbl":
                yield from self._table(child)
            elif tag == f"{W}sdt":
                yield from self._control(child, column, in_table)
            elif tag == _ALTERNATE:
                yield from self.block(_chosen(child), column, in_table=in_table)
            elif tag == f"{W}altChunk":
                yield SentLine("text", PICTURE, pictures=("",))
            else:
                yield from self.block(child, column, in_table=in_table)

    def _control(self, control: Element, column: str, in_table: bool) -> Iterator[SentLine]:
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        is_contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
        self._in_contents += is_contents
        yield from self.block(control, column, in_table=in_table)
        self._in_contents -= is_contents

    def _table(self, table: Element) -> Iterator[SentLine]:
        heads: list[str] = []
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table or is_on(row.find(f"{W}trPr"), "del"):
                continue
            cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tbl")) is table]
            is_head = is_on(row.find(f"{W}trPr"), "tblHeader")
            for at, cell in enumerate(cells):
                column = heads[at] if len(cells) == len(heads) else ""
                found = list(self.block(cell, column, in_table=True))
                if is_head:
                    heads.append(" ".join(line.words for line in found))
                yield from found

    def _paragraph(self, node: Element, column: str, in_table: bool) -> Iterator[SentLine]:
        made, properties = self._running, node.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        made.style = made.style or (style.get(VAL, "") if style is not None else "")
        made.listed = bool(self._in_contents or any(_CONTENTS.match(f.code) for f in self._fields))
        self._inline(node, made)
        made.listed = made.listed or bool(any(_CONTENTS.match(f.code) for f in self._fields))
        if properties is not None and is_on(properties.find(f"{W}rPr"), "del", "moveFrom"):
            if not made.words:
                self._running = _Paragraph()  # it is gone whole, and nothing of it goes on
            return  # its end is deleted: it runs on into the next one
        self._running = _Paragraph()
        yield from self._line(made, column, in_table)
        for kind, ident in made.notes:
            yield from self._note(kind, ident)
        for box in made.boxes:
            yield from self.block(box, column, in_table=in_table)

    def _line(self, made: _Paragraph, column: str, in_table: bool) -> Iterator[SentLine]:
        words = " ".join(made.text.split())
        if not words:
            return
        kind = _STYLES.get(self._parts.styles.get(made.style, ""), "cell" if in_table else "text")
        if made.listed:
            kind = "contents"
        elif made.id:
            kind = "judgement" if in_table and column not in CHRONOLOGY_HEADS else "claim"
        elif kind == "cell" and not column:
            kind = "row"
        yield SentLine(
            kind, words, column, made.id, tuple(made.links), tuple(made.quotes), pictures=tuple(made.pictures)
        )

    def _note(self, kind: str, ident: str) -> Iterator[SentLine]:
        number = self._numbers[kind] = self._numbers.get(kind, 0) + 1
        note = self._notes.get(kind, {}).get(ident)
        if note is None:
            return
        reader = _WordPartReader(self._parts, self._parts.notes[kind], self)
        for line in reader.block(note):
            yield replace(line, kind="note", part=str(number), id="")

    def _inline(self, node: Element, made: _Paragraph) -> None:
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _GONE:
                continue
            if tag == f"{W}r":
                self._run(child, made)
            elif tag == _ALTERNATE:
                self._inline(_chosen(child), made)
            elif tag == f"{W}p":
                made.boxes.append(child)
            elif tag.endswith("}t"):
                self._say(made, child.text or "")
            elif tag != f"{W}fldSimple" or not _COMPUTED.match(child.get(f"{W}instr", "")):
                self._noted(child, made)
                self._inline(child, made)

    def _noted(self, child: Element, made: _Paragraph) -> None:
        """Take what an element says of the words in it: where they lead, and whose they are."""
        if child.tag == f"{W}hyperlink" and (target := self._part.links.get(child.get(R_ID, ""))):
            made.links.append(target)
        elif child.tag == f"{W}bookmarkStart" and child.get(f"{W}name", "").startswith(_BOOKMARK):
            made.id = made.id or child.get(f"{W}name", "")[len(_BOOKMARK) :]
        elif child.tag == f"{W}sdt":
            tag = child.find(f"{W}sdtPr/{W}tag")
            ident = tag.get(VAL, "") if tag is not None else ""
            if ident and (not made.id or made.id == _as_bookmark(ident)):
                made.id = ident

    def _run(self, run: Element, made: _Paragraph) -> None:
        properties = run.find(f"{W}rPr")
        style = properties.find(f"{W}rStyle") if properties is not None else None
        name = style.get(VAL, "") if style is not None else ""
        hides = name in self._parts.hidden or is_on(properties, "vanish", "strike", "dstrike")
        at = len(made.words)
        for child in self._pieces(run):
            self._piece(child, made, hides)
        quoted_words = "".join(made.words[at:])
        if quoted_words and self._parts.styles.get(name, name.casefold()) == _QUOTE:
            if made.open_quote and made.quotes:
                made.quotes[-1] += quoted_words
            else:
                made.quotes.append(quoted_words)
            made.open_quote = True
        elif quoted_words:
            made.open_quote = False

    def _pieces(self, run: Element) -> Iterator[Element]:
        for child in run:
            if child.tag == _ALTERNATE:
                yield from _chosen(child)
            elif isinstance(child.tag, str) and child.tag not in _GONE:
                yield child
            elif child.tag == f"{W}instrText" and self._fields and not self._fields[-1].shown:
                self._fields[-1].code += child.text or ""

    def _piece(self, child: Element, made: _Paragraph, hides: bool) -> None:
        tag = str(child.tag)
        name = tag.removeprefix(W)
        if name == "fldChar":
            self._mark(child.get(f"{W}fldCharType", ""), made)
        elif tag in _REFERENCES:
            if not hides:
                made.notes.append((_REFERENCES[tag], child.get(f"{W}id", "")))
                self._say(made, MARK)
        elif name in _DRAWN:
            self._draw(child, made, hides)
        elif hides:
            return
        elif name == "t":
            self._say(made, child.text or "")
        elif name == "sym":
            self._say(made, f"[{child.get(f'{W}font', '')} {child.get(f'{W}char', '')}]")
        elif name == "ruby":
            self._inline(child, made)
        else:
            self._say(made, _WRITTEN.get(name, ""))

    def _draw(self, drawn: Element, made: _Paragraph, hides: bool) -> None:
        """Take what is drawn: the text boxes, and the pictures beside them as one."""
        boxes = list(_boxes(drawn))
        made.boxes += boxes
        # What another program shows in the place of an object is drawn again by each that saves the file.
        shown = images.shown_by(drawn, self._part.pictures) if drawn.tag in _KEPT else ()
        if hides or (boxes and not shown):
            return
        if self._say(made, PICTURE):
            made.pictures.append(" ".join(shown))

    def _say(self, made: _Paragraph, words: str) -> bool:
        """Put words to a paragraph; return whether they are shown, and not the code of a field or computed by
        it.
        """
        if not words or any(not f.shown or _COMPUTED.match(f.code) for f in self._fields):
            return False
        made.words.append(words)
        return True

    def _mark(self, kind: str, made: _Paragraph) -> None:
        if kind == "begin":
            self._fields.append(_ShownField())
        elif kind == "separate" and self._fields:
            last = self._fields[-1]
            last.shown = True
            match = _LINK.match(last.code)
            if match and match[1] and not _LOCAL.match(last.code):
                made.links.append(match[1])
        elif kind == "end" and self._fields:
            self._fields.pop()


def _notes(parts: Parts) -> dict[str, Mapping[str, Element]]:
    return {
        kind: {note.get(f"{W}id", ""): note for note in held.root.iter(f"{W}{kind}")}
        for kind, held in parts.notes.items()
    }


def _as_bookmark(ident: str) -> str:
    return re.sub(r"\W", "_", ident, flags=re.ASCII)[: 40 - len(_BOOKMARK)]


def _chosen(alternate: Element) -> Iterable[Element]:
    """Return what stands in the first choice; the fallback shows the same to older programs (ECMA-376 part
    3).
    """
    return next(iter(alternate), ())


def _boxes(drawn: Element) -> Iterator[Element]:
    for box in drawn.iter(f"{W}txbxContent"):
        if not any(above.tag.endswith("}Fallback") for above in box.iterancestors()):
            yield box
