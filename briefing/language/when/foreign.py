"""Days that are named in other languages than English: "15 mars 2020", "15. März", "١٥ مارس", "10月12日".

Only what is plain is read: a day and a month by name, perhaps a year; a year; a weekday; words such as
"gestern". A Persian date is read in the months of the Gregorian calendar, not in those of the Iranian one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from briefing.language.calendar_names import MONTHS_ABROAD, WEEKDAYS_ABROAD, ways_of_months
from briefing.language.when import calendar
from briefing.language.when.calendar import Days
from briefing.language.when.frame import TimeFrame
from briefing.language.when.grammar import When

_NUMBERS = ways_of_months(*MONTHS_ABROAD.values())
_ANY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DATE = re.compile(
    r"(?<![\w.,])(?P<day>\d{1,2})(?:er|º|°|\.)?[ \u00a0\u202f\u2009](?:de[ ]|من[ ])?"
    rf"(?P<month>{_ANY})(?!\w)"
    r"(?:[ \u00a0\u202f\u2009,]{1,2}(?:de[ ]|del[ ])?(?P<year>(?:[12١٢۱۲]\d)\d\d)(?!\w))?",
    re.IGNORECASE,
)


_MONTH = re.compile(
    rf"(?<!\w)(?P<month>{_ANY})(?!\w)(?:[ \u00a0](?:de[ ]|del[ ])?(?P<year>(?:[12١٢۱۲]\d)\d\d)(?!\w))?",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    r"(?<![\w.,/-])(?P<year>(?:1[6-9]|20)\d\d|[١۱٢۲]\d{3})(?![\w/-]|[.,:]\d|[ \u00a0\u202f]\d{3})"
)
_NUMERIC = re.compile(r"(?<![\w.,/-])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?![\w/])")
_HAN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号號])?|(?P<alone>\d{4})年"
)

# Words that count from the day of the source: how many days later, and the words.
_COUNTED: dict[str, str] = {
    "fr": "-1 hier; 1 demain; 0 aujourd['’]hui",
    "de": "-1 gestern; 0 heute",  # "morgen" is the morning too
    "es": "-1 ayer; 0 hoy",
    "it": "-1 ieri; 1 domani; 0 oggi",
    "pt": "-1 ontem; 1 amanhã; 0 hoje",
    "nl": "-1 gisteren; 0 vandaag",
    "pl": "-1 wczoraj; 1 jutro; 0 dzisiaj|dziś",
    "tr": "-1 dün; 1 yarın; 0 bugün",
    "ru": "-1 вчера; 1 завтра; 0 сегодня",
    "uk": "-1 вчора; 1 завтра; 0 сьогодні",
    "ar": "-1 أمس; 1 غدا; 0 اليوم",
    "fa": "-1 دیروز; 1 فردا; 0 امروز",
    "zh": "-1 昨天|昨日; 1 明天; 0 今天|今日",
}
_HAN_WAY = re.compile("[\u4e00-\u9fff]")
# What a Turkish word takes behind it, and an Arabic one before it.
_BEHIND, _BEFORE = "(?:['’]?(?:s|ta|te|da|de|nden|ı|i|ya|ye))?", "(?:[بلو](?=ا))?"


def _pattern(ways: dict[int, list[str]]) -> re.Pattern[str]:
    """Return a pattern with a group for each number, of the words that stand for it, each as a whole word."""
    groups = []
    for number, words in ways.items():
        spaced = "|".join(word for word in words if not _HAN_WAY.search(word))
        han = "".join(f"|{word}" for word in words if _HAN_WAY.search(word))
        groups.append(rf"(?P<n{number + 9}>(?<!\w){_BEFORE}(?:{spaced}){_BEHIND}(?!\w){han})")
    return re.compile("|".join(groups), re.IGNORECASE)


def _number(match: re.Match[str]) -> int:
    return int((match.lastgroup or "n9")[1:]) - 9


def _weekday_pattern() -> re.Pattern[str]:
    ways: dict[int, list[str]] = {}
    for row in WEEKDAYS_ABROAD.values():
        for number, words in enumerate(row.split()):
            ways.setdefault(number, []).extend(word.replace("_", "[ ]") for word in words.split("|"))
    return _pattern(ways)


def _count_pattern() -> re.Pattern[str]:
    ways: dict[int, list[str]] = {}
    for row in _COUNTED.values():
        for part in row.split("; "):
            count, _, words = part.partition(" ")
            ways.setdefault(int(count), []).extend(words.split("|"))
    return _pattern(ways)


_WEEKDAY = _weekday_pattern()
_COUNT = _count_pattern()


@dataclass(frozen=True, slots=True)
class NamedDay:
    """Words of a text that name a time. `start`, `end`: code points.

    `first`, `last`: its first and last day, None where it cannot be resolved. `weekday`: 0 for Monday to 6,
    where only that is named. `month`, `day`: of a day without a year.
    """

    start: int
    end: int
    words: str
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None


def dates(text: str, published: str) -> tuple[When, ...]:
    """Return the dates of a text in another language, in order; one without a year is the nearest to its
    source. Years alone and weekdays are left out.
    """
    return tuple(_dates(text, published))


@lru_cache(maxsize=4096)
def named_days(text: str, published: str) -> tuple[NamedDay, ...]:
    """Return all that names a day, a month or a year in a text in another language, in order. `published`:
    the ISO 8601 date of its source, possibly partial, or "".
    """
    found = [
        *(_of_when(when, text) for when in _dates(text, published)),
        *_numeric(text),
        *_han_days(text, published),
    ]
    found += _apart(_months(text, published), found)
    found += _apart(_weekdays(text, published), found)
    found += _apart(_years(text), found)
    return tuple(sorted(found, key=lambda day: (day.start, day.end)))


def _apart(more: Iterator[NamedDay], found: list[NamedDay]) -> list[NamedDay]:
    return [m for m in more if not any(f.start < m.end and m.start < f.end for f in found)]


def _of_when(when: When, text: str) -> NamedDay:
    match = _DATE.match(text, when.start)
    month = _NUMBERS.get(match["month"].lower()) if match else None
    day = int(match["day"]) if match else None
    return NamedDay(when.start, when.end, when.words, when.first, when.last, None, month, day)


def _numeric(text: str) -> Iterator[NamedDay]:
    for match in _NUMERIC.finditer(text):
        days = calendar.whole(int(match["year"]), int(match["month"]), int(match["day"]))
        if days:
            month, day = int(match["month"]), int(match["day"])
            yield NamedDay(*match.span(), match.group(), *days, None, month, day)


def _han_days(text: str, published: str) -> Iterator[NamedDay]:
    for match in _HAN.finditer(text):
        yield _han_day(match, text, calendar.published_days(published))


def _han_day(match: re.Match[str], text: str, source: Days | None) -> NamedDay:
    if match["alone"]:
        return NamedDay(*match.span(), match.group(), *calendar.year(int(match["alone"])))
    month, day = int(match["month"]), int(match["day"]) if match["day"] else None
    if not 1 <= month <= 12:
        return NamedDay(*match.span(), match.group())
    days: Days | None = None
    if match["year"]:
        year = int(match["year"])
        days = calendar.whole(year, month, day) if day else calendar.month(year, month)
    elif day:
        frame = TimeFrame(text, match.start(), match.end(), source)
        days = frame.nearest(partial(_of_year, month, day), match.group()).days
    first, last = days or (None, None)
    return NamedDay(*match.span(), match.group(), first, last, None, month, day)


def _months(text: str, published: str) -> Iterator[NamedDay]:
    source = calendar.published_days(published)
    for match in _MONTH.finditer(text):
        month = _NUMBERS[match["month"].lower()]
        if match["year"]:
            days: Days | None = calendar.month(int(match["year"]), month)
        else:
            frame = TimeFrame(text, match.start(), match.end(), source)
            days = frame.nearest(partial(_month_of_year, month), match.group()).days
        first, last = days or (None, None)
        yield NamedDay(*match.span(), match.group(), first, last, None, month)


def _month_of_year(month: int, year: int) -> Days | None:
    return calendar.month(year, month)


def _weekdays(text: str, published: str) -> Iterator[NamedDay]:
    for match in _WEEKDAY.finditer(text):
        yield NamedDay(*match.span(), match.group(), weekday=_number(match))
    source = calendar.published_days(published)
    for match in _COUNT.finditer(text):
        day = calendar.shifted(source[0], _number(match)) if source and source[0] == source[1] else None
        yield NamedDay(*match.span(), match.group(), day, day)


def _years(text: str) -> Iterator[NamedDay]:
    for match in _YEAR_ALONE.finditer(text):
        yield NamedDay(*match.span(), match.group(), *calendar.year(int(match["year"])))


def _of_year(month: int, day: int, year: int) -> Days | None:
    return calendar.whole(year, month, day)


def _dates(text: str, published: str) -> Iterator[When]:
    source = calendar.published_days(published)
    for match in _DATE.finditer(text):
        day, month = int(match["day"]), _NUMBERS.get(match["month"].lower(), 0)
        if not month:
            continue
        if match["year"]:
            days = calendar.whole(int(match["year"]), month, day)
            how = calendar.span_named(days) if days else "there is no such day"
        else:
            frame = TimeFrame(text, match.start(), match.end(), source)
            reading = frame.nearest(partial(_of_year, month, day), match.group())
            days, how = reading.days, reading.how
        first, last = days or (None, None)
        yield When(match.start(), match.end(), match.group(), first, last, how)
