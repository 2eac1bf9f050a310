"""Which sources a search looks at: by outlet, date, grade, and whether they were read or used."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from briefing.model import Source
from briefing.finder.fold import words

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T ])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a source must be like; "" and None ask nothing.

    `since`, `until`: ISO dates, possibly partial, both inclusive: until 2020-04 is until the end of that April.
    A source dated "2020" may have appeared on any day of it and is kept wherever one of them fits.
    """

    outlet: str = ""
    since: str = ""
    until: str = ""
    grade: str = ""
    used: bool | None = None
    read: bool | None = None

    def keeps(self, source: Source, used: frozenset[str] = frozenset()) -> bool:
        """Return whether a source fits; `used` holds the ids of the sources quoted in the brief."""
        return (
            (not self.grade or source.grade == self.grade)
            and (self.read is None or source.read == self.read)
            and (self.used is None or (source.id in used) == self.used)
            and self._dated(source.published)
            and (not self.outlet or _is_of(source, self.outlet))
        )

    def _dated(self, published: str) -> bool:
        if not (is_date(self.since) or is_date(self.until)):
            return True
        if not is_date(published):
            return False
        first, last = _days(published)
        return (not is_date(self.since) or last >= _days(self.since)[0]) and (
            not is_date(self.until) or first <= _days(self.until)[1]
        )


def merged(a: Filters, b: Filters) -> Filters:
    """Return the filters of both; where both ask, `b` (what was typed) goes before `a` (what was chosen)."""
    unset = Filters()
    both = {
        field.name: getattr(b if getattr(b, field.name) != getattr(unset, field.name) else a, field.name)
        for field in fields(Filters)
    }
    return Filters(**both)


def is_date(value: str) -> bool:
    """Return whether `value` begins with an ISO date, possibly partial, of a real month and day number."""
    found = _DATE.match(value)
    return bool(found) and 1 <= int(found[2] or 1) <= 12 and 1 <= int(found[3] or 1) <= 31


def _days(value: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Return the first and the last day a date may mean, as year, month, day; day 31 ends every month."""
    found = _DATE.match(value)
    assert found is not None, value
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    return (year, month or 1, day or 1), (year, month or 12, day or 31)


def _is_of(source: Source, outlet: str) -> bool:
    """Return whether the outlet's words begin words of the publisher or of the address's host, side by side."""
    host = source.url.partition("://")[2].partition("/")[0]
    wanted = " ".join(words(outlet))
    return any(f" {wanted}" in f" {' '.join(words(name))}" for name in (source.publisher, host))
