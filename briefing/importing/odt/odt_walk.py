"""One iterative walk over an OpenDocument text: its lines, its notes and comments, what was left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from briefing.importing.common.left_out import Omitted
from briefing.importing.common.struck_out import struck
from briefing.importing.common.superscripts import raised
from briefing.importing.common.table_lines import Cell, row_lines
from briefing.importing.odt.namespaces import DRAW, OFFICE, SVG, TABLE, TEXT, dc
from briefing.importing.odt.odt_styles import OdtStyles
from briefing.xml_archive import DEEPEST, too_deep

_HIDDEN = "Hidden text left out"
_PICTURES = "Pictures and drawings left out"
_OBJECTS = "Embedded objects left out"
_BLANKS = re.compile(r"[ \t\r\n]+")
# Shapes that may hold paragraphs of their own.
_SHAPES = tuple(
    DRAW + name
    for name in (
        *("custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "regular-polygon"),
        *("path", "connector", "measure", "caption"),
    )
)
_MOST_SPACES = 200  # of one text:s


@dataclass(slots=True)
class _Flow:
    """A column of paragraphs: the body, a cell, a frame, a note."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] | None = None  # of the paragraph that is open
    boxes: list[str] = field(default_factory=list)
    lead: str = ""
    style: str = ""
    raised: str = ""
    struck: list[bool] = field(default_factory=lambda: [False])  # of the paragraph, and of each span in it
    marked: bool = False  # the mark of a note is the last that was put


@dataclass(slots=True)
class _List:
    style: str
    counts: list[int]
    fresh: bool = False  # an item has begun and its number is not written yet


