"""Numbers that a quote has in other words: sums that it spells, lists that can be counted, spans of years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from briefing.checks.support import ordinals
from briefing.checks.support.counted import Counted, counted
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.number_words import ORDINALS
from briefing.language.numbers import quantities
from briefing.language.stems import stem_of
from briefing.language.tokens import index_at
from briefing.language.units import unit_of
from briefing.text import sentences

Span = tuple[Quoted, int, int]
_Part = tuple[float, str, int, int]
_MOST_OF_CLAIM, _MOST_OF_QUOTE = 40, 200
# "A decade" is no amount where it is read, but bears "ten years" out.
_ARTICLED: dict[tuple[float, str], str] = {
    (10, "year"): "decade",
    (12, "month"): "year",
    (7, "day"): "week",
    (24, "hour"): "day",
}
_OUT_OF = re.compile(
    r"([\w-]+)[ ](?:out[ ])?of[ ](?:(?:the|its|their|his|her|all)[ ])?([\w-]+)$", re.IGNORECASE
)
# A sum or a list of more parts is no way to say a number.
_MOST_PARTS = 12
_YEAR = re.compile(r"(?<![\w,.])(?:1[0-9]|20)\d\d(?!\w|,\d)")
_MOST_YEARS = 8
_PART = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|&)\s+")
_OPENS, _CLOSES = re.compile(r"^\W*[A-Z]"), re.compile(r"(?:^|\s)\W*[A-Z][^\s]*$")
_NAME = re.compile(
    r"(?:[A-Z][^\s,;:]*|of|the|de|al|bin|van|von)(?:\s(?:[A-Z][^\s,;:]*|of|the|de|al|bin|van|von)){0,5}"
)
_OWN = frozenset(("the", "these", "both", "other", "all", "those"))


def spelled(fact: Counted, quotes: Sequence[Quoted]) -> Span | None:
    """Return where a quote spells a count out: "two tanks and a truck" of three vehicles, "two bars … and a
    third" of three, "a decade" of ten years.
    """
    if fact.sort == "ordinal":
        return _first_otherwise(fact, quotes)
    if fact.amount.approx or fact.amount.vague:
        return None
    if fact.sort != "count" or not 2 <= fact.amount.value <= 1e6:
        return None
    for quoted in quotes:
        for start, end in (*_sums(quoted.reading, fact), *_closed(quoted.reading, fact)):
            if _is_of_one_matter(fact, quoted, start):
                return quoted, start, end
    return None


def _is_of_one_matter(fact: Counted, quoted: Quoted, start: int) -> bool:
    """Whether a sentence of a longer quote shares a word that says something with the clause of a claim's
    number; one or two sentences were chosen for the claim.
    """
    mine, theirs = fact.reading.words, quoted.reading.words
    if theirs[-1].sentence < 2:
        return True
    clause = mine[min(index_at(mine, fact.amount.start), len(mine) - 1)].clause
    sentence = theirs[min(index_at(theirs, start), len(theirs) - 1)].sentence
    claimed = fact.reading.clauses.get(clause, frozenset())
    return any(word.sentence == sentence and word.stem in claimed for word in theirs)


def _first_otherwise(fact: Counted, quotes: Sequence[Quoted]) -> Span | None:
    for quoted in quotes:
        for word in quoted.reading.words if fact.amount.value == 1 else ():
            near = fact.near | fact.heads
            if word.stem in ordinals.FIRST_OTHERWISE and near & quoted.reading.near(word.start, word.end):
                return quoted, word.start, word.end
    return None


def _sums(reading: TextReading, fact: Counted) -> Iterator[tuple[int, int]]:
    """Yield where parts stand one behind the other that come to a count."""
    parts = _parts(reading)
    for first in range(len(parts)):
        run = list(_chain(reading, parts[first : first + _MOST_PARTS]))
        for last, total in enumerate(accumulate(part[0] for part in run)):
            heads = {head for _v, head, *_rest in run[: last + 1]}
            if last and total == fact.amount.value and not (len(heads) > 1 and heads & fact.heads):
                yield run[0][2], run[last][3]


def _chain(reading: TextReading, parts: Sequence[_Part]) -> Iterator[_Part]:
    """Yield the first of some parts, and those that follow it in one list."""
    yield parts[0]
    for one, two in pairwise(parts):
        if not _goes_on(reading, one, two):
            return
        yield two


_LASTS = {value: (word,) for word, value in ORDINALS.items()}


def _closed(reading: TextReading, fact: Counted) -> Iterator[tuple[int, int]]:
    """Yield where the last of a count is named behind the others: "two bars … and a third"."""
    for one, two in pairwise(counted(reading)):
        last = two.words.split()[-1].lower() in _LASTS.get(int(fact.amount.value), ())
        if last and one.amount.value == fact.amount.value - 1 and one.heads & fact.heads:
            yield one.amount.start, two.amount.end


@lru_cache(maxsize=2048)
def _parts(reading: TextReading) -> Sequence[_Part]:
    """Return the counts of a text and the single things with an article, each with the stem of what it counts
    and its place.
    """
    words = reading.words
    found = [
        (a.amount.value, a.noun, a.amount.start, _end_of_noun(a))
        for a in counted(reading)
        if a.sort == "count" and a.noun and not (a.amount.approx or a.amount.vague)
    ]
    if len(found) > _MOST_OF_QUOTE // 4:
        return []
    taken = {start for _v, _n, start, _e in found}
    for index, word in enumerate(words[:-1]):
        after = words[index + 1]
        single = word.low in ("a", "an", "another") and word.start not in taken
        if single and after.content and after.text.islower() and not unit_of(after.low):
            found.append((1.0, after.stem, word.start, after.end))
    return sorted(found, key=lambda part: part[2])


def _end_of_noun(fact: Counted) -> int:
    words = fact.reading.words
    return words[index_at(words, fact.amount.core[1])].end


def _goes_on(reading: TextReading, one: _Part, two: _Part) -> bool:
    """Whether a part follows another in one list: "two tanks and a truck", with a few words between."""
    joint = reading.text[one[3] : two[2]]
    return (
        0 < len(joint) <= 60
        and not re.search(r"[.;:!?]\s", joint)
        and bool(re.search(r",|\b(?:and|plus)\b", joint))
        and bool(re.search(r"(?:,|\band|\bplus)\s*(?:\w+\s)?$", joint))
    )


def stands_by_itself(fact: Counted, quotes: Sequence[Quoted]) -> bool:
    """Whether no quote need have a number: "the two countries" counts those who are named, "a week" is one
    week, and "seven of nine" stands as a ratio.
    """
    return (
        _with_article(fact, quotes)
        or _in_a_ratio(fact, quotes)
        or _counts_those_named(fact)
        or ordinals.is_of_a_name(fact, quotes)
    )


def _with_article(fact: Counted, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote has "a decade" for ten years, "a week" for one."""
    amount = fact.amount
    one = amount.value == 1 and fact.sort == "time"
    name = amount.unit if one else _ARTICLED.get((amount.value, amount.unit))
    if not name or amount.approx:
        return False
    befores = (
        q.reading.words[i - 1].low if i else ""
        for q in quotes
        for i in q.reading.places.get(stem_of(name, "en"), ())
    )
    return any(before in ("a", "an", "one", "the") for before in befores)


