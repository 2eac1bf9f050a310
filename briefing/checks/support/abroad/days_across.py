"""The days that a claim names against those of quotes in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.checks.support.alignment import AlignedFact, graded
from briefing.checks.support.marks import ABSENT, FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.when.foreign import NamedDay, named_days
from briefing.language.when.words import MONTHS, WEEKDAY_NAMES

_MOST_OF_CLAIM, _MOST_OF_QUOTE = 40, 200
_WEEKDAY = re.compile(rf"(?:last |next |on )?({'|'.join(WEEKDAY_NAMES)})$", re.IGNORECASE)
_MONTH = re.compile(r"[A-Za-z]{3,}")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WEEK = timedelta(days=7)
_NEAR = timedelta(days=10)  # how far from its source a weekday without a date is


@dataclass(frozen=True, slots=True)
class Day:
    """A time as either text names it. `weekday`: 0 for Monday; `month`, `day`: where no year is known."""

    start: int
    end: int
    words: str
    first: date | None
    last: date | None
    weekday: int | None
    month: int | None
    day: int | None


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each time of the claim that can be compared."""
    mine = _days(claim)[:_MOST_OF_CLAIM]
    theirs = [(q, day) for q in quotes for day in _days(q.reading)[:_MOST_OF_QUOTE]]
    for day in mine:
        yield from _mark(day, mine, theirs, quotes)


def _mark(
    day: Day, mine: Sequence[Day], theirs: Sequence[tuple[Quoted, Day]], quotes: Sequence[Quoted]
) -> Iterator[Mark]:
    if day.first is None and day.weekday is None and day.month is None:
        return
    sort = _sort(day)
    alone = sum(_sort(d) == sort for d in mine) == 1 and sum(_sort(d) == sort for _q, d in theirs) == 1
    answers = [
        AlignedFact(q, d, _agrees(day, d, q.reading.published), alone and _sort(d) == sort) for q, d in theirs
    ]
    state, answer = graded(answers)
    if answer is None:
        if not any(_is_published(day, q.reading.published) for q in quotes):
            yield Mark(day.start, day.end, "date", ABSENT, "", f"No quote names a date like “{day.words}”.")
        return
    seen = answer.quoted.words(answer.fact.start, answer.fact.end)
    why = f"The quote has “{seen}”." if state == FOUND else f"“{day.words}” is not the quote’s “{seen}”."
    place = (answer.quoted.place(answer.fact.start, answer.fact.end),)
    yield Mark(day.start, day.end, "date", state, seen if state == FOUND else "", why, place)


def _sort(day: Day) -> str:
    """Return how exact a time is: of two sorts neither answers the other."""
    if day.weekday is not None:
        return "weekday"
    if day.first is None or day.last is None:
        return "day" if day.day is not None else "month"
    length = (day.last - day.first).days
    return "day" if length == 0 else "month" if length < 32 else "year"


def _agrees(claim: Day, quote: Day, published: str) -> bool:
    """Whether a quote's time bears one of the claim out: it lies within, or is the same weekday."""
    if claim.weekday is not None and quote.weekday is not None:
        return claim.weekday == quote.weekday
    if quote.weekday is not None:
        return _holds_weekday(claim, quote.weekday, published)
    if claim.weekday is not None:
        return (
            quote.first is not None and quote.first == quote.last and quote.first.weekday() == claim.weekday
        )
    if claim.first and claim.last and quote.first and quote.last:
        return claim.first <= quote.first and quote.last <= claim.last
    return quote.month is not None and claim.month == quote.month and claim.day in (None, quote.day)


def _holds_weekday(claim: Day, weekday: int, published: str) -> bool:
    """Whether a claim's span has that weekday, close to the day of the source where that is known."""
    if claim.first is None or claim.last is None:
        return False
    if claim.last - claim.first >= _WEEK:
        return True
    days = [claim.first + timedelta(days=n) for n in range((claim.last - claim.first).days + 1)]
    source = _whole(published)
    return any(d.weekday() == weekday and (source is None or abs(d - source) <= _NEAR) for d in days)


def _is_published(day: Day, published: str) -> bool:
    """Whether a claim's month or year holds the day that a source appeared."""
    source = _whole(published)
    return bool(
        source and day.first and day.last and day.first < day.last and day.first <= source <= day.last
    )


def _whole(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _days(reading: TextReading) -> tuple[Day, ...]:
    """Return the times that a text names, by the grammar of English or the tables of the others."""
    if not reading.english:
        return tuple(_of_named(day) for day in named_days(reading.text, reading.published))
    return tuple(_of_english(w.start, w.end, w.words, w.first, w.last) for w in reading.times)


def _of_named(day: NamedDay) -> Day:
    return Day(day.start, day.end, day.words, day.first, day.last, day.weekday, day.month, day.day)


def _of_english(start: int, end: int, words: str, first: date | None, last: date | None) -> Day:
    named = _WEEKDAY.match(words)
    weekday = None
    if named is not None:
        weekday = next(n for n, name in enumerate(WEEKDAY_NAMES) if name.lower() == named[1].lower())
    months = [MONTHS[low[:3]] for word in _MONTH.findall(words) if (low := word.lower())[:3] in MONTHS]
    number = _NUMBER.search(words)
    return Day(
        start, end, words, first, last, weekday,
        months[0] if len(months) == 1 else None,
        int(number.group()) if number and len(months) == 1 else None,
    )  # fmt: skip
