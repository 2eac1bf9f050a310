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


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each "doubled" of the claim where two values show by how much it grew. Where none do,
    nothing.
    """
    grown = [(i, _TIMES[w.stem]) for i, w in enumerate(claim.words) if w.stem in _TIMES][:_MOST]
    for index, times in grown:
        word = claim.words[index]
        if any(_TIMES.get(times_word) == times for q in quotes for times_word in q.reading.places):
            continue
        low, high = _LEAST.get(claim.words[index - 1].low if index else "", (1 - _NEAR, 1 + _NEAR))
        steps = [(q, s) for q in quotes for s in _steps(q.reading)]
        bearing = [(q, s) for q, s in steps if times * low <= s[2] <= times * high]
        near = claim.near(word.start, word.end, 6)
        steps = [(q, s) for q, s in steps if near & q.reading.near(s[0], s[1], 6)]
        if not steps:
            continue
        quoted, (start, end, ratio) = (bearing or steps)[0]
        seen = quoted.words(start, end)
        state: MarkState = FOUND if bearing else DIFFERS
        why = (
            f"The quote has “{seen}”."
            if bearing
            else f"“{seen}” is {ratio:.2g} times as much, not {times:g} times."
        )
        yield Mark(word.start, word.end, "number", state, seen, why, (quoted.place(start, end),))


def _steps(reading: TextReading) -> list[tuple[int, int, float]]:
    """Return where a text goes from one value to another, and how many times the first the second is."""
    found = []
    amounts = [a for a in reading.amounts[:_MOST] if a.unit != "clock" and a.core not in reading.dated]
    for amount in amounts:
        if amount.approx == "range" and amount.low > 0 and _opens(reading, amount, "from"):
            found.append((amount.start, amount.end, amount.high / amount.low))
    for one, two in pairwise(amounts):
        joint = reading.text[one.end : two.start].strip().lower()
        by = scales(one.unit, two.unit) or ((1.0, 1.0, 0.0) if one.unit == two.unit else None)
        if (
            not by
            or min(one.value, two.value) <= 0
            or one.ordinal
            or two.ordinal
            or "range" in (one.approx, two.approx)
        ):
            continue
        if joint == "to" and _opens(reading, one, "from"):
            found.append((one.start, two.end, two.value * by[1] / (one.value * by[0])))
        elif joint == "from" and _opens(reading, one, "to"):
            found.append((one.start, two.end, one.value * by[0] / (two.value * by[1])))
    return found


def _opens(reading: TextReading, amount: Quantity, word: str) -> bool:
    return reading.text[max(0, amount.start - 6) : amount.start].lower().split()[-1:] == [word]
