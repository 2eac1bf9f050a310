"""The numbers, units and approximators of a claim against those of its quotes.

What a quote allows must lie within what the claim says: "30" is more than "at least 30" says, "about 1,000"
less than "1,012" does. Another value contradicts the claim only where the same thing is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from briefing.checks.findings import Severity
from briefing.checks.support import derived, ordinals, owners
from briefing.checks.support.alignment import AlignedFact, graded
from briefing.checks.support.bounds import bears_out, compatible, equal, is_within, reach
from briefing.checks.support.counted import TIME, Counted, counted
from briefing.checks.support.links import linked, unrelated
from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark, MarkKind
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.reckoned import reckoned
from briefing.checks.support.surroundings import shares_half
from briefing.language.numbers import Quantity
from briefing.language.stems import stem_of
from briefing.language.tokens import index_at
from briefing.language.units import scales

# A claim with more amounts is a table: past these the rest is not compared.
_MOST_OF_CLAIM = 40
# In a text as long as an article some list or sum of any size is found by chance.
_LONGEST_DERIVED = 3_000
_MOST_RANKED = 60
_HARDLY_BY_CHANCE = 13
Answer = AlignedFact[Counted]


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for each amount of the claim that does not stand in `taken` (dates, quotations)."""
    for fact in counted(claim)[:_MOST_OF_CLAIM]:
        core = fact.amount.core
        if any(start < core[1] and core[0] < end for start, end in taken) or ordinals.counts_nothing(fact):
            continue
        mark = _mark(fact, quotes)
        if mark is not None:
            yield mark


def sought(claim: TextReading, start: int, article: Quoted) -> Iterator[Mark]:
    """Yield what an article has for the amount that starts at a code point of the claim, where it bears it
    out.
    """
    for fact in counted(claim)[:_MOST_OF_CLAIM]:
        if fact.amount.start == start and _may_bear_out(fact, article.reading):
            answers = _answers(fact, (article,))
            if any(a.agrees for a in answers):
                yield _borne_out(fact, _ranked(fact, answers))


def _may_bear_out(fact: Counted, reading: TextReading) -> bool:
    facts = counted(reading)
    return any(
        _comparable(fact, facts[index])
        and bears_out(fact, facts[index])
        and not unrelated(fact, facts[index])
        for index in near(fact.amount, reading)
        if index < len(facts)
    )


def near(amount: Quantity, reading: TextReading) -> list[int]:
    """Return the numbers of a text's amounts that are of the value, whatever they count: of most paragraphs
    nothing else is asked.
    """
    unit, value, (low, high) = amount.unit, amount.value, reach(amount)
    return [
        index
        for index, other in enumerate(reading.amounts)
        if other.value == value
        or (
            (other.low <= high and low <= other.high if other.unit == unit else unit)
            and is_within(amount, other, reading.text)
        )
    ]


def _mark(fact: Counted, quotes: Sequence[Quoted]) -> Mark | None:
    if fact.amount.value == 1 and fact.sort == "count" and not fact.amount.unit:
        return _one(fact, quotes)
    answers = _answers(fact, quotes)
    parted = _end_that_differs(fact, answers)
    if parted is not None:
        return _differs(fact, parted)
    if any(a.agrees for a in answers):
        return _borne_out(fact, _ranked(fact, answers))
    short = [q for q in quotes if len(q.reading.text) <= _LONGEST_DERIVED]
    spelled = derived.spelled(fact, short)
    if spelled is not None:
        return _found(fact, *spelled)
    if derived.stands_by_itself(fact, quotes):
        return None
    sum_or_share = reckoned(fact, short)
    if sum_or_share is not None:
        return _found(fact, *sum_or_share)
    mark = _unanswered(fact, answers, short)
    stands = mark.state != FOUND and any(_has_value(q.reading, fact) for q in quotes)
    return replace(mark, most="note") if stands else mark


def _unanswered(fact: Counted, answers: Sequence[Answer], short: Sequence[Quoted]) -> Mark:
    """Return the mark of an amount that no quote bears out as it stands."""
    state, decisive = graded(_decisive(fact, _ranked(fact, answers)))
    if state == DIFFERS and decisive is not None:
        return _differs(fact, decisive)
    worked_out = derived.worked_out(fact, short)
    return _found(fact, *worked_out) if worked_out is not None else _absent(fact, answers)


def _has_value(reading: TextReading, fact: Counted) -> bool:
    """Whether a text has a number of some size that the claim has, whatever it counts: one of a list of ages,
    say. Smaller ones meet by chance.
    """
    mine = fact.amount
    return (
        mine.value >= _HARDLY_BY_CHANCE
        and not mine.unit
        and any(a.value == mine.value and not a.unit for a in reading.amounts)
    )


