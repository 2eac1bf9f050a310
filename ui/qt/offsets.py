"""Code points (ours) and UTF-16 units (Qt's): the only place that knows both."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts offsets into one text both ways. Free for a text within the Basic Multilingual Plane."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [start + n for n, start in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._astral, offset)

    def to_text(self, units: int) -> int:
        """Return the code point offset of a UTF-16 offset; one inside a surrogate pair rounds down."""
        return units - bisect_left(self._units, units)
