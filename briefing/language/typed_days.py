"""Days as people type them in a chronology, to EDTF and back: a day, a month, a year, a span, "circa".

Kept are EDTF strings of level 1 (ISO 8601-2): "2023-10-13", "2023-10", "2023", "2023-10-13/2023-10-15", and
"~" behind what is approximate.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.language.when.calendar import Days

# The grammar of times is loaded when a day is read, for no window needs it before its first page.
CIRCA = "c. "
_POINT = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_EDTF = re.compile(rf"({_POINT})(~?)(?:/({_POINT})(~?))?")
_ABOUT = re.compile(
    r"(?:ca\.?|c\.?|circa|around|about|approx(?:\.|imately)?)\s+(?=\S)|c\.(?=\d)", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:early|mid|late|beginning|start|middle|end|half|spring|summer|autumn|fall|winter)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d{1,2}\s)|\s+(?:to|until|bis)\s+", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"\s*:(?:\s+|$)|\s+[—–-]+(?:\s+|$)|—")
_LONGEST_HEAD = 60


@cache
def _spelt() -> re.Pattern[str]:
    from briefing.language.when.words import MONTH_ANY

    return re.compile(
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?\s*(?P<month>(?i:{MONTH_ANY}))?,?\s*(?P<year>[0-9]{{4}})?"
    )


def edtf_of(typed: str) -> str:
    """Return the EDTF of a typed day, month, year or span, with "~" where it is approximate; "" for others.

    "" too for what names no year, is not in the calendar, ends before it begins, or can be two days
    (1/10/2020).
    A span is approximate as a whole: both its ends get the mark.
    """
    from briefing.language.when import resolve

    words = " ".join(typed.split())
    about = _ABOUT.match(words)
    bare = words[about.end() :] if about else words
    if _EDTF.fullmatch(bare):
        return _marked(bare, circa=bool(about) or "~" in bare) if days_of(bare) else ""
    if found := _point(bare) or _span(bare):
        return _marked(found, circa=bool(about))
    for when in resolve(bare, "")[:1]:
        if when.days and (when.start, when.end) == (0, len(bare)):
            ends = when.ends or (when.days,)
            found = "/".join(dict.fromkeys(_named_as(days) for days in ends))
            return _marked(found, circa=bool(about or _VAGUE.search(bare)))
    return ""


def _marked(edtf: str, *, circa: bool) -> str:
    return "/".join(f"{part.rstrip('~')}{'~' if circa else ''}" for part in edtf.split("/"))


def _point(words: str, last: re.Match[str] | None = None) -> str:
    """Return the EDTF of one end of a span; what it leaves out stands in the `last` end."""
    spelt = _spelt().fullmatch(words)
    if spelt is None or not any(spelt.groups()):
        from briefing.language.printed_dates import labelled_date

        return labelled_date(words)
    day, month, year = ("" if part is None else part for part in spelt.group("day", "month", "year"))
    if last is not None:
        # "2019 – March 2020": a year by itself has no month.
        month = month or (last["month"] or "" if day else "")
        year = year or last["year"] or ""
    return _in_calendar(day, month, year)


def _in_calendar(day: str, month: str, year: str) -> str:
    from briefing.language.when import calendar
    from briefing.language.when.words import month_of

    if not int(year or 0) or (day and not month):
        return ""
    days = calendar.whole(int(year), month_of(month) if month else 0, int(day or 0))
    return _named_as(days) if days else ""


def _span(words: str) -> str:
    for between in _BETWEEN.finditer(words):
        first, last = words[: between.start()], words[between.end() :]
        end = _point(last)
        start = _point(first, _spelt().fullmatch(last)) if end else ""
        if start and days_of(f"{start}/{end}"):
            return f"{start}/{end}"
    return ""


def _named_as(days: Days) -> str:
    from briefing.language.when import calendar

    first, last = days
    if first == last:
        return first.isoformat()
    if days == calendar.month(first.year, first.month):
        return first.isoformat()[:7]
    if days == calendar.year(first.year):
        return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"


def edtf_of_days(first: date, last: date) -> str:
    """Return the EDTF of a span of days: of one day, of a whole month or year, or from day to day."""
    return _named_as((first, last))


def days_of(edtf: str) -> Days | None:
    """Return the first and the last day of an EDTF string; None for others, and where it ends too early."""
    match = _EDTF.fullmatch(edtf)
    if match is None:
        return None
    from briefing.language.when import calendar

    first = calendar.published_days(match[1])
    last = calendar.published_days(match[3]) if match[3] else first
    if first is None or last is None or last[1] < first[0] or (match[3] and last[0] < first[0]):
        return None
    return first[0], last[1]


def is_circa(edtf: str) -> bool:
    """Return whether an end of an EDTF string is approximate."""
    return "~" in edtf


def day_in_full(edtf: str) -> str:
    """Return an EDTF day as a reader reads it: "13 October 2023", "c. March 2020", "12–14 May 2021".

    What is no EDTF day comes back as it is.
    """
    match = _EDTF.fullmatch(edtf)
    if match is None or days_of(edtf) is None:
        return edtf
    circa = CIRCA if is_circa(edtf) else ""
    first = _parts(match[1])
    if not match[3]:
        return f"{circa}{_joined(first)}"
    last = _parts(match[3])
    start, dash = _shortened(first, last) if len(first) == len(last) else (_joined(first), " – ")
    return f"{circa}{start}{dash}{_joined(last)}"


def _parts(point: str) -> tuple[str, ...]:
    """Return year, month and day of one end, as many as there are, in words."""
    from briefing.language.when.words import MONTH_NAMES

    numbers = point.split("-")
    words = [
        numbers[0],
        *(MONTH_NAMES[int(n) - 1] for n in numbers[1:2]),
        *(str(int(n)) for n in numbers[2:]),
    ]
    return tuple(words)


def _joined(parts: tuple[str, ...]) -> str:
    return " ".join(reversed(parts))


def _shortened(first: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, str]:
    """Return the beginning of a span without what its end names too, and the dash between them."""
    alike = 0
    while alike < len(first) - 1 and first[alike] == last[alike]:
        alike += 1
    rest = first[alike:]
    return _joined(rest), " – " if len(rest) > 1 else "–"


def day_order(edtf: str) -> tuple[date, date]:
    """Return what a chronology is sorted by: the first day, then the last; after all days for no day."""
    return days_of(edtf) or (date.max, date.max)


def typed_head(words: str) -> tuple[str, int]:
    """Return the day that a line begins with ("13 October 2023: Two shells …") as EDTF, and where the rest
    starts.

    ("", 0) where a line begins with no day that a colon or a dash ends. Offsets are code points.
    """
    found = ("", 0)
    for end in _HEAD_ENDS.finditer(words):
        if end.start() > _LONGEST_HEAD:
            break
        # The longest head wins: “12 May 2021 – 14 May 2021 – Talks”.
        if day := edtf_of(words[: end.start()].strip()):
            found = (day, end.end())
    return found
