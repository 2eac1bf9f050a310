"""A source text as the widget holds it: struck-out words at their places, long lines split into blocks.

A line of a megabyte without a break would freeze the layout: lines are cut every LONGEST code points,
at a space if there is one near. The cut is a line end of the widget's only, never of the text; nor are the
words that the article shows struck out. Offsets are mapped both ways.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.text import Span, StruckPassage
from ui.qt.offsets import Utf16Map

LONGEST = 2000
_NEAR = 200
_JOINER = "\u200d"


class Display:
    """`shown` is the widget's text; positions are UTF-16 units of it, offsets code points of the source."""

    def __init__(self, text: str, struck: Sequence[StruckPassage] = ()) -> None:
        self.text = text
        self._struck = struck
        self._starts = [one.start for one in struck]
        self._sums = [0, *accumulate(len(one.words) for one in struck)]
        self._full_starts = [start + by for start, by in zip(self._starts, self._sums, strict=False)]
        full = _with_struck(text, struck)
        self._cuts = _cuts(full)
        self.shown = _with_line_ends(full, self._cuts)
        self._map = Utf16Map(self.shown)
        self._shown_cuts = [cut + n for n, cut in enumerate(self._cuts)]

    def position(self, offset: int) -> int:
        """Return the position (UTF-16) of an offset (code points); at a cut, the start of the next block, and
        behind what is struck out there.
        """
        return self._position(offset + self._sums[bisect_right(self._starts, offset)])

    def end_position(self, offset: int) -> int:
        """Return the position (UTF-16) of a span's end (code points); at a cut, that of the last block."""
        return self.position(offset - 1) + self._width(offset - 1) if offset > 0 else 0

    def offset(self, position: int) -> int:
        """Return the code point offset of a position (UTF-16) of the widget; struck words have one."""
        return min(self._in_text(self._full(position)), len(self.text))

    def pieces(self, start: int, end: int) -> Iterator[Span]:
        """Yield the positions (UTF-16) of the code points [start, end), without struck words between them."""
        for at in range(bisect_right(self._starts, start), bisect_left(self._starts, end)):
            place = self._starts[at]
            if place > start:
                yield self.position(start), self.end_position(place)
                start = place
        yield self.position(start), self.end_position(end)

    def struck_within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the positions (UTF-16) of struck words that touch [start, end), positions too."""
        first = max(0, bisect_right(self._full_starts, self._full(start)) - 1) if self._struck else 0
        for at in range(first, len(self._struck)):
            words, place = self._struck[at].words, self._full_starts[at]
            low = self._position(place + len(words) - len(words.lstrip()))
            last = words.rstrip()
            high = self._position(place + len(last) - 1) + (2 if last[-1:] > "\uffff" else 1)
            if low >= end:
                return
            if high > start and last:
                yield low, high

    def _full(self, position: int) -> int:
        shown = self._map.to_text(position)
        return shown - (bisect_right(self._shown_cuts, shown - 1) if shown else 0)

    def _position(self, full: int) -> int:
        return self._map.to_qt(full + bisect_right(self._cuts, full))

    def _in_text(self, full: int) -> int:
        at = bisect_right(self._full_starts, full) - 1
        if at < 0:
            return full
        return max(self._starts[at], full - self._sums[at + 1])

    def _width(self, offset: int) -> int:
        return 2 if self.text[offset] > "\uffff" else 1


def _with_struck(text: str, struck: Sequence[StruckPassage]) -> str:
    if not struck:
        return text
    pieces: list[str] = []
    end = 0
    for one in struck:
        pieces += (text[end : one.start], one.words)
        end = one.start
    return "".join((*pieces, text[end:]))


def _cuts(text: str) -> list[int]:
    cuts: list[int] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST - _NEAR, start + LONGEST)
            start = space + 1 if space > start else _between(text, start + LONGEST)
            cuts.append(start)
        start = end + 1
    return cuts


def _between(text: str, at: int) -> int:
    """Return `at`, or the place before it that does not part what is read as one character."""
    for place in range(at, at - _NEAR, -1):
        joined = text[place - 1] == _JOINER or text[place] == _JOINER
        if not joined and not unicodedata.category(text[place]).startswith("M"):
            return place
    return at


def _with_line_ends(text: str, cuts: list[int]) -> str:
    if not cuts:
        return text
    ends = [*cuts, len(text)]
    return "\n".join(text[start:end] for start, end in zip([0, *cuts], ends, strict=True))
