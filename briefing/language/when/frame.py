"""What a rule of the grammar sees, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefing.language.when import calendar
from briefing.language.when.calendar import Days
from briefing.language.when.tense import FUTURE, PAST, tense_at

UNDATED = "the source has no date to count from"
# Stands in for a year that is not named: a leap year, so that it has every day.
ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class TimeReading:
    """What words were taken to mean; `days` is None where they could not be resolved.

    `yearless`: the days in the year 2000 of words that name no year, whether or not the source gives one.
    `weekday`: 0 for Monday, where only a weekday is named. `ends`: what the two ends of a span were named as.
    `either`: the two days of "1/10/1960".
    """

    days: Days | None
    how: str
    yearless: Days | None = None
    weekday: int | None = None
    ends: tuple[Days, Days] | None = None
    either: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """The text, the words' place in it, and the days the source's own date stands for."""

    text: str
    start: int
    end: int
    published: Days | None

    def tense(self) -> int:
        """Return the tense of the clause: -1 past, 1 to come, 0 unknown."""
        return tense_at(self.text, self.start, self.end)

    def relative(self, find: Callable[[date], Days], how: str) -> TimeReading:
        """Return what `find` makes of the source's date; of its first and last day where it is partial.

        `how` holds "{date}" where the source's date is to stand.
        """
        if self.published is None:
            return TimeReading(None, UNDATED)
        first, last = find(self.published[0])[0], find(self.published[1])[1]
        return TimeReading((first, last), how.replace("{date}", calendar.span_named(self.published)))

    def nearest(self, year_to_days: Callable[[int], Days | None], what: str) -> TimeReading:
        """Return the day or month of a year that is not named: the last one of what was, the next of what
        is to come, else the nearest.
        """
        yearless = year_to_days(ANY_YEAR)
        if self.published is None:
            return TimeReading(None, UNDATED, yearless)
        tense, (first, last) = self.tense(), self.published
        choices = [
            d for y in range(first.year - 4, last.year + 5) if 1 <= y <= 9999 and (d := year_to_days(y))
        ]
        if tense == PAST:
            choices = [d for d in choices if d[0] <= last][-1:]
        elif tense == FUTURE:
            choices = [d for d in choices if d[1] >= first][:1]
        if not choices:
            return TimeReading(None, f"there is no {what}")
        best = min(choices, key=lambda d: abs((d[0] - first).days))
        side = {PAST: "up to", FUTURE: "from"}.get(tense, "nearest to")
        return TimeReading(best, f"{what} {side} {calendar.span_named(self.published)}", yearless)


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of words and what it means; `build` gives None for words that are no time after all."""

    pattern: str
    build: Callable[[re.Match[str], TimeFrame], TimeReading | None]
