"""Numbers that can be reckoned from two of a quote: a share ("76 of the 150 seats"), a difference ("up from
58 to 61 per cent"), a sum ("12 in Haiti and 3 in Cuba"), the ends of a score; and "twice" for two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.checks.support.counted import Counted, counted
from briefing.checks.support.reading import Quoted
from briefing.language.tokens import index_at

Span = tuple[Quoted, int, int]
_MOST = 40
_OF = re.compile(r"[ ](?:out[ ])?of[ ](?:(?:the|its|their|his|her|all)[ ])?", re.IGNORECASE)
_TIMES = {"twice": 2, "thrice": 3}
_CHANGE = re.compile(
    r"\b(?:r[io]se|rising|fell|fall|up|down|gain|lost|lose|increas|decreas|grew|grow|drop|climb|margin|lead|led"
    r"|more|fewer|less|ahead|behind|difference)",
    re.IGNORECASE,
)
_SUM = re.compile(r"[^.;!?]{0,60}\b(?:and|plus)[ ]$")
# Beside an amount so much larger a difference is hardly another number.
_LEAST_SHARE = 0.1
_POINTS = ("percent", "points")


def reckoned(fact: Counted, quotes: Sequence[Quoted]) -> Span | None:
    """Return where a quote has what a number of the claim is reckoned from, in one sentence."""
    return next((span for q in quotes for span in _spans(fact, q) if _is_near(fact, *span[:2])), None)


def _is_near(fact: Counted, quoted: Quoted, start: int) -> bool:
    """Whether the sentence shares a word of weight with the clause of the claim's number."""
    mine, theirs = fact.reading.words, quoted.reading.words
    clause = mine[min(index_at(mine, fact.amount.start), len(mine) - 1)].clause
    sentence = theirs[min(index_at(theirs, start), len(theirs) - 1)].sentence
    claimed = fact.reading.clauses.get(clause, frozenset())
    return not claimed.isdisjoint(quoted.reading.sentences.get(sentence, frozenset()))


def _spans(fact: Counted, quoted: Quoted) -> Iterator[Span]:
    amounts = counted(quoted.reading)[:_MOST]
    yield from _by_adverb(fact, quoted)
    yield from _ends_of_scores(fact, quoted, amounts)
    for one, two in pairwise(amounts):
        if _comes_to(fact, one, two):
            yield quoted, one.amount.start, two.amount.end


def _by_adverb(fact: Counted, quoted: Quoted) -> Iterator[Span]:
    if fact.sort == "count" and fact.amount.value in _TIMES.values():
        for word in quoted.reading.words:
            if _TIMES.get(word.low) == fact.amount.value:
                yield quoted, word.start, word.end


def _ends_of_scores(fact: Counted, quoted: Quoted, amounts: Sequence[Counted]) -> Iterator[Span]:
    for other in amounts if fact.sort == "count" else ():
        ends = re.findall(r"\d+", other.words) if other.sort == "score" else []
        if fact.amount.value in map(float, ends):
            yield quoted, other.amount.start, other.amount.end


def _comes_to(fact: Counted, one: Counted, two: Counted) -> bool:
    """Whether two amounts that stand one behind the other come to the claim's."""
    mine, text = fact.amount, fact.reading.text
    first, second = one.amount, two.amount
    between = one.reading.text[first.end : second.start]
    if mine.unit == "percent" and not first.unit and second.value > first.value and _OF.fullmatch(between):
        return _is_about(fact, 100 * first.value / second.value)
    if _is_apart(fact, one, two) and not mine.approx and _CHANGE.search(text):
        return _is_about(fact, abs(first.value - second.value))
    summed = mine.unit == first.unit == second.unit and "count" == one.sort == two.sort == fact.sort
    return (
        summed
        and not two.noun
        and _SUM.fullmatch(between) is not None
        and _is_about(fact, first.value + second.value)
    )


def _is_apart(fact: Counted, one: Counted, two: Counted) -> bool:
    """Whether the difference of two amounts can be the claim's: of one unit, or points of per cent."""
    unit, mine = one.amount.unit, fact.amount.unit
    values = one.amount.value, two.amount.value
    if unit != two.amount.unit or min(values) < _LEAST_SHARE * max(values):
        return False
    return bool(unit) and (mine == unit or (mine in _POINTS and unit in _POINTS))


def _is_about(fact: Counted, value: float) -> bool:
    """Whether a value is the claim's, rounded as people round, or lies a little above or below where it is
    said to.
    """
    mine = fact.amount
    margin = max(abs(mine.value) * 0.03, 1e-6)
    if mine.low <= value <= mine.high and abs(value - mine.value) <= max(abs(mine.value) * 0.1, margin):
        return True
    return mine.low == mine.high and abs(value - mine.value) < margin
