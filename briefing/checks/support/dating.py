"""The dates of a claim against those of its quotes, each resolved by the date of its source.

Spans compare as spans: a claim may be wider than its quote ("last week" holds Tuesday), never narrower. Only
a date of the same event contradicts a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefing.checks.findings import Severity
from briefing.checks.support.alignment import AlignedFact, graded
from briefing.checks.support.date_facts import DateFact
from briefing.checks.support.date_relations import (
    NamedDays,
    at_odds,
    holds,
    more_precise,
    of_a_birth,
    of_one_deed,
    same_event,
)
from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading, read
from briefing.language.tokens import index_at
from briefing.language.when import When
from briefing.language.when.calendar import span_named
from briefing.language.when.words import MONTH_NAMES, WEEKDAY_NAMES

_DAY = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
# A claim with more dates is a table: past these the rest is not compared.
_MOST_OF_CLAIM, _MOST_OF_QUOTE = 40, 200
_MOST_NAMED = 3
Dated = tuple[Quoted, DateFact]
Readings = dict[str, DateFact]


def check(claim: TextReading, quotes: Sequence[Quoted], only: int | None = None) -> Iterator[Mark]:
    """Yield a mark for each date of the claim, or for the one that starts at the code point `only`. A word
    such as "Sunday" counts from the quote's own source.
    """
    if not claim.date_facts:
        return
    dated = [(q, fact) for q in quotes for fact in q.reading.date_facts[:_MOST_OF_QUOTE]]
    by_source = {
        day: read(claim.text, day, claim.language).date_facts
        for day in sorted({q.cited.published for q in quotes})
    }
    named = _named(fact for _q, fact in dated)
    alone = len(claim.date_facts) == 1
    for index, fact in enumerate(claim.date_facts[:_MOST_OF_CLAIM]):
        if only not in (None, fact.when.start) or len(fact.when.either) == 1:
            continue  # "the next day" of a claim is borne out with the day before it
        readings = {day: _same_place(facts, fact, index) for day, facts in by_source.items()}
        others = [f for f in claim.date_facts[:_MOST_OF_CLAIM] if f is not fact]
        answers = [_answer(readings[q.cited.published], q, other, named, others) for q, other in dated]
        mark = _mark(claim, fact.when, readings, answers, quotes, named, alone)
        if mark is not None:
            yield mark


def _named(facts: Iterable[DateFact]) -> NamedDays:
    """Return the years and the single days that the dates of the quotes name."""
    years: set[int] = set()
    days: set[date] = set()
    for fact in facts:
        years.update(fact.years)
        if fact.when.first and fact.when.first == fact.when.last and fact.when.weekday is None:
            days.add(fact.when.first)
    return NamedDays(frozenset(years), frozenset(days))


def _same_place(facts: Sequence[DateFact], fact: DateFact, index: int) -> DateFact:
    """Return the fact, by another source's date, of the words at the same place."""
    when = fact.when
    return next(
        (f for f in facts if f.when.start < when.end and when.start < f.when.end),
        facts[index] if index < len(facts) else fact,
    )


def _answer(
    mine: DateFact, quoted: Quoted, theirs: DateFact, named: NamedDays, others: Sequence[DateFact]
) -> AlignedFact[DateFact]:
    """Return whether a date of a quote bears out one of the claim; it contradicts none where it bears out
    another (`others`).
    """
    if theirs.when.words.casefold() == mine.when.words.casefold() or holds(mine, theirs, named):
        return AlignedFact(quoted, theirs, not of_a_birth(mine, theirs), False)
    sure = same_event(mine, theirs) and of_one_deed(mine, theirs) and at_odds(mine, theirs, named)
    return AlignedFact(quoted, theirs, False, sure and not any(holds(o, theirs, named) for o in others))


def _by_owner(
    readings: Readings, answers: Sequence[AlignedFact[DateFact]]
) -> Sequence[AlignedFact[DateFact]]:
    """Return the answers without the days of something else: where a quote says "passed on Monday and signed
    on Friday", Monday is no answer to when it was signed.
    """
    owners = {
        (a.quoted.cited.id, a.fact.sentence)
        for a in answers
        if a.sure and readings[a.quoted.cited.published].heads & a.fact.heads
    }
    return [
        a for a in answers
        if not a.agrees
        or (a.quoted.cited.id, a.fact.sentence) not in owners
        or not a.fact.heads
        or readings[a.quoted.cited.published].before & a.fact.heads
    ]  # fmt: skip


