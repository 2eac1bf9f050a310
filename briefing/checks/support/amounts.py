"""The numbers, units and approximators of a claim against those of its quotes.

What a quote allows must lie within what the claim says: "30" is more than "at least 30" says, "about 1,000"
less than "1,012" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark, MarkKind
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.swapped import crossed
from briefing.language.numbers import INFINITY, Quantity, quantities
from briefing.language.stems import stem_of
from briefing.language.tokens import index_at
from briefing.language.units import HEADS, scales

_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))
# A claim with more amounts is a table: past these the rest is not compared.
_MOST_OF_CLAIM, _MOST_OF_QUOTE = 40, 200
# "A decade" is no amount where it is read, but bears "ten years" out.
_ARTICLED: dict[tuple[float, str], str] = {
    (10, "year"): "decade",
    (12, "month"): "year",
    (7, "day"): "week",
    (24, "hour"): "day",
}
_POUNDS = {"pound", "pound sterling"}  # "10,000 pounds" may be either
Candidate = tuple[Quoted, Quantity]


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for each amount of the claim that does not stand in `taken` (dates, quotations)."""
    for amount in claim.amounts[:_MOST_OF_CLAIM]:
        if any(start < amount.core[1] and amount.core[0] < end for start, end in taken):
            continue
        mark = _mark(claim, amount, quotes)
        if mark is not None:
            yield mark


def _mark(claim: TextReading, amount: Quantity, quotes: Sequence[Quoted]) -> Mark | None:
    alike = [
        (q, a)
        for q in quotes
        for a in q.reading.amounts[:_MOST_OF_QUOTE]
        if _comparable(amount, a) and not (a.core in q.reading.dated and a.unit not in _TIME)
    ]
    if amount.value == 1 and not amount.unit and not amount.ordinal:
        return _one(claim, amount, quotes, alike)
    exact = [pair for pair in alike if pair[1].unit == amount.unit]
    if exact and amount.unit not in _TIME:
        alike = exact  # of "500 miles, or 800 kilometres" those that need no sum
    ends = _ends(claim, amount, alike)
    if ends is not None:
        return ends
    bearing = [pair for pair in alike if _scaled_within(claim, amount, pair[1]) or _is_an_end(amount, pair)]
    best = _nearest(claim, amount, [p for p in alike if not _is_of_another(claim, amount, p[1])] or alike)
    if bearing:
        chosen = _nearest(claim, amount, bearing)
        elsewhere = _of_same_verb(claim, amount, alike, bearing)
        if (
            best
            and chosen
            and not any(best is pair for pair in bearing)
            and _shared(claim, amount, best) > 0 == _shared(claim, amount, chosen)
            and not _leaves_open(best[1], amount)
        ):
            elsewhere = best
        if elsewhere is not None:
            return _differs(claim, amount, elsewhere)
        other = _of_another(claim, amount, alike, bearing)
        return other or _found(amount, chosen or bearing[0])
    if (not bearing and (_with_article(amount, quotes) or _in_a_ratio(claim, amount, quotes))) or (
        best is None and _is_a_pair(claim, amount)
    ):
        return None
    if best is None:
        foreign = any(not q.reading.english for q in quotes)
        words = claim.text[amount.start : amount.end]
        if foreign and not any(c.isdigit() for c in words):
            return None
        return Mark(amount.start, amount.end, "number", ABSENT, "", f"No quote has a number like “{words}”.")
    return _differs(claim, amount, best)


_RATE = re.compile(
    r"(?:[ ][\w-]+){0,3}?[ ](?:an?|per|each|every)[ ](?P<each>second|minute|hour|day|"
    r"week|month|quarter|year)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"([\w-]+)[ ](?:out[ ])?of[ ](?:(?:the|its|their|his|her|all)[ ])?([\w-]+)$", re.IGNORECASE
)


def _rate(reading: TextReading, amount: Quantity) -> str:
    found = _RATE.match(reading.text, amount.end)
    return found["each"].lower() if found else ""


