"""Ordinals: those that count nothing, and the other ways to say the same: "round 4", "number 7", a debut."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.checks.support.counted import Counted
from briefing.checks.support.reading import Quoted
from briefing.language.lexicon import words_of
from briefing.language.stems import stem_of
from briefing.language.tokens import index_at

# Behind "first" these make a phrase of time or manner: "first of all", "at first hand".
_PHRASES = words_of("of hand aid lady minister person and in on at to when after as")
_BEFORE = words_of("at was were is are be been when who which that it he she they had has have not")
_PARTICIPLES = words_of("""
    set made seen built held met met put said came went began took saw won wrote written sung shown known
    given taken broke run ran became got hit led left sent spoke sold used found""")
# "Her debut" of "her first appearance".
FIRST_OTHERWISE = frozenset(
    stem_of(word, "en")
    for word in words_of("""
        debut initial opening opened inaugural maiden original originally earliest initially pioneered
        premiere premiered new founding beginning start started""")
)
_NUMBER = frozenset(stem_of(word, "en") for word in ("number", "no", "position", "place", "rank"))


def counts_nothing(fact: Counted) -> bool:
    """Whether an ordinal is an adverb or a part of a name: "first set up", "at first", "First Minister"."""
    if not fact.amount.ordinal or not fact.words.isalpha():
        return False
    words = fact.reading.words
    at = index_at(words, fact.amount.core[1])
    after = words[at] if at < len(words) and words[at].clause == words[at - 1].clause else None
    if fact.amount.value != 1:
        return _is_a_name(fact, after.text if after else "")
    if after is None or after.low in _PHRASES or _is_a_name(fact, after.text):
        return True
    return after.low.endswith(("ed", "ly")) or after.low in _PARTICIPLES or _stands_before_verb(fact)


def _is_a_name(fact: Counted, after: str) -> bool:
    """Whether it is written as a name inside a sentence: "the First World War"."""
    inside = fact.reading.text[: fact.amount.core[0]].rstrip()[-1:] not in ("", ".", "!", "?", "“", '"')
    return inside and fact.words[:1].isupper() and after[:1].isupper()


def _stands_before_verb(fact: Counted) -> bool:
    """Whether a word of a verb or a pronoun leads to it: "when it first came", but not "it was the first"."""
    return fact.before is not None and fact.before.low in _BEFORE - {"was", "were", "is", "are", "be", "been"}


def is_numbered_alike(one: Counted, two: Counted) -> bool:
    """Whether one amount is an ordinal and the other a name's number of the same thing: "the fourth round"
    and "round 4", "seventh" and "number 7".
    """
    ordinal, other = (one, two) if one.sort == "ordinal" else (two, one)
    if other.sort != "label" or ordinal.amount.value != other.amount.value:
        return False
    return other.label in _NUMBER or other.label in ordinal.heads


def is_of_a_name(fact: Counted, quotes: Sequence[Quoted]) -> bool:
    """Whether an ordinal stands before a name that the quotes have without any: "the 14th Dalai Lama"."""
    words = fact.reading.words
    at = index_at(words, fact.amount.core[1])
    if fact.sort != "ordinal" or at >= len(words) or not words[at].text[:1].isupper():
        return False
    return any(words[at].stem in quoted.reading.places for quoted in quotes)
