"""What something is: a claim that calls a film a song, an actor a singer, a county a city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.support.marks import ABSENT, DIFFERS, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.shown import is_shown
from briefing.language.fold import letters
from briefing.language.lexicon import FINITE, words_of
from briefing.language.sorts import FAMILY_OF, SHOWN_BY
from briefing.language.tokens import Token

# Past so many of them a text is a list; what something is takes so many words at most.
_MOST, _LONGEST = 40, 12
_BE = words_of("is was are were")
_ARTICLES = words_of("a an the one")
# What stands between "is" and the article and leaves what something is as it is.
_PASSED = words_of("also now then still")
# Endings of what people do.
_SOMEBODY = re.compile(r".{3}(?:er|or|ist|ian|eer|man|woman)$")
# What somebody is to another, or in a body, says nothing of what else they are.
_OF_SOMEBODY = words_of("""
    son daughter child brother sister sibling father mother parent husband wife uncle aunt cousin nephew niece
    grandson granddaughter grandfather grandmother member leader founder winner author owner star character
    piece work one part""")
_RELATIVE = words_of("who which that it there this these he she they")
_OF_A_KIND = words_of("type kind sort form piece")
_NO_HEAD = words_of("based born set directed written formed founded designed located named released called")


@dataclass(frozen=True, slots=True)
class SortFact:
    """What a sentence says something is. `subject`: the folded words before the verb; `words`: what it is, up
    to what else is said of it.
    """

    subject: frozenset[str]
    words: tuple[Token, ...]

    @property
    def head(self) -> Token:
        return self.words[-1]


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each thing that the claim calls what no quote shows it to be, where a quote says what
    it is; an error where it cannot be both.
    """
    for fact in sort_facts(claim):
        answer = next(((q, f) for q in quotes for f in sort_facts(q.reading) if _answers(fact, f)), None)
        word = _unshown(fact, answer[1], quotes) if answer is not None else None
        if answer is not None and word is not None:
            yield _mark(fact, word, *answer)


def _answers(mine: SortFact, theirs: SortFact) -> bool:
    """Whether a fact of a quote says of the same thing what it is: half of the claim's subject stands in its
    own, and what it says is of a known sort.
    """
    return (
        bool(mine.subject)
        and 2 * len(mine.subject & theirs.subject) >= len(mine.subject)
        and theirs.head.low not in _OF_SOMEBODY
        and (theirs.head.stem in SHOWN_BY or _SOMEBODY.search(theirs.head.low) is not None)
    )


def _unshown(mine: SortFact, theirs: SortFact, quotes: Sequence[Quoted]) -> Token | None:
    """Return the word of what the claim says something is that no word of the quotes bears out: the last, or
    one before it where the quote calls it the same with other words ("a crime film", "a horror film").
    """
    for word in reversed(mine.words):
        if word.stem in SHOWN_BY and word.text.islower() and not is_shown(word.stem, quotes):
            return word
        if theirs.head.stem not in SHOWN_BY.get(word.stem, ()):
            return None
    return None


def _mark(fact: SortFact, word: Token, quoted: Quoted, theirs: SortFact) -> Mark:
    seen = quoted.words(theirs.words[0].start, theirs.head.end)
    place = (quoted.place(theirs.words[0].start, theirs.head.end),)
    mine, other = FAMILY_OF.get(word.low), FAMILY_OF.get(theirs.head.low)
    if word is fact.head and None not in (mine, other) and mine != other:
        why = f"The claim calls it “{word.text}”, the quote “{seen}”."
        return Mark(word.start, word.end, "verb", DIFFERS, theirs.head.text, why, place)
    why = f"No quote calls it “{word.text}”: the quote has “{seen}”."
    return Mark(word.start, word.end, "verb", ABSENT, "", why, place)


@lru_cache(maxsize=8192)
def sort_facts(reading: TextReading) -> tuple[SortFact, ...]:
    """Return what a text says that things are, in order; at most forty."""
    found: list[SortFact] = []
    opens, subject = -1, frozenset[str]()
    for index, word in enumerate(reading.words):
        if opens < 0 or word.sentence != reading.words[opens].sentence:
            opens, subject = index, frozenset()
        if word.low in FINITE and not subject:
            subject = frozenset(letters(w.low) for w in reading.words[opens:index] if w.content)
        if (
            word.low in _BE
            and subject
            and len(found) < _MOST
            and reading.words[index - 1].low not in _RELATIVE
        ):
            named = _named(reading.words, index)
            if named:
                found.append(SortFact(subject, named))
    return tuple(found)


def _named(words: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Return the words behind "is a", up to the first that says nothing by itself; () without an article."""
    first = at + 1
    while first < len(words) and (words[first].low in _PASSED or words[first].low.endswith("ly")):
        first += 1
    if first >= len(words) or words[first].low not in _ARTICLES:
        return ()
    if words[first].low == "one":
        first += 2  # "one of the"
    found: list[Token] = []
    for word in words[first + 1 : first + 1 + _LONGEST]:
        if word.low == "of" and found and found[-1].low in _OF_A_KIND:
            found.pop()
            continue
        if word.sentence != words[at].sentence or not word.content or word.low in _NO_HEAD:
            break
        found.append(word)
    return tuple(found)
