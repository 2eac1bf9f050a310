"""One walk over the XML of a Word story (body, note, comment, header): its lines, and what was left out.

What a reader of the finished document sees is kept: insertions and moved passages where they stand
now, results of fields, text boxes, content controls. The walk is iterative; libxml2 finds the elements.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from briefing.importing.common.left_out import Omitted
from briefing.importing.common.table_lines import Cell, row_lines
from briefing.importing.word import wordml as n
from briefing.importing.word.list_numbers import Numbering
from briefing.importing.word.story_text import (
    CHARACTERS,
    MATH_MARKS,
    StoryFlow,
    StoryStyles,
    Words,
    grandparent,
)
from briefing.importing.word.wordml import VAL, m, w
from briefing.xml_archive import DEEPEST, too_deep

_DELETED = "Tracked deletions left out"
_MOVED = "Passages left out where they were moved away from"
_CELLS = "Tracked deletions of table cells or rows left out"
_PICTURES = "Pictures and drawings left out"
_OBJECTS = "Embedded objects left out"
_CHUNKS = "Parts in another format inside the file (altChunk) left out"
_SUBDOCUMENTS = "Parts kept in other files left out"


class WordStory(Words):
    """Walks stories of one document; numbers, notes and what is left out are shared between them."""

    def __init__(self, styles: StoryStyles, numbering: Numbering, omitted: Omitted) -> None:
        super().__init__(styles, numbering, omitted)
        self._rows: list[list[Cell]] = []
        self._picks: list[etree._Element | None] = []
        self._readings: list[tuple[int, str]] = []
        self._walker: etree.iterwalk | None = None

    def lines(self, root: etree._Element) -> list[str]:
        """Return the lines of the story under `root`; raises BadInput when it is nested too deep."""
        kinds = [item.get(w("fldCharType")) for item in root.iter(n.FLD_CHAR)]
        # A field that never ends would swallow the rest of the text as its code.
        self._fields = kinds.count("begin") == kinds.count("end")
        self._flows, self._rows, self._picks, self._readings = [StoryFlow()], [], [], []
        self._walker = etree.iterwalk(root, events=("start", "end"), tag=_TAGS)
        for event, item in self._walker:
            steps = _STARTS if event == "start" else _ENDS
            step = steps.get(item.tag)
            if step is not None:
                step(self, item)
        self._close_paragraph()
        self._close_carried()
        self._say_hidden()
        return self._flows[0].lines

    # Tracked changes, fields

    def _removed(self, item: etree._Element) -> None:
        """A deletion, or where a passage was moved from; inside rPr it is the paragraph's mark."""
        parent = item.getparent()
        if parent is not None and parent.tag == n.RPR:
            owner = grandparent(item)
            if owner is not None and owner.tag == n.PPR:
                self._paragraph().joined = True
            return
        if parent is not None and parent.tag == w("trPr"):
            return
        words = "".join(part.text or "" for part in item.iter(n.DEL_TEXT, n.T))
        if words.strip() or next(item.iter(n.PICTURE, w("object"), w("pict")), None) is not None:
            self._omitted.add(_DELETED if item.tag == n.DEL else _MOVED, words)
        self._skip()

    def _stray_deletion(self, item: etree._Element) -> None:
        self._omitted.add(_DELETED, item.text or "")

    def _field(self, item: etree._Element) -> None:
        fields = self._flows[-1].fields
        kind = item.get(w("fldCharType"))
        if kind == "begin":
            fields.append(False)
        elif fields and kind == "separate":
            fields[-1] = True
        elif fields and kind == "end":
            fields.pop()

    # Notes, comments, ruby

    def _note(self, item: etree._Element) -> None:
        flow = self._flows[-1]
        self._settle(flow, item.getparent())
        if flow.hidden or (self._fields and not all(flow.fields)):
            return
        key = ("footnote" if item.tag == w("footnoteReference") else "endnote", item.get(n.ID, ""))
        number = self.found.notes.setdefault(key, len(self.found.notes) + 1)
        pieces = self._paragraph().pieces
        glued = bool(pieces) and not pieces[-1][-1:].isspace()
        pieces.append(f"{' ' if glued else ''}[{number}]")
        flow.marked = True

    def _comment(self, item: etree._Element) -> None:
        self.found.comments[item.get(n.ID, "")] = None

    def _start_reading(self, item: etree._Element) -> None:
        self._readings.append((len(self._paragraph().pieces), ""))

    def _end_reading(self, item: etree._Element) -> None:
        """The reading stands before its word in the file, and above it on the page; here it follows."""
        if not self._readings:
            return
        pieces = self._paragraph().pieces
        start, _ = self._readings.pop()
        self._readings.append((start, "".join(pieces[start:])))
        del pieces[start:]

    def _end_ruby(self, item: etree._Element) -> None:
        if self._readings:
            _, reading = self._readings.pop()
            if reading.strip():
                self._put(f"({reading})", item)

    # Tables and boxes

    def _start_row(self, item: etree._Element) -> None:
        self._rows.append([])
        changes = item.find(w("trPr"))
        if changes is not None and changes.find(n.DEL) is not None:
            self._drop_cells(item)

    def _end_row(self, item: etree._Element) -> None:
        flow = self._flows[-1]
        flow.lines.extend(row_lines(self._rows.pop()))

    def _start_table(self, item: etree._Element) -> None:
        self._close_paragraph()

    def _start_cell(self, item: etree._Element) -> None:
        self._flows.append(StoryFlow(cell=True))
        if len(self._flows) > DEEPEST:
            raise too_deep()
        changes = item.find(w("tcPr"))
        if changes is not None and changes.find(w("cellDel")) is not None:
            self._drop_cells(item)

    def _drop_cells(self, item: etree._Element) -> None:
        words = " ".join(part.text or "" for part in item.iter(n.T, n.DEL_TEXT))
        self._omitted.add(_CELLS, words)
        self._skip()

    def _end_cell(self, item: etree._Element) -> None:
        lines = self._end_flow()
        span = item.find(f"{w('tcPr')}/{w('gridSpan')}")
        value = "1" if span is None else span.get(VAL, "1")
        columns = int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1
        if self._rows:
            self._rows[-1].append((lines, columns))
        else:
            self._flows[-1].lines.extend(lines)

    def _start_box(self, item: etree._Element) -> None:
        self._flows.append(StoryFlow())
        if len(self._flows) > DEEPEST:
            raise too_deep()

    def _end_box(self, item: etree._Element) -> None:
        """The text of a box follows the paragraph it hangs on."""
        lines = [line for line in self._end_flow() if line.strip()]
        flow = self._flows[-1]
        (flow.lines if flow.open is None else flow.open.boxes).extend(lines)

    def _end_flow(self) -> list[str]:
        self._close_paragraph()
        self._close_carried()
        return self._flows.pop().lines

    # Alternatives, pictures, what is not text

    def _alternatives(self, item: etree._Element) -> None:
        """Choose one of the ways the same thing is written: the first, unless only the last has words."""
        choice, fallback = item.find(n.CHOICE), item.find(n.FALLBACK)
        poor = choice is None or (next(choice.iter(n.T), None) is None)
        rich = fallback is not None and next(fallback.iter(n.T), None) is not None
        self._picks.append(fallback if poor and (rich or choice is None) else choice)

    def _end_alternatives(self, item: etree._Element) -> None:
        self._picks.pop()

    def _alternative(self, item: etree._Element) -> None:
        if self._picks and item is not self._picks[-1]:
            self._skip()

    def _drawing(self, item: etree._Element) -> None:
        parent = item.getparent()
        if parent is None:
            return
        alt = item.get("descr") or item.get("title") or ""
        graphic = next(parent.iter(n.GRAPHIC_DATA), None)
        shape = graphic is not None and "wordprocessing" in graphic.get("uri", "")
        words = " ".join(part.text or "" for part in parent.iter(n.A_T))
        if alt or words.strip() or not shape:
            self._omitted.add(_PICTURES, f"{alt} {words}".strip())

    def _image(self, item: etree._Element) -> None:
        parent = item.getparent()
        alt = "" if parent is None else parent.get("alt", "")
        self._omitted.add(_PICTURES, alt or item.get("{urn:schemas-microsoft-com:office:office}title", ""))

    def _word_art(self, item: etree._Element) -> None:
        self._put(item.get("string", ""), item)

    def _object(self, item: etree._Element) -> None:
        self._omitted.add(_OBJECTS)
        self._skip()

    def _chunk(self, item: etree._Element) -> None:
        self._omitted.add(_CHUNKS)

    def _subdocument(self, item: etree._Element) -> None:
        self._omitted.add(_SUBDOCUMENTS)

    def _skip(self) -> None:
        if self._walker is not None:
            self._walker.skip_subtree()


