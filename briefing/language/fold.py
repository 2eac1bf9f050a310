"""Folding, for the index and for what is typed: what counts as the same letter, and what parts words.

A folded text holds words and blanks only. Case, accents, ligatures and full-width forms are levelled
(NFKD and case folding, as in Unicode's compatibility caseless matching), then Arabic spellings, letters that
do not decompose, and digits of other scripts. Scripts written without blanks are cut into single characters.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat

# Thai, Lao, Burmese, Khmer; kana, CJK and their compatibility and half-width forms; the later planes of CJK.
_WITHOUT_BLANKS = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007)),
    *((0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF)),
    *((0xFF66, 0xFF9F), (0x20000, 0x3FFFF)),
)
_STARTS = tuple(first for first, _ in _WITHOUT_BLANKS)

# Each pair of words: letters that stand for one another, in order.
_ALIKE = (("ıøđłħðŧ", "iodlhdt"), ("ٱىیۍېےکڪةۃہھۀ", "ايييييككههههه"), ("ґєѓќ", "геґк"))
_LONGER = {"æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij"}
_VIRAMA = 9
# In a word and yet no letter of it: tatweel, soft hyphen, joiners and marks of direction.
_SILENT = frozenset("ـ\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u034f")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and for each of its characters where it comes from (None: the same place)."""

    text: str
    origins: Sequence[int] | None
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the original behind a span that is not empty, marks that follow included."""
        if self.origins is None:
            return start, end
        after = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], max(after, self.origins[end - 1] + 1)


class _Letters(dict[int, str]):
    """What `str.translate` makes of each code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _letter(chr(code))
        return folded


@cache
def _letters() -> _Letters:
    return _Letters()


@cache
def _alike() -> dict[str, str]:
    pairs = {a: b for these, those in _ALIKE for a, b in zip(these, those, strict=True)}
    return {**pairs, **_LONGER}


def _letter(char: str) -> str:
    """Return what one character becomes: letters, "" for a mark, or a blank for all that parts words."""
    if char in _SILENT:
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(map(_part, plain))


def _part(char: str) -> str:
    if unicodedata.combining(char) not in (0, _VIRAMA) or char in _SILENT:
        return ""
    if unicodedata.category(char)[0] == "M":
        # Variation selectors and enclosing marks say nothing; the vowel signs of Indic scripts do.
        said = unicodedata.category(char) == "Mc" or "\u0900" <= char <= "\u1aff"
        return (f" {char} " if _stands_alone(ord(char)) else char) if said else ""
    if not char.isalnum():
        return " "
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    return f" {char} " if _stands_alone(ord(char)) else _alike().get(char, char)


def _stands_alone(code: int) -> bool:
    at = bisect_left(_STARTS, code + 1) - 1
    return at >= 0 and code <= _WITHOUT_BLANKS[at][1]


def fold(text: str) -> Folded:
    """Return `text` folded, with the way back to its code points."""
    letters = _letters()
    folded = text.translate(letters)
    sizes = {char: len(letters[ord(char)]) for char in set(text)}
    if all(size == 1 for size in sizes.values()):
        return Folded(folded, None, len(text))
    each = map(repeat, range(len(text)), map(sizes.__getitem__, text))
    return Folded(folded, array("I", chain.from_iterable(each)), len(text))


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in order, as the index holds them."""
    return tuple(text.translate(_letters()).split())
