"""A Word file as paragraphs of pieces: what was inserted, deleted or moved, by whom, and in which claim.

A walk of our own over WordprocessingML (ECMA-376 part 1, 17.13), without recursion: no depth of nesting
ends it. Claims are known by the tag of a content control or by a bookmark; whatever an editor keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from briefing.inline import Run, one_line
from briefing.reviewing.field_codes import Fields, joined
from briefing.xml_archive import DEEPEST, too_deep

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_NS = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{W_NS}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
VAL = f"{W}val"

_OLD = frozenset(f"{W}{n}" for n in (
    "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblPrExChange",
    "tblGridChange", "numberingChange", "delInstrText", "sdtPr", "rPr", "sectPr", "trPr", "tcPr",
    "tblPr", "tblGrid", "rt",
)) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}  # fmt: skip
_CHANGES = {f"{W}ins": "ins", f"{W}moveTo": "ins", f"{W}del": "del", f"{W}moveFrom": "del"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WORDS = (f"{W}t", f"{W}delText", _MATH)
# What Word makes of typed arrows and faces: letters of the font Wingdings, by their place in it.
_WINGDINGS = dict(zip(range(0xF000, 0xF100), "\ufffd" * 256, strict=True)) | {
    0xF04A: "☺", 0xF04C: "☹", 0xF0A7: "▪", 0xF0B7: "•", 0xF0D8: "➢", 0xF0DF: "←", 0xF0E0: "→", 0xF0E8: "➔",
    0xF0F3: "↔", 0xF0FB: "✗", 0xF0FC: "✓",
}  # fmt: skip
_LETTERS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}  # fmt: skip
_SIMPLE = f"{W}fldSimple"
_NOTES = {f"{W}footnoteReference": "f", f"{W}endnoteReference": "e"}
_OFF = ("0", "false", "off", "none")
_MARK_STYLES = frozenset((  # Word's names and LibreOffice's
    "FootnoteReference", "EndnoteReference", "FootnoteAnchor", "EndnoteAnchor", "FootnoteCharacters",
    "EndnoteCharacters",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A stretch of words in one style. `item`: the claim it stands in, "" for none. `note`: "f3" for a
    reference to footnote 3, which has no words. `quoted`: it has the style of a quote in a note.
    """

    run: Run
    item: str = ""
    inserted: bool = False
    deleted: bool = False
    author: str = ""
    at: str = ""
    note: str = ""
    quoted: bool = False
    comments: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        return self.inserted or self.deleted


@dataclass(slots=True)
class WordParagraph:
    """One w:p. `cell`: table, row and column (None outside tables); `joins`: its end was deleted, so that
    the next paragraph continues it; `entered`: its end was inserted; `boxed`: it stands in a text box.
    """

    pieces: list[WordPiece] = field(default_factory=list)
    style: str = ""
    cell: tuple[int, int, int] | None = None
    joins: bool = False
    entered: bool = False
    author: str = ""
    at: str = ""
    boxed: bool = False

    def words(self, *, rejected: bool = False) -> str:
        """The words with all changes accepted, or with all rejected."""
        return "".join(p.run.text for p in self.pieces if not (p.inserted if rejected else p.deleted))


@dataclass(slots=True)
class _OpenTable:
    number: int
    row: int = -1
    column: int = -1
    gone: bool = False


