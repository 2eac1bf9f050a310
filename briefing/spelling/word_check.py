"""Which words of a text no dictionary has; names of the brief, acronyms, addresses and code are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from briefing import lookup
from briefing.house_terms import HouseTerm
from briefing.model import Brief
from briefing.spelling.own_words import forms
from briefing.spelling.speller import Speller

# What is no prose: code between backticks, addresses of pages and of mail, names of files and of places in
# a program.
_NO_PROSE = re.compile(
    r"`[^`]*`|\b[a-z][a-z0-9+.-]*://\S+|\bwww\.\S+|[\w.+-]+@[\w.-]+|[@#]\w+"
    r"|(?:[A-Za-z]:)?[\\/][\w.-]+(?:[\\/][\w.-]*)+|\b\w+(?:\.\w+)*\.[a-z]{2,}\b|\w*_\w+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’\u00ad][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word and its place in a text, in code points."""

    start: int
    end: int
    word: str


def unknown_words(text: str, speller: Speller, known: Set[str]) -> tuple[UnknownWord, ...]:
    """Return the words of a text that neither the dictionary nor `known` has, in their order."""
    return tuple(
        UnknownWord(start, start + len(word), word)
        for start, word in _words(text)
        if not forms(word) & known and not _is_known(word, speller)
    )


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words that can be wrong, with their place; those with digits or inner capitals cannot."""
    prose = _NO_PROSE.sub(lambda found: " " * len(found[0]), text)
    for found in _WORD.finditer(prose):
        base = _POSSESSIVE.sub("", found[0])
        if len(base) > 1 and not any(letter.isupper() or letter.isdigit() for letter in base[1:]):
            yield found.start(), found[0]


def _is_known(word: str, speller: Speller) -> bool:
    return speller.knows(word) or speller.knows(_POSSESSIVE.sub("", word))


def known_names(brief: Brief, terms: Iterable[HouseTerm] = ()) -> frozenset[str]:
    """Return the words that are never wrong in a brief: of its actors' names and its sources' titles,
    publishers and authors, the names in the quotes it is linked to, and the words of the house.
    """
    known: set[str] = set()
    for term in terms:
        known.update(_WORD.findall(f"{term.write} {term.long}"))
    for actor in brief.actors:
        for name in (actor.name, *actor.aliases):
            known.update(_WORD.findall(name))
    for source in brief.sources:
        for name in (source.title, source.publisher, *source.authors):
            known.update(_WORD.findall(name))
    for claim in lookup.claims(brief):
        for evidence in claim.evidence:
            known.update(word for word in _WORD.findall(evidence.quote.exact) if word[0].isupper())
    return frozenset(known)
