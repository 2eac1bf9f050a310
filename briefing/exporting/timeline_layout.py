"""Where the rows of a chronology stand on one axis of time: true to time, with long gaps cut out and named.

Places are from 0.0, where the axis begins, to 1.0, where it ends. What paints them knows how wide it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median_low

from briefing.language.typed_days import day_in_full, days_of, is_circa

BREAK = 0.07  # the width of a gap that is cut out
_MOST_BREAKS = 5
# A gap is long that takes this part of the axis, and is so many times as long as the middle one of all.
_PART, _TIMES = 0.2, 6


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A row of a chronology: `day` is EDTF, "" for none, `label` what happened in plain words."""

    id: str
    day: str
    label: str


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A row on the axis: from `start` to `end`, which is wider than nothing even for one day; `circa`: about
    then. `day`: in full.
    """

    id: str
    day: str
    label: str
    start: float
    end: float
    circa: bool


@dataclass(frozen=True, slots=True)
class TimelineBreak:
    """A gap that was cut out: its middle on the axis, and how long nothing was entered."""

    at: float
    days: int

    @property
    def words(self) -> str:
        """Return how long it is as a reader says it: "3 months"."""
        return lasting(self.days)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The marks in order of the rows, the gaps in order of time, and the days at which the axis begins and
    ends. `undated` counts the rows without a day, which stand on no axis.
    """

    marks: tuple[TimelineMark, ...]
    breaks: tuple[TimelineBreak, ...]
    first: date
    last: date
    undated: int = 0

    @property
    def described(self) -> str:
        """Return the picture in words."""
        count = len(self.marks)
        ends = " to ".join(dict.fromkeys(day_in_full(day.isoformat()) for day in (self.first, self.last)))
        gaps = [f"nothing for {gap.words}" for gap in self.breaks]
        without = [f"{self.undated} without a day"] if self.undated else []
        return "; ".join((f"{count} row{'' if count == 1 else 's'}, {ends}", *gaps, *without)) + "."


def lasting(days: int) -> str:
    """Return a length of time in the largest unit of which it has two, at least days."""
    for unit, length in (("year", 365.25), ("month", 30.44), ("week", 7.0)):
        if (number := round(days / length)) >= 2:
            return f"{number} {unit}s"
    return f"{days} day{'' if days == 1 else 's'}"


def timeline(entries: Iterable[TimelineEntry]) -> Timeline | None:
    """Return where the rows that have a day stand; None where none has."""
    rows = tuple(entries)
    dated = [(entry, days) for entry in rows if (days := days_of(entry.day))]
    if not dated:
        return None
    # The end of a day is the beginning of the next.
    spans = [(first.toordinal(), last.toordinal() + 1) for _, (first, last) in dated]
    covered = _covered(spans)
    begin, end = covered[0][0], covered[-1][1]
    cut = _cut(covered)
    scale = (1.0 - BREAK * len(cut)) / (end - begin - sum(till - since for since, till in cut))

    def place(day: int) -> float:
        before = [gap for gap in cut if gap[1] <= day]
        return (day - begin - sum(till - since for since, till in before)) * scale + BREAK * len(before)

    marks = tuple(
        TimelineMark(
            entry.id, day_in_full(entry.day), entry.label, place(since), place(till), is_circa(entry.day)
        )
        for (entry, _), (since, till) in zip(dated, spans, strict=True)
    )
    breaks = tuple(TimelineBreak(place(since) + BREAK / 2, till - since) for since, till in cut)
    first, last = date.fromordinal(begin), date.fromordinal(end - 1)
    return Timeline(marks, breaks, first, last, len(rows) - len(dated))


def _covered(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of days in which something is entered, in order and apart."""
    found: list[tuple[int, int]] = []
    for since, till in sorted(spans):
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], till))
        else:
            found.append((since, till))
    return found


def _cut(covered: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the gaps that are cut out of the axis, in order of time."""
    gaps = [(one[1], two[0]) for one, two in pairwise(covered)]
    usual = median_low([till - since for since, till in gaps]) if gaps else 0
    left = covered[-1][1] - covered[0][0]
    cut: list[tuple[int, int]] = []
    for since, till in sorted(gaps, key=lambda gap: gap[0] - gap[1]):
        if len(cut) == _MOST_BREAKS or till - since < max(_PART * left, _TIMES * usual):
            break
        cut.append((since, till))
        left -= till - since
    return sorted(cut)
