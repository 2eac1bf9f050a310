"""A claim that says exactly what its quotes say only roughly: "a decade" for "almost a decade"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.checks.support.marks import DIFFERS, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.surroundings import of_the_same
from briefing.language.tokens import Token, index_at

# Past so many of them in one text the rest is not asked.
_MOST = 40
_ROUGHLY = re.compile(
    r"(?<!\bno )\b(?:almost|nearly|virtually|practically|roughly|approximately|more than|less than"
    r"|well over|just over|just under|at least|at most|up to|as many as|as much as)\b"
    r"(?! (?:no|none|nothing|never|any)\b)|\bhardly\b",
    re.IGNORECASE,
)
# How many words may stand between: "more than an", "up to a".
_REACH = 2


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a warning for the first word of the claim that each quote that has it says only roughly, of the
    same thing. Numbers are compared apart.
    """
    if _ROUGHLY.search(claim.text):
        return
    rough = {id(q): _rough(q.reading) for q in quotes}
    if not any(rough.values()):
        return
    for word in _exact(claim):
        seen = [(q, i) for q in quotes for i in q.reading.places.get(word.stem, ())[:_MOST]]
        if not seen or not all(i in rough.get(id(q), {}) for q, i in seen):
            continue
        quoted, index = seen[0]
        if of_the_same(claim, word, quoted.reading, quoted.reading.words[index]):
            yield _mark(word, quoted, quoted.reading.words[index], rough[id(quoted)][index])
            return


def _exact(claim: TextReading) -> Iterator[Token]:
    """Yield the words of a claim that say something and stand in no number."""
    numbers = [(a.start, a.end) for a in claim.amounts]
    for word in claim.words:
        if word.content and not any(start <= word.start < end for start, end in numbers):
            yield word


@lru_cache(maxsize=8192)
def _rough(reading: TextReading) -> dict[int, int]:
    """Return the indices of the words that are said roughly, each with where the word for it starts."""
    found: dict[int, int] = {}
    for match in list(_ROUGHLY.finditer(reading.text))[:_MOST]:
        first = index_at(reading.words, match.end())
        for index in range(first, min(first + _REACH + 1, len(reading.words))):
            word = reading.words[index]
            if word.clause != reading.words[first].clause or word.text[0].isdigit():
                break
            if word.content:
                found[index] = match.start()
                break
    return found


def _mark(word: Token, quoted: Quoted, theirs: Token, start: int) -> Mark:
    seen = quoted.words(start, theirs.end)
    why = f"The quote says “{seen}”, the claim says it exactly."
    place = (quoted.place(start, theirs.end),)
    return Mark(word.start, word.end, "approximation", DIFFERS, seen, why, place, most="warning")
