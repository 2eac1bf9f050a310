"""Which characters of a PDF page are struck out: by a drawn line through them, or by an annotation."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.importing.common.struck_out import struck, unmarked
from briefing.importing.pdf.page_characters import Box, PageCharacters

_LOW, _HIGH = 0.28, 0.68  # of a line's height: lower is an underline, higher the line of another row
_BESIDE = 0.6  # of the letters' height that a line may run beyond the words it strikes
_THICK = 0.2  # of the letters' height: a thicker bar covers words
_MOST = 40  # lines that are held against one line of words


class StruckMarks:
    """The lines and areas of a page that strike words out, asked for a line of words at a time."""

    def __init__(self, lines: Sequence[Box], areas: Sequence[Box]) -> None:
        self._lines = lines
        self._areas = areas

    def marked(self, chars: PageCharacters, start: int, end: int, first: Box, last: Box) -> str:
        """Return the characters [start, end) of a page, of which `first` and `last` are the boxes, with those
        that are struck out between the marks of `struck_out`.
        """
        words = chars.text[start:end]
        box = (
            min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]),
        )  # fmt: skip
        is_level = end - start < 3 or box[2] - box[0] > box[3] - box[1]
        lines = [line for line in self._lines if is_level and _runs_through(line, box)][:_MOST]
        areas = [area for area in self._areas if _lies_over(area, box)][:_MOST]
        if not (lines or areas):
            return words
        boxes = chars.boxes(range(start, end))
        gone: set[int] = set()
        for line in lines:
            under = _under(words, boxes, (line[0], box[1], line[2], box[3]))
            if (
                under
                and not _is_part_of_a_sign(words, under)
                and _ends_with(line, boxes[under[0]], boxes[under[-1]], box[3] - box[1])
            ):
                gone.update(under)
        for area in areas:
            gone.update(_under(words, boxes, area))
        return _with_marks(words, gone)


def _is_part_of_a_sign(words: str, under: Sequence[int]) -> bool:
    """Return whether a line lies over one letter within a word: it is drawn as part of that letter."""
    at = under[0]
    return len(under) == 1 and words[at - 1 : at].isalnum() and words[at + 1 : at + 2].isalnum()


def _runs_through(line: Box, words: Box) -> bool:
    """Return whether a thin line runs through the middle of words, not under them or past them."""
    high = words[3] - words[1]
    if line[0] >= words[2] or line[2] <= words[0] or line[3] - line[1] >= _THICK * high:
        return False
    return _LOW * high < (line[1] + line[3]) / 2 - words[1] < _HIGH * high


def _lies_over(area: Box, words: Box) -> bool:
    return area[0] < words[2] and area[2] > words[0] and area[1] < words[3] and area[3] > words[1]


def _ends_with(line: Box, first: Box, last: Box, high: float) -> bool:
    """Return whether a line ends where the letters under it do: the line of a chart or a table runs on."""
    return line[0] > first[0] - _BESIDE * high and line[2] < last[2] + _BESIDE * high


def _under(words: str, boxes: Sequence[Box], area: Box) -> list[int]:
    """Return the numbers of the characters, spaces aside, whose middle lies in an area."""
    return [
        number
        for number, (char, box) in enumerate(zip(words, boxes, strict=True))
        if not char.isspace()
        and box[2] > box[0]
        and area[0] < (box[0] + box[2]) / 2 < area[2]
        and area[1] < (box[1] + box[3]) / 2 < area[3]
    ]


def _with_marks(words: str, gone: set[int]) -> str:
    """Return words with those characters between marks, and the spaces between two of them with them."""
    out: list[str] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and (end in gone) == (at in gone):
            end += 1
        piece = words[at:end]
        if at in gone:
            out.append(struck(piece))
        else:
            between = bool(out) and end < len(words) and piece.isspace()
            out.append(struck(piece) if between else unmarked(piece))
        at = end
    return "".join(out)