def _mark(
    claim: TextReading,
    when: When,
    readings: Readings,
    answers: Sequence[AlignedFact[DateFact]],
    quotes: Sequence[Quoted],
    named: NamedDays,
    alone: bool,
) -> Mark | None:
    """Return what became of one date of a claim. `alone`: it is the only one; None where nothing can be
    decided.
    """
    wrong = _wrong_weekday(when, readings)
    same = any(a.fact.when.words.casefold() == when.words.casefold() for a in answers)
    if wrong and not same:
        return Mark(when.start, when.end, "date", DIFFERS, "", wrong)
    state, answer = graded(_by_owner(readings, answers))
    if state == FOUND and answer:
        return _found(when, answer)
    if answer is not None:
        return _differs(when, answers)
    around = _around(when, readings, quotes, named)
    if around is not None:
        return around
    if not any(f.when.is_date for f in readings.values()) and not when.how.startswith("there is no "):
        return None  # "a month later": no date of its own
    return _by_the_source(when, readings, answers, alone) or _absent(claim, when, readings, answers)


def _by_the_source(
    when: When, readings: Readings, answers: Sequence[AlignedFact[DateFact]], alone: bool
) -> Mark | None:
    """Return the mark of a date that is of the day the source appeared, or holds it where no quote dates the
    same; None for others.
    """
    if _is_its_day(readings):
        if alone and _one_day(answers):
            return None
        days = next(f.when.days for f in readings.values() if f.when.days)
        why = f"No quote says when: {span_named(days)} is only the day of the source."
        return Mark(when.start, when.end, "date", ABSENT, "", why, most="note")
    dated = any(same_event(readings[a.quoted.cited.published], a.fact) for a in answers)
    if _is_publication(readings) and not dated:
        return Mark(when.start, when.end, "date", FOUND, "", "It holds the day of the source itself.")
    return None


def _around(when: When, readings: Readings, quotes: Sequence[Quoted], named: NamedDays) -> Mark | None:
    for quoted in quotes:
        day = quoted.cited.published
        for side in (quoted.cited.before, quoted.cited.after):
            for other in read(side, day, quoted.reading.language).date_facts:
                if other.when.is_date and holds(
                    readings[day], other, named._replace(years=named.years | other.years)
                ):
                    why = f"The words round the quote have {_quoted(other.when)}."
                    return Mark(when.start, when.end, "date", FOUND, other.when.words, why)
    return None


def _one_day(answers: Sequence[AlignedFact[DateFact]]) -> bool:
    """Whether the quotes name one day only: then that is the day of what the claim says."""
    days = {a.fact.when.days for a in answers}
    return len(days) == 1 and all(day and day[0] == day[1] for day in days)


def _differs(when: When, found: Sequence[AlignedFact[DateFact]]) -> Mark:
    """Return the mark of a date where the quotes date the same otherwise; what to say instead only where they
    agree on it. It is no error where a quote has this very day, of something else as it seems.
    """
    answers = [a for a in found if a.sure]
    most: Severity = "warning" if any(a.agrees for a in found) else "error"
    others = [a.fact.when for a in answers]
    place = (answers[0].quoted.place(others[0].start, others[0].end),)
    if len({w.days or w.yearless or w.words for w in others}) == 1:
        why = f"“{when.words}” is not the quote’s {_quoted(others[0])}."
        return Mark(when.start, when.end, "date", DIFFERS, _instead(others[0]), why, place, most=most)
    named = ", ".join(f"“{w.words}”" for w in others[:_MOST_NAMED])
    more = " …" if len(others) > _MOST_NAMED else ""
    why = f"“{when.words}” is none of the quotes’ dates: {named}{more}."
    return Mark(when.start, when.end, "date", DIFFERS, "", why, place, most=most)


