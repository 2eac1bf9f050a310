"""Whether an amount of a quote bears one of a claim out, by the least and the most that their words allow."""

from __future__ import annotations

from briefing.checks.support.counted import TIME, Counted
from briefing.language.numbers import INFINITY, Quantity
from briefing.language.tokens import index_at
from briefing.language.units import scales

# Of these one amount may be written with two values.
_TWOFOLD = ("clock", "score")
_POUNDS = {"pound", "pound sterling"}  # "10,000 pounds" may be either
_BOUNDED = ("at least", "more than", "at most", "less than")
# "More than 500" of 1,200 is true and no report of it: a bound bears on amounts up to twice, or half, of it.
_REACH = 2.0
# A bound is rounded: "more than 500" of "more than 520".
_ROUNDED = 0.1
# "Four decades" of 38 years.
_COARSE = {"decade": 0.5}


def bears_out(fact: Counted, other: Counted) -> bool:
    """Whether a quote's amount lies within the claim's, two weeks being 14 days, and "from 12.2" of per
    cent.
    """
    amount, quote = fact.amount, other.amount
    if amount.value == quote.value and fact.sort != other.sort:
        return _same_in_another_sort(fact, other)
    return is_within(amount, quote, other.reading.text)


def is_within(amount: Quantity, quote: Quantity, text: str) -> bool:
    """Whether an amount of a `text` lies within another, whatever the two count."""
    if amount.unit == quote.unit == "clock":
        apart = abs(amount.value - quote.value)
        return apart == 0 or apart == max(amount.rounding, quote.rounding)
    if _unit(amount) == _unit(quote) or {amount.unit, quote.unit} == _POUNDS:
        return _within(quote, amount) or _is_an_end(amount, quote, text)
    scaled = scales(amount.unit, quote.unit)
    return scaled is not None and _within_scaled(quote, amount, scaled)


def reach(amount: Quantity) -> tuple[float, float]:
    """Return between which values another of its unit must lie to be the same, however both are rounded."""
    if amount.unit in _TWOFOLD:
        return 0.0, INFINITY
    return amount.low * 0.9 - 1, amount.high * 1.1 + 1


def _unit(amount: Quantity) -> str:
    """Return the unit, of speeds the length: "160 kilometres (100 miles) per hour" parts the two."""
    return amount.unit.removesuffix(" an hour")


def _same_in_another_sort(fact: Counted, other: Counted) -> bool:
    """Whether one value may be the same amount in words of another sort: "at 31" of "31-year-old", "round 4"
    of "the fourth round".
    """
    sorts = {fact.sort, other.sort}
    if "age" in sorts:
        return sorts <= {"age", "count", "time"}
    if "ordinal" in sorts or sorts == {"label", "count"}:
        return True
    return not fact.amount.unit and _ends_its_clause(fact) and other.amount.unit not in TIME


def _ends_its_clause(fact: Counted) -> bool:
    words = fact.reading.words
    at = index_at(words, fact.amount.end)
    return at >= len(words) or words[at].clause != words[max(at - 1, 0)].clause


def _within_scaled(quote: Quantity, amount: Quantity, scaled: tuple[float, float, float]) -> bool:
    mine, theirs, near = scaled
    written = (
        10.0 ** -_places(amount) if near > 1e-6 else 0.0
    )  # "23 pounds (10 kg)" is rounded to the kilogram
    slack = max(_COARSE.get(amount.unit, 0.0), min(written / 2, amount.value * 0.1)) * mine
    low, high = amount.low * mine * (1 - near) - slack, amount.high * mine * (1 + near) + slack
    return low <= quote.low * theirs and quote.high * theirs <= high


def _places(amount: Quantity) -> int:
    return len(f"{amount.value:.6f}".rstrip("0").partition(".")[2])


def _within(quote: Quantity, claim: Quantity) -> bool:
    if claim.approx == quote.approx == "range":  # the ends themselves are given
        near = max(abs(claim.high) * 1e-9, claim.rounding)
        return abs(claim.low - quote.low) <= near and abs(claim.high - quote.high) <= near
    if claim.vague:
        return _within_vague(quote, claim)
    if claim.approx in _BOUNDED and not quote.vague:
        return _keeps_to(quote, claim)
    slack = max(claim.rounding if not quote.vague else 0.0, abs(claim.value) * 1e-9, _rounded(quote, claim))
    return claim.low - slack <= quote.low and quote.high <= claim.high + slack


def _within_vague(quote: Quantity, claim: Quantity) -> bool:
    if quote.vague:
        return claim.low == quote.low
    if quote.high == INFINITY:
        return claim.low <= quote.low <= claim.high
    slack = max(claim.rounding, abs(claim.value) * 1e-9)
    return claim.low - slack <= quote.low and quote.high <= claim.high + slack


def _keeps_to(quote: Quantity, claim: Quantity) -> bool:
    """Whether an amount keeps to a bound, and is near enough for the bound to be said of it."""
    slack = max(claim.rounding, abs(claim.value) * 1e-9)
    inside = claim.low - slack <= quote.low and quote.high <= claim.high + slack
    if quote.approx in _BOUNDED:
        return inside and abs(quote.value - claim.value) <= max(slack, claim.value * _ROUNDED)
    return inside and claim.value / _REACH <= quote.value <= claim.value * _REACH


def _rounded(quote: Quantity, claim: Quantity) -> float:
    """Return how far a whole number may be from one with decimals: "52 per cent" of 51.96."""
    whole = claim.value.is_integer() and not claim.rounding and claim.unit != ""
    return min(0.5, claim.value * 0.08) if whole and quote.rounding and not quote.value.is_integer() else 0.0


def _is_an_end(amount: Quantity, quote: Quantity, text: str) -> bool:
    """Whether a quote goes from or to this value: of "rose from 2,000 to 5,000" the 5,000."""
    return (
        quote.approx == "range" and not amount.approx and amount.value in (quote.low, quote.high)
        and text[max(0, quote.start - 5) : quote.start].lower() == "from "
    )  # fmt: skip


def compatible(fact: Counted, other: Counted) -> bool:
    """Whether two amounts of one unit may both be true: "30" and "at least 20", "300" and "hundreds"."""
    mine, theirs = fact.amount, other.amount
    scaled = (1.0, 1.0, 0.0) if mine.unit == theirs.unit else scales(mine.unit, theirs.unit)
    if scaled is None or not (mine.approx or mine.vague or theirs.approx or theirs.vague):
        return False
    of_mine, of_theirs, near = scaled
    low, high = theirs.low * of_theirs / of_mine, theirs.high * of_theirs / of_mine
    meets = mine.low <= high * (1 + near) and low * (1 - near) <= mine.high
    return meets or (mine.value == theirs.value and mine.unit == theirs.unit)


def equal(value: float, other: Quantity) -> bool:
    """Whether an amount has this value, rounded as it is."""
    return abs(value - other.value) <= max(other.rounding, abs(value) * 1e-9)
