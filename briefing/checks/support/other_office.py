"""A claim that gives somebody another office: foreign minister for defence minister."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.support.marks import DIFFERS, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.offices import LESSER, Office, offices


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for an office that the quotes give another way: foreign minister, defence minister."""
    free = [
        o for o in offices(claim.text) if not any(start < o.end and o.start < end for start, end in taken)
    ]
    theirs = [(q, o) for q in quotes for o in offices(q.reading.text)] if free else []
    for mine in free:
        other = _other(mine, [(q, o) for q, o in theirs if o.head == mine.head])
        if other is not None:
            quoted, office = other
            seen, words = quoted.words(office.start, office.end), claim.text[mine.start : mine.end]
            yield Mark(
                mine.start, mine.end, "name", DIFFERS, seen, f"The claim says “{words}”, the quote “{seen}”.",
                (quoted.place(office.start, office.end),),
            )  # fmt: skip


def _other(mine: Office, same: Sequence[tuple[Quoted, Office]]) -> tuple[Quoted, Office] | None:
    """Return the first office of the same head where none is the claim's; None where one is, or says no
    more.
    """
    if any(o.kinds == mine.kinds for _, o in same):
        return None
    if not mine.kinds and not any(LESSER & o.kinds for _, o in same):
        return None
    given = next(((q, o) for q, o in same if o.kinds), None)
    if given is None:
        return None
    kinds = given[1].kinds
    return None if mine.kinds < kinds and not LESSER & kinds else given  # fewer words, the same office