def _instead(when: When) -> str:
    """Return the words of a quote; of a day that only its source resolves ("Sunday") the day itself."""
    day = when.first
    if day is None or day != when.last or (_YEAR.search(when.words) and not when.yearless):
        return when.words
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _absent(
    claim: TextReading, when: When, readings: Readings, answers: Sequence[AlignedFact[DateFact]]
) -> Mark:
    """Return the mark of a date that no quote has, with what comes nearest to it."""
    why, where = _why_absent(when, readings, answers)
    place = (where.quoted.place(where.fact.when.start, where.fact.when.end),) if where else ()
    its_year = where is not None and bool(where.fact.when.yearless) and _YEAR.fullmatch(when.words[-4:])
    most: Severity = "note" if its_year or _is_of_which(claim, when, answers) else "error"
    return Mark(when.start, when.end, "date", ABSENT, "", why, place, most=most)


# A year before a name or a word tells which is meant: "the 2012 festival", "Storm (2012 film)".
_WHICH = re.compile(r"[ ][^\W\d_]{3,}")
_BEFORE_YEAR = re.compile(r"\b(?:the|an?|his|her|its|their|this)[ ](?:[\w-]+[ ])?$|\([ ]?$", re.IGNORECASE)
_JOINS = re.compile(r"[ ](?:and|but|when|while|for|with|after|before|from|until|because|where|which|the)\b")


def _is_of_which(claim: TextReading, when: When, answers: Sequence[AlignedFact[DateFact]]) -> bool:
    """Whether a year only tells which of several is meant, and not when something was, and no quote gives the
    same thing another year.
    """
    if (
        _YEAR.fullmatch(when.words) is None
        or _WHICH.match(claim.text, when.end) is None
        or _JOINS.match(claim.text, when.end) is not None
        or _BEFORE_YEAR.search(claim.text[max(0, when.start - 24) : when.start]) is None
    ):
        return False
    named = claim.words[index_at(claim.words, when.end)].stem
    return not any(a.fact.years and named in a.fact.sentence for a in answers)


def _why_absent(
    when: When, readings: Readings, answers: Sequence[AlignedFact[DateFact]]
) -> tuple[str, AlignedFact[DateFact] | None]:
    if when.how.startswith("there is no "):
        return f"{when.how[:1].upper()}{when.how[1:]}.", None
    for answer in answers:
        mine, other = readings[answer.quoted.cited.published], answer.fact.when
        if of_a_birth(mine, answer.fact) and holds(mine, answer.fact, NamedDays()):
            return f"The quote has “{other.words}” as a day of birth.", answer
        if more_precise(mine, answer.fact):
            why = f"“{when.words}” is more precise than the quote’s {_quoted(other)}."
            return why, answer
    if len(answers) == 1 and not (other := answers[0].fact.when).days:
        return f"The quote’s “{other.words}” could not be resolved: {other.how}.", answers[0]
    return f"No quote names a date like “{when.words}”.", None


def _quoted(when: When) -> str:
    """Return words of time, with the day they were resolved to and from what: “Sunday” (Sunday 15 March 2020:
    Sunday after …).
    """
    if not when.days:
        return f"“{when.words}”"
    day = span_named(when.days)
    return f"“{when.words}” ({when.how if day in when.how else f'{day}: {when.how}'})"


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


def _found(when: When, answer: AlignedFact[DateFact]) -> Mark:
    other = answer.fact.when
    why = f"The quote has {_quoted(other)}."
    place = (answer.quoted.place(other.start, other.end),)
    return Mark(when.start, when.end, "date", FOUND, other.words, why, place)


def _is_publication(readings: Readings) -> bool:
    """Whether a claim's date is wide enough to hold the day its source appeared ("in March 2020")."""
    for day, fact in readings.items():
        when = fact.when
        if when.words.lower().startswith(("since ", "from ", "between ")):
            continue
        try:
            whole = date.fromisoformat(day[:10])
        except ValueError:
            continue
        if when.first and when.last and when.first <= whole <= when.last:
            return True
    return False


def _is_its_day(readings: Readings) -> bool:
    """Whether a claim's date is the very day of a source: what an article reports need not be of its own
    day.
    """
    return any(
        f.when.first == f.when.last and f.when.first and f.when.first.isoformat() == day[:10]
        for day, f in readings.items()
    )
