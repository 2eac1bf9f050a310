"""Which sources a search looks at: by outlet, date, grade, and whether they were read or used."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cache

from briefing.language.fold import words
from briefing.model import Source

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T ])", re.ASCII)
Day = tuple[int, int, int]  # year, month, day


@dataclass(frozen=True, slots=True)
class Filters:
    """What a source must be like; "" and None ask nothing.

    `since`, `until`: ISO dates, possibly partial, both inclusive: until 2020-04 is until the end of that
    April. A source dated "2020" may have appeared on any day of it and is kept wherever one of them fits.
    """

    outlet: str = ""
    since: str = ""
    until: str = ""
    grade: str = ""
    used: bool | None = None
    read: bool | None = None

    def keeps(self, source: Source, used: frozenset[str] = frozenset()) -> bool:
        """Return whether a source fits; `used` holds the ids of the sources quoted in the brief."""
        return self.keeper(used)(source)

    def keeper(self, used: frozenset[str] = frozenset()) -> Callable[[Source], bool]:
        """Return what says whether a source fits, for asking about many: each outlet is looked at once."""
        dated, is_of = _dated(self.since, self.until), cache(_outlet(self.outlet))

        def keeps(source: Source) -> bool:
            return (
                (not self.grade or source.grade == self.grade)
                and (self.read is None or source.read == self.read)
                and (self.used is None or (source.id in used) == self.used)
                and dated(source.published)
                and (not self.outlet or is_of(source.publisher, _host(source.url)))
            )

        return keeps


NO_FILTERS = Filters()


def merged(a: Filters, b: Filters) -> Filters:
    """Return the filters of both; where both ask, `b` (what was typed) goes before `a` (what was chosen)."""
    asked = {
        field.name: getattr(b, field.name)
        for field in fields(Filters)
        if getattr(b, field.name) != field.default
    }
    return replace(a, **asked)


def is_date(value: str) -> bool:
    """Return whether `value` begins with an ISO date, possibly partial, of a real month and day number."""
    return _days(value) is not None


def _days(value: str) -> tuple[Day, Day] | None:
    """Return the first and the last day a date may mean, None for no date; day 31 ends every month."""
    found = _DATE.match(value)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if month > 12 or day > 31 or found[2] == "00" or found[3] == "00":
        return None
    return (year, month or 1, day or 1), (year, month or 12, day or 31)


def _dated(since: str, until: str) -> Callable[[str], bool]:
    """Return what says whether a date may lie between two, both inclusive; "" or no date is no bound."""
    start, stop = _days(since), _days(until)

    def fits(published: str) -> bool:
        if not (start or stop):
            return True
        days = _days(published)
        return days is not None and (not start or days[1] >= start[0]) and (not stop or days[0] <= stop[1])

    return fits


def _outlet(asked: str) -> Callable[[str, str], bool]:
    """Return what says whether the outlet's words begin words of the publisher or of the host, side by
    side.
    """
    wanted = " ".join(words(asked))

    def is_of(publisher: str, host: str) -> bool:
        return any(f" {wanted}" in f" {' '.join(words(name))}" for name in (publisher, host))

    return is_of


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0]
