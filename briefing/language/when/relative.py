"""Words that count from the source's own date: Sunday, last week, two days ago."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from briefing.language.when import calendar
from briefing.language.when.calendar import Days, shifted
from briefing.language.when.frame import ANY_YEAR, Rule, TimeFrame, TimeReading
from briefing.language.when.tense import FUTURE, PAST
from briefing.language.when.words import (  # fmt: skip
    COUNT,
    DAY,
    MONTH_ANY,
    MONTH_LONG,
    PART_OF_DAY,
    PARTS,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    WEEKDAY_NAMES,
    count_of,
    month_of,
    weekday_of,
)

_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}
_TODAY = {
    "today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0),
    "last night": (-1, 0),
    "the day before yesterday": (-2, -2), "the day after tomorrow": (2, 2),
}  # fmt: skip
_STEP = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _today(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    words = " ".join(match["today"].lower().split())
    first, last = _TODAY.get(words, (0, 0))  # this morning, this afternoon
    return frame.relative(
        lambda day: (shifted(day, first), shifted(day, last)), f"{words}, counted from {{date}}"
    )


def _weekday(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    number, which = weekday_of(match["weekday"]), (match["which"] or "").lower()
    if which in ("every", "each"):
        return TimeReading(None, "a day that returns")
    return replace(_weekday_by(frame, number, which), weekday=number)


def _weekday_by(frame: TimeFrame, number: int, which: str) -> TimeReading:
    name = WEEKDAY_NAMES[number]
    if which in ("next", "last"):
        return frame.relative(
            lambda day: _two_weekdays(day, number, which), f"{which} {name}, counted from {{date}}"
        )
    if which == "this" and frame.tense() != PAST:
        which = "coming"
    if which in ("coming", "this coming"):
        return frame.relative(lambda day: _same(calendar.weekday_from(day, number)), f"{name} after {{date}}")
    if which in ("past", "this past"):
        return frame.relative(
            lambda day: _same(calendar.weekday_before(day, number)), f"{name} before {{date}}"
        )
    return _bare_weekday(frame, number)


def _bare_weekday(frame: TimeFrame, number: int) -> TimeReading:
    name, tense = WEEKDAY_NAMES[number], frame.tense()
    if (
        frame.published
        and frame.published[0] == frame.published[1]
        and frame.published[0].weekday() == number
    ):
        return TimeReading(
            frame.published, f"{calendar.named(frame.published[0])}, the day of the source itself"
        )
    if tense == FUTURE:
        return frame.relative(lambda day: _same(calendar.weekday_from(day, number)), f"{name} after {{date}}")
    if tense == PAST:
        return frame.relative(
            lambda day: _same(shifted(calendar.weekday_from(day, number), -7)), f"{name} before {{date}}"
        )
    return frame.relative(
        lambda day: _same(calendar.weekday_nearest(day, number)), f"{name} nearest to {{date}}"
    )


def _same(day: date) -> Days:
    return day, day


def _two_weekdays(day: date, weekday: int, which: str) -> Days:
    """Return the days "next Sunday" may be: the coming one and, where that is in the same week, the one
    after.
    """
    coming = shifted(calendar.weekday_from(shifted(day, 1), weekday), 0)
    near = coming if which == "next" else calendar.weekday_before(day, weekday)
    if calendar.week(near) != calendar.week(day):
        return near, near
    return (near, shifted(near, 7)) if which == "next" else (shifted(near, -7), near)


def _no_single_day(_match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    return TimeReading(None, "a day that returns")


def _period(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """Last week, this month, next year; with "early", "later" or "the end of" before it."""
    step, unit, part = _STEP[match["step"].lower()], match["unit"].lower(), _part(match["part"])

    def days(day: date) -> Days:
        span = _unit_span(day, unit, step)
        if part in ("earlier", "later"):
            return (span[0], min(day, span[1])) if part == "earlier" else (max(day, span[0]), span[1])
        return calendar.third(span, PARTS[part]) if part else span

    return frame.relative(days, f"{match.group().lower()}, counted from {{date}}")


def _part(words: str | None) -> str:
    return " ".join((words or "").lower().split()).removeprefix("the ").removesuffix(" of")


def _unit_span(day: date, unit: str, step: int) -> Days:
    if unit == "week":
        return calendar.week(shifted(day, 7 * step))
    if unit == "weekend":
        monday = calendar.week(shifted(day, 7 * step))[0]
        return shifted(monday, 5), shifted(monday, 6)
    if unit == "month":
        moved = calendar.by_months(day, step)
        return calendar.month(moved.year, moved.month)
    if unit == "quarter":
        return calendar.quarter(calendar.by_months(day, 3 * step))
    year = min(max(day.year + step, 1), 9999)
    if unit == "year":
        return calendar.year(year)
    first = min(max((day.year // 10 + step) * 10, 1), 9989)  # a decade
    return date(first, 1, 1), date(first + 9, 12, 31)


def _end_of(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    part, unit = PARTS[_part(match["part"])], match["unit"].lower()
    return frame.relative(
        lambda day: calendar.third(_unit_span(day, unit, 0), part),
        f"{match.group().lower()}, counted from {{date}}",
    )


def _weekend(_match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    step = -1 if frame.tense() == PAST else 0

    def days(day: date) -> Days:
        return _unit_span(day, "weekend", 0 if day.weekday() >= 5 else step)

    return frame.relative(days, f"the weekend {'before' if step else 'of'} {{date}}")


def _month_or_season(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """Last March, next summer, this May."""
    word, which = match["name"], match["step"].lower()
    first, count = (SEASONS[word.lower()], 3) if word.lower() in SEASONS else (month_of(word), 1)

    def days(day: date) -> Days:
        spans = [
            calendar.months(y, first, count) for y in range(max(day.year - 2, 1), min(day.year + 3, 9998))
        ]
        if not spans:
            return day, day
        if which in ("last", "past"):
            return ([s for s in spans if s[1] < day] or spans[:1])[-1]
        if which in ("next", "coming"):
            return ([s for s in spans if s[0] > day] or spans[-1:])[0]
        return min(spans, key=lambda s: abs((s[0] - day).days))

    found = frame.relative(days, f"{match.group()}, counted from {{date}}")
    if found.days is None:
        return replace(found, yearless=calendar.months(ANY_YEAR, first, count))
    return found


def _month_of_year(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """February next year, in July of last year, 26 September last year."""
    step, number = _STEP[match["step"].lower()], int(match["day"] or match["nth"] or 0)

    def days(day: date) -> Days:
        year, month = min(max(day.year + step, 1), 9998), month_of(match["name"])
        if number:
            return calendar.whole(year, month, number) or _same(day)
        span = calendar.months(year, month, 1)
        return calendar.third(span, PARTS[part]) if (part := _part(match["part"])) in PARTS else span

    return frame.relative(days, f"{match.group()}, counted from {{date}}")


def _ago(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    return _away(match, frame, -1, f"{match.group().lower()}, counted from {{date}}")


def _ahead(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """In three days: a date where the clause looks ahead, else a length of time."""
    if match["from_now"] is None and frame.tense() != FUTURE:
        return None
    return _away(match, frame, 1, f"{match.group().lower()}, counted from {{date}}")


def _away(match: re.Match[str], frame: TimeFrame, sign: int, how: str) -> TimeReading:
    (least, most), unit = count_of(match["count"]), match["unit"].lower()
    # "A month ago" is no day: half a unit either side, for units longer than a day.
    slack = 0 if unit == "day" else _UNIT_DAYS[unit] // 2

    def days(day: date) -> Days:
        ends = sorted((_moved(day, unit, sign * least), _moved(day, unit, sign * most)))
        return shifted(ends[0], -slack), shifted(ends[1], slack)

    return frame.relative(days, how)


def _moved(day: date, unit: str, count: int) -> date:
    if unit in ("day", "week", "fortnight"):
        return shifted(day, count * _UNIT_DAYS[unit])
    return calendar.by_months(day, count * {"month": 1, "year": 12, "decade": 120}[unit])


def _window(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """The past three days, the coming week, within a month."""
    if match["count"] is None and match["units"].lower().endswith("s"):
        return TimeReading(None, f"“{match.group()}” does not say how many")
    most = count_of(match["count"] or "a")[1]
    unit = match["unit"].lower()
    sign = -1 if match["side"].lower() in ("past", "last", "previous") else 1

    def days(day: date) -> Days:
        first, last = sorted((day, _moved(day, unit, sign * most)))
        return first, last

    return frame.relative(days, f"{match.group().lower()}, counted from {{date}}")


def _hours(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """The past 24 hours, within 48 hours: whole days, from or up to the source's own."""
    count = -(-int(match["count"]) // 24)
    sign = -1 if match["side"].lower() in ("past", "last", "previous") else 1

    def days(day: date) -> Days:
        first, last = sorted((day, shifted(day, sign * count)))
        return first, last

    return frame.relative(days, f"{match.group().lower()}, counted from {{date}}")


def _weekday_of_week(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """Tuesday last week, Friday of next week."""
    number, step = weekday_of(match["weekday"]), _STEP[match["step"].lower()]
    return frame.relative(
        lambda day: _same(shifted(calendar.week(day)[0], 7 * step + number)),
        f"{match.group()}, counted from {{date}}",
    )


def _week_from(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    """A week on Tuesday."""
    number = weekday_of(match["weekday"])
    return frame.relative(
        lambda day: _same(shifted(calendar.weekday_from(shifted(day, 1), number), 7)),
        f"a week after the {WEEKDAY_NAMES[number]} that follows {{date}}",
    )


def _before_last(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    unit = match["unit"].lower()
    return frame.relative(
        lambda day: _unit_span(day, unit, -2), f"{match.group().lower()}, counted from {{date}}"
    )


def _after_next(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    unit = match["unit"].lower()
    return frame.relative(
        lambda day: _unit_span(day, unit, 2), f"{match.group().lower()}, counted from {{date}}"
    )


def _half_year_ago(_match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    def days(day: date) -> Days:
        middle = calendar.by_months(day, -6)
        return shifted(middle, -45), shifted(middle, 45)

    return frame.relative(days, "half a year ago, counted from {date}")


def _on_the(match: re.Match[str], frame: TimeFrame) -> TimeReading | None:
    number, tense = int(match["day"]), frame.tense()

    def days(day: date) -> Days:
        moved = [calendar.by_months(day, step) for step in (-2, -1, 0, 1, 2)]
        found = [d[0] for m in moved if (d := calendar.whole(m.year, m.month, number))]
        if tense == PAST:
            found = [d for d in found if d <= day][-1:]
        elif tense == FUTURE:
            found = [d for d in found if d >= day][:1]
        return _same(min(found, key=lambda d: abs((d - day).days))) if found else _same(day)

    return frame.relative(days, f"{match.group()} nearest to {{date}}")


def _needs_context(match: re.Match[str], _frame: TimeFrame) -> TimeReading | None:
    return TimeReading(None, f"“{match.group()}” counts from a day told elsewhere")


# "Will last ten weeks", "to last a year": the verb.
_NO_VERB = "".join(
    rf"(?<!\b{word}[ ])"
    for word in ("will", "would", "to", "may", "might", "can", "could", "should", "must", "not")
)
_EVERY = r"(?:(?P<which>(?i:every|each|last|next|this[ ]coming|this[ ]past|this|coming|past))[ ])?"
_A_PART = (
    r"(?:(?P<part>(?i:earlier|later|early|mid|late|(?:the[ ])?(?:beginning|start|middle|end|"
    r"first[ ]half|second[ ]half)[ ]of))(?:[ -]in)?[ -])?"
)

_STEPS = "last|this|next"
_HOURS = r"(?P<count>12|24|36|48|72|96)[ -]hours?(?!\w)"

RULES: tuple[Rule, ...] = (
    Rule(r"(?i:the[ ])(?P<unit>(?i:week|weekend|month|year))[ ](?i:before[ ]last)(?!\w)", _before_last),
    Rule(r"(?i:the[ ])(?P<unit>(?i:week|weekend|month|year))[ ](?i:after[ ]next)(?!\w)", _after_next),
    Rule(r"(?i:half[ ]a[ ]year[ ]ago)(?!\w)", _half_year_ago),
    Rule(rf"(?i:(?:in[ ]|over[ ]|during[ ]|within[ ])?the[ ](?P<side>past|last|next|coming|previous)[ "
        rf"]){_HOURS}", _hours),
    Rule(rf"(?P<side>(?i:within))[ ]{_HOURS}(?![ ](?i:of|after))", _hours),
    # The previous day, the next day, the last day of the trial: counted from another day.
    Rule(r"(?i:(?:in[ ]|over[ ])?the[ ](?:previous[ ](?:day|week|month|year)|(?:next|last)[ ]day))(?!\w)",
        _needs_context),
    Rule(
        rf"(?i:(?:the[ ])?(?:following|same|previous|preceding|first|second|third|fourth|(?<=\bon[ "
        rf"])that|one|every[ ](?:other|second))[ ]){WEEKDAY}{PART_OF_DAY}(?!\w)",
        _needs_context,
    ),
    Rule(rf"(?i:a[ ]week[ ](?:on|from)[ ])(?P<weekday>{WEEKDAY})(?!\w)", _week_from),
    Rule(rf"(?P<weekday>{WEEKDAY}){PART_OF_DAY}[ ](?:of[ ])?(?P<step>(?i:{_STEPS}))[ ]week(?!\w)",
        _weekday_of_week),
    Rule(
        rf"(?P<today>(?i:the[ ]day[ ]before[ ]yesterday|the[ ]day[ ]after[ "
        rf"]tomorrow|yesterday|tomorrow|today|tonight|overnight|last[ ]night|this[ "
        rf"](?:morning|afternoon|evening))){PART_OF_DAY}(?!\w)",
        _today,
    ),
    Rule(
        r"(?i:(?:Good|Black|Ash|Bloody|Maundy|Palm|Easter|Super|Shrove|Cyber|Whit|Giving)[ ])"
        + WEEKDAY
        + r"(?!\w)",
        lambda _m, _f: None,
    ),
    Rule(rf"{WEEKDAY}s(?!\w)", _no_single_day),
    Rule(rf"{_EVERY}(?P<weekday>{WEEKDAY}){PART_OF_DAY}(?!\w)(?![ ](?:prayers|Times)\b)", _weekday),
    Rule(rf"(?:{_A_PART}|(?P<day>{DAY})(?:st|nd|rd|th)?[ ])(?P<name>{MONTH_ANY})(?:[ ](?P<nth>{DAY}))?,?[ "
        rf"](?:(?i:of)[ ])?(?P<step>(?i:last|this|next))[ "
        rf"](?i:year)(?!\w)(?![-])", _month_of_year),
    Rule(
        rf"{_A_PART}(?P<step>(?i:last|previous|this|current|next|coming))[ ](?P<unit>(?i:weekend|week|month|"
        rf"year|quarter|decade))(?!\w)(?![-])",
        _period,
    ),
    Rule(
        rf"{_NO_VERB}(?i:(?:the[ ]|over[ ]the[ ]|in[ ]the[ ])?(?P<side>past|last|next|coming|previous))[ "
        rf"](?:(?P<count>(?i:{COUNT}))[ ])?(?P<units>(?P<unit>(?i:{UNIT}))s?)(?!\w)(?![-])",
        _window,
    ),
    Rule(rf"(?P<side>(?i:within))[ ](?:the[ ]next[ ])?(?P<count>(?i:{COUNT}))[ "
        rf"](?P<units>(?P<unit>(?i:{UNIT}))s?)(?!\w)(?![ ](?i:of|after))", _window),
    Rule(rf"(?P<count>(?i:{COUNT}))[ ](?P<unit>(?i:{UNIT}))s?[ ](?i:ago)(?!\w)", _ago),
    Rule(rf"(?i:in[ ])?(?P<count>(?i:{COUNT}))[ ](?P<unit>(?i:{UNIT}))s?[ '’]*(?P<from_now>(?i:from[ "
        rf"]now))(?!\w)", _ahead),
    Rule(rf"(?i:in)[ ](?P<count>(?i:{COUNT}))[ ](?P<unit>(?i:{UNIT}))s?['’]?(?P<from_now>(?i:[ "
        rf"]time))?(?!\w)(?![ ](?i:of|after|before))", _ahead),
    Rule(rf"(?P<step>(?i:last|past|this|next|coming))[ ](?P<name>{MONTH_LONG}|(?i:{SEASON}))(?!\w)",
        _month_or_season),
    Rule(r"(?P<part>(?i:(?:the[ ])?(?:beginning|start|middle|end)))[ ](?i:of[ ]the)[ "
        r"](?P<unit>(?i:week|month|year|decade))(?!\w)", _end_of),
    Rule(r"(?<=\b[Tt]he[ ])(?i:weekend)(?!\w)", _weekend),
    Rule(
        r"(?<=\b[Oo]n[ ])the[ ](?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=[.,;:!?)]|[ "
        r"](?:and|but|in|at|by|as|when|with|for|to|after|before|from)\b|$)",
        _on_the,
    ),
    Rule(rf"(?P<count>(?i:{COUNT}))[ ](?P<unit>(?i:{UNIT}))s?[ ](?i:later|earlier|before(?![ "
        rf"]\w)|afterwards?)(?!\w)", _needs_context),
    Rule(r"(?i:(?:days|weeks|months|years)[ ](?:later|earlier))(?!\w)", _needs_context),
    Rule(r"(?i:the[ ](?:following|next|previous|same)[ ](?:day|week|month|year|morning|evening|night))(?!\w)",
        _needs_context),
)  # fmt: skip
