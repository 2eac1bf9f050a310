"""Designations of letters and digits: T-72, S-300, COVID-19, A380. Another number is another thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from briefing.checks.support.marks import ABSENT, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.lexicon import words_of

_CODE = re.compile(
    r"(?<![\w.-])(?:(?P<prefix>[A-Za-z]{1,10}(?:-[A-Za-z]{2,6})?)-(?P<number>\d{1,4})(?P<suffix>[A-Za-z]{0,3})"
    r"|(?P<joined>[A-Z]{1,4})(?P<digits>\d{1,4})(?P<mark>[A-Z]{0,3}))(?![\w-]|[.,]\d)"
)
# Before a hyphen these leave a number a number, or a year a year; quarters and halves of a year are dates.
_NO_PREFIX = words_of(
    "top under over sub aged mid pre post late early plus double non to of and or from the a"
)
_OF_TIME = words_of("q h")
# A claim with more codes is a table.
_MOST = 40


class Code(NamedTuple):
    """A designation: its letters and its number in one form, with its place in code points."""

    letters: str
    number: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def codes(reading: TextReading) -> tuple[Code, ...]:
    """Return the designations of a text in order."""
    if not any(c.isdigit() for c in reading.text):
        return ()
    found = []
    for match in _CODE.finditer(reading.text):
        letters = (match["prefix"] or match["joined"]).lower()
        number = match["number"] or match["digits"]
        if letters in _NO_PREFIX or (letters in _OF_TIME and len(number) == 1):
            continue
        suffix = (match["suffix"] or match["mark"] or "").lower()
        found.append(Code(letters, number.lstrip("0") + suffix, match.start(), match.end()))
    return tuple(found[:_MOST])


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each designation that the quotes have, or of which they have another number. Of one
    whose letters no quote has, nothing is said: it is compared as a name.
    """
    for code in codes(claim):
        alike = [(q, c) for q in quotes for c in codes(q.reading) if c.letters == code.letters]
        same = next(((q, c) for q, c in alike if c.number == code.number), None)
        others = {c.number for _q, c in alike}
        if same is not None:
            quoted, other = same
            words = quoted.words(other.start, other.end)
            yield _mark(code, "found", quoted, other, f"The quote has “{words}”.")
        elif len(others) > 1:
            why = f"No quote names “{claim.text[code.start : code.end]}”."
            yield Mark(code.start, code.end, "name", ABSENT, "", why)
        elif others:
            quoted, other = alike[0]
            mine, words = claim.text[code.start : code.end], quoted.words(other.start, other.end)
            yield _mark(code, "differs", quoted, other, f"The claim names “{mine}”, the quote “{words}”.")


def _mark(code: Code, state: Literal["found", "differs"], quoted: Quoted, other: Code, why: str) -> Mark:
    words = quoted.words(other.start, other.end)
    place = quoted.place(other.start, other.end)
    return Mark(code.start, code.end, "name", state, words, why, (place,))