def _answers(fact: Counted, quotes: Sequence[Quoted]) -> list[Answer]:
    """Return the amounts of the quotes that may answer one of the claim, and whether each agrees."""
    found: list[tuple[Quoted, Counted]] = []
    for quoted in quotes:
        found += (
            (quoted, other)
            for other in counted(quoted.reading)
            if _comparable(fact, other) and not (other.sort not in ("time", "age") and other.is_of_a_date)
        )
    unit = fact.amount.unit
    if unit not in TIME and any(other.amount.unit == unit for _q, other in found):
        # Of "500 miles, or 800 kilometres" those that need no sum.
        found = [p for p in found if p[1].amount.unit == unit or not scales(unit, p[1].amount.unit)]
    return [
        AlignedFact(quoted, other, bears_out(fact, other) and not unrelated(fact, other), sure=False)
        for quoted, other in found
    ]


def _ranked(fact: Counted, answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers again, those that agree first and the nearest before the others; of
    those that do not, the ones that are of the same thing are marked as sure."""
    sole = sum(1 for a in answers if a.fact.sort == fact.sort) == 1
    found = sorted(answers, key=lambda answer: _rank(fact, answer))
    against = [a for a in found if not a.agrees][:_MOST_RANKED]
    return [a for a in found if a.agrees] + [
        replace(a, sure=True) if linked(fact, a.fact, sole) else a for a in against
    ]


def _rank(fact: Counted, answer: Answer) -> tuple[int, bool, float, str, int]:
    mine, other = fact.amount, answer.fact.amount
    apart = abs(other.value - mine.value) / max(abs(other.value), abs(mine.value), 1e-9)
    shared = len(fact.near & answer.fact.near)
    return -shared, mine.unit != other.unit, apart, answer.quoted.cited.id, other.start


def _comparable(one: Counted, two: Counted) -> bool:
    """Whether two amounts can be of one thing: lengths of time with each other, counts with counts; and
    whatever has the same value with another unit.
    """
    mine, other = one.amount, two.amount
    if "ordinal" in (one.sort, two.sort):
        return one.sort == two.sort or (ordinals.is_numbered_alike(one, two))
    if mine.unit == other.unit or one.sort == two.sort == "time" or scales(mine.unit, other.unit):
        return True
    return mine.value == other.value and (bool(other.unit) or "age" in (one.sort, two.sort))


def _borne_out(fact: Counted, answers: Sequence[Answer]) -> Mark:
    """Return that the number stands in a quote, or that it is another's there: another rate, another owner,
    other things that are counted.
    """
    bearing = [a for a in answers if a.agrees]
    other_owner = owners.of_the_same(fact, answers, bearing)
    if other_owner is not None:
        return _differs(fact, other_owner)
    other_rate = _other_rate(fact, bearing)
    return other_rate or _other_head(fact, bearing) or _found(fact, *_span(bearing[0]))


def _decisive(fact: Counted, answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers that may contradict a claim: the best linked, where they are of one mind, and none
    that another amount of the claim says already (of "18 of 27" the 27).
    """
    others = [c for c in counted(fact.reading)[:_MOST_OF_CLAIM] if c.amount.core != fact.amount.core]
    sure = [a for a in answers if a.sure and not any(_is_claimed(a.fact, other) for other in others)]
    if not sure:
        return []
    closest = len(fact.near & sure[0].fact.near)
    best = [a for a in sure if len(fact.near & a.fact.near) == closest]
    return best if len({(a.fact.amount.low, a.fact.amount.high) for a in best}) == 1 else []


def _is_claimed(theirs: Counted, mine: Counted) -> bool:
    """Whether an amount of a quote is what a claim says with one of its own."""
    return theirs.amount.unit == mine.amount.unit and bears_out(mine, theirs)


def _other_rate(fact: Counted, bearing: Sequence[Answer]) -> Mark | None:
    """Return a mark where the same amount is a month's in the claim and a year's in every quote that has
    it.
    """
    theirs = [answer.fact.rate for answer in bearing]
    if not fact.rate or not all(theirs) or fact.rate in theirs or fact.sort == "time":
        return None
    why = f"The claim has it for each {fact.rate}, the quote for each {theirs[0]}."
    return _of(fact, "unit", DIFFERS, why, bearing[0])


def _other_head(fact: Counted, bearing: Sequence[Answer]) -> Mark | None:
    """Return a mark where the number fits and what it counts is another thing in every quote that has it."""
    group, start, end = fact.group
    if not group or fact.amount.unit or fact.sort == "ordinal":
        return None
    word = fact.reading.text[start:end]
    groups = [answer.fact.group for answer in bearing]
    if any(
        theirs[0] == group or (not theirs[0] and stem_of(word, "en") in answer.quoted.reading.places)
        for answer, theirs in zip(bearing, groups, strict=True)
    ):
        return None
    if not all(theirs[0] for theirs in groups):
        return None
    quoted, (_group, at, until) = bearing[0].quoted, groups[0]
    words = quoted.words(bearing[0].fact.amount.start, until)
    why = f"The claim counts {word}, the quote {quoted.words(at, until)}."
    return Mark(start, end, "unit", DIFFERS, words, why, (quoted.place(at, until),))


def _end_that_differs(fact: Counted, answers: Sequence[Answer]) -> Answer | None:
    """Return the other end where a claim goes from one value to another and a quote has just one of them."""
    amount, text = fact.amount, fact.reading.text
    opened = text[max(0, amount.start - 5) : amount.start].lower() == "from "
    if not opened or "range" not in {amount.approx} - {a.fact.amount.approx for a in answers}:
        return None
    plain = [a for a in answers if not a.fact.amount.approx and not a.fact.amount.vague]
    of_ends = [[a for a in plain if equal(end, a.fact.amount)] for end in (amount.low, amount.high)]
    if all(of_ends) or not any(of_ends):
        return None
    had = of_ends[0] or of_ends[1]
    return next((a for a in plain if a not in had), None)


def _found(fact: Counted, quoted: Quoted, start: int, end: int) -> Mark:
    words = quoted.words(start, end)
    kind: MarkKind = "approximation" if fact.amount.approx else "number"
    why = f"The quote has “{words}”."
    return Mark(fact.amount.start, fact.amount.end, kind, FOUND, words, why, (quoted.place(start, end),))


def _span(answer: Answer) -> tuple[Quoted, int, int]:
    return answer.quoted, answer.fact.amount.start, answer.fact.amount.end


def _kind(fact: Counted, other: Counted) -> MarkKind:
    """Return in what two amounts differ."""
    mine, theirs = fact.amount, other.amount
    if mine.unit != theirs.unit:
        return "unit" if mine.value == theirs.value else "number"
    same = mine.value == theirs.value and not mine.approx == theirs.approx == "range"
    return "approximation" if same else "number"


def _differs(fact: Counted, answer: Answer) -> Mark:
    other, kind = answer.fact, _kind(fact, answer.fact)
    mine, words = fact.words, answer.quoted.words(other.amount.start, other.amount.end)
    why = f"The claim says “{mine}”, the quote “{words}”."
    if kind == "approximation":
        why = f"“{mine}” says more than the quote’s “{words}”."
    elif other.amount.vague and not fact.amount.vague and compatible(fact, other):
        why = f"“{mine}” is more precise than the quote’s “{words}”."
    return _of(fact, kind, DIFFERS, why, answer)


def _of(fact: Counted, kind: MarkKind, state: Literal["differs"], why: str, answer: Answer) -> Mark:
    """Return a mark of an amount against an amount; no error where the two may both be true."""
    quoted, start, end = _span(answer)
    mine, theirs = fact.reading.words, answer.fact.reading.words
    word, other = (
        words[min(index_at(words, c.amount.core[0]), len(words) - 1)]
        for words, c in ((mine, fact), (theirs, answer.fact))
    )
    same = shares_half(fact.reading, word, answer.fact.reading, other)
    most: Severity = "error" if same and not compatible(fact, answer.fact) else "warning"
    return Mark(
        fact.amount.start, fact.amount.end, kind, state, quoted.words(start, end), why,
        (quoted.place(start, end),), most=most,
    )  # fmt: skip


def _absent(fact: Counted, answers: Sequence[Answer]) -> Mark:
    """Return that no quote has it."""
    words = fact.words
    same = next((a.fact for a in answers if a.fact.amount.value == fact.amount.value), None)
    kind = _kind(fact, same) if same is not None else "number"
    why = f"No quote has a number like “{words}”."
    # Of a value that a quote has, how exact it is, or what it counts, is the smaller matter.
    most: Severity = "note" if kind == "approximation" else "warning"
    return Mark(fact.amount.start, fact.amount.end, kind, ABSENT, "", why, most=most)


def _one(fact: Counted, quotes: Sequence[Quoted]) -> Mark | None:
    """ "One soldier" is "a soldier": only another number of soldiers speaks against it."""
    claim = fact.reading
    at = index_at(claim.words, fact.amount.core[1])
    if at >= len(claim.words):
        return None
    head = claim.words[at].stem
    for quoted in quotes:
        words = quoted.reading.words
        for index in quoted.reading.places.get(head, ()):
            word, before = words[index], words[index - 1] if index else None
            if word.text[:1].islower() and before and before.low in ("a", "an", "one", "the", "another", "1"):
                return _found(fact, quoted, before.start, word.end)
    counting = [a for a in _ranked(fact, _answers(fact, quotes)) if head in a.fact.near]
    if not counting:
        return None
    best = counting[0]
    if best.fact.amount.value == 1:
        return _found(fact, *_span(best))
    return _differs(fact, best) if best.sure else _absent(fact, counting)
