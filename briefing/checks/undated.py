"""Rule L19: a day of which only the date of a source says which it is: "Sunday", "yesterday", "last week".

A brief is read on other days than its sources. The words are resolved by the date of the source that has
them (`language.when`), and the fix writes the date in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing import inline
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, ItemPlace
from briefing.checks.wording import unquoted
from briefing.language.when import When, calendar, resolve
from briefing.language.when.words import MONTH_NAMES, WEEKDAY
from briefing.model import Claim, Item, Source

NAME_DAYS = "name-days"  # the fix
_KINDS = ("reported", "assessed")
# Words whose days depend on when they are read mean other days by these two dates.
_ONE_DAY, _ANOTHER = "2001-02-06", "2003-08-14"
_MOST = 500  # words of time of one claim that are read: whole articles are pasted as one line
_COULD = re.compile(
    r"day\b|\b(?:tonight|overnight|tomorrow|ago|last|this|next|past|coming|previous|current|within|weekend)\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\d|\b(?:{'|'.join(MONTH_NAMES)})\b")
_STEP = re.compile(r"\b(?:last|this|next|past|coming)\b", re.IGNORECASE)
_PART = re.compile(r"\s(morning|afternoon|evening|night|noon|midday)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayNamed:
    """What words of time become: `words` in place of code points `start` to `end` of a claim's plain text."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=4096)
def undated(text: str) -> tuple[When, ...]:
    """Return the words of time in a claim that mean nothing without the day on which they were written.

    Of a claim's words of time the first 500 are read. Left out are words inside quotation marks, and days of
    a month or months whose year alone is missing.
    """
    if not _COULD.search(text):
        return ()
    bare = unquoted(text)
    others = {(when.start, when.end): when.days for when in resolve(bare, _ANOTHER, _MOST)}
    return tuple(
        when
        for when in resolve(bare, _ONE_DAY, _MOST)
        if when.days
        and when.days != others.get((when.start, when.end), when.days)
        and (_STEP.search(when.words) or not _DATED.search(when.words) or when.words.endswith("ago"))
    )


def without_a_date(item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L19: a weekday, "yesterday" or "last week" in a claim."""
    if not isinstance(item, Claim) or item.kind not in _KINDS:
        return
    for when in undated(inline.plain(item.text)):
        spans = tuple(meant(item, when, place.sources))
        if spans:
            named = " or ".join(map(calendar.span_named, spans))
            message = f"“{when.words}” has no date; by the date of its source it is {named}."
        else:
            message = f"“{when.words}” has no date, and no source of the claim has one to count from."
        yield Finding(
            "L19", "note", item.id, message, "Write the date: the brief is read on other days.",
            span=(when.start, when.end), fix=NAME_DAYS,
        )  # fmt: skip


def meant(claim: Claim, when: When, sources: Mapping[str, Source]) -> Iterator[calendar.Days]:
    """Yield the days that words of a claim mean by the dates of its sources; of those only whose quotes have
    the same words, where some have.
    """
    cited = [(e.quote.exact, sources[e.source].published) for e in claim.evidence if e.source in sources]
    if not cited:
        return
    bare = _bare(claim.text)
    words = when.words.casefold()
    own = [published for exact, published in cited if words in exact.casefold()]
    seen: set[calendar.Days] = set()
    for published in own or [published for _, published in cited]:
        for days in _days_by_start(bare, published).get(when.start, ()):
            if days not in seen:
                seen.add(days)
                yield days


@lru_cache(maxsize=64)
def _bare(text: str) -> str:
    return unquoted(inline.plain(text))


@lru_cache(maxsize=64)
def _days_by_start(text: str, published: str) -> Mapping[int, list[calendar.Days]]:
    """Return the days that words of time mean, by where they begin: a claim may have thousands of them."""
    found: dict[int, list[calendar.Days]] = {}
    for when in resolve(text, published, _MOST):
        if when.days:
            found.setdefault(when.start, []).append(when.days)
    return found


def named_days(claim: Claim, span: tuple[int, int], sources: Mapping[str, Source]) -> tuple[DayNamed, ...]:
    """Return what may stand in place of the words at a span, one for each time they may mean; () where no
    wording is sure to read right.
    """
    text = inline.plain(claim.text)
    when = next((w for w in undated(text) if (w.start, w.end) == span), None)
    if when is None or _modifies(text, when):
        return ()
    spans = (either for days in meant(claim, when, sources) for either in _apart(when, days))
    made = (_in_place(text, when, days) for days in spans)
    return tuple(named for named in made if named is not None)


def _apart(when: When, days: calendar.Days) -> tuple[calendar.Days, ...]:
    """Return the two days that "last Monday" may be as two, anything else as it is."""
    first, last = days
    two = (last - first).days == 7 and "day" in when.words and first.weekday() == last.weekday()
    return ((first, first), (last, last)) if two and "days" not in when.words else (days,)


# "The Sunday vote", "last week's talks": a date cannot stand before a noun.
_OWNS = re.compile(r"['’]s?\b|-")
_ARTICLE = re.compile(r"\b(?:the|a|an|its|their|his|her|every|each)\s+$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?P<word>after|before|between|by|during|for|from|in|of|on|over|since|to|until|till)\s+$",
    re.IGNORECASE,
)
# What may follow a time that stands for itself; before any other word it belongs to a noun.
_STOPS = re.compile(
    r"\s*(?:[.,;:!?)–—-]|$)|\s+(?:a|after|an|and|are|as|at|because|before|but|by|for|from|had|has|have|her|his|if|in|is"
    r"|its|near|of|on|or|over|that|the|their|to|was|were|when|where|while|will|with|would|[a-z]+ed|[a-z]+ing)\b"
)
_OPENS = re.compile(r"(?:^|[.!?]\s+)$")
_BARE_WEEKDAY = re.compile(rf"{WEEKDAY}(?:\s\w+)?")


def _modifies(text: str, when: When) -> bool:
    before, after = text[: when.start], text[when.end :]
    if _OWNS.match(after) or _ARTICLE.search(before):
        return True
    opens = _OPENS.search(before) and not _BARE_WEEKDAY.fullmatch(when.words)
    return not (opens or _STOPS.match(after))


def _in_place(text: str, when: When, days: calendar.Days) -> DayNamed | None:
    """Return the date with the preposition it needs, in place of the words and of one that does not fit."""
    held = _phrase(when.words, days)
    if held is None:
        return None
    own, date = held
    before = _PREPOSITION.search(text, 0, when.start)
    start, words = when.start, date
    if before is None:
        words = f"{own} {date}"
    elif before["word"].lower() in ("in", "on", "over", "during"):
        start, words = before.start("word"), f"{own} {date}"
    if _OPENS.search(text, 0, start):
        words = words[0].upper() + words[1:]
    return DayNamed(start, when.end, words)


def _phrase(words: str, days: calendar.Days) -> tuple[str, str] | None:
    """Return the preposition of a time and the time as a reader says it; None for spans of no common name."""
    first, last = days
    part = _PART.search(words)
    if first == last:
        day = calendar.named(first)
        return ("on", f"the {part[1].lower()} of {day}" if part else day)
    if part:
        return None
    if days == calendar.week(first):
        return "in", f"the week of {calendar.named(first)}"
    if days == calendar.month(first.year, first.month) or days == calendar.year(first.year):
        return "in", calendar.span_named(days)
    if (last - first).days == 1 and first.weekday() == 5:
        return "on", f"the weekend of {calendar.named(first)}"
    return None
