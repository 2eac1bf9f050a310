"""Numbers that stand in a quote and are another's there: "23 dead and 7 hurt" of 7 dead and 23 hurt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.checks.support.alignment import AlignedFact
from briefing.checks.support.counted import Counted, counted

Answer = AlignedFact[Counted]
# With more amounts a text is a table.
_MOST, _MOST_OF_QUOTE = 40, 200


def of_the_same(fact: Counted, answers: Sequence[Answer], bearing: Sequence[Answer]) -> Answer | None:
    """Return the quote's amount of what this one counts, where each one of the same value is another's; else
    None.
    """
    rest = [a for a in answers if not a.agrees and a.fact.sort == fact.sort]
    if not rest:
        return None
    return (
        _by_verb(fact, rest, bearing)
        or _by_words(fact, rest, bearing)
        or _changed_places(fact, rest, bearing)
        or _by_fate(fact, rest, bearing)
    )


def _by_verb(fact: Counted, rest: Sequence[Answer], bearing: Sequence[Answer]) -> Answer | None:
    """Return the amount that follows the same verb, where every one that fits follows another."""
    verbs = [a.fact.verb for a in bearing]
    if fact.sort == "age" or not fact.verb or not all(verbs) or fact.verb in verbs:
        return None  # before an age stands "age" or a name
    return next((a for a in rest if a.fact.verb == fact.verb), None)


def _by_words(fact: Counted, rest: Sequence[Answer], bearing: Sequence[Answer]) -> Answer | None:
    """Return the amount that stands among the same words, where none that fits shares any of them."""
    if any(fact.near & a.fact.near for a in bearing):
        return None
    best = rest[0]
    if not best.sure or not fact.near & best.fact.near or _leaves_open(best.fact, fact):
        return None
    return None if _is_counted_too(best.fact, fact) else best


def _is_counted_too(quote: Counted, fact: Counted) -> bool:
    """Whether the claim has the quote's amount as well, of the same things: the three men, aged 19 to 24."""
    return any(
        other.amount.value == quote.amount.value and other.heads & quote.heads
        for other in counted(fact.reading)[:_MOST]
        if other is not fact
    )


def _leaves_open(quote: Counted, fact: Counted) -> bool:
    """Whether the quote's amount is a bound that this one keeps to: "more than 2 million" for 2.3 million."""
    mine, theirs = fact.amount, quote.amount
    return (
        bool(theirs.approx)
        and theirs.unit == mine.unit
        and theirs.low <= mine.low <= mine.high <= theirs.high
    )


def _changed_places(fact: Counted, rest: Sequence[Answer], bearing: Sequence[Answer]) -> Answer | None:
    """Return the amount of the same fate or noun, where those that fit have that of another of the claim.

    Only what the claim counts too can have changed places: all other words are left alone.
    """
    claimed = counted(fact.reading)
    if not 1 < len(claimed) <= _MOST or fact.amount.unit:
        return None
    for trait in _traits():
        mine = trait(fact)
        others = {trait(other) for other in claimed if other is not fact} - {mine, ""}
        if mine and all(trait(a.fact) in others for a in bearing):
            found = next((a for a in rest if trait(a.fact) == mine), None)
            if found is not None:
                return found
    return None


def _traits() -> Iterator[Callable[[Counted], str]]:
    yield lambda fact: fact.fate
    yield lambda fact: fact.noun


def _by_fate(fact: Counted, rest: Sequence[Answer], bearing: Sequence[Answer]) -> Answer | None:
    """Return the amount of those who met the same fate, where all that fit met another: the 23-year-old died,
    the 25-year-old was hurt.
    """
    fates = [a.fact.fate for a in bearing]
    if not fact.fate or not all(fates) or fact.fate in fates:
        return None
    same = [a for a in rest if a.fact.fate == fact.fate]
    return same[0] if len(same) == 1 else None
