"""The dates of a text as facts: which days, and what is dated by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from briefing.language.lexicon import PAST, forms_of, words_of
from briefing.language.tokens import Token, index_at
from briefing.language.when import When
from briefing.language.when.calendar import shifted
from briefing.language.when.words import COUNT, count_of

BEGINS: Final = "begins"
ENDS: Final = "ends"
BEFORE: Final = "before"
AFTER: Final = "after"
_BOUNDS = {"by": BEFORE, "before": BEFORE, "after": AFTER}
# What says that a date is the first or the last of a span; of a life too.
_ROLES = forms_of("""
    begins: born birth birthday began begin begins begun beginning start started starts starting opened opens
    since onwards launched launches;
    ends: died dies dead death passed ended ends ending end finished concluded concludes expired expires
    lapsed until till closed""")
_LIFE = words_of("born birth birthday died dies dead death passed")
# Words before "2002 film", where the year says which one it is.
_BEFORE_NOUN = words_of("a an the his her its their this that our s")
# "In the month of May": these date nothing.
_OF_TIME = words_of("day week month year date")
# How many words that say something are taken for what is dated, either side.
_REACH = 7
_YEAR = re.compile(r"\d{4}")
# "The next day", "two weeks later": a day of its own where a date stands before it.
_STEPS = {"next": 1, "following": 1, "previous": -1, "same": 0}
_STEP = re.compile(
    rf"(?:the )?(?P<which>{'|'.join(_STEPS)}) day"
    rf"|(?P<count>{COUNT}) (?P<unit>day|week|year)s? (?P<side>later|earlier|afterwards?)",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:,|,? and|,? or|;) ?(?:in |on )?")
_BRACKET = re.compile(r"[(;][^();]{0,12}$")


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date and the words that it dates, as stems.

    `heads`: what it dates most likely, the word before "in 2002" or those after "the 2002". `around`: all
    that stands near, names left out. `sentence`: all of its sentence. `role`: BEGINS or ENDS where the words
    say so, else "". `life`: it is of a birth or a death, and where it is a span, of both. `years`: those that
    its sentence names. `of_a_noun`: it says which one is meant ("the 2002 film", "the coup of 2002"), and
    not when. `bound`: BEFORE or AFTER where it is only a bound ("by June", "after 5 May").
    `before`: those of `around` that lead up to it; all where it opens its sentence. `deed`: the stem of the
    nearest verb among these, "" for none.
    """

    when: When
    heads: frozenset[str]
    around: frozenset[str]
    sentence: frozenset[str]
    role: str = ""
    life: bool = False
    years: frozenset[int] = frozenset()
    of_a_noun: bool = False
    bound: str = ""
    before: frozenset[str] = frozenset()
    deed: str = ""


def date_facts(text: str, words: Sequence[Token], times: Sequence[When]) -> tuple[DateFact, ...]:
    """Return the dates of a text, in order, each with what it dates."""
    return tuple(_facts(text, words, times)) if words else ()


def _facts(text: str, words: Sequence[Token], times: Sequence[When]) -> Iterator[DateFact]:
    sentences, years = _sentences(words, times), _years(words, times)
    fact: DateFact | None = None
    for number, named in enumerate(times):
        when = _counted(named, times[number - 1] if number else None)
        first, last = index_at(words, when.start), index_at(words, when.end)
        sentence = _sentence_at(words, when.start)
        least = times[number - 1].end if number else 0
        most = times[number + 1].start if number + 1 < len(times) else len(text)
        if fact is not None and _LIST.fullmatch(text, least, when.start):
            fact = replace(fact, when=when)  # "won in 1971, 1972 and 1979": all date the same
        else:
            near = (
                _near(words, range(first - 1, -1, -1), sentence, least, most),
                _near(words, range(last, len(words)), sentence, least, most),
            )
            in_brackets = _BRACKET.search(text, max(0, when.start - 14), when.start)
            follows = number + 1 < len(times) and _sentence_at(words, most) == sentence
            fact = _fact(when, words, first, near, bool(when.ends and in_brackets), follows)
            fact = replace(
                fact, sentence=sentences.get(sentence, frozenset()), years=years.get(sentence, frozenset())
            )
        yield fact


def _sentence_at(words: Sequence[Token], start: int) -> int:
    return words[min(index_at(words, start), len(words) - 1)].sentence


