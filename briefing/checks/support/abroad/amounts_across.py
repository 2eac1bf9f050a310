"""The amounts of a claim against those of quotes in another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.support.alignment import AlignedFact, graded
from briefing.checks.support.marks import ABSENT, FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.abroad.numerals import LANGUAGES
from briefing.language.numbers import Quantity

_MOST_OF_CLAIM, _MOST_OF_QUOTE = 40, 200
_SMALL = 20  # up to here prose writes numbers in words
_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for each amount of the claim outside `taken`."""
    asked = [
        a
        for a in claim.amounts[:_MOST_OF_CLAIM]
        if a.core not in claim.dated
        and not a.ordinal
        and a.value != 1
        and not any(start < a.core[1] and a.core[0] < end for start, end in taken)
    ]
    theirs = [
        (q, a) for q in quotes for a in q.reading.amounts[:_MOST_OF_QUOTE] if a.core not in q.reading.dated
    ]
    for amount in asked:
        yield from _mark(claim, amount, asked, theirs, quotes)


def _mark(
    claim: TextReading,
    amount: Quantity,
    asked: Sequence[Quantity],
    theirs: Sequence[tuple[Quoted, Quantity]],
    quotes: Sequence[Quoted],
) -> Iterator[Mark]:
    alone = bool(amount.unit) and sum(a.unit == amount.unit for a in asked) == 1
    rivals = sum(a.unit == amount.unit for _q, a in theirs)
    answers = [
        AlignedFact(q, a, _agrees(amount, a), alone and rivals == 1 and a.unit == amount.unit)
        for q, a in theirs
    ]
    state, answer = graded(answers)
    words = claim.text[amount.start : amount.end]
    if answer is None:
        if not _is_unread(amount, words, quotes):
            why = f"No quote has a number like “{words}”."
            yield Mark(amount.start, amount.end, "number", ABSENT, "", why)
        return
    other = answer.fact
    seen = answer.quoted.words(other.start, other.end)
    why = f"The quote has “{seen}”." if state == FOUND else f"The claim says “{words}”, the quote “{seen}”."
    place = (answer.quoted.place(other.start, other.end),)
    nearest = seen if state == FOUND else ""  # words of another language are no repair
    yield Mark(amount.start, amount.end, "number", state, nearest, why, place)


def _agrees(claim: Quantity, quote: Quantity) -> bool:
    """Whether a quote's amount bears one of the claim out: the same number of the same, or of what is not
    read.
    """
    if claim.unit and quote.unit and claim.unit != quote.unit:
        return False
    slack = max(claim.rounding, quote.rounding, abs(claim.value) * 1e-9)
    if quote.vague:
        return claim.vague and claim.low <= quote.high and quote.low <= claim.high
    if claim.vague or claim.approx:
        return (
            claim.low - slack <= quote.value <= claim.high + slack or abs(claim.value - quote.value) <= slack
        )
    return abs(claim.value - quote.value) <= slack


def _is_unread(amount: Quantity, words: str, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote may have a number in words that no table reads, or one that a language says otherwise
    ("zwei Tage" for "48 hours").
    """
    if amount.unit in _TIME:
        return True
    unread = any(not q.reading.english and q.reading.language not in LANGUAGES for q in quotes)
    return unread and (amount.value <= _SMALL or not any(c.isdigit() for c in words))