class Walk:
    """One walk over the body of a part, or over one note or comment."""

    def __init__(self, anchors: Mapping[str, str], links: Mapping[str, str]) -> None:
        self._anchors, self._links = anchors, links
        self.paragraphs: list[WordParagraph] = []
        self._open: list[WordParagraph] = []
        self._tags: list[str] = []
        self._marks: dict[str, str] = {}
        self._changes: list[tuple[str, str, str]] = []
        self._hrefs: list[str] = []
        self._fields = Fields(etree.Element(f"{W}p"))
        self._tables: list[_OpenTable] = []
        self._ended: set[str] = set()
        self._count = 0
        self._comments: dict[str, None] = {}
        self._style = Run("")
        self._quoted = self._is_mark = self._struck = False
        self._starts = {
            f"{W}p": self._paragraph, f"{W}pPr": self._properties, f"{W}r": self._run, f"{W}tbl": self._table,
            f"{W}tr": self._row,
            f"{W}tc": self._cell, f"{W}sdt": self._control, f"{W}hyperlink": self._link,
            f"{W}bookmarkStart": self._mark, f"{W}bookmarkEnd": self._unmark,
            f"{W}commentRangeStart": self._comment_text, f"{W}commentRangeEnd": self._no_comment,
            f"{W}commentReference": self._remarked, f"{W}sym": self._symbol,
            f"{W}fldChar": self._field, f"{W}fldSimple": self._simple_field,
            f"{W}instrText": self._code,
        }  # fmt: skip
        self._ends: dict[str, list[Any]] = {
            f"{W}tbl": self._tables, f"{W}sdt": self._tags, f"{W}hyperlink": self._hrefs,
            **dict.fromkeys(_CHANGES, self._changes), f"{W}p": self._open, f"{W}tr": self._changes,
            f"{W}tc": self._changes,
        }  # fmt: skip

    def read(self, root: etree._Element) -> list[WordParagraph]:
        """Return the paragraphs below `root` in reading order."""
        self._fields = Fields(root)
        # A bookmark without an end would take in all that follows.
        self._ended = {node.get(f"{W}id", "") for node in root.iter(f"{W}bookmarkEnd")}
        walk = etree.iterwalk(root, events=("start", "end"))
        depth = 0
        for event, node in walk:
            tag = node.tag
            if event == "end":
                depth -= 1
                if stack := self._ends.get(tag):
                    stack.pop()
                elif tag == _SIMPLE:
                    self._fields.end_simple()
                continue
            depth += 1
            if depth > DEEPEST:
                raise too_deep()
            if tag in _OLD or tag == f"{W}pPr" or (tag == f"{W}sdt" and self._is_empty(node)):
                walk.skip_subtree()
            self._start(tag, node)
        return self.paragraphs

    def _start(self, tag: str, node: etree._Element) -> None:
        if tag in _CHANGES:
            self._changes.append((_CHANGES[tag], node.get(f"{W}author", ""), node.get(f"{W}date", "")))
        elif tag in _WORDS:
            self._text(node.text or "")
        elif tag in _LETTERS:
            self._text(_LETTERS[tag])
        elif tag in _NOTES:
            self._piece(Run(""), note=_NOTES[tag] + node.get(f"{W}id", ""))
        elif start := self._starts.get(tag):
            start(node)

    def _paragraph(self, node: etree._Element) -> None:
        table = self._tables[-1] if self._tables else None
        made = WordParagraph(
            cell=(table.number, table.row, table.column) if table else None, boxed=bool(self._open)
        )
        self._open.append(made)
        self.paragraphs.append(made)

    def _properties(self, node: etree._Element) -> None:
        if not self._open:
            return
        made = self._open[-1]
        style = node.find(f"{W}pStyle")
        made.style = style.get(VAL, "") if style is not None else ""
        for name, joins in (("ins", False), ("moveTo", False), ("del", True), ("moveFrom", True)):
            mark = node.find(f"{W}rPr/{W}{name}")
            if mark is not None:
                made.joins = made.joins or joins
                made.entered = made.entered or not joins
                made.author, made.at = mark.get(f"{W}author", ""), mark.get(f"{W}date", "")

    def _run(self, node: etree._Element) -> None:
        properties = node.find(f"{W}rPr")
        if properties is None:
            self._style, self._quoted, self._is_mark, self._struck = Run(""), False, False, False
            return
        style = properties.find(f"{W}rStyle")
        name = style.get(VAL, "") if style is not None else ""
        self._quoted, self._is_mark = name == "NoteQuote", name in _MARK_STYLES
        # Struck through by hand: taken out, in an office that does not track changes.
        self._struck = _on(properties, "strike") or _on(properties, "dstrike")
        self._style = Run("", _on(properties, "b"), _on(properties, "i"))

    def _table(self, _node: etree._Element) -> None:
        self._count += 1
        self._tables.append(_OpenTable(self._count))

    def _row(self, node: etree._Element) -> None:
        if self._tables:
            table = self._tables[-1]
            table.row, table.column = table.row + 1, -1
        self._changed_with(node, "trPr", "ins", "del")

    def _cell(self, node: etree._Element) -> None:
        if self._tables:
            self._tables[-1].column += 1
        self._changed_with(node, "tcPr", "cellIns", "cellDel")

    def _changed_with(self, node: etree._Element, properties: str, *names: str) -> None:
        """Note that all in a row or cell came or went with it (ECMA-376 part 1, 17.13.5.12 and 16)."""
        change = self._changes[-1] if self._changes else ("", "", "")
        for name, kind in zip(names, ("ins", "del"), strict=True):
            mark = node.find(f"{W}{properties}/{W}{name}")
            if mark is not None:
                change = (kind, mark.get(f"{W}author", ""), mark.get(f"{W}date", ""))
        self._changes.append(change)

    def _is_empty(self, node: etree._Element) -> bool:
        """Whether the control of a claim shows Word's request to type something."""
        tag = node.find(f"{W}sdtPr/{W}tag")
        return (
            tag is not None
            and tag.get(VAL, "") in self._anchors
            and _on(node.find(f"{W}sdtPr"), "showingPlcHdr")
        )

    def _control(self, node: etree._Element) -> None:
        tag = node.find(f"{W}sdtPr/{W}tag")
        known = self._anchors.get(tag.get(VAL, ""), "") if tag is not None else ""
        self._tags.append(known or (self._tags[-1] if self._tags else ""))

    def _link(self, node: etree._Element) -> None:
        target = next((self._links.get(node.get(name, ""), "") for name in R_IDS if node.get(name)), "")
        self._hrefs.append(joined(target, node.get(f"{W}anchor", "")))

    def _field(self, node: etree._Element) -> None:
        self._fields.start(node, deleted=any(kind == "del" for kind, _, _ in self._changes))

    def _code(self, node: etree._Element) -> None:
        self._fields.code(node.text or "")

    def _simple_field(self, node: etree._Element) -> None:
        self._fields.simple(node)

    def _mark(self, node: etree._Element) -> None:
        known = self._anchors.get(node.get(f"{W}name", ""), "")
        if known and node.get(f"{W}id", "") in self._ended:
            self._marks[node.get(f"{W}id", "")] = known

    def _unmark(self, node: etree._Element) -> None:
        self._marks.pop(node.get(f"{W}id", ""), None)

    def _comment_text(self, node: etree._Element) -> None:
        self._comments[node.get(f"{W}id", "")] = None

    def _no_comment(self, node: etree._Element) -> None:
        self._comments.pop(node.get(f"{W}id", ""), None)

    def _remarked(self, node: etree._Element) -> None:
        ident = node.get(f"{W}id", "")
        self._comments[ident] = None
        self._piece(Run(""))
        self._comments.pop(ident)

    def _symbol(self, node: etree._Element) -> None:
        try:
            letter = chr(int(node.get(f"{W}char", "FFFD"), 16))
        except (ValueError, OverflowError):
            letter = "\ufffd"
        self._text(_WINGDINGS.get(ord(letter), letter))

    def _text(self, words: str) -> None:
        if not words or self._fields.hides(words, in_claim=bool(self._item())):
            return
        if not (self._is_mark and not words.strip(" ,\t\n\u00a0")):
            style = self._style
            href = (self._hrefs[-1] if self._hrefs else "") or self._fields.href
            self._piece(Run(one_line(words), style.bold, style.italic, href))

    def _item(self) -> str:
        if self._open and self._open[-1].boxed:
            return ""
        item = self._tags[-1] if self._tags else ""
        return item or (next(reversed(self._marks.values())) if self._marks else "")

    def _piece(self, run: Run, note: str = "") -> None:
        if not self._open:
            return
        kinds = {kind for kind, _, _ in self._changes}
        _, author, at = self._changes[-1] if self._changes else ("", "", "")
        item = self._item()
        self._open[-1].pieces.append(
            WordPiece(
                run,
                item,
                "ins" in kinds,
                "del" in kinds or (self._struck and bool(item)),
                author,
                at,
                note,
                self._quoted,
                tuple(self._comments),
            )
        )


def _on(properties: etree._Element | None, name: str) -> bool:
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element is not None and element.get(VAL, "1") not in _OFF


def lines(paragraphs: Iterable[WordParagraph]) -> Iterator[WordParagraph]:
    """Yield copies of the paragraphs as they are once every change is accepted: one whose end was deleted
    goes on in the next. Deleted pieces stay in them, marked as such.
    """
    held: WordParagraph | None = None
    for original in paragraphs:
        paragraph = replace(original, pieces=list(original.pieces))
        if held is not None and held.cell == paragraph.cell:
            held.pieces += paragraph.pieces
            # Of two joined paragraphs Word keeps the properties of the second.
            held.style, held.joins, held.entered = paragraph.style, paragraph.joins, paragraph.entered
        else:
            if held is not None:
                yield held
            held = paragraph
        # Of a paragraph that is gone whole, nothing goes on in the next.
        if not held.joins or not held.words().strip():
            yield held
            held = None
    if held is not None:
        yield held