class OdtStory:
    """Walks one text. `notes` and `comments` are lines to stand below it, in order."""

    def __init__(self, styles: OdtStyles, omitted: Omitted) -> None:
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.titles: list[str] = []
        self.headings: list[str] = []
        self._styles = styles
        self._omitted = omitted
        self._flows = [_Flow()]
        self._rows: list[list[Cell]] = []
        self._lists: list[_List] = []
        self._ended: dict[str, int] = {}  # a list's style: the number it came to, for lists that go on
        self._ids: list[int] = []
        self._walker: etree.iterwalk | None = None

    def lines(self, root: etree._Element) -> list[str]:
        """Return the lines of the text under `root`; raises BadInput when it is nested too deep."""
        self._walker = etree.iterwalk(root, events=("start", "end"))
        for event, item in self._walker:
            if event == "start":
                step = _STARTS.get(item.tag)
                if step is None or step(self, item) is None:
                    self._put(item.text)
            else:
                end = _ENDS.get(item.tag)
                if end is not None:
                    end(self, item)
                if item is not root:
                    self._put(item.tail)
        return self._flows[0].lines

    def _put(self, words: str | None) -> None:
        """Add words as ODF spaces them: runs of spaces are one, and none begins a paragraph (6.1.2)."""
        flow = self._flows[-1]
        if not words or flow.pieces is None:
            return
        words = _BLANKS.sub(" ", words)
        if words[0] == " " and (not flow.pieces or flow.pieces[-1].endswith((" ", "\n"))):
            words = words[1:]
        if flow.raised and words:
            words = raised("".join(flow.pieces[-4:]), words, flow.raised == "sub")
        if words:
            # A mark such as [1] must not stick to the word after it.
            words = f" {words}" if flow.marked and words[0].isalnum() else words
            flow.pieces.append(struck(words) if flow.struck[-1] else words)
            flow.marked = False

    def _mark(self, mark: str) -> None:
        pieces = self._flows[-1].pieces
        if pieces is not None:
            before = " " if pieces and not pieces[-1][-1:].isspace() else ""
            pieces.append(before + mark)
            self._flows[-1].marked = True

    def _skip(self) -> bool:
        if self._walker is not None:
            self._walker.skip_subtree()
        return True

    def _left_out(self, item: etree._Element) -> bool:
        return self._skip()

    # Paragraphs and what stands in them. A step that returns True has dealt with the element's text.

    def _start_paragraph(self, item: etree._Element) -> bool | None:
        flow = self._flows[-1]
        if (
            item.get(f"{TEXT}style-name") in self._styles.hidden
            or item.find(f"{TEXT}hidden-paragraph") is not None
        ):
            return self._hide(item)
        if flow.pieces is not None:
            self._close(item)
        flow.pieces, flow.boxes, flow.lead, flow.raised, flow.marked = [], [], "", "", False
        flow.style = item.get(f"{TEXT}style-name", "")
        flow.struck = [bool(self._styles.is_struck(flow.style))]
        if self._lists and self._lists[-1].fresh:
            here = self._lists[-1]
            here.fresh = False
            flow.lead = self._styles.lead(here.style, here.counts)
        return None

    def _close(self, item: etree._Element) -> None:
        flow = self._flows[-1]
        if flow.pieces is None:
            return
        words = "".join(flow.pieces).strip(" ")
        if words.strip():
            if self._styles.is_title(flow.style):
                self.titles.append(words)
            elif item.tag == f"{TEXT}h" and item.get(f"{TEXT}outline-level", "1") == "1":
                self.headings.append(words)
        flow.lines.append(flow.lead + words if words else "")
        flow.lines.extend(flow.boxes)
        flow.pieces = None

    def _hide(self, item: etree._Element) -> bool:
        words = _words(item)
        if words.strip():
            self._omitted.add(_HIDDEN, words)
        return self._skip()

    def _start_span(self, item: etree._Element) -> bool | None:
        style = item.get(f"{TEXT}style-name", "")
        if style in self._styles.hidden:
            return self._hide(item)
        flow = self._flows[-1]
        flow.raised = self._styles.raised.get(style, flow.raised)
        is_struck = self._styles.is_struck(style)
        flow.struck.append(flow.struck[-1] if is_struck is None else is_struck)
        return None

    def _end_span(self, item: etree._Element) -> None:
        flow, style = self._flows[-1], item.get(f"{TEXT}style-name", "")
        if style in self._styles.raised:
            flow.raised = ""
        if style not in self._styles.hidden and len(flow.struck) > 1:
            flow.struck.pop()

    def _section(self, item: etree._Element) -> bool | None:
        return self._hide(item) if item.get(f"{TEXT}display") == "none" else None

    def _hidden_text(self, item: etree._Element) -> bool:
        words = item.get(f"{TEXT}string-value") or _words(item)
        self._omitted.add(_HIDDEN, words)
        return self._skip()

    def _raw(self, words: str) -> bool:
        flow = self._flows[-1]
        if flow.pieces is not None:
            flow.pieces.append(struck(words) if flow.struck[-1] else words)
        return True

    def _blanks(self, item: etree._Element) -> bool:
        count = item.get(f"{TEXT}c", "1")
        return self._raw(" " * (min(int(count), _MOST_SPACES) if count.isdigit() and len(count) < 9 else 1))

    def _tab(self, item: etree._Element) -> bool:
        return self._raw("\t")

    def _break(self, item: etree._Element) -> bool:
        return self._raw("\n")

    def _start_reading(self, item: etree._Element) -> bool:
        words = _words(item).strip()
        return self._raw(f"({words})") and self._skip() if words else self._skip()

    # Columns of their own: notes, comments, cells, frames

    def _start_flow(self, item: etree._Element) -> None:
        self._flows.append(_Flow())
        if len(self._flows) > DEEPEST:
            raise too_deep()

    def _start_note(self, item: etree._Element) -> bool:
        self.notes.append("")
        self._ids.append(len(self.notes))
        self._mark(f"[{len(self.notes)}]")
        return True

    def _end_note_body(self, item: etree._Element) -> None:
        lines = [line for line in self._flows.pop().lines if line.strip()]
        if self._ids:
            number = self._ids.pop()
            self.notes[number - 1] = f"[{number}] " + ("\n".join(lines) or "(the note is empty)")

    def _end_comment(self, item: etree._Element) -> None:
        lines = [line for line in self._flows.pop().lines if line.strip()]
        name = (item.findtext(dc("creator")) or "").strip() or "an unnamed reader"
        if lines:
            self.comments.append(f"Comment by {name}: " + "\n".join(lines))

    def _end_box(self, item: etree._Element) -> None:
        lines = [line for line in self._flows.pop().lines if line.strip()]
        flow = self._flows[-1]
        (flow.lines if flow.pieces is None else flow.boxes).extend(lines)

    def _start_row(self, item: etree._Element) -> None:
        self._rows.append([])

    def _end_row(self, item: etree._Element) -> None:
        lines = row_lines(self._rows.pop())
        self._flows[-1].lines.extend(lines)

    def _end_cell(self, item: etree._Element) -> None:
        lines = self._flows.pop().lines
        if self._rows:
            self._rows[-1].append((lines, 1))
        else:
            self._flows[-1].lines.extend(lines)

    # Lists, pictures

    def _start_list(self, item: etree._Element) -> None:
        outer = self._lists[-1] if self._lists else None
        style = item.get(f"{TEXT}style-name") or (outer.style if outer else "")
        counts = [*outer.counts] if outer else []
        goes_on = item.get(f"{TEXT}continue-numbering") == "true" or f"{TEXT}continue-list" in item.attrib
        first = self._styles.start(style, len(counts) + 1)
        begun = self._ended.get(style, first - 1) if goes_on and not counts else first - 1
        if len(counts) > DEEPEST:
            raise too_deep()
        self._lists.append(_List(style, [*counts[-20:], begun]))

    def _end_list(self, item: etree._Element) -> None:
        done = self._lists.pop()
        if not self._lists:
            self._ended[done.style] = done.counts[-1]

    def _start_item(self, item: etree._Element) -> None:
        if self._lists:
            here = self._lists[-1]
            start = item.get(f"{TEXT}start-value", "")
            here.counts[-1] = int(start) if start.isdigit() and len(start) < 7 else here.counts[-1] + 1
            here.fresh = True

    def _picture(self, item: etree._Element) -> None:
        frame = item.getparent()
        alt = ""
        if frame is not None:
            alt = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
        self._omitted.add(_PICTURES, alt)

    def _object(self, item: etree._Element) -> bool:
        self._omitted.add(_OBJECTS)
        return self._skip()


