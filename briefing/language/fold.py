"""Folding: what counts as the same letter, to each reader of text that asks. One table, in three steps.

"forms" levels what typesetting makes of a letter: quotation marks, dashes, spaces, ligatures, full-width
forms and marks that show nothing (NFKC, Unicode Standard Annex 15). Case and accents stay. "letters" levels
case and accents too (NFKD and case folding, as in Unicode's compatibility caseless matching), then Arabic
spellings, letters that do not decompose, and digits of other scripts. Punctuation stays. "words" keeps words
and spaces only, as the index holds them. Scripts written without spaces are cut into single characters.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat
from typing import Literal

from briefing.text import Span

Step = Literal["forms", "letters", "words"]

# Thai, Lao, Burmese, Khmer; kana, CJK and their compatibility and half-width forms; the later planes of CJK.
_WITHOUT_SPACES = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007)),
    *((0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF)),
    *((0xFF66, 0xFF9F), (0x20000, 0x3FFFF)),
)
_STARTS = tuple(first for first, _ in _WITHOUT_SPACES)

# Each pair of words: signs and letters that stand for one another, in order.
_SIGNS = str.maketrans("‘’‚‛′“”„‟«»‐‑‒–—−", '\'\'\'\'\'""""""------')
_ALIKE = (("ıøđłħðŧ", "iodlhdt"), ("ٱىیۍېےکڪةۃہھۀ", "ايييييككههههه"), ("ґєѓќ", "геґк"))
_LONGER = {"æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij"}
_VIRAMA = 9
# In a word and yet no letter of it: tatweel, soft hyphen, joiners and marks of direction.
_SILENT = "ـ\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u034f"
UNSPOKEN = f"[{_SILENT}\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
"""A pattern of what stands inside a word and folds away: the silent ones, and accents and vowels as marks
of their own.
"""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and for each of its characters the place it comes from in the original (None: the same
    place).

    `length`: that of the original. Places and spans of the original are in code points.
    """

    text: str
    origins: Sequence[int] | None
    length: int

    def span(self, start: int, end: int) -> Span:
        """Return what stands behind a span that is not empty: whole letters, with the marks that follow."""
        if self.origins is None:
            return start, end
        after = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], max(after, self.origins[end - 1] + 1)

    def exact(self, start: int, end: int) -> Span | None:
        """Return what reads as a span that is not empty when folded, and nothing more; None where it begins
        or ends inside one character (the “2” of “½”, the second dot of “…”).
        """
        origins = self.origins
        if origins is None:
            return start, end
        if any(0 < at < len(origins) and origins[at - 1] == origins[at] for at in (start, end)):
            return None
        return origins[start], origins[end - 1] + 1

    def places(self, words: str, *, overlapping: bool = False) -> Iterator[Span]:
        """Yield where folded words stand in the folded text; one space between words stands for any
        number.
        """
        inner = " +".join(map(re.escape, words.split()))
        wanted = re.compile(" " * words.startswith(" ") + inner + " " * words.endswith(" "))
        found = wanted.search(self.text) if inner else None
        while found:
            yield found.span()
            found = wanted.search(self.text, found.start() + 1 if overlapping else found.end())


class _FoldTable(dict[int, str]):
    """What `str.translate` makes of each code point in one step, worked out when it is first met."""

    def __init__(self, made: Callable[[str], str]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._made(chr(code))
        return folded


@cache
def _table(step: Step) -> _FoldTable:
    return _FoldTable({"forms": _forms, "letters": _letters, "words": _words}[step])


@cache
def _alike() -> dict[str, str]:
    pairs = {a: b for these, those in _ALIKE for a, b in zip(these, those, strict=True)}
    return {**pairs, **_LONGER}


def _forms(char: str) -> str:
    """Return one character without what typesetting made of it: "" for one that shows nothing."""
    if char in _SILENT:
        return ""
    return " " if char.isspace() else unicodedata.normalize("NFKC", char).translate(_SIGNS)


def _letters(char: str) -> str:
    """Return the letters and signs of one character without case and accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", _forms(char)).casefold())
    return "".join(map(_letter, plain))


def _letter(char: str) -> str:
    if unicodedata.combining(char) not in (0, _VIRAMA) or char in _SILENT:
        return ""
    if unicodedata.category(char)[0] == "M":
        # Variation selectors and enclosing marks say nothing; the vowel signs of Indic scripts do.
        return char if unicodedata.category(char) == "Mc" or "\u0900" <= char <= "\u1aff" else ""
    digit = unicodedata.digit(char, None) if char.isalnum() else None
    return str(digit) if digit is not None else _alike().get(char, char)


def _words(char: str) -> str:
    """Return the letters of one character, a space for all that parts words."""
    return "".join(map(_in_a_word, _letters(char)))


def _in_a_word(char: str) -> str:
    if not char.isalnum() and unicodedata.category(char)[0] != "M":
        return " "
    return f" {char} " if _stands_alone(ord(char)) else char


def _stands_alone(code: int) -> bool:
    at = bisect_left(_STARTS, code + 1) - 1
    return at >= 0 and code <= _WITHOUT_SPACES[at][1]


def fold(text: str, step: Step = "words") -> Folded:
    """Return `text` folded, with the way back to its code points."""
    table = _table(step)
    folded = text.translate(table)
    sizes = {char: len(table[ord(char)]) for char in set(text)}
    if all(size == 1 for size in sizes.values()):
        return Folded(folded, None, len(text))
    each = map(repeat, range(len(text)), map(sizes.__getitem__, text))
    return Folded(folded, array("I", chain.from_iterable(each)), len(text))


def letters(text: str) -> str:
    """Return `text` without case and accents, its punctuation kept."""
    if text.isascii() and text.isprintable():
        return text.lower()  # the same, and many times faster
    return text.translate(_table("letters"))


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in order, as the index holds them."""
    return tuple(text.translate(_table("words")).split())
