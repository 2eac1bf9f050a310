"""Words in an article, case and accents folded, found in code points of the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from briefing.text import Span

MOST = 5000
"""The most places that are looked for."""

_QUOTES = "‘’"


class Folded:
    """A text folded once, to be searched at each key."""

    def __init__(self, text: str) -> None:
        table = _table(text)
        self._plain = text.translate(table)
        self._ends: list[int] | None = None
        if any(len(folded) != 1 for folded in table.values()):
            self._ends = list(accumulate(len(table[ord(char)]) for char in text))

    def find(self, words: str) -> tuple[Span, ...]:
        """Return where `words` stand, in code points of the text; at most `MOST` places."""
        typed = words.strip("\n")
        needle = typed.translate(_table(typed))
        if not needle.strip():
            return ()
        found: list[Span] = []
        for match in re.finditer(re.escape(needle), self._plain):
            found.append(self._span(match.start(), match.end()))
            if len(found) == MOST:
                break
        return tuple(found)

    def _span(self, start: int, end: int) -> Span:
        """Return the text's span of a folded one; marks that fold away belong to the letter before."""
        if self._ends is None:
            return start, end
        last = self._ends[bisect_left(self._ends, end)]
        return bisect_right(self._ends, start), bisect_right(self._ends, last)


@lru_cache(maxsize=1)
def _folded(text: str) -> Folded:
    return Folded(text)


def find(text: str, words: str) -> tuple[Span, ...]:
    """Return where `words` stand in `text`, at most `MOST` places; the text searched last is kept folded."""
    return _folded(text).find(words)


def _table(text: str) -> dict[int, str]:
    return {ord(char): _fold(char) for char in set(text)}


def _fold(char: str) -> str:
    if char in _QUOTES:
        return "'"
    return "".join(c for c in unicodedata.normalize("NFKD", char).casefold() if not unicodedata.combining(c))
