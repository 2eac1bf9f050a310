"""The lines of a Word text that are no statement's, and what of the file is the template's: nobody's change.

Words are taken as the reader of reviewed files takes them (`reviewing.reading`), without the results of
fields that every program computes again: tracked insertions count, deletions do not; a paragraph whose end
was deleted goes on in the next; text boxes count once (ECMA-376 part 1, 17.13.5 and part 3, 10.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from briefing.exporting.word.elements import VAL, Element, W

_HIDDEN = frozenset(
    f"{W}{name}"
    for name in (
        *(
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "tblPrExChange",
        ),
        *(
            "tblGridChange",
            "numberingChange",
            "instrText",
            "delInstrText",
            "delText",
            "sdtPr",
            "pPr",
            "rPr",
            "sectPr",
        ),
        *("trPr", "tcPr", "tblPr", "tblGrid", "rt", "del", "moveFrom"),
    )
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_TEXT = (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_LETTERS = {
    f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}  # fmt: skip
# Fields whose result is the page's or the program's, and changes by itself.
_COMPUTED = re.compile(
    r"\s*(?:PAGE|NUMPAGES|PAGEREF|SECTION|SECTIONPAGES|DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|"
    r"EDITTIME|FILENAME|FILESIZE|NUMWORDS|NUMCHARS|REVNUM|LASTSAVEDBY|STYLEREF)\b",
    re.IGNORECASE,
)
_CLAIM = "claim_"
_FOREIGN = {"footnotes": "note", "endnotes": "note", "comments": "comment"}
_MARKS = ("FootnoteReference", "EndnoteReference")


@dataclass(slots=True)
class UnclaimedLine:
    """One line as it is shown. `claim`: it holds a statement of the brief."""

    words: str = ""
    claim: bool = False
    joins: bool = False
    cell: Element = None
    pieces: list[str] = field(default_factory=list)


def words(root: Element) -> str:
    """Return all the words below an element, as they are shown."""
    return "\n".join(line.words for line in lines(root))


def of_template(document: Any) -> tuple[tuple[str, str], ...]:
    """Return kind ("note" or "comment") and words of each note and comment that a template brings along."""
    found = []
    for relation in document.part.rels.values():
        kind = _FOREIGN.get(relation.reltype.rsplit("/", 1)[-1])
        if kind is not None and not relation.is_external:
            part = relation.target_part
            element = getattr(part, "element", None)
            root = element if element is not None else etree.fromstring(part.blob)
            # The separators of notes have no words of their own.
            found += [(kind, words(each)) for each in root if each.get(f"{W}type", "normal") == "normal"]
    return tuple(found)


def lines(root: Element) -> Iterator[UnclaimedLine]:
    """Yield the lines below an element, in reading order."""
    held: UnclaimedLine | None = None
    for line in _paragraphs(root):
        line.words = "".join(line.pieces)
        if held is not None and held.cell is line.cell:
            held.words, held.claim, held.joins = held.words + line.words, held.claim or line.claim, line.joins
        else:
            if held is not None:
                yield held
            held = line
        if not held.joins or not held.words.strip():
            yield held
            held = None
    if held is not None:
        yield held


def _paragraphs(root: Element) -> list[UnclaimedLine]:
    found: list[UnclaimedLine] = []
    opened: list[UnclaimedLine] = []
    fields: list[str] = []
    cells: list[Element] = []
    stacks: dict[str, list[Any]] = {f"{W}p": opened, f"{W}tc": cells, f"{W}fldSimple": fields}
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        if event == "end":
            if stack := stacks.get(tag):
                stack.pop()
        elif tag in _HIDDEN:
            if tag == f"{W}instrText" and fields:
                fields[-1] += node.text or ""
            walk.skip_subtree()
        elif tag in (f"{W}fldChar", f"{W}fldSimple"):
            _field(node, fields)
        elif tag == f"{W}tc":
            cells.append(node)
        elif tag == f"{W}p":
            made = UnclaimedLine(joins=_end_is_deleted(node), cell=cells[-1] if cells else None)
            opened.append(made)
            found.append(made)
        elif opened and not any(map(_COMPUTED.match, fields)):
            _take(node, str(tag), opened[-1])
    return found


def _end_is_deleted(paragraph: Element) -> bool:
    """Return whether a tracked change takes the end of a paragraph away (ECMA-376 part 1, 17.13.5)."""
    marks = (paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") for name in ("del", "moveFrom"))
    return any(mark is not None for mark in marks)


def _field(node: Element, fields: list[str]) -> None:
    kind = node.get(f"{W}fldCharType", "begin")
    if kind == "begin":
        fields.append(node.get(f"{W}instr", ""))
    elif kind == "end" and fields:
        fields.pop()


def _take(node: Element, tag: str, line: UnclaimedLine) -> None:
    if tag in _TEXT and not _is_mark(node.getparent()):
        line.pieces.append(node.text or "")
    elif tag == f"{W}sym":
        line.pieces.append(_symbol(node.get(f"{W}char", "")))
    elif tag in _LETTERS:
        line.pieces.append(_LETTERS[tag])
    elif tag == f"{W}bookmarkStart" and node.get(f"{W}name", "").startswith(_CLAIM):
        line.claim = True


def _symbol(char: str) -> str:
    try:
        return chr(int(char, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _is_mark(run: Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(VAL) in _MARKS