def _words(item: etree._Element) -> str:
    return "".join(str(words) for words in item.itertext())


_Start = Callable[[OdtStory, etree._Element], bool | None]
_End = Callable[[OdtStory, etree._Element], None]

_STARTS: dict[str, _Start] = {
    f"{TEXT}p": OdtStory._start_paragraph,
    f"{TEXT}h": OdtStory._start_paragraph,
    f"{TEXT}span": OdtStory._start_span,
    f"{TEXT}section": OdtStory._section,
    f"{TEXT}hidden-text": OdtStory._hidden_text,
    f"{TEXT}s": OdtStory._blanks,
    f"{TEXT}tab": OdtStory._tab,
    f"{TEXT}line-break": OdtStory._break,
    f"{TEXT}ruby-text": OdtStory._start_reading,
    f"{TEXT}note": OdtStory._start_note,
    f"{TEXT}note-citation": OdtStory._left_out,
    f"{TEXT}note-body": OdtStory._start_flow,
    f"{OFFICE}annotation": OdtStory._start_flow,
    f"{DRAW}text-box": OdtStory._start_flow,
    **dict.fromkeys(_SHAPES, OdtStory._start_flow),
    f"{TABLE}table-row": OdtStory._start_row,
    f"{TABLE}table-cell": OdtStory._start_flow,
    f"{TABLE}covered-table-cell": OdtStory._start_flow,
    f"{TEXT}list": OdtStory._start_list,
    f"{TEXT}list-item": OdtStory._start_item,
    f"{DRAW}image": OdtStory._picture,
    f"{DRAW}object": OdtStory._object,
    f"{DRAW}object-ole": OdtStory._object,
    **dict.fromkeys(
        (
            *(f"{TEXT}{name}" for name in ("tracked-changes", "table-of-content-source",
                "illustration-index-source",
              "table-index-source", "object-index-source", "user-index-source", "alphabetical-index-source",
              "bibliography-source", "script", "sequence-decls", "variable-decls", "user-field-decls")),
            f"{OFFICE}forms", f"{OFFICE}binary-data", f"{SVG}title", f"{SVG}desc", dc("creator"), dc("date"),
        ),
        OdtStory._left_out,
    ),
}  # fmt: skip
_ENDS: dict[str, _End] = {
    f"{TEXT}p": OdtStory._close,
    f"{TEXT}h": OdtStory._close,
    f"{TEXT}span": OdtStory._end_span,
    f"{TEXT}note-body": OdtStory._end_note_body,
    f"{OFFICE}annotation": OdtStory._end_comment,
    f"{DRAW}text-box": OdtStory._end_box,
    **dict.fromkeys(_SHAPES, OdtStory._end_box),
    f"{TABLE}table-row": OdtStory._end_row,
    f"{TABLE}table-cell": OdtStory._end_cell,
    f"{TABLE}covered-table-cell": OdtStory._end_cell,
    f"{TEXT}list": OdtStory._end_list,
}
