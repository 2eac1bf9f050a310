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
_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-ÞА-Я][\w’'-]{2,}")
_LONG = re.compile(r"\w{6,}")
_NAMES_FROM = 6000
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
    `agencies`: whom the text credits.
    """

    shingles: array[int]
    anchors: tuple[int, ...]
    names: frozenset[str]
    agencies: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.shingles)


def sign(text: str) -> Signature:
    """Return the signature of a text. One shorter than eight words has no shingle: it is like nothing."""
    words = [crc32(word.encode()) for word in _WORDS.findall(text.casefold())]
    # Hashes of tuples of numbers are the same in every process; those of strings are not.
    hashes = set(map(hash, zip(*(words[k:] for k in range(SHINGLE)), strict=False)))
    ranked = sorted(hashes)
    return Signature(array("q", ranked), tuple(ranked[:ANCHORS]), names_in(text), credited_in(text))


def names_in(text: str) -> frozenset[str]:
    """Return the capitalised words inside sentences; long words where a script has no capitals."""
    head = text[:_NAMES_FROM]
    found = frozenset(_NAME.findall(head)) - _CALENDAR
    return found if len(found) >= 4 else frozenset(_LONG.findall(head.casefold()))


class Signatures:
    """Signatures by the hash of their text, kept while all together have at most `most` shingles."""

    def __init__(self, most: int = 8_000_000) -> None:
        self._most, self._held = most, 0
        self._kept: OrderedDict[str, Signature] = OrderedDict()

    def of(self, text_sha: str, text: str) -> Signature:
        """Return the signature of `text`, made once per `text_sha` (never kept where that is "")."""
        known = self._kept.get(text_sha)
        if known is not None:
            self._kept.move_to_end(text_sha)
            return known
        made = sign(text)
        if text_sha:
            self._kept[text_sha] = made
            self._held += len(made) + 1
            while self._held > self._most and len(self._kept) > 1:
                self._held -= len(self._kept.popitem(last=False)[1]) + 1
        return made
