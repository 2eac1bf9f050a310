"""The dates of a claim against those of its quotes, each resolved by the date of its source.

Spans compare as spans: a claim may be wider than its quote ("last week" holds Tuesday), never narrower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.headlines import calmed
from briefing.language.when import When, foreign, resolve
from briefing.language.when.calendar import span_named
from briefing.language.when.words import MONTH_ANY, MONTH_NAMES, WEEKDAY_NAMES

_RANGED = re.compile(
    r"\d\s?[–—]\s?\w|[A-Za-z]\s\d+-\d|\b\d{4}-\d{2,4}(?![\d-])|\b(?:between|from|to|through|until)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
MONTH = re.compile(MONTH_ANY)
_ANY_YEAR = "2000-07-01"  # stands in where no source has a date: a leap year
# A claim with more dates is a table: past these the rest is not compared.
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_MOST_OF_CLAIM, _MOST_OF_QUOTE = 40, 200
Dated = tuple[Quoted, When]


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each date of the claim. A word such as "Sunday" counts from the quote's own source."""
    if not claim.times:
        return
    dated = [(q, when) for q in quotes for when in q.reading.times[:_MOST_OF_QUOTE]]
    # "Am Sonntag" is not read: of a day that stands in no other quote nothing can be decided.
    unread = any(
        not q.reading.english
        and not q.cited.translation
        and (not q.reading.times or foreign.names_a_day(q.reading.text))
        for q in quotes
    )
    published = sorted({q.cited.published for q in quotes})
    for index, when in enumerate(claim.times[:_MOST_OF_CLAIM]):
        readings = {
            day: _same_place(resolve(calmed(claim.text), day, _MOST_OF_QUOTE), when, index)
            for day in published
        }
        mark = _mark(when, readings, dated, quotes, len(claim.times) == 1)
        if mark is not None and not (mark.state != FOUND and unread):
            yield mark


def _same_place(times: Sequence[When], when: When, index: int) -> When:
    """Return the reading, by another source's date, of the words at the same place."""
    return next(
        (t for t in times if t.start < when.end and when.start < t.end),
        times[index] if index < len(times) else when,
    )


def _mark(
    when: When, readings: dict[str, When], dated: Sequence[Dated], quotes: Sequence[Quoted], alone: bool
) -> Mark | None:
    """Return what became of one date of a claim. `alone`: it is the only one; None where nothing can be
    decided.
    """
    wrong = _wrong_weekday(when, readings)
    for quoted, other in dated:
        if other.words.casefold() == when.words.casefold() or (
            not wrong and _holds(readings[quoted.cited.published], other, quoted.cited.published)
        ):
            return _found(when, quoted, other)
    if wrong:
        return Mark(when.start, when.end, "date", DIFFERS, "", wrong)
    around = _around(when, readings, quotes)
    if around is not None:
        return around
    resolved = {day: r for day, r in readings.items() if r.first}
    if not resolved:
        return _without_year(when, quotes)
    if _is_its_day(resolved):
        if not (alone and _one_day(dated)):
            days = next(w.days for w in resolved.values() if w.days)
            why = f"No quote says when: {span_named(days)} is only the day of the source."
            return Mark(when.start, when.end, "date", ABSENT, "", why, most="note")
    elif _is_publication(resolved):
        return Mark(when.start, when.end, "date", FOUND, "", "It holds the day of the source itself.")
    if not dated:
        return Mark(when.start, when.end, "date", ABSENT, "", f"No quote names a date like “{when.words}”.")
    return _another(when, readings, dated)


def _around(when: When, readings: dict[str, When], quotes: Sequence[Quoted]) -> Mark | None:
    for quoted in quotes:
        day = quoted.cited.published
        for side in (quoted.cited.before, quoted.cited.after):
            for other in resolve(side, day):
                if other.first and _holds(readings[day], other, day):
                    why = f"The words round the quote have “{other.words}” ({_resolved(other)})."
                    return Mark(when.start, when.end, "date", FOUND, other.words, why)
    return None


def _without_year(when: When, quotes: Sequence[Quoted]) -> Mark | None:
    """Return the mark of "15 March" where no source gives the year; None for "a month later", no date of its
    own.
    """
    mine = next((w for w in resolve(when.words, _ANY_YEAR) if w.days), None)
    if mine is None or not MONTH.search(when.words):
        return None
    for quoted in quotes:
        for other in resolve(quoted.reading.text, _ANY_YEAR, _MOST_OF_QUOTE):
            if MONTH.search(other.words) and _holds(mine, other, _ANY_YEAR):
                why = f"The quote has “{other.words}”."
                place = (quoted.place(other.start, other.end),)
                return Mark(when.start, when.end, "date", FOUND, other.words, why, place)
    return Mark(when.start, when.end, "date", ABSENT, "", f"No quote names a date like “{when.words}”.")


def _one_day(dated: Sequence[Dated]) -> bool:
    """Whether the quotes name one day only: then that is the day of what the claim says."""
    days = {w.days for _q, w in dated}
    return len(days) == 1 and all(day and day[0] == day[1] for day in days)


