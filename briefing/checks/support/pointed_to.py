"""A name that a quote may mean without saying it: "she signed", "the film was shot", of whom or what the
article spoke before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.checks.support.name_answers import NameFact, first_name_alone
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.lexicon import words_of
from briefing.language.names import bare, folded, runs
from briefing.language.openings import is_common
from briefing.language.tokens import Token, index_at, tokens

_PRONOUNS = words_of("he she it they his her its their him them himself herself itself themselves")
# What a text calls somebody or something that it has named: "the group", "the minister", "the film".
_CALLED = words_of("""
    film movie series show song single album track band group duo trio book novel story poem play musical
    opera painting sculpture game award prize season episode character team club side company firm business
    city town village country state nation province region island river mountain lake site area palace
    building house bridge station airport school university college church museum hospital party agency
    organisation organization body institution ministry department council union army militia movement
    government war battle treaty law party president minister king queen prince princess emperor leader
    chairman chief general commander director governor mayor senator spokesman spokeswoman politician lawmaker
    actor actress singer rapper author writer poet painter composer musician artist player striker midfielder
    goalkeeper defender pitcher coach manager driver suspect attacker defendant victim man woman boy girl
    couple pair brothers star comedian journalist scientist professor vessel ship plane aircraft missile
    virus disease drug vaccine website newspaper magazine channel network""")
# A name after one of these is no subject.
_UNDER = words_of("""
    in of at by with from for on to into near under over between among since until during about against
    than as like via and or including""")
_ARTICLES = words_of("the a an his her its their")
_IN_TITLES = words_of("for in a an the or it to at on of with")
_FIRST = 12


def meant_by(fact: NameFact, quotes: Sequence[Quoted]) -> str:
    """Return the words of a quote that may mean the name, "" for none: a part of it (“the palace”, a first
    name), or, where it is what the sentence of the claim is about, somebody or something that the quote
    speaks of and does not name.
    """
    part = next((words for q in quotes if (words := _part_of(fact, q.reading))), "")
    if part or not _is_topic(fact):
        return part
    spoken = frozenset(folded(w.text) for w in fact.claim.words if w.text[0].isupper()) - {*fact.forms}
    owned = _owned(fact)
    return next((words for q in quotes if (words := _unnamed(q.reading.text, spoken, owned))), "")


def _part_of(fact: NameFact, reading: TextReading) -> str:
    place = first_name_alone(fact, reading)
    if place:
        return reading.text[slice(*place)]
    last = bare(fact.run.words[-1].low)
    if len(fact.run.words) < 2 or not is_common(last):
        return ""
    for at in reading.names.get(fact.forms[-1], ()):
        word = reading.words[at]
        if at and word.text.islower() and reading.words[at - 1].low in ("the", "this"):
            return reading.text[reading.words[at - 1].start : word.end]
    return ""


def _is_topic(fact: NameFact) -> bool:
    """Whether no other name stands before this one in its sentence, but for the rest of one title: "Award for
    Best Actor in a Drama".
    """
    sentence, at = fact.run.words[0].sentence, fact.at
    words = fact.claim.words
    while (
        at
        and words[at - 1].sentence == sentence
        and (words[at - 1].low in _IN_TITLES or words[at - 1].text[0].isupper())
    ):
        at -= 1
    start = words[at].start
    return not any(r.start < start and r.words[0].sentence == sentence for r in runs(fact.claim.text))


def _owned(fact: NameFact) -> frozenset[str]:
    """Return the words for what is the name's, as the claim has it: "premiere" for "Hedda’s premiere"."""
    if fact.run.end == fact.run.words[-1].end:
        return frozenset()
    at = fact.at + len(fact.run.words)
    return frozenset(w.low for w in fact.claim.words[at : at + 2] if w.content and w.text.islower())


@lru_cache(maxsize=4096)
def _unnamed(text: str, spoken: frozenset[str], owned: frozenset[str]) -> str:
    """Return the first pronoun of the third person or "the group", "" where none is near the beginning of a
    sentence, or a subject with a name of its own stands before it. `spoken`: words of the claim's other
    names, which a pronoun may mean as well and "the group" does not.
    """
    words = tokens(text, "en")
    named = {r.start: r for r in runs(text) if _is_subject(text, words, r.start, r.end)}
    first = sentence = -1
    called, pronouns = _CALLED | owned, _PRONOUNS
    for at, word in enumerate(words):
        if word.sentence != sentence:
            first, sentence = at, word.sentence
        if word.start in named:
            if not any(folded(w.text) in spoken for w in named[word.start].words):
                called = owned  # "Ibsen was present at the premiere": it may be whoever's
            pronouns = frozenset()
        if at - first > _FIRST and called is not owned:
            continue
        if word.low in pronouns:
            return word.text
        if word.low == "the":
            last = _called(words[at + 1 : at + 4], called)
            if last is not None:
                return text[word.start : last.end]
    return ""


def _called(words: Sequence[Token], called: frozenset[str]) -> Token | None:
    """Return the word after "the" that says what is meant, behind two others at most, none of them a name."""
    for word in words:
        if word.text[0].isupper():
            return None
        if bare(word.low) in called:
            return word
    return None


def points_back(words: Sequence[Token]) -> bool:
    """Return whether words only point to what was named before: "club" of "for the club"."""
    return len(words) == 1 and bare(words[0].low) in _CALLED


def _is_subject(text: str, words: Sequence[Token], start: int, end: int) -> bool:
    """Whether a name stands as a subject: neither in the possessive nor behind a preposition."""
    if text[end : end + 2] in ("'s", "’s") or text[end : end + 2].strip() in ("'", "’"):
        return False
    at = index_at(words, start)
    while at and words[at - 1].low in _ARTICLES:
        at -= 1
    return at == 0 or words[at - 1].low not in _UNDER