_Step = Callable[[WordStory, etree._Element], None]

_STARTS: dict[str, _Step] = {
    n.P: WordStory._start_paragraph,
    n.T: WordStory._text,
    m("t"): WordStory._text,
    **{w(name): WordStory._character for name in CHARACTERS},
    **dict.fromkeys(MATH_MARKS, WordStory._math_mark),
    w("sym"): WordStory._symbol,
    n.P_STYLE: WordStory._paragraph_style,
    n.R_STYLE: WordStory._run_style,
    n.NUM_PR: WordStory._number,
    w("framePr"): WordStory._frame,
    n.VANISH: WordStory._vanish,
    n.STRIKE: WordStory._strike,
    n.DSTRIKE: WordStory._strike,
    w("vertAlign"): WordStory._raise,
    w("position"): WordStory._shift,
    n.DEL: WordStory._removed,
    n.MOVE_FROM: WordStory._removed,
    n.DEL_TEXT: WordStory._stray_deletion,
    n.FLD_CHAR: WordStory._field,
    w("footnoteReference"): WordStory._note,
    w("endnoteReference"): WordStory._note,
    w("commentReference"): WordStory._comment,
    w("rt"): WordStory._start_reading,
    n.TBL: WordStory._start_table,
    n.TR: WordStory._start_row,
    n.TC: WordStory._start_cell,
    w("txbxContent"): WordStory._start_box,
    n.ALTERNATE: WordStory._alternatives,
    n.CHOICE: WordStory._alternative,
    n.FALLBACK: WordStory._alternative,
    n.DOC_PR: WordStory._drawing,
    n.IMAGE_DATA: WordStory._image,
    n.TEXT_PATH: WordStory._word_art,
    w("object"): WordStory._object,
    w("altChunk"): WordStory._chunk,
    w("subDoc"): WordStory._subdocument,
}
_ENDS: dict[str, _Step] = {
    n.P: WordStory._end_paragraph,
    n.TR: WordStory._end_row,
    n.TC: WordStory._end_cell,
    w("txbxContent"): WordStory._end_box,
    w("rt"): WordStory._end_reading,
    w("ruby"): WordStory._end_ruby,
    n.ALTERNATE: WordStory._end_alternatives,
}
_TAGS = tuple({**_STARTS, **_ENDS})
