"""The rules of the grammar read together: the longest words at each place, then ranges and "since"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from briefing.language.when import absolute, calendar, relative
from briefing.language.when.calendar import Days
from briefing.language.when.frame import Rule, TimeFrame, TimeReading
from briefing.language.when.words import (
    COUNTS,
    FIRST_WORDS,
    MONTH_NAMES,
    MONTHS,
    OPENING,
    SECOND_WORDS,
    UNIT,
    WEEKDAY_NAMES,
    WEEKDAYS,
    YEAR,
)

# In this order: the first rule that fits at a place is taken, so longer shapes stand before shorter ones.
_RULES: tuple[Rule, ...] = (*absolute.RULES, *relative.RULES, *absolute.YEARS)
_NAMED = re.compile(r"\(\?P<\w+>")
# A number after a dot, comma or slash belongs to another number.
_ANY = re.compile(
    r"(?<![\w.,/$€£-])(?=[A-Za-z0-9])(?:"
    + "|".join(f"(?P<r{n}>{_NAMED.sub('(?:', rule.pattern)})" for n, rule in enumerate(_RULES))
    + ")"
)
# A word that cannot open a word of time need not be asked by every rule.
_WORD = re.compile("[A-Za-z0-9]+")
_DIGITS = "0123456789"
_MONTHS_TOO = ("may", "march")
_NEXT = re.compile("([ -])([A-Za-z0-9]+)")
# Nor need a number that neither is a year nor stands before a month, a unit, or the rest of a date.
_NUMBER = re.compile(
    rf"{YEAR}|\d{{1,3}}(?:st|nd|rd|th|[/.]\d|[ ]?[–—−-]"
    rf"|[ ](?:and|to|through|until|of|hour|{'|'.join(MONTHS)}|{UNIT}))",
    re.IGNORECASE,
)
_SHORT = (*MONTHS, *WEEKDAYS, "sept", "tues", "wednes", "thur", "thurs", "satur")
_OPENERS = FIRST_WORDS.union(
    w.lower() for w in (*_SHORT, *MONTH_NAMES, *WEEKDAY_NAMES, *(f"{day}s" for day in WEEKDAY_NAMES))
)
_WEEKDAYS = tuple(day.lower() for day in WEEKDAY_NAMES)
_COUNTED = frozenset((*UNIT.split("|"), *(f"{unit}s" for unit in UNIT.split("|"))))
# Words that open a time only with one of a few right behind them: "three weeks", "that Monday".
_FOLLOWS = {
    word: _COUNTED.union(_WEEKDAYS, ("of", "few", "couple")) for word in COUNTS if " " not in word
} | {"that": frozenset(_WEEKDAYS)}
_JOIN = re.compile(r"[ ]?[–—−-][ ]?|[ ](?:to|and|through|until|till)[ ]")
_OPEN = re.compile(r"\b(?:between|from)[ ](?:the[ ])?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince[ ](?:the[ ])?$", re.IGNORECASE)

_FROM = re.compile(r"since[ ]", re.IGNORECASE)
# No-break, figure, thin and narrow spaces stand between a day and its month as a plain one does.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")


@dataclass(frozen=True, slots=True)
class When:
    """Words of a text that name a time, and the days they stand for.

    `start`, `end`: code points of the text. `first`, `last`: the first and the last day, both None where
    the words could not be resolved. `how`: what they were counted from, or why they were not resolved.

    `yearless`: the days in the year 2000 of words that name no year. `weekday`: 0 for Monday, where only a
    weekday is named. `ends`: what the two ends of a span were named as; `lasting` where it goes on ("since
    May"). `either`: the two days of "1/10/1960", which is not resolved.
    """

    start: int
    end: int
    words: str
    first: date | None
    last: date | None
    how: str
    yearless: Days | None = None
    weekday: int | None = None
    ends: tuple[Days, Days] | None = None
    lasting: bool = False
    either: tuple[Days, ...] = ()

    @property
    def days(self) -> Days | None:
        return (self.first, self.last) if self.first and self.last else None

    @property
    def is_date(self) -> bool:
        """Whether it names days of its own, and not those that stand a month after others."""
        return bool(self.first or self.yearless or self.either or self.weekday is not None)


@lru_cache(maxsize=4096)
def resolve(text: str, published: str, most: int | None = None) -> tuple[When, ...]:
    """Return every word of time in an English `text`, in order, resolved against the date of its source.

    `published` is an ISO 8601 date, whole or partial, or "": a partial one widens what is counted from it,
    none leaves that unresolved. Any text is read, in time linear in its length; past `most` words of time the
    rest is not.
    """
    day = calendar.published_days(published)
    plain = text.translate(_SPACES)
    found = _joined(plain, list(islice(_read(plain, day), most)), day)
    return tuple(found) if plain == text else tuple(replace(w, words=text[w.start : w.end]) for w in found)


def _read(text: str, published: Days | None) -> Iterator[When]:
    at = 0
    for word in _WORD.finditer(text):
        low = word.group().lower()
        if not (low in _OPENERS or low[0] in _DIGITS) or word.start() < at or not _may_open(text, word, low):
            continue
        match = _ANY.match(text, word.start())
        if match is None:
            continue
        at = match.end()
        number = int((match.lastgroup or "r0")[1:])
        inner = _parts(number).match(text, match.start())
        if inner is None:
            continue
        frame = TimeFrame(text, match.start(), match.end(), published)
        reading: TimeReading | None = _RULES[number].build(inner, frame)
        if reading is not None:
            first, last = reading.days or (None, None)
            yield When(
                match.start(), match.end(), match.group(), first, last, reading.how,
                reading.yearless, reading.weekday, reading.ends, either=reading.either,
            )  # fmt: skip


@cache
def _parts(number: int) -> re.Pattern[str]:
    """Return a rule's pattern by itself, with the names of its parts: few of the rules meet their words."""
    return re.compile(_RULES[number].pattern)


def _may_open(text: str, word: re.Match[str], low: str) -> bool:
    """Whether a word can open a word of time by what stands behind it: "the" stands before most nouns, and
    most numbers count something else.
    """
    if low[0] in _DIGITS:
        return _NUMBER.match(text, word.start()) is not None
    follows = _FOLLOWS.get(low)
    if follows is None and (low not in OPENING or word.group()[0] in "MQ"):
        return True
    following = _NEXT.match(text, word.end())
    if following is None:
        return False
    after = following[2].lower()
    if follows is not None:
        return following[1] == " " and after in follows
    if after[0] in _DIGITS:
        return low in _MONTHS_TOO or _NUMBER.match(text, following.start(2)) is not None
    return after in SECOND_WORDS or after in _OPENERS


def _joined(text: str, found: list[When], published: Days | None) -> Iterator[When]:
    """Yield the times, those of a range ("from March to May 2019") as one, and "since" up to the source's
    date.
    """
    at = 0
    while at < len(found):
        one = found[at]
        at += 1
        if at < len(found) and _is_range(text, one, found[at]):
            one = _range(text, one, found[at])
            at += 1
        since = _SINCE.search(text, max(0, one.start - 12), one.start) or _FROM.match(text, one.start)
        if since and one.first and published and one.first <= published[1]:
            yield replace(
                one, start=since.start(), words=text[since.start() : one.end], last=published[1],
                how=f"{one.how}; from then up to {calendar.span_named(published)}",
                ends=((one.first, one.last or one.first), published), lasting=True,
            )  # fmt: skip
        else:
            yield one


def _is_range(text: str, one: When, two: When) -> bool:
    if not 0 <= two.start - one.end <= 9:
        return False
    joint = _JOIN.fullmatch(text, one.end, two.start)
    if joint is None or not one.days or not two.days:
        return False
    opened = _OPEN.search(text, max(0, one.start - 14), one.start) or re.match(
        "between|from", one.words, re.I
    )
    word = joint.group().strip()
    return word in "–—−-" or word in ("to", "through", "until", "till") or (word == "and" and bool(opened))


def _range(text: str, one: When, two: When) -> When:
    first, last = one.first, two.last
    how = f"{one.how} to {two.how}"
    if first and last and two.first and first > last:
        # "From March to May 2019": the year stands once. "From December to March" crosses it.
        weeks = (first - last).days < 7  # Monday to Friday, reported on a Friday
        first = (
            calendar.shifted(first, -7)
            if weeks
            else calendar.by_months(first, -12 * (first.year - two.first.year))
        )
        first = first if first <= last else calendar.by_months(first, -12)
    if first and last and first > last:
        first = last = None
    opened = _OPEN.search(text, max(0, one.start - 14), one.start)
    start = opened.start() if opened else one.start
    if first != one.first:
        how = calendar.span_named((first, last)) if first and last else "the range ends before it begins"
    return When(start, two.end, text[start : two.end], first, last, how, ends=_ends(one, two, first))


def _ends(one: When, two: When, first: date | None) -> tuple[Days, Days] | None:
    """Return what the ends of a range were named as, the first of them moved to begin with `first`."""
    if first is None or one.days is None or two.days is None:
        return None
    return (first, calendar.shifted(first, (one.days[1] - one.days[0]).days)), two.days
