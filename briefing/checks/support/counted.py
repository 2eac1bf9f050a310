"""What each amount of a text counts: facts, read once, by which the amounts of a claim are aligned with those
of its quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from briefing.checks.support.reading import TextReading
from briefing.language.lexicon import words_of
from briefing.language.numbers import Quantity
from briefing.language.stems import stem_of
from briefing.language.tokens import Token, index_at
from briefing.language.units import HEADS

Sort = Literal["count", "ordinal", "label", "age", "time", "clock", "score", "measure"]

TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))
# A text with more amounts is a table: past these the rest is not compared.
_MOST = 200
# What happened to those who are counted, however it is said.
FATES: dict[str, str] = {
    stem_of(word, "en"): fate
    for fate, words in {
        "dead": "dead death died dies dying killed kills killing fatality perished slain lives",
        "hurt": "hurt wounded wounding injured injuring injury maimed",
        "missing": "missing disappeared unaccounted",
        "held": "arrested detained arrest detention captured captive",
        "freed": "freed released release",
        "for": "favour favor supported",
        "against": "against opposed",
        "abstained": "abstained abstention abstaining",
    }.items()
    for word in words.split()
}
_REACH = 6
# No day, month, hour or minute of a date is so much, and no year that is read as one is outside of these.
_PAST_DAYS, _YEARS = 100, (1500, 2100)
_JOINTS = frozenset(("and", "or", "but", "while", "after", "including", "with", "as", "plus"))
# Behind these nothing is counted any more.
_END_OF_HEAD = words_of("""
    were was are is be been being and or but in on at from to by for with since as after before when while
    who that which than into over under between during against through had has have will would could may
    might can did do does not""")
# Of these words a number is the name, not the count: "round 4", "Article 5".
_LABELS = frozenset(
    stem_of(word, "en")
    for word in words_of("""
        round position chapter article phase level number no size stage part section page line table route
        highway grade type channel room block gate flight act scene episode category annex item rule amendment
        protocol resolution platform runway group""")
)
_OF_AGE = frozenset(stem_of(word, "en") for word in ("age", "aged", "old", "year", "years"))
_YEAR_BEFORE = words_of("in by since until till before after from between and around circa to of")
_RATE = re.compile(
    r"(?:[ ][\w-]+){0,3}?[ ](?:an?|per|each|every)[ ](?P<each>second|minute|hour|day|"
    r"week|month|quarter|year)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Counted:
    """An amount of a text with what stands round it.

    `starts`: the indices of the words at which the amounts of the text begin.
    """

    reading: TextReading
    amount: Quantity
    starts: frozenset[int]

    @cached_property
    def sort(self) -> Sort:
        """Which amounts it may be held against: those of its own sort."""
        amount = self.amount
        if amount.unit in ("clock", "score"):
            return "clock" if amount.unit == "clock" else "score"
        if amount.ordinal:
            return "ordinal"
        if amount.age:
            return "age"
        if amount.unit:
            return "time" if amount.unit in TIME else "measure"
        return "label" if self.label else "count"

    @cached_property
    def before(self) -> Token | None:
        """The word right before it, None where none stands there."""
        first = index_at(self.reading.words, self.amount.core[0])
        if not 0 < first < len(self.reading.words):
            return None
        word = self.reading.words[first - 1]
        return word if self.reading.text[word.end : self.amount.core[0]] in (" ", "-") else None

    @cached_property
    def label(self) -> str:
        """The stem of the word whose name it is: "round" of "round 4", "" for a count."""
        amount, word = self.amount, self.before
        plain = not (amount.unit or amount.approx or amount.vague or amount.ordinal)
        digits = self.reading.text[amount.core[0]].isdigit() or not self.noun  # "phase two of the plan"
        named = word is not None and word.stem in _LABELS and not word.low.endswith("s")
        return word.stem if word and plain and digits and named and self.noun not in HEADS else ""

    @cached_property
    def may_be_a_year(self) -> bool:
        """Whether it may be a year that is not read as a date: "in 1035", "by 2100"."""
        start, end = self.amount.core
        digits = self.reading.text[start:end]
        before = self.before.low if self.before is not None else ""
        return digits.isdecimal() and 3 <= len(digits) <= 4 and before in _YEAR_BEFORE and not self.heads

    @property
    def is_of_a_date(self) -> bool:
        """Whether it is the day or the year of a date; larger numbers than a day's that no year has are
        known to be none before the dates are read.
        """
        value = self.amount.value
        if value >= _PAST_DAYS and not _YEARS[0] <= value < _YEARS[1]:
            return False
        return self.amount.core in self.reading.dated

    @cached_property
    def heads(self) -> frozenset[str]:
        """The stems of the words behind it that may be what is counted."""
        if self.amount.ordinal and self.amount.unit:
            return frozenset()
        return frozenset(w.stem for w in self._behind() if w.content and w.stem not in FATES)

    @cached_property
    def group(self) -> tuple[str, int, int]:
        """Whom it counts, by the table of groups, with the place of the word; ("", 0, 0) for anybody."""
        for word in self._behind():
            if word.stem in HEADS:
                return HEADS[word.stem], word.start, word.end
        return "", 0, 0

    def _behind(self) -> list[Token]:
        words = self.reading.words
        at = index_at(words, self.amount.end - 1)
        at += at < len(words) and words[at].start < self.amount.end
        found: list[Token] = []
        for index in range(at, min(at + 4, len(words))):
            word = words[index]
            if word.low in _END_OF_HEAD or word.clause != words[at].clause or index in self.starts:
                break
            found.append(word)
        return found if at and words[at - 1].clause == words[min(at, len(words) - 1)].clause else []

    @cached_property
    def noun(self) -> str:
        """The stem of the word right behind it, "" where none that says something stands there."""
        words = self.reading.words
        at = index_at(words, self.amount.core[1])
        if at >= len(words) or words[at].clause != words[at - 1].clause or not words[at].content:
            return ""
        return "" if words[at].stem in FATES else words[at].stem

    @cached_property
    def fate(self) -> str:
        """What happened to those counted: named behind the number, up to the next one, or before it."""
        words = self.reading.words
        first, last = index_at(words, self.amount.core[0]), index_at(words, self.amount.core[1])
        return self._fate_in(range(last, min(last + _REACH, len(words)))) or self._fate_in(
            range(first - 1, max(first - 1 - _REACH, -1), -1)
        )

    def _fate_in(self, side: range) -> str:
        words = self.reading.words
        clause = words[min(index_at(words, self.amount.core[0]), len(words) - 1)].clause
        for index in side:
            word = words[index]
            if index in self.starts or word.low in _JOINTS or word.clause != clause:
                return ""
            if word.low == "against" and side.step < 0:
                return ""
            if word.stem in FATES:
                return FATES[word.stem]
        return ""

    @cached_property
    def verb(self) -> str:
        """The stem of the word that leads to it, "" after "and" or at the head of a clause."""
        words = self.reading.words
        first = index_at(words, self.amount.start)
        for word in reversed(words[max(0, first - 3) : first]):
            if word.low == "and" or word.clause != words[min(first, len(words) - 1)].clause:
                return ""
            if word.content:
                return word.stem
        return ""

    @cached_property
    def rate(self) -> str:
        """For each of what it is: "month" of "5 dollars a month"."""
        found = _RATE.match(self.reading.text, self.amount.end)
        return found["each"].lower() if found else ""

    @cached_property
    def near(self) -> frozenset[str]:
        """The stems of the words round it that say something; of an age not the words that make it one."""
        near = self.reading.near(self.amount.start, self.amount.end)
        return near - _OF_AGE if self.amount.age else near

    @property
    def words(self) -> str:
        """Its own words."""
        return self.reading.text[self.amount.start : self.amount.end].strip()


@lru_cache(maxsize=8192)
def counted(reading: TextReading) -> tuple[Counted, ...]:
    """Return the amounts of a text in order, each with what it counts; of a table the first 200."""
    held = reading.amounts[:_MOST]
    starts = frozenset(index_at(reading.words, a.core[0]) for a in held)
    return tuple(Counted(reading, amount, starts) for amount in held)
