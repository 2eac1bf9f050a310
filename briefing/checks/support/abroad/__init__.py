"""A claim against quotes where one of the two is not English: what tables of languages read, and no more.

Amounts and days are compared by value. Of names, denials, doubts and directions only that is found which a
whole quote lacks or has, as a warning: across languages no word can be held against another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.support.abroad import amounts_across, days_across, names_across, signs_across
from briefing.checks.support.marks import FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading

__all__ = ["check", "together"]


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield the marks of a claim against quotes of which none can be read as the claim is. `taken`: spans of
    the claim that are asked elsewhere (quotations).
    """
    days = list(days_across.check(claim, quotes))
    yield from days
    spans = (*taken, *((mark.start, mark.end) for mark in days))
    yield from amounts_across.check(claim, quotes, spans)
    yield from names_across.check(claim, quotes, spans)
    yield from signs_across.check(claim, quotes)


def together(near: Sequence[Mark], far: Sequence[Mark], *, decides: bool) -> list[Mark]:
    """Return what became of a claim of which some quotes are in its language and some are not.

    What any of them bears out is found. What those in its language lack or say otherwise stands only where
    the others lack it too, or where they do not decide (`decides`).
    """
    borne = [mark for mark in far if mark.state == FOUND]
    lacking = [mark for mark in far if mark.state != FOUND]
    kept = [
        mark
        for mark in near
        if mark.state == FOUND or (not _of_one(mark, borne) and (not decides or _of_one(mark, lacking)))
    ]
    return [*kept, *(mark for mark in borne if not _of_one(mark, kept))]


def _of_one(mark: Mark, others: Sequence[Mark]) -> bool:
    """Whether another mark of the same kind stands at the same words."""
    return any(o.kind == mark.kind and o.start < mark.end and mark.start < o.end for o in others)