def _counted(when: When, before: When | None) -> When:
    """Return words such as "the next day" with the day that they may be, counted from the date before."""
    match = _STEP.fullmatch(when.words) if not when.is_date else None
    if match is None or before is None or before.first is None or before.last is None:
        return when
    if match["unit"] and match["unit"].lower() == "year":
        count = count_of(match["count"])[0]
        year = before.first.year + (-count if match["side"].lower() == "earlier" else count)
        return _in_year(when, before, year)
    if before.first != before.last:
        return when
    if match["side"]:
        days = count_of(match["count"])[0] * (7 if match["unit"].lower() == "week" else 1)
        days = -days if match["side"].lower() == "earlier" else days
    else:
        days = _STEPS[match["which"].lower()]
    day = shifted(before.first, days)
    return replace(when, either=((day, day),), how=f"{when.words}, counted from {before.words}")


def _in_year(when: When, before: When, year: int) -> When:
    """Return words such as "two years later" with the year that they may be, where the date before names
    one.
    """
    if not (_YEAR.search(before.words) and 1 <= year <= 9999):
        return when
    span = date(year, 1, 1), date(year, 12, 31)
    return replace(when, either=(span,), how=f"{when.words}, counted from {before.words}")


def _fact(
    when: When,
    words: Sequence[Token],
    first: int,
    near: tuple[Sequence[Token], Sequence[Token]],
    of_a_life: bool,
    another_follows: bool,
) -> DateFact:
    """Return what the words near a date, before and after it, say that it dates."""
    before, after = _plain(near[0], words), _plain(near[1], words)
    if before and another_follows:
        after = []  # "shut on 3 May and reopened on 4 May": what follows is of the other
    link = words[first - 1].low if first else ""
    of_a_noun = link in _BEFORE_NOUN or link == "of"
    role, life = _role(words[max(0, first - 1) : first], near[0] or near[1])
    return DateFact(
        when,
        heads=frozenset(w.stem for w in (before[:1] if before and link not in _BEFORE_NOUN else after)),
        around=frozenset(w.stem for w in (*before, *after)),
        before=frozenset(w.stem for w in before or after),
        deed=_deed(before or after),
        sentence=frozenset(),
        role=role,
        life=life or of_a_life,
        of_a_noun=of_a_noun,
        bound=_BOUNDS.get(when.words.split()[0].lower(), "") or _BOUNDS.get(link, ""),
    )


def _near(words: Sequence[Token], indices: range, sentence: int, least: int, most: int) -> list[Token]:
    """Return the words that say something, nearest first, up to another date or the end of the sentence."""
    found: list[Token] = []
    for index in indices:
        word = words[index]
        if word.sentence != sentence or word.start < least or word.end > most or len(found) == 2 * _REACH:
            break
        if word.content and not word.text[0].isdigit():
            found.append(word)
    return found


def _plain(near: Iterable[Token], words: Sequence[Token]) -> list[Token]:
    """Return the words that are no names: one that opens a sentence may be either."""
    found = [w for w in near if w.low not in _OF_TIME and (not w.text[0].isupper() or _opens(w, words))]
    return found[:_REACH]


def _opens(word: Token, words: Sequence[Token]) -> bool:
    before = index_at(words, word.start) - 1
    return before < 0 or words[before].sentence != word.sentence


def _deed(near: Iterable[Token]) -> str:
    """Return the stem of the nearest verb, "" for none."""
    return next((w.stem for w in near if w.low in PAST or w.low.endswith(("ed", "ing"))), "")


def _role(directly: Sequence[Token], near: Sequence[Token]) -> tuple[str, bool]:
    """Return whether a date begins or ends something by the nearest word that says so; and whether a life."""
    for word in (*directly, *near):
        if word.low in _ROLES:
            return _ROLES[word.low], word.low in _LIFE
    return "", False


def _sentences(words: Sequence[Token], times: Sequence[When]) -> dict[int, frozenset[str]]:
    """Return the stems of the words that say something by sentence, those of the dates left out."""
    found: dict[int, set[str]] = {}
    spans = iter(times)
    when = next(spans, None)
    for word in words:
        while when is not None and when.end <= word.start:
            when = next(spans, None)
        dated = when is not None and when.start <= word.start
        if word.content and not dated and not word.text[0].isdigit():
            found.setdefault(word.sentence, set()).add(word.stem)
    return {sentence: frozenset(stems) for sentence, stems in found.items()}


def _years(words: Sequence[Token], times: Sequence[When]) -> dict[int, frozenset[int]]:
    """Return the years that are named, by sentence."""
    found: dict[int, set[int]] = {}
    for when in times:
        if when.days and not when.yearless and when.weekday is None and _YEAR.search(when.words):
            at = min(index_at(words, when.start), len(words) - 1)
            found.setdefault(words[at].sentence, set()).update(day.year for day in when.days)
    return {sentence: frozenset(years) for sentence, years in found.items()}
