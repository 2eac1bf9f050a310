"""The paragraphs and runs of a Word story: words put together as they come, hidden ones kept apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from briefing.importing.common.left_out import Omitted
from briefing.importing.common.struck_out import struck
from briefing.importing.common.superscripts import raised
from briefing.importing.common.symbol_fonts import NOT_SHOWN, UNKNOWN_SYMBOL, symbol
from briefing.importing.word import wordml as n
from briefing.importing.word.list_numbers import Numbering
from briefing.importing.word.wordml import VAL, is_on, m, w

_HIDDEN = "Hidden text left out"
_CODES = "Text inside field codes left out"

CHARACTERS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011",
}  # fmt: skip
# Marks that keep the parts of a formula apart: a fraction, a power and an index.
MATH_MARKS = {m("den"): "/", m("sup"): "^", m("sub"): "_"}


@dataclass(slots=True)
class StoryStyles:
    """What the styles say that changes the words: which are hidden, struck through, numbered, titles."""

    hidden: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)


@dataclass(slots=True)
class FoundInStory:
    """What a walk meets besides lines: notes and comments referred to, in order, titles and headings."""

    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    comments: dict[str, None] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class StoryParagraph:
    pieces: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    style: str = ""
    numbered: tuple[str, int] | None = None
    joined: bool = False  # its mark is deleted or hidden: it goes on in the next paragraph


@dataclass(slots=True)
class StoryFlow:
    """A column of paragraphs: the body, a cell, a text box."""

    lines: list[str] = field(default_factory=list)
    open: StoryParagraph | None = None
    carried: StoryParagraph | None = None
    cell: bool = False
    fields: list[bool] = field(default_factory=list)  # of each open field: whether its result has begun
    run: etree._Element | None = None  # the run that `hidden`, `struck` and `raised` are of
    hidden: bool = False
    struck: bool = False
    marked: bool = False  # the mark of a note is the last that was put
    raised: str = ""  # "superscript" or "subscript", as the run is


class Words:
    """Puts words into paragraphs, and paragraphs into the lines of the flow they stand in."""

    def __init__(self, styles: StoryStyles, numbering: Numbering, omitted: Omitted) -> None:
        self.found = FoundInStory()
        self._styles = styles
        self._numbering = numbering
        self._omitted = omitted
        self._flows: list[StoryFlow] = []
        self._unseen: list[str] = []
        self._fields = True

    # Text

    def _text(self, item: etree._Element) -> None:
        self._put(item.text or "", item)

    def _put(self, words: str, item: etree._Element) -> None:
        """Add words that stand in the run around `item`."""
        flow = self._flows[-1]
        if flow.run is not None:
            self._settle(flow, item.getparent())
        if not words:
            return
        if flow.fields and self._fields and not all(flow.fields):
            self._omitted.add(_CODES, words)
            return
        if flow.hidden:
            self._unseen.append(words)
            return
        if self._unseen:
            self._say_hidden()
        pieces = self._paragraph().pieces
        if flow.raised:
            words = raised("".join(pieces[-4:]), words, flow.raised == "subscript")
        # A mark such as [1] must not stick to the word after it.
        if flow.marked and words[0].isalnum():
            words = f" {words}"
        flow.marked = False
        pieces.append(struck(words) if flow.struck else words)

    def _paragraph(self) -> StoryParagraph:
        flow = self._flows[-1]
        if flow.open is None:
            flow.open, flow.carried = flow.carried or StoryParagraph(), None
        return flow.open

    def _character(self, item: etree._Element) -> None:
        self._put(CHARACTERS[etree.QName(item).localname], item)

    def _symbol(self, item: etree._Element) -> None:
        shown = symbol(item.get(w("font"), ""), item.get(w("char"), ""))
        if shown == UNKNOWN_SYMBOL:
            self._omitted.add(NOT_SHOWN)
        self._put(shown, item)

    def _math_mark(self, item: etree._Element) -> None:
        self._put(MATH_MARKS[item.tag], item)

    # Paragraphs and runs

    def _start_paragraph(self, item: etree._Element) -> None:
        self._close_paragraph()
        flow = self._flows[-1]
        flow.run, flow.hidden, flow.struck, flow.marked, flow.raised = None, False, False, False, ""
        carried = flow.carried
        flow.open, flow.carried = StoryParagraph(), None
        if carried is not None:
            flow.open.pieces, flow.open.boxes = carried.pieces, carried.boxes
            flow.open.numbered = carried.numbered

    def _end_paragraph(self, item: etree._Element) -> None:
        flow = self._flows[-1]
        if flow.open is not None and flow.open.joined:
            flow.open.joined = False
            flow.open, flow.carried = None, flow.open
        else:
            self._paragraph()
            self._close_paragraph()

    def _close_paragraph(self) -> None:
        flow = self._flows[-1]
        done, flow.open = flow.open, None
        if done is None:
            return
        if self._unseen:
            self._say_hidden()
        words = "".join(done.pieces).rstrip("\n").lstrip("\n\t")
        numbered = done.numbered or self._styles.lists.get(done.style)
        if numbered is not None and numbered[0] != "0":
            lead = self._numbering.lead(*numbered)
            # Of an empty paragraph the number is kept in a cell: rows are cited by such a column.
            numbers = flow.cell and lead[:1] != "-"
            words = lead + words if words.strip() else lead.rstrip() if numbers else ""
        if done.style in self._styles.titles and words.strip():
            self.found.titles.append(words)
        elif done.style in self._styles.headings and words.strip():
            self.found.headings.append(words)
        flow.lines.append(words)
        flow.lines.extend(done.boxes)

    def _close_carried(self) -> None:
        flow = self._flows[-1]
        if flow.carried is not None:
            flow.open, flow.carried = flow.carried, None
            self._close_paragraph()

    def _settle(self, flow: StoryFlow, run: etree._Element | None) -> None:
        """Forget what was noted about another run than this one; only runs with a note are kept."""
        if flow.run is not run:
            flow.run = None
            style = "" if flow.open is None else flow.open.style
            flow.hidden, flow.struck = style in self._styles.hidden, style in self._styles.struck
            flow.raised = ""

    def _flow_of(self, run: etree._Element | None) -> StoryFlow:
        flow = self._flows[-1]
        self._settle(flow, run)
        flow.run = run
        return flow

    def _paragraph_style(self, item: etree._Element) -> None:
        if _is_in(item, n.P):
            style = self._paragraph().style = item.get(VAL, "")
            self._flows[-1].hidden = style in self._styles.hidden
            self._flows[-1].struck = style in self._styles.struck

    def _run_style(self, item: etree._Element) -> None:
        owner = grandparent(item)
        if owner is None or owner.tag != n.R:
            return
        if item.get(VAL) in self._styles.hidden:
            self._flow_of(owner).hidden = True
        if item.get(VAL) in self._styles.struck:
            self._flow_of(owner).struck = True

    def _number(self, item: etree._Element) -> None:
        if not _is_in(item, n.P):
            return
        listed, level = item.find(w("numId")), item.find(w("ilvl"))
        value = "0" if level is None else level.get(VAL, "0")
        place = int(value) if value.isascii() and value.isdigit() and len(value) < 3 else 0
        if listed is not None:
            self._paragraph().numbered = (listed.get(VAL, ""), place)

    def _frame(self, item: etree._Element) -> None:
        """A drop cap is a paragraph of its own in the file, and the next one's first letter (17.3.1.11)."""
        if _is_in(item, n.P) and item.get(w("dropCap")) in ("drop", "margin"):
            self._paragraph().joined = True

    def _vanish(self, item: etree._Element) -> None:
        owner = grandparent(item)
        if owner is None:
            return
        if owner.tag == n.R:
            self._flow_of(owner).hidden = is_on(item.get(VAL))
        elif owner.tag == n.PPR and is_on(item.get(VAL)):
            self._paragraph().joined = True

    def _strike(self, item: etree._Element) -> None:
        owner = grandparent(item)
        if owner is not None and owner.tag == n.R:
            self._flow_of(owner).struck = bool(n.look_of(item.getparent(), (n.STRIKE, n.DSTRIKE)))

    def _raise(self, item: etree._Element) -> None:
        owner = grandparent(item)
        if owner is not None and owner.tag == n.R:
            value = item.get(VAL, "")
            self._flow_of(owner).raised = value if value in ("superscript", "subscript") else ""

    def _shift(self, item: etree._Element) -> None:
        """A smaller type moved off the line is a raised or lowered mark (17.3.2.24, in half-points)."""
        owner, parent = grandparent(item), item.getparent()
        value = item.get(VAL, "").removesuffix("pt")
        if owner is None or owner.tag != n.R or parent is None or parent.find(w("sz")) is None:
            return
        if value.lstrip("-").isdigit() and value.strip("-0"):
            self._flow_of(owner).raised = "subscript" if value.startswith("-") else "superscript"

    def _say_hidden(self) -> None:
        words, self._unseen = "".join(self._unseen).strip(), []
        if words:
            self._omitted.add(_HIDDEN, words)


def grandparent(item: etree._Element) -> etree._Element | None:
    """Return the element two steps up: the run or paragraph that a property is of."""
    parent = item.getparent()
    return None if parent is None else parent.getparent()


def _is_in(item: etree._Element, name: str) -> bool:
    owner = grandparent(item)
    return owner is not None and owner.tag == name
