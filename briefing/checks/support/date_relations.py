"""How a date of a claim stands to one of a quote: borne out, at odds, and whether both date the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from briefing.checks.support.date_facts import BEFORE, BEGINS, DateFact
from briefing.language.when import When
from briefing.language.when.calendar import Days, shifted
from briefing.language.when.frame import ANY_YEAR

# Words that name no sharp end: "late March" may be its middle, and "two years ago" half a year more.
_LOOSE = re.compile(
    r"\b(?:early|mid|late|about|around|circa|ago|beginning|start|end|middle)\b", re.IGNORECASE
)
_WEEK, _MONTH = timedelta(days=7), timedelta(days=31)


class NamedDays(NamedTuple):
    """What all quotes of a claim name: years, and single days."""

    years: frozenset[int] = frozenset()
    days: frozenset[date] = frozenset()


class _Span(NamedTuple):
    """Days in one calendar, with what the two ends of a span were named as."""

    days: Days
    ends: tuple[Days, Days] | None


def holds(mine: DateFact, theirs: DateFact, named: NamedDays) -> bool:
    """Return whether the days of a quote bear out those of a claim, which may be wider and never narrower.

    A day without a year is borne out by that day of any year; one with a year by that day without one, unless
    a year stands against it; any day by its weekday where another day of that week is named.
    """
    claim, quote = mine.when, theirs.when
    if claim.either or quote.either:
        return any(_within(q, c) for c in _choices(claim) for q in _choices(quote))
    if _by_weekday(claim, quote):
        return claim.weekday == _weekday(quote)
    if quote.weekday is not None and not quote.first:
        return _in_its_week(claim, quote.weekday, named)
    if claim.days and quote.days and _loosely(claim.days, quote.days, quote.words.lower()):
        return True
    return any(
        _holds(c, q, mine, theirs) or _keeps(c, q, mine, theirs) for c, q in _calendars(mine, theirs, named)
    )


def at_odds(mine: DateFact, theirs: DateFact, named: NamedDays) -> bool:
    """Return whether no day of a quote can be one of the claim; of what is loosely meant, with a margin."""
    claim, quote = mine.when, theirs.when
    if claim.either or quote.either:
        return False
    if _by_weekday(claim, quote):
        return _weekday(quote) not in (None, claim.weekday)
    if theirs.bound and theirs.bound != mine.bound:
        return False  # "by June" may be in May
    spans = list(_calendars(mine, theirs, named))
    return bool(spans) and all(_apart(c, q, mine, theirs) for c, q in spans)


def of_one_deed(mine: DateFact, theirs: DateFact) -> bool:
    """Return whether the verb that leads up to one date may stand for the other's: it stands near that too,
    or there is none.
    """
    return (
        not (mine.deed and theirs.deed)
        or mine.life
        or mine.deed in theirs.around
        or theirs.deed in mine.around
    )


def more_precise(mine: DateFact, theirs: DateFact) -> bool:
    """Return whether the days of a claim are some of a quote's only."""
    one, two = mine.when.days, theirs.when.days
    return bool(one and two and _within(one, two))


def same_event(mine: DateFact, theirs: DateFact) -> bool:
    """Return whether a date of a claim and one of a quote date the same, beyond reasonable doubt: the word
    that is dated stands near the other date too, and half of the claim's words in that sentence.
    """
    if mine.life or theirs.life:
        return (
            mine.life and theirs.life and bool(mine.sentence & theirs.sentence)
            and (theirs.when.ends is not None or mine.role == theirs.role)
        )  # fmt: skip
    if (mine.role and theirs.role and mine.role != theirs.role) or mine.of_a_noun != theirs.of_a_noun:
        return False
    shared = mine.around & theirs.around
    if not (mine.heads & theirs.around and (theirs.heads & mine.around or len(shared) > 1)):
        return False
    return 2 * len(mine.sentence & theirs.sentence) >= min(len(mine.sentence), len(theirs.sentence))


def of_a_birth(mine: DateFact, theirs: DateFact) -> bool:
    """Return whether a quote gives the claim's day as a day of birth, and the claim as that of something
    else. A year may well be that of more.
    """
    claim, quote = mine.when, theirs.when
    days = claim.days or claim.yearless
    if mine.life or mine.of_a_noun or not theirs.life or days is None or days[0] != days[1]:
        return False
    if quote.ends:
        return claim.days == quote.ends[0] and bool(mine.heads)
    return theirs.role == BEGINS and bool(mine.heads) and not mine.heads & theirs.heads


def _keeps(claim: _Span, quote: _Span, mine: DateFact, theirs: DateFact) -> bool:
    """Return whether the day of the same lies before, or after, what a claim gives as a bound."""
    if not mine.bound or theirs.bound or not same_event(mine, theirs):
        return False
    if mine.bound == BEFORE:
        return quote.days[1] <= claim.days[1]
    return claim.days[0] <= quote.days[0]


