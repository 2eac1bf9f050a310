"""Dates as articles print them and people type them, to ISO 8601."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from briefing.language.calendar_names import is_weekday, months_alone

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = months_alone()
_MONTH = r"(?P<month>[^\W\d_][^\s\d.,;:/()|-]{1,14}(?:[ ][^\s\d.,;:/()|-]{3,15})?)\.?"
_ON = r"(?:(?:le|am|den|el|il|op|dnia|em)\s+)?"
_WEEKDAY = _ON + r"(?:(?P<weekday>[^\W\d_][^\s\d.,;:/()|]{1,14})(?:\.,?\s*|,\s*|\s+))?"
_CLOCK = r"\d{1,2}\s?[:.h]\s?\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
_TIME = (
    r"(?:\s*,?\s*(?:(?:at|um|à|a las|às|alle|kl\.?|ore|om|о|в|saat|klo|o|g\.)\s+|[-–—|•·/]\s*)?"
    rf"{_CLOCK}\s*(?:[ap]\.?m\.?|uhr|hs?|ч|น\.)?\s*(?:\(?[A-Z]{{2,5}}\)?|z|[+-]\d{{2}}:?\d{{2}})?)?"
)
_YEAR = r"(?P<year>\d{4})"
_OF_YEAR = r"(?:\s?(?:г(?:ода|\.)?|р(?:оку|\.)?|r\.?))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ère|º|°|ª|\.)?"
_OF = r"(?:(?:of|de|del|di|من|the)\s+)?"
_IN_WORDS = (
    _DAY + r"\s*" + _OF + _MONTH + r",?\s*(?:(?:de|del)\s+)?" + _YEAR + _OF_YEAR,
    _DAY + r"[-/]" + _MONTH + r"[-/]" + _YEAR,
    _MONTH + r"\s+" + _OF + _DAY + r",?\s+" + _YEAR,
)
_IN_DIGITS = (
    _YEAR
    + r"-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
    _YEAR + r"/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
    _YEAR + r"\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?",
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?" + _YEAR + _OF_YEAR,
    _YEAR + r"\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일](?:\s?[(（].[)）])?",
)
_OF_MONTH = (_YEAR + r"-(?P<month>\d{2})", _MONTH + r",?\s+(?:(?:de|del)\s+)?" + _YEAR + _OF_YEAR)
_WHOLE = tuple(
    re.compile(_WEEKDAY + shape + r"(?:,?\s+(?P<after>[^\W\d_]{3,14}))??" + _TIME, re.IGNORECASE)
    for shape in (*_IN_DIGITS, *_IN_WORDS, *_OF_MONTH)
)
_WHOLE_IN_DIGITS = _WHOLE[: len(_IN_DIGITS)]
# Day and month with slashes are told apart where one of them is over 12, or where it is known who writes.
_SLASHES = r"(?P<one>\d{1,2})(?P<mark>[/-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})"
_WHOLE_SLASHES = re.compile(_WEEKDAY + _SLASHES + _TIME, re.IGNORECASE)
# The names of groups stand once in a pattern.
_NAMELESS = "|".join(
    re.sub(r"[(][?]P<[a-z]+>", "(?:", shape).replace("(?P=mark)", "[/-]")
    for shape in (*_IN_DIGITS, *_IN_WORDS, _SLASHES)
)
_AMONG = re.compile(rf"(?<![\w/.-])(?:{_NAMELESS})(?![\w/]|[.-]\d)", re.IGNORECASE)
_LONGEST = 60
_LONGEST_WORDS = 400
_EARLIEST = 1000
# Languages, and English by country, that write the day before the month.
_DAY_FIRST = re.compile(
    r"(?:fr|de|es|it|pt|nl|pl|tr|ru|uk|cs|sk|da|no|nb|nn|sv|fi|el|ro|bg|hr|sr|sl|ar|he|id|vi|hi|bn|ca)(?:-.*)?"
    r"|en-(?:GB|IE|AU|NZ|IN|ZA|PK|NG|KE|SG)",
    re.IGNORECASE,
)


def iso_date(value: str, language: str = "") -> str:
    """Return the date that is the whole of `value` as ISO 8601, partial where the day is not given.

    "" for anything else, and for a date that can be read in two ways by the `language` (BCP 47) it is in.
    """
    value = value.strip().rstrip(".")
    if len(value) > _LONGEST:
        return ""
    for shape in _WHOLE:
        match = shape.fullmatch(value)
        if match and (found := _of_parts(match.groupdict())):
            return found
    match = _WHOLE_SLASHES.fullmatch(value)
    return _by_slashes(match, language) if match and _is_weekday(match["weekday"]) else ""


def dates_among(words: str, language: str = "") -> Iterator[tuple[str, str]]:
    """Yield each day that stands in a few words, as ISO 8601, with the words between it and the last one."""
    words = words[:_LONGEST_WORDS]
    at = start = 0
    while match := _AMONG.search(words, start):
        found = iso_date(match.group(), language)
        if found:
            yield found, words[at : match.start()]
            at = start = match.end()
        else:
            # "EST Nov 19, 2019": the month is the second word.
            start = match.start() + len(match.group().split()[0])


def two_ways(value: str) -> tuple[str, str] | None:
    """Return the two days that a date such as 03/04/2020 may be, day first and month first, or None."""
    match = _WHOLE_SLASHES.fullmatch(value.strip())
    if match is None or iso_date(value):
        return None
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    ways = _iso(year, two, one), _iso(year, one, two)
    return ways if all(ways) else None


def looks_like_day(value: str) -> bool:
    """Return whether a value has the form of a day, be it in the calendar or not: 2020-02-30."""
    return any(shape.fullmatch(value) for shape in _WHOLE_IN_DIGITS)


def labelled_date(value: str) -> str:
    """Like `iso_date`, for a field said to be a date: a year alone will do."""
    value = value.strip()
    return value if re.fullmatch(r"(?:1[5-9]|20)\d\d", value, re.ASCII) else iso_date(value)


def named_month(value: str) -> int:
    """Return the number of the first month whose English name begins a word of `value`, 0 for none."""
    return next((i for i, name in enumerate(_ENGLISH, 1) if re.search(rf"\b{name}", value.lower())), 0)


def _of_parts(parts: dict[str, str | None]) -> str:
    """Return the date of a match's groups, "" where a name in it is none of a month or a weekday."""
    month = _month(parts["month"] or "")
    if not month or not _is_weekday(parts["weekday"]) or not _is_weekday(parts["after"]):
        return ""
    return _iso(int(parts["year"] or 0), month, int(parts.get("day") or 0))


def _month(name: str) -> int:
    # A Turkish capital İ is two characters in lower case.
    return int(name) if name.isdigit() else _MONTHS.get(name.lower().replace("i̇", "i"), 0)


def _is_weekday(name: str | None) -> bool:
    """Return whether a name before or after a date is a weekday's, or there is none."""
    return not name or is_weekday(name)


def _by_slashes(match: re.Match[str], language: str) -> str:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one > 12 or one == two or (two <= 12 and _DAY_FIRST.fullmatch(language)):
        return _iso(year, two, one)
    return _iso(year, one, two) if two > 12 or language.lower() == "en-us" else ""


def _iso(year: int, month: int, day: int) -> str:
    if year < _EARLIEST:  # 0001-01-01 is how some programs write that there is no date
        return ""
    try:
        whole = datetime.date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return whole if day else whole[:7]