def _other_rate(claim: TextReading, amount: Quantity, bearing: Sequence[Candidate]) -> Mark | None:
    """Return a mark where the same amount is a month's in the claim and a year's in every quote that has
    it.
    """
    mine = _rate(claim, amount)
    theirs = [_rate(q.reading, a) for q, a in bearing]
    if not mine or not all(theirs) or mine in theirs or amount.unit in _TIME:
        return None
    quoted, other = bearing[0]
    words = quoted.words(other.start, other.end)
    why = f"The claim has it for each {mine}, the quote for each {theirs[0]}."
    return Mark(
        amount.start, amount.end, "unit", DIFFERS, words, why, (quoted.place(other.start, other.end),)
    )


def _leaves_open(quote: Quantity, amount: Quantity) -> bool:
    """Whether the quote's amount is a bound that this one keeps to: "more than 2 million" for 2.3 million."""
    return (
        bool(quote.approx)
        and quote.unit == amount.unit
        and quote.low <= amount.low <= amount.high <= quote.high
    )


def _ends(claim: TextReading, amount: Quantity, alike: Sequence[Candidate]) -> Mark | None:
    """Return a mark where a claim goes from one value to another and a quote has one of them and not the
    other.
    """
    if amount.approx != "range" or claim.text[max(0, amount.start - 5) : amount.start].lower() != "from ":
        return None
    plain = [(q, a) for q, a in alike if not a.approx and not a.vague]
    if any(a.approx == "range" for _q, a in alike) or len(plain) < 2:
        return None
    had = {end for end in (amount.low, amount.high) if any(_equal(end, a) for _q, a in plain)}
    rest = [(q, a) for q, a in plain if not any(_equal(end, a) for end in had)]
    return _differs(claim, amount, rest[0]) if len(had) == 1 and rest else None


def _equal(value: float, other: Quantity) -> bool:
    return abs(value - other.value) <= max(other.rounding, abs(value) * 1e-9)