def _in_a_ratio(fact: Counted, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote's "seven out of nine" has this "seven" of "seven of nine", both as the claim has
    them.
    """
    held = {a.value for a in fact.reading.amounts[:_MOST_OF_CLAIM]}
    for quoted in quotes:
        for other in quoted.reading.amounts[:_MOST_OF_QUOTE]:
            parts = _OUT_OF.fullmatch(quoted.words(*other.core)) if other.unit == "percent" else None
            values = [a.value for part in parts.groups() for a in quantities(part, "en")] if parts else []
            if fact.amount.value in values and set(values) <= held:
                return True
    return False


def _counts_those_named(fact: Counted) -> bool:
    """Whether it only counts those who were named: "the two countries", "the other two"."""
    before = fact.before.low if fact.before is not None else ""
    return fact.amount.value == 2 and fact.sort == "count" and before in _OWN


def worked_out(fact: Counted, quotes: Sequence[Quoted]) -> Span | None:
    """Return where a quote has what a number can be worked out from: a list of as many names, or two years
    that lie so far apart.
    """
    spans: Iterator[Span] = iter(())
    if fact.amount.unit == "year" and fact.amount.value >= 1:
        spans = (span for quoted in quotes for span in _apart(quoted, fact))
    elif fact.sort == "count" and not fact.amount.approx and 2 <= fact.amount.value <= _MOST_PARTS:
        spans = (span for quoted in quotes for span in _listed(quoted, int(fact.amount.value)))
    return next((span for span in spans if _is_of_one_matter(fact, *span[:2])), None)


def _apart(quoted: Quoted, fact: Counted) -> Iterator[Span]:
    """Yield where two years of a sentence lie as far apart as a length of time is, or as somebody is old."""
    amount, early = fact.amount, 1 if fact.amount.age else 0
    for begins, ends in sentences(quoted.reading.text):
        years = list(_YEAR.finditer(quoted.reading.text, begins, ends))[:_MOST_YEARS]
        for first in years:
            for second in years:
                years_apart = int(second[0]) - int(first[0])
                if years_apart > 0 and amount.low <= years_apart and years_apart - early <= amount.high:
                    yield quoted, min(first.start(), second.start()), max(first.end(), second.end())


def _listed(quoted: Quoted, count: int) -> Iterator[Span]:
    """Yield where just so many names stand in a list."""
    text = quoted.reading.text
    for begins, ends in sentences(text):
        bounds = [begins, *(i for m in _PART.finditer(text, begins, ends) for i in m.span()), ends]
        parts = list(zip(bounds[::2], bounds[1::2], strict=True))
        at = 0
        while at < len(parts) - 1:
            length = _length_of_list(text, parts, at)
            if length == count:
                yield quoted, parts[at][0], parts[at + length - 1][1]
            at += max(length - 1, 1)


def _length_of_list(text: str, parts: Sequence[tuple[int, int]], at: int) -> int:
    """Return how many names stand in a list that begins with a part, 1 for none."""
    if not _CLOSES.search(text[parts[at][0] : parts[at][1]].rstrip(".")):
        return 1
    length = 1
    for start, end in parts[at + 1 :]:
        part = text[start:end]
        if not _OPENS.match(part):
            break
        length += 1
        if not _NAME.fullmatch(part.strip().rstrip(".")):
            break
    return length
