"""Publication dates as articles print them, to ISO 8601."""

from __future__ import annotations

import datetime
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:\s*,?\s*(?:at\s+|[-–—|]\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?[A-Z]{2,5}\)?|z|[+-]\d{2}:?\d{2})?)?"
)
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SHAPES = tuple(
    re.compile(_WEEKDAY + shape + _TIME, re.IGNORECASE)
    for shape in (
        _YEAR
        + r"-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
        _YEAR + r"/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        _YEAR + r"-(?P<month>\d{2})",
        _DAY + r"\s+(?:of\s+)?" + _MONTH + r",?\s+" + _YEAR,
        _MONTH + r"\s+" + _DAY + r",?\s+" + _YEAR,
        _MONTH + r",?\s+" + _YEAR,
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\." + _YEAR,
        _YEAR + r"\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일](?:\s?[(（].[)）])?",
    )
)
# Day and month with slashes are told apart only where one of them is over 12.
_SLASHES = re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4})" + _TIME, re.IGNORECASE)
_LONGEST = 60


def iso_date(value: str) -> str:
    """Return the date that is the whole of `value` as ISO 8601, partial where the day is not given.

    "" for anything else, and for a date that can be read in two ways.
    """
    value = value.strip().rstrip(".")
    if len(value) > _LONGEST:
        return ""
    for shape in _SHAPES:
        match = shape.fullmatch(value)
        if match:
            parts = match.groupdict()
            return _iso(int(parts["year"]), _month(parts["month"]), int(parts.get("day") or 0))
    match = _SLASHES.fullmatch(value)
    return _unambiguous(match) if match else ""


def labelled_date(value: str) -> str:
    """Like `iso_date`, for a field said to be a date: a year alone will do."""
    value = value.strip()
    return value if re.fullmatch(r"(?:1[5-9]|20)\d\d", value) else iso_date(value)


def named_month(value: str) -> int:
    """Return the number of the first month whose English name begins a word of `value`, 0 for none."""
    return next((i for i, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", value.lower())), 0)


def _unambiguous(match: re.Match[str]) -> str:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one > 12 or one == two:
        return _iso(year, two, one)
    return _iso(year, one, two) if two > 12 else ""


def _month(value: str) -> int:
    return int(value) if value.isdigit() else named_month(value)


def _iso(year: int, month: int, day: int) -> str:
    try:
        whole = datetime.date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return whole if day else whole[:7]
