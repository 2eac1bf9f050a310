"""A name that a quote spells with one letter more, less or other: a slip, or another transcription."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.support.name_answers import NameFact, Span
from briefing.checks.support.reading import TextReading
from briefing.language.names import CapitalRun, folded, runs

# Shorter names that differ in one letter are others: Marin, Morin.
_LEAST = 6
_MOST = 60


def spelled_otherwise(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where a text has the name with one letter of one word otherwise: all its words, or the last one
    alone; None where it has not.
    """
    if not any(len(part) >= _LEAST and not part.startswith("=") for part in fact.parts):
        return None
    return next(((r.start, r.end) for r in _runs(reading.text) if _is_like(fact, r)), None)


def _runs(text: str) -> Iterator[CapitalRun]:
    yield from runs(text)[:_MOST]


def _is_like(fact: NameFact, run: CapitalRun) -> bool:
    theirs = [folded(w.text) for w in run.words]
    mine = list(fact.parts if len(theirs) > 1 else fact.parts[-1:])
    if len(theirs) != len(mine):
        return False
    other = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(other) == 1 and _one_letter_apart(*other[0])


def _one_letter_apart(one: str, two: str) -> bool:
    """Whether two folded words have the same first letter and differ in one other."""
    short, long = sorted((one, two), key=len)
    if len(short) < _LEAST or len(long) - len(short) > 1 or short[0] != long[0] or not long.isalpha():
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
