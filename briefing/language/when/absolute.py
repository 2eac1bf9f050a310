"""Words that name days by number: a date, a month, a year, a season, a decade."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from briefing.language.when import calendar
from briefing.language.when.calendar import Days
from briefing.language.when.frame import Rule, TimeFrame, TimeReading
from briefing.language.when.words import (  # fmt: skip
    CENTURIES,
    CENTURY,
    DAY,
    DAY_WORDS,
    HOLIDAYS,
    MONTH_ANY,
    MONTH_LONG,
    MONTH_NAMES,
    MONTH_SHORT,
    MONTH_SURE,
    ORDINALS,
    PARTS,
    SEASON,
    SEASON_SURE,
    SEASONS,
    WEEKDAY,
    WEEKDAY_ANY,
    YEAR,
    month_of,
    weekday_of,
)

# Days after which "the 11 September attacks" is no longer news.
_NAMED_AFTER = 30
_THE, _NOUN = re.compile(r"\b[Tt]he $"), re.compile(r" [a-z]+")
_WEEK_OF = re.compile(r"\b[Ww]eek (?:of|beginning|starting|that began(?: on)?) $")
_DASH = "[–—−-]"
_ORD = "(?:st|nd|rd|th)?"
# Years of two digits past this one are of the century before.
_LATEST = 2050
_NAME_BEFORE, _NAME_AFTER = re.compile(r"\b[A-Z]\w* $"), re.compile(r" [A-Z]")
_LEAD = rf"(?:(?i:{WEEKDAY_ANY}),?[ ])?"
_PART = r"(?P<part>(?i:early|mid|late|(?:the[ ])?(?:beginning|start|middle|end|first[ ]half|second[ ]half)))"


def _given(days: Days | None, what: str) -> TimeReading:
    return TimeReading(days, calendar.span_named(days)) if days else TimeReading(None, f"there is no {what}")


def _number(group: str | None) -> int:
    return int(group) if group else 0


def _date(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    day, month = int(match["day"]), month_of(match["month"])
    what = f"{day} {MONTH_NAMES[month - 1]}"
    if match["month"].islower() and not match["year"]:
        return None  # may 15, march 3 miles
    if match["year"]:
        found = _given(calendar.whole(int(match["year"]), month, day), f"{what} {match['year']}")
    else:
        found = frame.nearest(lambda year: calendar.whole(year, month, day), what)
        if _is_a_name(frame, found.days):
            return TimeReading(
                None, f"“the {match.group()} …” may be a name: no year is told", found.yearless
            )
    if found.days and _WEEK_OF.search(frame.text, max(0, frame.start - 20), frame.start):
        return TimeReading(calendar.week(found.days[0]), f"the week of {found.how}")
    return found


def _is_a_name(frame: TimeFrame, days: Days | None) -> bool:
    """Return whether a date long gone stands before what it named: the Sept. 11 attacks, the Oct. 7
    massacre.
    """
    old = days and frame.published and (frame.published[0] - days[1]).days > _NAMED_AFTER
    return (
        bool(old)
        and bool(_THE.search(frame.text, max(0, frame.start - 5), frame.start))
        and (_NOUN.match(frame.text, frame.end) is not None)
    )


def _nth_day(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """The fifth of May."""
    day, month = DAY_WORDS[match["nth"].lower()], month_of(match["month"])
    if match["year"]:
        return _given(calendar.whole(int(match["year"]), month, day), match.group())
    return frame.nearest(lambda year: calendar.whole(year, month, day), match.group())


def _nth_weekday(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """The first Sunday of March, the last Friday in May 2019."""
    number, nth, month = weekday_of(match["weekday"]), match["nth"].lower(), month_of(match["month"])

    def days(year: int) -> Days:
        first, last = calendar.month(year, month)
        day = calendar.shifted(first, (number - first.weekday()) % 7 + 7 * ORDINALS[nth] - 7)
        if nth == "last":
            day = calendar.shifted(last, -((last.weekday() - number) % 7))
        return day, day

    return _given(days(int(match["year"])), "") if match["year"] else frame.nearest(days, match.group())


def _fiscal(_match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    return TimeReading(None, "a fiscal year need not be a calendar year")


def _day_range(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    one, two, month = int(match["day"]), int(match["to"]), month_of(match["month"])
    what = f"{one} to {two} {MONTH_NAMES[month - 1]}"

    def days(year: int) -> Days | None:
        first, last = calendar.whole(year, month, one), calendar.whole(year, month, two)
        return (first[0], last[1]) if first and last and one <= two else None

    if match["year"]:
        return _with_ends(_given(days(int(match["year"])), f"{what} {match['year']}"))
    return _with_ends(frame.nearest(days, what))


def _with_ends(found: TimeReading) -> TimeReading:
    """Return a span from day to day with its two ends."""
    span = found.days or found.yearless
    return replace(found, ends=((span[0], span[0]), (span[1], span[1]))) if span else found


def _iso(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    year, month, day = int(match["year"]), int(match["month"]), _number(match["day"])
    return _given(calendar.whole(year, month, day), match.group())


def _slashes(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    year += 0 if year > 99 else 2000
    if "." in match.group():  # day first, wherever dots are written
        return _given(calendar.whole(year, two, one), match.group())
    if one == two or (one > 12) != (two > 12):
        day, month = (two, one) if two > 12 else (one, two)
        return _given(calendar.whole(year, month, day), match.group())
    if one > 12:
        return None
    both = (calendar.whole(year, two, one), calendar.whole(year, one, two))
    named = " or ".join(calendar.span_named(days) for days in both if days)
    return TimeReading(None, f"two ways to read it: {named}", either=tuple(days for days in both if days))


def _short_year(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    """15 Jul 19: of this century, where that is not far ahead."""
    year = 2000 + int(match["short"])
    return _given(
        calendar.whole(year - 100 if year > _LATEST else year, month_of(match["month"]), int(match["day"])),
        match.group(),
    )


def _bare_slashes(_match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    return TimeReading(None, "day and month cannot be told apart, and no year is named")


def _month(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    month = month_of(match["month"])
    part = _part_of(match)
    what = f"{part} {MONTH_NAMES[month - 1]}".strip()

    def days(year: int) -> Days | None:
        return _cut(calendar.month(year, month), part)

    if match["year"]:
        return _given(days(int(match["year"])), what)
    return frame.nearest(days, what)


def _months(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    one, two = month_of(match["month"]), month_of(match["to"])

    def days(year: int) -> Days | None:
        return calendar.month(max(year - (one > two), 1), one)[0], calendar.month(year, two)[1]

    what = f"{MONTH_NAMES[one - 1]} to {MONTH_NAMES[two - 1]}"
    found = _given(days(int(match["year"])), match.group()) if match["year"] else frame.nearest(days, what)
    span = found.days or found.yearless
    if span is None:
        return found
    first, last = span
    return replace(
        found, ends=(calendar.month(first.year, first.month), calendar.month(last.year, last.month))
    )


def _year(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    days = _cut(calendar.year(int(match["year"])), _part_of(match))
    return _given(days, match.group())


def _years(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    first, last = match["year"], match["to"]
    last = first[: 4 - len(last)] + last
    if last <= first:
        return None
    ends = calendar.year(int(first)), calendar.year(int(last))
    return replace(_given((ends[0][0], ends[1][1]), ""), ends=ends)


def _week_of(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    number, nth = month_of(match["month"]), match["nth"].lower()

    def days(year: int) -> Days | None:
        first, last = calendar.month(year, number)
        return (calendar.shifted(last, -6), last) if nth == "last" else _seventh(first, ORDINALS[nth])

    return frame.nearest(days, match.group()) if not match["year"] else _given(days(int(match["year"])), "")


def _seventh(first: date, nth: int) -> Days:
    return calendar.shifted(first, 7 * nth - 7), calendar.shifted(first, 7 * nth - 1)


def _decade(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    first = int(match["decade"]) * 10
    # "The 1800s" are a century; "the 2000s" so far mostly the first ten years of one.
    whole = calendar.century(first) if first % 100 == 0 and first < 2000 else calendar.decade(first)
    return _given(_cut(whole, _part_of(match)), match.group())


def _century(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    number = int(match["nth"][:2]) if match["nth"][0].isdigit() else CENTURIES[match["nth"].lower()]
    return _given(_cut(calendar.century(number * 100 - 100), _part_of(match)), match.group())


def _bare_month(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """January, in a list or before what happened in it; not in a name: the July Monarchy."""
    before = frame.text[max(0, frame.start - 20) : frame.start]
    if _NAME_BEFORE.search(before) or _NAME_AFTER.match(frame.text, frame.end):
        return None
    number = month_of(match["month"])
    return frame.nearest(lambda year: calendar.whole(year, number), MONTH_NAMES[number - 1])


def _quarter(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    number = int(match["q"]) if match["q"] else ORDINALS[match["nth"].lower()]

    def days(year: int) -> Days | None:
        return calendar.months(year, number * 3 - 2, 3)

    return _given(days(int(match["year"])), "") if match["year"] else frame.nearest(days, f"quarter {number}")


def _half(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    def days(year: int) -> Days | None:
        return calendar.months(year, 1 if match["h"] == "1" else 7, 6)

    return (
        _given(days(int(match["year"])), "") if match["year"] else frame.nearest(days, f"half {match['h']}")
    )


def _season(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    name = match["season"].lower()
    if not match["year"]:
        return frame.nearest(
            lambda year: _cut(calendar.months(min(year, 9998), SEASONS[name], 3), _part_of(match)), name
        )
    year = int(match["year"])
    if name != "winter":
        return _given(_cut(calendar.months(year, SEASONS[name], 3), _part_of(match)), "")
    winter = (calendar.months(max(year - 1, 1), 12, 3)[0], calendar.months(min(year, 9998), 12, 3)[1])
    return TimeReading(winter, f"the winters that {year} has a part in")


def _holiday(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    name = match["holiday"].lower().replace("’", "'")
    month, day = HOLIDAYS[name]
    if match["year"]:
        return _given(calendar.whole(int(match["year"]), month, day), match.group())
    return frame.nearest(lambda year: calendar.whole(year, month, day), match["holiday"])


def _part_of(match: re.Match[str]) -> str:
    words = (match["part"] or "").lower().removeprefix("the ")
    return PARTS[words] if words else ""


def _cut(days: Days, part: str) -> Days:
    return calendar.third(days, part) if part else days


_OF = r"(?:[ -]|[ ](?:in|of)[ ](?:the[ ]year[ ])?)"
_THE_YEAR = r"(?:the[ ]year[ ])?"

# "February next year" is read whole.
_NO_STEP = r"(?!,?[ ](?:of[ ])?(?:next|last|this)[ ]year\b)"

RULES: tuple[Rule, ...] = (
    Rule(rf"(?i:(?:the[ ])?(?:fiscal|financial)(?:[ ]year)?[ ]){YEAR}(?:[–—/-](?:{YEAR}|\d\d))?(?!\w)",
        _fiscal),
    Rule(
        rf"(?:(?i:the)[ ])?(?P<nth>(?i:first|second|third|fourth|last))[ ](?P<weekday>{WEEKDAY})[ "
        rf"](?:of|in)[ ](?P<month>{MONTH_LONG})(?:,?[ ](?P<year>{YEAR}))?(?!\w)",
        _nth_weekday,
    ),
    Rule(rf"(?:the[ ])?(?P<nth>(?i:{'|'.join(DAY_WORDS)}))[ ](?:day[ ])?of[ ](?P<month>{MONTH_LONG})"
        rf"(?:,?[ ](?P<year>{YEAR}))?(?!\w)", _nth_day),
    Rule(rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d)(?:T[\d:.]+Z?)?)?(?![\d-])", _iso),
    Rule(rf"(?P<year>{YEAR})[./](?P<month>0[1-9]|1[0-2])[./](?P<day>[0-3]\d)(?![\d/-]|\.\d)", _iso),
    Rule(rf"(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<year>{YEAR}|\d\d)(?![\d/]|\.\d)", _slashes),
    Rule(r"(?<=\b[Oo]n[ ])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\d/])", _bare_slashes),
    Rule(
        rf"(?:(?i:between|from)[ ])?(?P<day>{DAY}){_ORD}(?:[ ]?{_DASH}[ ]?|[ ](?i:and|to|through|until)[ "
        rf"])(?P<to>{DAY}){_ORD}[ ](?:of[ ])?(?P<month>(?i:{MONTH_ANY}))(?:,?[ ](?P<year>{YEAR}))?(?!\w)",
        _day_range,
    ),
    Rule(
        rf"(?:(?i:between|from)[ ])?(?P<month>(?i:{MONTH_ANY}))[ ](?P<day>{DAY}){_ORD}(?:[ ]?{_DASH}[ ]?|[ "
        rf"](?i:and|to|through|until)[ ])(?P<to>{DAY}){_ORD}(?:,?[ ](?P<year>{YEAR}))?(?![\w%])",
        _day_range,
    ),
    # 15 Jul 19: where nothing follows that the 19 may count.
    Rule(rf"(?P<day>{DAY})[ -](?P<month>{MONTH_SHORT})[ -]['’]?(?P<short>\d\d)(?=\s*$|[:;,.)\]]\s|[)\]])",
        _short_year),
    Rule(
        rf"{_LEAD}(?:the[ ])?(?P<day>{DAY}){_ORD}[ -](?:of[ ])?(?P<month>(?i:{MONTH_ANY}))(?:(?:,?[ "
        rf"]|-)(?P<year>{YEAR}))?(?!\w){_NO_STEP}",
        _date,
    ),
    Rule(
        rf"{_LEAD}(?<!\b[Ii]n[ ])(?P<month>(?i:{MONTH_ANY}))[ ](?:the[ ])?(?P<day>{DAY}){_ORD}(?:,?[ "
        rf"](?P<year>{YEAR}))?(?![\w%])(?![.,]\d){_NO_STEP}",
        _date,
    ),
    Rule(rf"(?i:Q)(?P<q>[1-4])(?P<nth>)(?:,?[ ](?:of[ ])?(?P<year>{YEAR}))?(?!\w)", _quarter),
    Rule(
        rf"(?:the[ ])?(?P<q>)(?P<nth>(?i:first|second|third|fourth|last))[ ]quarter(?:[ ](?:of|in)[ "
        rf"])(?P<year>{YEAR})(?!\w)",
        _quarter,
    ),
    Rule(
        r"(?:the[ ])?(?P<q>)(?P<nth>(?i:first|second|third|fourth))[ -]quarter(?P<year>)(?=[ "
        r"](?:and|but|as|after|from|when|while|was|were|rose|fell)\b|[.,;:)]|$)",
        _quarter,
    ),
    Rule(rf"H(?P<h>[12])(?:,?[ ](?:of[ ])?(?P<year>{YEAR}))(?!\w)", _half),
    Rule(
        rf"(?P<part>(?i:early|late))?[ ]?(?P<season>(?i:{SEASON}))(?:[ ]of|,)?[ ](?P<year>{YEAR})(?!\w)",
        _season,
    ),
    Rule(rf"(?<=\b[Ii]n[ ])(?:the[ ])?(?:(?P<part>early|late)[ ])?(?P<season>{SEASON_SURE})(?P<year>)"
        r"(?!\w)(?![ ]of\b|[ ]\d)", _season),
    Rule(
        r"(?P<holiday>(?i:Christmas[ ](?:Eve|Day)|New[ ]Year['’]s[ ](?:Eve|Day)))"
        r"(?:,?[ ](?P<year>" + YEAR + r"))?(?!\w)",
        _holiday,
    ),
    Rule(
        rf"(?:{_PART}{_OF})?(?P<month>{MONTH_ANY}),?(?:[ ]of)?[ ](?P<year>{YEAR})(?!\w)",
        _month,
    ),
    Rule(rf"{_PART}{_OF}(?P<month>{MONTH_ANY})(?P<year>)(?!\w|[ ]\d){_NO_STEP}", _month),
    Rule(rf"(?<=\b[Ii]n[ ])(?P<part>)(?P<month>{MONTH_LONG})(?P<year>)(?!\w){_NO_STEP}", _month),
    Rule(rf"(?:(?<=\bset[ ]for[ ])|(?<=\bdue[ ]for[ ])|(?<=[a-z]ed[ ]for[ "
        rf"]))(?P<part>)(?P<month>{MONTH_LONG})(?P<year>)(?!\w){_NO_STEP}", _month),
    Rule(
        rf"(?i:between|from)[ ](?P<month>{MONTH_LONG})[ ](?i:and|to|until|through)[ "
        rf"](?P<to>{MONTH_LONG})(?:,?[ ](?P<year>{YEAR}))?(?!\w)(?![ ]\d)",
        _months,
    ),
    Rule(rf"(?i:since|until|till|by|from|during|before|after|through)[ "
        rf"](?P<part>)(?P<month>{MONTH_LONG})(?P<year>)(?!\w){_NO_STEP}(?![ ]\d)", _month),
    Rule(rf"(?:(?i:the)[ ])?(?:{_PART}(?:[ -]|[ ]of[ ]the[ ]))?(?P<decade>(?:1[5-9]|20)\d)0['’]?s(?!\w)",
        _decade),
    Rule(rf"(?:(?i:the)[ ])?(?:{_PART}[ -])?(?P<nth>{CENTURY})[ -](?i:century)(?!\w)", _century),
    Rule(rf"(?P<year>{YEAR})[–—/-](?P<to>{YEAR}|\d\d)(?![\w%/-]|[.,]\d)", _years),
    Rule(
        rf"(?:(?i:in)[ ])?the[ ](?P<nth>(?i:first|second|third|fourth|last))[ ]week[ ](?:of|in)[ "
        rf"](?P<month>{MONTH_LONG})(?:[ ](?P<year>{YEAR}))?(?!\w)",
        _week_of,
    ),
    Rule(rf"(?P<month>{MONTH_SURE}|(?<=\b[Oo]f[ ])(?:{MONTH_LONG}))(?!\w)(?![ ]\d){_NO_STEP}", _bare_month),
    Rule(rf"{_PART}{_OF}{_THE_YEAR}(?P<year>{YEAR})(?![\w%]|[.,:/]\d)", _year),
)  # fmt: skip

_COUNTED = r"per[ ]?cent|people|troops|men|women|soldiers|million|billion"
_AFTER_YEAR = rf"(?![\w%°]|[.,:/]\d|[ ](?:{_COUNTED}|(?!this\b|thus\b|says\b)[a-z]{{3,}}s\b))"
YEARS: tuple[Rule, ...] = (
    Rule(rf"(?<=\b(?i:in)[ ])(?P<part>)(?P<year>{YEAR})(?![\w%°]|[.,:/]\d)", _year),
    Rule(rf"(?<=[(–—-])(?P<part>)(?P<year>{YEAR})(?=[)–—-])", _year),
    # "The 2019 elections", where "2019 elections" may be so many.
    Rule(rf"(?<=\b[Tt]he[ ])(?P<part>)(?P<year>{YEAR})(?![\w%°]|[.,:/]\d|[ ](?:{_COUNTED})\b)", _year),
    Rule(rf"(?:(?<![\d.,$€£][ ])|(?<=\b{YEAR},[ ]))(?P<part>)(?P<year>{YEAR}){_AFTER_YEAR}", _year),
)