def _holds(claim: _Span, quote: _Span, mine: DateFact, theirs: DateFact) -> bool:
    if claim.ends and mine.when.lasting:
        return _within(quote.ends[0] if quote.ends else quote.days, claim.ends[0])
    if claim.ends:
        return quote.ends is not None and all(map(_within, quote.ends, claim.ends))
    return any(_within(days, claim.days) for days in (quote.days, *_ends_for(mine, quote, theirs)))


def _apart(claim: _Span, quote: _Span, mine: DateFact, theirs: DateFact) -> bool:
    if claim.ends and mine.when.lasting:
        return _disjoint(quote.ends[0] if quote.ends else quote.days, claim.ends[0])
    if claim.ends and quote.ends:
        return any(map(_disjoint, quote.ends, claim.ends))
    margin = [_margin(f.when.words, s.days) for f, s in ((mine, claim), (theirs, quote))]
    mine_ = _wider(claim.days, max(margin))
    if mine.role and quote.ends and not theirs.when.lasting:
        return all(_disjoint(end, mine_) for end in _ends_for(mine, quote, theirs))
    return _disjoint(quote.days, mine_)


def _ends_for(mine: DateFact, quote: _Span, theirs: DateFact) -> tuple[Days, ...]:
    """Return the ends of a span that may answer: the first for what begins, the last for what ends."""
    if quote.ends is None:
        return ()
    if theirs.when.lasting:
        return quote.ends[:1]
    if not mine.role:
        return quote.ends
    return quote.ends[:1] if mine.role == BEGINS else quote.ends[1:]


def _calendars(mine: DateFact, theirs: DateFact, named: NamedDays) -> Iterator[tuple[_Span, _Span]]:
    """Yield the days of both as they are and, where one names no year, as of one year."""
    claim, quote = mine.when, theirs.when
    if claim.days and quote.days:
        yield _Span(claim.days, claim.ends), _Span(quote.days, quote.ends)
    one, two = claim.days or claim.yearless, quote.days or quote.yearless
    if one and two and _year_is_open(mine, theirs, named):
        yield _of_any_year(_Span(one, claim.ends)), _of_any_year(_Span(two, quote.ends))


def _year_is_open(mine: DateFact, theirs: DateFact, named: NamedDays) -> bool:
    """Return whether day and month alone decide."""
    claim, quote = mine.when, theirs.when
    if claim.yearless:
        return True
    if not quote.yearless or claim.days is None or claim.days[1] - claim.days[0] > _MONTH:
        return False
    return claim.days[0].year in named.years or (quote.days is None and not named.years)


def _of_any_year(span: _Span) -> _Span:
    years = span.days[0].year - ANY_YEAR

    def moved(days: Days) -> Days:
        return _in_year(days[0], days[0].year - years), _in_year(days[1], days[1].year - years)

    return _Span(moved(span.days), (moved(span.ends[0]), moved(span.ends[1])) if span.ends else None)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=min(max(year, 1), 9999))
    except ValueError:
        return day.replace(year=min(max(year, 1), 9999), day=28)


def _choices(when: When) -> tuple[Days, ...]:
    return when.either or ((when.days,) if when.days else ())


def _by_weekday(claim: When, quote: When) -> bool:
    """Return whether a weekday is all that a claim names, and no source says of which week."""
    return claim.weekday is not None and not (claim.first and quote.first)


def _in_its_week(claim: When, weekday: int, named: NamedDays) -> bool:
    """Return whether the day of a claim is that weekday, in a week of which the quotes name another day."""
    day = claim.first
    if day is None or day != claim.last or day.weekday() != weekday:
        return False
    return any(abs(day - other) < _WEEK for other in named.days)


def _weekday(when: When) -> int | None:
    """Return the weekday that words name or that their one day is."""
    if when.weekday is not None:
        return when.weekday
    return when.first.weekday() if when.first and when.first == when.last else None


def _within(inner: Days, outer: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _disjoint(one: Days, two: Days) -> bool:
    return one[1] < two[0] or two[1] < one[0]


def _wider(days: Days, margin: int) -> Days:
    return shifted(days[0], -margin), shifted(days[1], margin)


def _margin(words: str, days: Days) -> int:
    return (days[1] - days[0]).days // 2 + 1 if _LOOSE.search(words) else 0


def _loosely(claim: Days, quote: Days, words: str) -> bool:
    """Return whether the days of a quote bear out a claim as its words are commonly taken."""
    if claim[0] == claim[1] == quote[1] and "end of" in words:
        return True  # until the end of the year: on 31 December
    if not words.endswith(" ago"):
        return False
    # "Five years ago" is half a year either side of its day: "in 2015" says no more.
    reach = quote[1] - quote[0]
    return claim[0] <= quote[0] + reach / 2 <= claim[1] and 2 * (claim[1] - claim[0]) >= reach
