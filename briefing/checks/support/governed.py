"""What a verb governs by a preposition: a claim that has a thing “made of marble” where its quote has it made
of concrete.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.support.marks import ABSENT, Mark
from briefing.checks.support.pointed_to import points_back
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.shown import is_shown
from briefing.language.lexicon import PAST, words_of
from briefing.language.tokens import Token

# Past so many of them a text is a list; so many words of what is governed are kept.
_MOST, _LONGEST = 60, 8
_PREPOSITIONS = words_of("of on by for from with as about against")
# Behind these stands a place or a time, of which quote and claim may name two: only exchanged ones count.
_PLACING = words_of("in at to")
_GOVERNING = _PREPOSITIONS | _PLACING
_VERBS = PAST | words_of("""
    depend depends rely relies consist consists work works born known drawn caught written shown set hit cut
    shut hurt beat""")
_OPENING = words_of("a an the his her its their this that these those some any")
# What follows "the genre of" is what it is, not the genre.
_NO_HEADS = words_of("genre kind type sort form part number group variety range series lot majority one")


@dataclass(frozen=True, slots=True)
class GovernedFact:
    """A verb, its preposition, and the words behind it up to the first that says nothing by itself."""

    verb: Token
    preposition: str
    words: tuple[Token, ...]
    stems: frozenset[str]


Placed = tuple[Quoted, GovernedFact]


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a warning for each verb whose object by a preposition no quote has, where one has another there;
    and where a quote has it of another verb ("written by Ames, directed by Voss").
    """
    mine = [fact for fact in governed(claim) if fact.verb.clause not in claim.negated]
    theirs = [(q, fact) for q in quotes for fact in governed(q.reading)] if mine else []
    spoken = frozenset(w.stem for w in claim.words) if theirs else frozenset()
    for fact in mine:
        rival = _rival(fact, theirs, spoken)
        if rival is not None and (_is_of_another(fact, theirs) or not _is_shown(fact, quotes)):
            yield _mark(claim, fact, *rival)


def _rival(fact: GovernedFact, theirs: Sequence[Placed], spoken: frozenset[str]) -> Placed | None:
    """Return the first place where a quote has something else behind the same verb and preposition, None
    where it has a word there that the claim has too.
    """
    same = [
        (q, f)
        for q, f in theirs
        if f.verb.stem == fact.verb.stem and f.preposition == fact.preposition and not points_back(f.words)
    ]
    return same[0] if same and not any(f.stems & spoken for _q, f in same) else None


def _is_of_another(fact: GovernedFact, theirs: Sequence[Placed]) -> bool:
    """Whether a quote has all that is governed with another verb."""
    return any(fact.stems <= f.stems and f.verb.stem != fact.verb.stem for _q, f in theirs)


def _is_shown(fact: GovernedFact, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote has a word of what is governed, or a word for it; names are asked elsewhere."""
    return fact.preposition in _PLACING or any(
        w.text[0].isupper() or w.low in _NO_HEADS or is_shown(w.stem, quotes) for w in fact.words
    )


def _mark(claim: TextReading, fact: GovernedFact, quoted: Quoted, theirs: GovernedFact) -> Mark:
    start, end = fact.verb.start, fact.words[-1].end
    seen = quoted.words(theirs.verb.start, theirs.words[-1].end)
    why = f"No quote has “{claim.text[start:end]}”: the quote has “{seen}”."
    place = (quoted.place(theirs.verb.start, theirs.words[-1].end),)
    return Mark(start, end, "verb", ABSENT, "", why, place)


@lru_cache(maxsize=8192)
def governed(reading: TextReading) -> tuple[GovernedFact, ...]:
    """Return what the verbs of a text govern by a preposition, in order; at most sixty."""
    found: list[GovernedFact] = []
    words = reading.words
    for index in range(1, len(words)):
        word, verb = words[index], words[index - 1]
        if len(found) == _MOST:
            break
        if word.low in _GOVERNING and verb.clause == word.clause and _is_verb(verb):
            behind = _behind(words, index)
            if behind:
                stems = frozenset(w.stem for w in behind)
                found.append(GovernedFact(verb, word.low, behind, stems))
    return tuple(found)


def _is_verb(word: Token) -> bool:
    return word.content and (word.low in _VERBS or word.low.endswith(("ed", "ing")))


def _behind(words: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Return the words behind a preposition that say something, those joined by "and" too; no numbers."""
    found: list[Token] = []
    for word in words[at + 1 : at + 1 + _LONGEST]:
        if word.clause != words[at].clause:
            break
        if word.content or (word.text[0].isupper() and word.low not in _OPENING):
            found.append(word)
        elif not (word.low == "and" and found) and not (word.low in _OPENING and not found):
            break
    return () if all(w.text[0].isdigit() for w in found) else tuple(found)
