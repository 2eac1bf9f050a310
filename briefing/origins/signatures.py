"""What is kept of a text to find its like: hashes of its 8-word shingles, its anchors and its names.

Shingles after Broder, “On the resemblance and containment of documents” (1997). The anchors are the
shingles with the least hashes, a sample that is the same for the same words wherever they stand.
"""

from __future__ import annotations

import re
from array import array
from collections import OrderedDict
from dataclasses import dataclass
from zlib import crc32

from briefing.origins.agencies import credited_in

SHINGLE = 8
ANCHORS = 48
_WORDS = re.compile(r"\w+")
_NAME = re.compile(r" ([A-ZÀ-ÞА-Я][\w’'-]{2,})")
_LONG = re.compile(r"\w{6,}")
_NAMES_FROM = 6000
_OPENING = 600
_MOST_WORDS = 200_000
# Capitalised, and in every other story.
_CALENDAR = frozenset(
    re.findall(
        r"\w+",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
        "August September October November December The President Minister",
    )
)


@dataclass(frozen=True, slots=True)
class Signature:
    """`shingles`: their hashes, sorted, each once. `anchors`: the hashes by which the text is found.
    `agencies`: whom the text credits. `opening`: the long words of its beginning, where the story is told.
    """

    shingles: array[int]
    anchors: tuple[int, ...]
    names: frozenset[str]
    agencies: tuple[str, ...]
    opening: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.shingles)


class WordNumbers(dict[str, int]):
    """A number for each word, worked out when it is first met: the same in every process."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = number = crc32(word.encode())
        return number


def sign(text: str, numbers: WordNumbers) -> Signature:
    """Return the signature of a text. One shorter than eight words has no shingle: it is like nothing."""
    words = [numbers[word] for word in _WORDS.findall(text.casefold())]
    # Hashes of tuples of numbers are the same in every process; those of strings are not.
    hashes = set(map(hash, zip(*(words[k:] for k in range(SHINGLE)), strict=False)))
    ranked = sorted(hashes)
    return Signature(
        array("q", ranked), tuple(ranked[:ANCHORS]), names_in(text), credited_in(text), opening_of(text)
    )


def names_in(text: str) -> frozenset[str]:
    """Return the capitalised words inside sentences; long words where a script has no capitals."""
    head = text[:_NAMES_FROM]
    # After a word or a comma: the first word of a sentence is no name for being capitalised.
    capitalised = (hit[1] for hit in _NAME.finditer(head, 1) if _inside(head[hit.start() - 1]))
    found = frozenset(capitalised) - _CALENDAR
    return found if len(found) >= 4 else frozenset(_LONG.findall(head.casefold()))


def opening_of(text: str) -> frozenset[str]:
    """Return the long words of a text's first two fifths, of 600 code points at most."""
    return frozenset(_LONG.findall(text[: min(_OPENING, len(text) * 2 // 5)].casefold()))


def _inside(before: str) -> bool:
    return before.isalnum() or before in ",_"


class Signatures:
    """Signatures by the hash of their text, kept while all together have at most `most` shingles."""

    def __init__(self, most: int = 8_000_000) -> None:
        self._most, self._held = most, 0
        self._numbers = WordNumbers()
        self._kept: OrderedDict[str, Signature] = OrderedDict()

    def of(self, text_sha: str, text: str) -> Signature:
        """Return the signature of `text`, made once per `text_sha` (never kept where that is "")."""
        known = self._kept.get(text_sha)
        if known is not None:
            self._kept.move_to_end(text_sha)
            return known
        made = sign(text, self._numbers)
        if text_sha:
            self._kept[text_sha] = made
            self._held += len(made) + 1
            while self._held > self._most and len(self._kept) > 1:
                self._held -= len(self._kept.popitem(last=False)[1]) + 1
        return made
