"""Doubled, tripled, halved: held against the two values between which a quote, or the claim itself, says it
went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.checks.support.marks import DIFFERS, FOUND, Mark, MarkState
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.numbers import Quantity
from briefing.language.stems import stem_of
from briefing.language.units import scales

_TIMES: dict[str, float] = {
    stem_of(word, "en"): times
    for word, times in (
        ("doubled", 2.0), ("tripled", 3.0), ("trebled", 3.0), ("quadrupled", 4.0), ("halved", 0.5),
        ("twofold", 2.0), ("threefold", 3.0),
        ("fourfold", 4.0), ("fivefold", 5.0), ("tenfold", 10.0),
    )
}  # fmt: skip
# "Doubled" of prose is "about doubled": an eighth either side; "more than doubled" has no upper bound.
_NEAR = 0.125
_LEAST = {"than": (1.0, 10.0), "nearly": (0.75, 1.0), "almost": (0.75, 1.0)}
_MOST = 40


Step = tuple[int, int, float]


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each "doubled" of the claim where two values show by how much it grew. Where none do,
    nothing.
    """
    grown = [(i, _TIMES[w.stem]) for i, w in enumerate(claim.words) if w.stem in _TIMES][:_MOST]
    for index, times in grown:
        if not any(_TIMES.get(stem) == times for q in quotes for stem in q.reading.places):
            mark = _mark(claim, index, times, quotes)
            if mark is not None:
                yield mark


def _mark(claim: TextReading, index: int, times: float, quotes: Sequence[Quoted]) -> Mark | None:
    """Return what the values of the quotes say to a "doubled" of the claim: one that fits, else one near."""
    word = claim.words[index]
    low, high = _LEAST.get(claim.words[index - 1].low if index else "", (1 - _NEAR, 1 + _NEAR))
    near = claim.near(word.start, word.end, 6)
    steps = [(q, s) for q in quotes for s in _steps(q.reading) if near & q.reading.near(s[0], s[1], 6)]
    if not steps:
        return None
    fits = [(q, s) for q, s in steps if times * low <= s[2] <= times * high]
    quoted, (start, end, ratio) = (fits or steps)[0]
    seen = quoted.words(start, end)
    state: MarkState = FOUND if fits else DIFFERS
    why = (
        f"The quote has “{seen}”." if fits else f"“{seen}” is {ratio:.2g} times as much, not {times:g} times."
    )
    return Mark(word.start, word.end, "number", state, seen, why, (quoted.place(start, end),))


def _steps(reading: TextReading) -> list[Step]:
    """Return where a text goes from one value to another, and how many times the first the second is."""
    amounts = [a for a in reading.amounts[:_MOST] if a.unit != "clock" and a.core not in reading.dated]
    ranges = (a for a in amounts if a.approx == "range" and a.low > 0 and _opens(reading, a, "from"))
    found = [(a.start, a.end, a.high / a.low) for a in ranges]
    return found + [step for one, two in pairwise(amounts) for step in _between(reading, one, two)]


def _between(reading: TextReading, one: Quantity, two: Quantity) -> Iterator[Step]:
    """Yield the step that two amounts make: "from 2 to 4", "to 4 from 2"."""
    by = scales(one.unit, two.unit) or ((1.0, 1.0, 0.0) if one.unit == two.unit else None)
    if not by or min(one.value, two.value) <= 0 or not (_is_value(one) and _is_value(two)):
        return
    joint = reading.text[one.end : two.start].strip().lower()
    before, after = one.value * by[0], two.value * by[1]
    if joint == "to" and _opens(reading, one, "from"):
        yield one.start, two.end, after / before
    elif joint == "from" and _opens(reading, one, "to"):
        yield one.start, two.end, before / after


def _is_value(amount: Quantity) -> bool:
    return not amount.ordinal and amount.approx != "range"


def _opens(reading: TextReading, amount: Quantity, word: str) -> bool:
    return reading.text[max(0, amount.start - 6) : amount.start].lower().split()[-1:] == [word]
