"""Days and spans of days. Arithmetic that would leave the calendar stays at its edge."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from briefing.language.when.words import MONTH_NAMES, WEEKDAY_NAMES

Days = tuple[date, date]
# The first month and how many of them.
_OF_YEAR = {
    "early": (1, 4), "mid": (5, 4), "late": (9, 4), "start": (1, 2), "end": (11, 2),
    "first half": (1, 6), "second half": (7, 6),
}  # fmt: skip

# The first year and how many of them; the same in tens of years for a century.
_OF_DECADE = {
    "early": (0, 4), "mid": (3, 4), "late": (6, 4), "start": (0, 2), "end": (8, 2),
    "first half": (0, 5), "second half": (5, 5),
}  # fmt: skip


def shifted(day: date, days: int) -> date:
    """Return the date `days` later (earlier, where negative), at the edge of the calendar at most."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def weekday_from(day: date, weekday: int) -> date:
    """Return the first day of that weekday (0 for Monday) on or after a day."""
    return shifted(day, (weekday - day.weekday()) % 7)


def weekday_before(day: date, weekday: int) -> date:
    """Return the last day of that weekday before a day."""
    return shifted(day, -((day.weekday() - weekday - 1) % 7 + 1))


def weekday_nearest(day: date, weekday: int) -> date:
    """Return the day of that weekday that is at most three days away."""
    return shifted(day, (weekday - day.weekday() + 3) % 7 - 3)


def by_months(day: date, months: int) -> date:
    """Return the same day `months` later, the last of the month where there is no such day."""
    count = day.year * 12 + day.month - 1 + months
    count = min(max(count, 12), 9999 * 12 + 11)
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month(year: int, number: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, number: int, count: int) -> Days:
    """Return the first and last day of `count` months that begin with month `number`."""
    first = date(year, number, 1)
    return first, shifted(by_months(first, count), -1)


def year(number: int) -> Days:
    """Return the first and last day of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def decade(number: int) -> Days:
    """Return the first and last day of the ten years that begin with a year; at the end of the calendar,
    fewer.
    """
    return date(number, 1, 1), date(min(number + 9, 9999), 12, 31)


def century(number: int) -> Days:
    """Return the first and last day of the hundred years that begin with a year."""
    return date(number, 1, 1), date(min(number + 99, 9999), 12, 31)


def week(day: date) -> Days:
    """Return the Monday and the Sunday of the week that holds `day` (ISO 8601 weeks)."""
    monday = shifted(day, -day.weekday())
    return monday, shifted(monday, 6)


def quarter(day: date) -> Days:
    """Return the first and last day of the quarter that holds `day`."""
    return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def third(span: Days, which: str) -> Days:
    """Return the early, mid or late third of a span of days; the halves, and a sixth for "start" and "end".

    A year is cut between its months, a decade between its years, a century between its decades.
    """
    first, last = span
    if span == year(first.year):
        return months(first.year, *_OF_YEAR[which])
    if span == decade(first.year):
        begun, years = _OF_DECADE[which]
        return date(first.year + begun, 1, 1), date(first.year + begun + years - 1, 12, 31)
    if span == century(first.year):
        begun, tens = _OF_DECADE[which]
        return date(first.year + 10 * begun, 1, 1), date(first.year + 10 * (begun + tens) - 1, 12, 31)
    length = (last - first).days + 1
    cuts = {
        "early": (0, length / 3), "mid": (length / 3, length * 2 / 3), "late": (length * 2 / 3, length),
        "start": (0, length / 6), "end": (length * 5 / 6, length),
        "first half": (0, length / 2), "second half": (length / 2, length),
    }  # fmt: skip
    begin, end = cuts[which]
    return shifted(first, round(begin)), shifted(first, max(round(end) - 1, round(begin)))


def whole(year_: int, month_: int = 0, day_: int = 0) -> Days | None:
    """Return the span of a date, whole or partial (0 for what is not given); None where there is none."""
    try:
        if day_:
            return date(year_, month_, day_), date(year_, month_, day_)
        return month(year_, month_) if month_ else year(year_)
    except ValueError:
        return None


@lru_cache(maxsize=256)
def published_days(published: str) -> Days | None:
    """Return the days an ISO 8601 date stands for, whole or partial, with or without a time; None for
    others.
    """
    parts = published.strip()[:10].split("T")[0].split("-")
    if not 1 <= len(parts) <= 3 or not all(p.isascii() and p.isdigit() for p in parts):
        return None
    if [len(p) for p in parts] != [4, 2, 2][: len(parts)]:
        return None
    if len(parts) > 1 and not int(parts[1]):
        return None
    if len(parts) > 2 and not int(parts[2]):
        return None
    return whole(*map(int, parts)) if int(parts[0]) else None


def named(day: date) -> str:
    """Return a day as a reader says it: "Friday 13 March 2020"."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def span_named(span: Days) -> str:
    """Return a span as a reader says it: a day, a month, a year, or from day to day."""
    first, last = span
    if first == last:
        return named(first)
    if span == month(first.year, first.month):
        return f"{MONTH_NAMES[first.month - 1]} {first.year}"
    if span == year(first.year):
        return str(first.year)
    return f"{named(first)} to {named(last)}"