def _another(when: When, readings: dict[str, When], dated: Sequence[Dated]) -> Mark:
    """Return the mark of a date where the quotes have only others."""
    undated = [(q, other) for q, other in dated if other.first is None]
    if len(undated) == len(dated):
        quoted, other = undated[0]
        why = f"The quote’s “{other.words}” could not be resolved: {other.how}."
        return Mark(
            when.start, when.end, "date", ABSENT, other.words, why, (quoted.place(other.start, other.end),)
        )
    quoted, other = min(
        ((q, o) for q, o in dated if o.first),
        key=lambda pair: (
            _apart(readings[pair[0].cited.published], pair[1]),
            pair[0].cited.id,
            pair[1].start,
        ),
    )
    wide = _overlap(readings[quoted.cited.published], other)
    relation = "is more precise than" if wide else "is not"
    why = f"“{when.words}” {relation} the quote’s “{other.words}” ({_resolved(other)})."
    return Mark(
        when.start, when.end, "date", DIFFERS, other.words, why, (quoted.place(other.start, other.end),)
    )


def _resolved(when: When) -> str:
    """Return the day that words of time were resolved to, and from what: "Sunday 15 March 2020: Sunday after
    …".
    """
    day = span_named((when.first, when.last)) if when.first and when.last else ""
    return when.how if not day or day in when.how else f"{day}: {when.how}"


def _wrong_weekday(when: When, published: Iterable[str]) -> str:
    """Return what is wrong with "Thursday 6 March 2020", which was a Friday; "" for nothing.

    Without a year that of a source counts, and the years beside it are allowed.
    """
    named = _WEEKDAY.match(when.words)
    if named is None or not when.first or when.first != when.last or not _DAY.search(when.words):
        return ""
    day = when.first
    if not _YEAR.search(when.words):
        year = next((int(p[:4]) for p in published if p[:4].isdecimal()), day.year)
        near = [d for y in (year, year - 1, year + 1) if 1 <= y <= 9999 and (d := _in_year(day, y))]
        if not near or any(_is_named(d, named.group()) for d in near):
            return ""
        day = near[0]
    if _is_named(day, named.group()):
        return ""
    return (
        f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year} is a {WEEKDAY_NAMES[day.weekday()]}, not "
        f"a {named.group()}."
    )


def _is_named(day: date, weekday: str) -> bool:
    return WEEKDAY_NAMES[day.weekday()].lower().startswith(weekday.lower())


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None  # 29 February


def _found(when: When, quoted: Quoted, other: When) -> Mark:
    why = f"The quote has “{other.words}” ({_resolved(other)})."
    return Mark(
        when.start, when.end, "date", FOUND, other.words, why, (quoted.place(other.start, other.end),)
    )


def _holds(claim: When, quote: When, published: str) -> bool:
    if not (claim.first and claim.last and quote.first and quote.last):
        return False
    if claim.words.lower().startswith("since ") and quote.words.lower().startswith("since "):
        mine, theirs = _since(claim, published), _since(quote, published)
        return bool(mine and theirs) and _holds(mine[0], theirs[0], published)
    if _RANGED.search(claim.words) and _RANGED.search(quote.words):
        return (claim.first, claim.last) == (quote.first, quote.last)  # the ends themselves are given
    if claim.first == claim.last == quote.last and "end of" in quote.words.lower():
        return True
    if claim.first == claim.last == quote.first and quote.words.lower().startswith("since "):
        return True  # what has been shut since Monday was shut on Monday
    if quote.words.lower().endswith(" ago"):
        # "Five years ago" is half a year either side of its day: "in 2015" says no more.
        reach = quote.last - quote.first
        if claim.first <= quote.first + reach / 2 <= claim.last and 2 * (claim.last - claim.first) >= reach:
            return True
    return claim.first <= quote.first and quote.last <= claim.last


def _overlap(claim: When, quote: When) -> bool:
    if not (claim.first and claim.last and quote.first and quote.last):
        return False
    return claim.first <= quote.last and quote.first <= claim.last


def _apart(claim: When, quote: When) -> int:
    if not (claim.first and claim.last and quote.first and quote.last):
        return 10_000_000
    return abs((claim.first - quote.first).days) + abs((claim.last - quote.last).days)


def _is_publication(resolved: dict[str, When]) -> bool:
    """Whether a claim's date is wide enough to hold the day its source appeared ("in March 2020")."""
    for day, when in resolved.items():
        if when.words.lower().startswith(("since ", "from ", "between ")):
            continue
        try:
            whole = date.fromisoformat(day[:10])
        except ValueError:
            continue
        if when.first and when.last and when.first <= whole <= when.last:
            return True
    return False


def _is_its_day(resolved: dict[str, When]) -> bool:
    """Whether a claim's date is the very day of a source: what an article reports need not be of its own
    day.
    """
    return any(
        w.first == w.last and w.first and w.first.isoformat() == day[:10] for day, w in resolved.items()
    )


def _since(when: When, published: str) -> tuple[When, ...]:
    """Return the reading of what follows "since"."""
    rest = when.words[len("since ") :]
    return resolve(rest, published) or resolve(f"in {rest}", published)