def _in_a_ratio(claim: TextReading, amount: Quantity, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote's "seven out of nine" has this "seven" of "seven of nine", both as the claim has
    them.
    """
    for quoted in quotes:
        for other in quoted.reading.amounts[:_MOST_OF_QUOTE]:
            parts = _OUT_OF.fullmatch(quoted.words(*other.core)) if other.unit == "percent" else None
            if parts is None:
                continue
            values = [a.value for part in parts.groups() for a in quantities(part, "en")]
            if amount.value in values and set(values) <= {a.value for a in claim.amounts[:_MOST_OF_CLAIM]}:
                return True
    return False


def _of_another(
    claim: TextReading, amount: Quantity, alike: Sequence[Candidate], bearing: Sequence[Candidate]
) -> Mark | None:
    """Return a mark where the number fits and is of another time, of others, or of another thing."""
    swapped = crossed(claim, amount, alike, bearing)
    return (
        _other_rate(claim, amount, bearing)
        or (_differs(claim, amount, swapped) if swapped else None)
        or _other_head(claim, amount, bearing)
    )


def _is_of_another(claim: TextReading, amount: Quantity, quote: Quantity) -> bool:
    """Whether another amount of the claim says the quote's already: of "18 of 27" the 27."""
    return amount.value != quote.value and any(
        a.core != amount.core and (a.value, a.unit) == (quote.value, quote.unit)
        for a in claim.amounts[:_MOST_OF_CLAIM]
    )


def _is_an_end(amount: Quantity, pair: Candidate) -> bool:
    """Whether a quote goes from or to this value: of "rose from 2,000 to 5,000" the 5,000."""
    quoted, other = pair
    opened = quoted.reading.text[max(0, other.start - 5) : other.start].lower() == "from "
    return (
        opened and other.approx == "range" and not amount.approx and amount.value in (other.low, other.high)
        and amount.unit == other.unit
    )  # fmt: skip


def _with_article(amount: Quantity, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote has "a decade" for ten years, "a week" for one."""
    name = (
        amount.unit
        if amount.value == 1 and amount.unit in _TIME
        else _ARTICLED.get((amount.value, amount.unit))
    )
    if not name or amount.approx:
        return False
    befores = (
        q.reading.words[i - 1].low if i else ""
        for q in quotes
        for i in q.reading.places.get(stem_of(name, "en"), ())
    )
    return any(before in ("a", "an", "one", "the") for before in befores)


def _is_a_pair(claim: TextReading, amount: Quantity) -> bool:
    """Whether it only counts those who were named: "the two countries"."""
    at = index_at(claim.words, amount.core[0])
    return amount.value == 2 and at > 0 and claim.words[at - 1].low in ("the", "these", "both")


def _comparable(one: Quantity, two: Quantity) -> bool:
    """Whether two amounts can be of one thing: lengths of time with each other, counts with counts."""
    if one.ordinal != two.ordinal:
        return False
    if one.unit == two.unit or (one.unit in _TIME and two.unit in _TIME) or scales(one.unit, two.unit):
        return True
    return bool(two.unit) and one.value == two.value


def _scaled_within(claim: TextReading, amount: Quantity, quote: Quantity) -> bool:
    """Whether the quote's amount lies within the claim's, two weeks being 14 days, and "from 12.2" of per
    cent.
    """
    if amount.unit == quote.unit == "clock":
        apart = abs(amount.value - quote.value)
        return apart == 0 or apart == max(amount.rounding, quote.rounding)
    if amount.unit == quote.unit or {amount.unit, quote.unit} == _POUNDS:
        return _within(quote, amount)
    scaled = scales(amount.unit, quote.unit)
    if scaled:
        mine, theirs, near = scaled
        low, high = amount.low * mine * (1 - near), amount.high * mine * (1 + near)
        return low <= quote.low * theirs and quote.high * theirs <= high
    at = index_at(claim.words, amount.end)
    ends = at >= len(claim.words) or claim.words[at].clause != claim.words[max(at - 1, 0)].clause
    return not amount.unit and ends and quote.unit not in _TIME and amount.value == quote.value


def _within(quote: Quantity, claim: Quantity) -> bool:
    if claim.approx == quote.approx == "range":  # the ends themselves are given
        near = max(abs(claim.high) * 1e-9, claim.rounding)
        return abs(claim.low - quote.low) <= near and abs(claim.high - quote.high) <= near
    slack = max(claim.rounding if not quote.vague else 0.0, abs(claim.value) * 1e-9)
    if claim.vague and not quote.vague and quote.high == INFINITY:
        return claim.low <= quote.low <= claim.high
    if claim.vague and quote.vague:
        return claim.low == quote.low
    return claim.low - slack <= quote.low and quote.high <= claim.high + slack


def _shared(claim: TextReading, amount: Quantity, pair: Candidate) -> int:
    quoted, other = pair
    return len(claim.near(amount.start, amount.end) & quoted.reading.near(other.start, other.end))


def _of_same_verb(
    claim: TextReading, amount: Quantity, alike: Sequence[Candidate], bearing: Sequence[Candidate]
) -> Candidate | None:
    """Return the amount that follows the same verb, where every one that fits follows another: swapped
    numbers.
    """
    mine = _verb(claim, amount)
    verbs = [_verb(q.reading, a) for q, a in bearing]
    if not mine or not all(verbs) or mine in verbs:
        return None
    known = {id(pair) for pair in bearing}
    return next((p for p in alike if id(p) not in known and _verb(p[0].reading, p[1]) == mine), None)


def _verb(reading: TextReading, amount: Quantity) -> str:
    """Return the stem of the word that leads to an amount, "" after "and" or at the head of a clause."""
    first = index_at(reading.words, amount.start)
    for word in reversed(reading.words[max(0, first - 3) : first]):
        if word.low == "and" or word.clause != reading.words[min(first, len(reading.words) - 1)].clause:
            return ""
        if word.content:
            return word.stem
    return ""


def _nearest(claim: TextReading, amount: Quantity, pairs: Sequence[Candidate]) -> Candidate | None:
    """Return the amount that stands among the same words, of those the nearest in value."""
    if not pairs:
        return None

    def rank(pair: Candidate) -> tuple[int, int, float, str, int]:
        other = pair[1]
        apart = abs(other.value - amount.value) / max(abs(other.value), abs(amount.value), 1e-9)
        return -_shared(claim, amount, pair), amount.unit != other.unit, apart, pair[0].cited.id, other.start

    return min(pairs, key=rank)


def _found(amount: Quantity, pair: Candidate) -> Mark:
    quoted, other = pair
    words = quoted.words(other.start, other.end)
    kind: MarkKind = "approximation" if amount.approx else "number"
    return Mark(
        amount.start, amount.end, kind, FOUND, words, f"The quote has “{words}”.",
        (quoted.place(other.start, other.end),)
    )  # fmt: skip


def _differs(claim: TextReading, amount: Quantity, pair: Candidate) -> Mark:
    quoted, other = pair
    mine, words = claim.text[amount.start : amount.end], quoted.words(other.start, other.end)
    kind: MarkKind = "number"
    if amount.unit != other.unit and (amount.unit or other.unit):
        kind = "unit" if amount.value == other.value else "number"
    elif amount.value == other.value and not amount.approx == other.approx == "range":
        kind = "approximation"
    reason = f"The claim says “{mine}”, the quote “{words}”."
    if kind == "approximation":
        reason = f"“{mine}” says more than the quote’s “{words}”."
    elif other.vague and not amount.vague and other.low <= amount.value <= other.high:
        reason = f"“{mine}” is more precise than the quote’s “{words}”."
    return Mark(
        amount.start, amount.end, kind, DIFFERS, words, reason, (quoted.place(other.start, other.end),)
    )


def _one(
    claim: TextReading, amount: Quantity, quotes: Sequence[Quoted], alike: Sequence[Candidate]
) -> Mark | None:
    """ "One soldier" is "a soldier": only another number of soldiers speaks against it."""
    at = index_at(claim.words, amount.core[1])
    if at >= len(claim.words):
        return None
    head = claim.words[at].stem
    for quoted in quotes:
        words = quoted.reading.words
        for index in quoted.reading.places.get(head, ()):
            word = words[index]
            if (
                word.text[:1].islower()
                and index
                and words[index - 1].low in ("a", "an", "one", "the", "another", "1")
            ):
                return Mark(
                    amount.start, amount.end, "number", FOUND, word.text,
                    f"The quote has “{quoted.words(words[index - 1].start, word.end)}”.",
                    (quoted.place(words[index - 1].start, word.end),),
                )  # fmt: skip
    best = _nearest(claim, amount, [p for p in alike if head in p[0].reading.near(p[1].start, p[1].end)])
    if best is None:
        return None
    return _found(amount, best) if best[1].value == 1 else _differs(claim, amount, best)


def _head(reading: TextReading, amount: Quantity) -> tuple[str, int, int]:
    """Return the group that an amount counts, with the place of its word; ("", 0, 0) where no table has
    it.
    """
    at = index_at(reading.words, amount.end - 1)
    at += at < len(reading.words) and reading.words[at].start < amount.end
    for word in reading.words[at : at + 4]:
        if word.low in ("were", "was", "are", "is", "and", "in", "on", "at", "from", "to"):
            break
        group = HEADS.get(word.stem)
        if group:
            return group, word.start, word.end
    return "", 0, 0


def _other_head(claim: TextReading, amount: Quantity, bearing: Sequence[Candidate]) -> Mark | None:
    """Return a mark where the number fits and what it counts is another thing in every quote that has it."""
    group, start, end = _head(claim, amount)
    if not group or amount.unit:
        return None
    heads = [(pair, _head(pair[0].reading, pair[1])) for pair in bearing]
    word = claim.text[start:end]
    if any(
        group == head[0] or (not head[0] and stem_of(word, "en") in pair[0].reading.places)
        for pair, head in heads
    ):
        return None
    differing = [(pair, head) for pair, head in heads if head[0]]
    if len(differing) < len(heads) or not differing:
        return None
    (quoted, other), (_group, at, until) = differing[0]
    words = quoted.words(other.start, until)
    reason = f"The claim counts {word}, the quote {quoted.words(at, until)}."
    return Mark(start, end, "unit", DIFFERS, words, reason, (quoted.place(at, until),))
