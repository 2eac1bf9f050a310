"""Where the text of an RTF document goes: groups, columns, paragraphs and cells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefing.importing.common.left_out import Omitted
from briefing.importing.common.struck_out import struck
from briefing.importing.common.superscripts import raised
from briefing.importing.common.table_lines import Cell, row_lines

_DELETED = "Tracked deletions left out"
_HIDDEN = "Hidden text left out"
_MARGINS = "Headers and footers left out"

_BULLETS = ("•", "·", "o", "§", "▪", "\uf0b7", "□")

# Where the text of a group goes.
TEXT, SKIP, FONTS, INFO, MARGIN, BOX, NOTE, COMMENT, WRITER, CODE = range(10)


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits and its end undoes."""

    goes: int = TEXT
    name: str = ""  # of the field of the information group
    font: int = -1
    skip: int = 1  # characters after each \\u
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    struck_twice: bool = False
    raised: str = ""
    in_table: bool = False
    nested: bool = False
    in_shape: bool = False
    lead: bool = False  # the number or bullet before an item of a list


@dataclass(slots=True)
class RtfFlow:
    """A column of paragraphs: the body, a note, a text box, a header."""

    state: int = TEXT
    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    inner: list[Cell] = field(default_factory=list)
    marked: bool = False  # the mark of a note is the last that was put
    note: int = 0  # its number, where the flow is a note


class RtfColumns:
    """Takes words as they come. Afterwards `lines`, `notes` and `comments` hold them."""

    def __init__(self) -> None:
        self.omitted = Omitted()
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.info: dict[str, str] = {}
        self._state = State()
        self._flows = [RtfFlow()]
        self._unseen: tuple[str, list[str]] = ("", [])
        self._writer = ""
        self._code = ""  # of the field that is being read

    @property
    def lines(self) -> list[str]:
        """The lines of the document."""
        return self._flows[0].lines

    def _put(self, words: str) -> None:
        state = self._state
        if state.goes == INFO and state.name:
            self.info[state.name] = (self.info.get(state.name, "") + words)[:300]
        elif state.goes == CODE:
            self._code = (self._code + words)[:2000]
        elif state.goes == WRITER:
            self._writer = (self._writer + words)[:200]
        elif state.goes in (SKIP, FONTS, INFO):
            return
        elif state.deleted or state.hidden:
            kind = _DELETED if state.deleted else _HIDDEN
            if self._unseen[0] != kind:
                self._say_unseen()
                self._unseen = (kind, [])
            self._unseen[1].append(words)
        else:
            self._say_unseen()
            self._put_shown(words, state)

    def _put_shown(self, words: str, state: State) -> None:
        """Put words that are shown into the column, as they are written where they stand."""
        flow = self._flows[-1]
        if state.lead:
            words = " " if words == "\t" else "-" if words in _BULLETS else words.lstrip()
        if state.raised:
            words = raised("".join(flow.pieces[-4:]), words, state.raised == "sub")
        if flow.marked and words[:1].isalnum():
            words = f" {words}"
        flow.marked = False
        flow.pieces.append(struck(words) if state.struck or state.struck_twice else words)

    def _say_unseen(self) -> None:
        kind, words = self._unseen
        self._unseen = ("", [])
        if "".join(words).strip():
            self.omitted.add(kind, "".join(words))

    # Paragraphs and cells

    def _end_paragraph(self, number: int | None = None) -> None:
        state, flow = self._state, self._flows[-1]
        if state.goes in (SKIP, FONTS, INFO, WRITER, CODE) or state.deleted or state.hidden:
            # A deleted or hidden end joins two paragraphs.
            return
        target = flow.cell if state.in_table else flow.lines
        if not state.in_table:
            self._end_table(flow)
        target.append("".join(flow.pieces))
        target.extend(flow.boxes)
        flow.pieces, flow.boxes = [], []

    def _end_lines(self, flow: RtfFlow) -> None:
        if flow.row or flow.cell:
            flow.cell.append("".join(flow.pieces))
            flow.pieces = []
        self._end_table(flow)
        if flow.pieces:
            flow.lines.append("".join(flow.pieces))
        flow.lines.extend(flow.boxes)

    def _end_table(self, flow: RtfFlow) -> None:
        if flow.row or flow.cell:
            cells = [*flow.row, (flow.cell, 1)] if flow.cell else flow.row
            flow.lines.extend(row_lines(cells))
            flow.row, flow.cell = [], []

    def _cell(self, number: int | None) -> None:
        flow = self._flows[-1]
        if self._state.goes == SKIP:
            return
        flow.cell.append("".join(flow.pieces))
        flow.cell.extend(flow.boxes)
        flow.row.append((flow.cell, 1))
        flow.pieces, flow.cell, flow.boxes = [], [], []

    def _row(self, number: int | None) -> None:
        if self._state.goes != SKIP:
            flow = self._flows[-1]
            deleted = self._state.deleted
            if not deleted:
                flow.lines.extend(row_lines(flow.row))
            flow.row = []

    def _inner_cell(self, number: int | None) -> None:
        flow = self._flows[-1]
        flow.inner.append((["".join(flow.pieces)], 1))
        flow.pieces = []

    def _inner_row(self, number: int | None) -> None:
        flow = self._flows[-1]
        flow.cell.extend(row_lines(flow.inner))
        flow.inner = []

    def _start_flow(self, goes: int) -> None:
        self._state = replace(
            self._state, goes=goes, hidden=False, deleted=False, struck=False, struck_twice=False, raised="",
            in_table=False,
        )  # fmt: skip
        self._flows.append(RtfFlow(goes))

    def _end_flow(self) -> None:
        flow = self._flows.pop()
        self._end_lines(flow)
        lines = [line.strip() for line in flow.lines if line.strip()]
        words = "\n".join(lines)
        if flow.state == NOTE:
            self.notes[flow.note - 1] = f"[{flow.note}] {words or '(the note is empty)'}"
        elif flow.state == COMMENT and words:
            self.comments.append(f"Comment by {self._writer.strip() or 'an unnamed reader'}: {words}")
        elif flow.state == MARGIN and words.strip(" \n0123456789"):
            self.omitted.add(_MARGINS, words)
        elif flow.state == BOX:
            self._flows[-1].boxes.extend(lines)
