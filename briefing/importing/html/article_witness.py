"""The extractor's paragraphs, asked which of our lines are among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from briefing.importing.html.markup import MarkupBlock

_WINDOW = 8_000
_FEWEST_LETTERS = 12
_NO_LETTER = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)  # the lines of one page, asked for several times
def squeezed(text: str) -> str:
    """Return the letters and digits of a text, in lower case: what is compared."""
    return _NO_LETTER.sub("", text.lower())


class Witness:
    """What an extractor found to be the article; false where it found nothing."""

    def __init__(self, found: Iterable[str]) -> None:
        keys = [squeezed(line) for line in found]
        self._all = "".join(keys)
        starts = (end - len(key) for key, end in zip(keys, accumulate(map(len, keys)), strict=True))
        # The first place of a line that is there twice: the search must not run ahead.
        self._places = dict(reversed([pair for pair in zip(keys, starts, strict=True) if pair[0]]))

    @property
    def letters(self) -> int:
        """How many letters and digits were found."""
        return len(self._all)

    def __bool__(self) -> bool:
        return bool(self._all)

    def kept(self, blocks: list[MarkupBlock]) -> list[bool]:
        """Return for each line whether the extractor kept it. Searches near the last hit only: linear."""
        kept = []
        at = 0
        for block in blocks:
            key = squeezed(block.text)
            place = self._places.get(key, -1)
            if place < 0 and len(key) >= _FEWEST_LETTERS:
                place = self._all.find(key, max(0, at - _WINDOW), at + len(key) + _WINDOW)
            kept.append(place >= 0)
            at = max(at, place)
        return kept
