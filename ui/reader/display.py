"""A source text as the widget holds it: long lines split into blocks, offsets mapped both ways.

A line of a megabyte without a break would freeze the layout: lines are cut every LONGEST code points,
at a space if there is one near. The cut is a line end of the widget's only, never of the text.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from ui.qt.offsets import Utf16Map

LONGEST = 2000
_NEAR = 200
_JOINER = "\u200d"


class Display:
    """`shown` is the widget's text; positions are UTF-16 units of it, offsets code points of the source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._cuts = _cuts(text)
        self.shown = _with_line_ends(text, self._cuts)
        self._map = Utf16Map(self.shown)
        self._shown_cuts = [cut + n for n, cut in enumerate(self._cuts)]

    def position(self, offset: int) -> int:
        """Return the position (UTF-16) of an offset (code points); at a cut, the start of the next block."""
        return self._map.to_qt(offset + bisect_right(self._cuts, offset))

    def end_position(self, offset: int) -> int:
        """Return the position (UTF-16) of a span's end (code points); at a cut, that of the last block."""
        return self.position(offset - 1) + self._width(offset - 1) if offset > 0 else 0

    def _width(self, offset: int) -> int:
        return 2 if self.text[offset] > "\uffff" else 1

    def offset(self, position: int) -> int:
        """Return the code point offset of a position (UTF-16) of the widget."""
        shown = self._map.to_text(position)
        at = bisect_right(self._shown_cuts, shown - 1) if shown else 0
        return min(shown - at, len(self.text))


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
