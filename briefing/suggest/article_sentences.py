"""One article as sentences of terms, counted once and kept while it is in use."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from briefing import text as texts
from briefing.language.guess import likeliest, primary
from briefing.suggest.terms import SentenceTerm, is_number, terms

_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", ":", ";", '"', "”", "»", ")", "’", "'")
_SHORT, _HEADLINE = 4, 16
FRAGMENT, QUESTION, HEADLINE = 0.5, 0.7, 0.75
# Words of the same first letters are taken for one family; at five, "commission" is a "commander".
HEAD = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its span, its terms, and how far its form counts (1 for a full sentence)."""

    start: int
    end: int
    terms: tuple[SentenceTerm, ...]
    form: float


@dataclass(frozen=True, slots=True)
class ArticleSentences:
    """An article ready to be ranked. `language`: a code, "" for one not known. `postings`: for each key, the
    sentences that hold it and how often.
    """

    language: str
    sentences: tuple[Sentence, ...]
    postings: dict[str, tuple[tuple[int, int], ...]]
    names: frozenset[str]
    length: float
    heads: dict[str, tuple[str, ...]]

    def kin(self, key: str) -> tuple[str, ...]:
        """Return other keys that begin like a long one: "assert" and "assertiv", "rückhaltebeck" and its
        plural.
        """
        return tuple(k for k in self.heads.get(key[:HEAD], ()) if k != key) if len(key) >= HEAD else ()

    def rarity(self, key: str) -> float:
        """Return the inverse document frequency of a key among the sentences (Robertson and Spärck Jones)."""
        return rarity(len(self.postings.get(key, ())), len(self.sentences))


def rarity(holding: int, of: int) -> float:
    """Return ln(1 + (N − n + ½) / (n + ½)), which never is negative."""
    return math.log(1 + (of - holding + 0.5) / (holding + 0.5))


@lru_cache(maxsize=256)
def page(text: str, stated: str = "") -> ArticleSentences:
    """Return an article's text as a page; about 2 ms for 1,000 words, nothing for one in use.

    `stated`: the tag of its language where its source has one; else it is guessed.
    """
    language = primary(stated) or likeliest(text)
    found = tuple(_sentence(text, start, end, language) for start, end in texts.sentences(text))
    counts: dict[str, dict[int, int]] = {}
    names: set[str] = set()
    for at, sentence in enumerate(found):
        for term in sentence.terms:
            row = counts.setdefault(term.key, {})
            row[at] = row.get(at, 0) + 1
            if term.name:
                names.add(term.key)
    length = sum(len(s.terms) for s in found) / max(1, len(found))
    postings = {key: tuple(row.items()) for key, row in counts.items()}
    heads: dict[str, list[str]] = {}
    for key in postings:
        if len(key) >= HEAD and not is_number(key):
            heads.setdefault(key[:HEAD], []).append(key)
    kin = {head: tuple(keys) for head, keys in heads.items()}
    return ArticleSentences(language, found, postings, frozenset(names), max(1.0, length), kin)


def _sentence(text: str, start: int, end: int, language: str) -> Sentence:
    return Sentence(start, end, tuple(terms(text, start, end, language)), _form(text, start, end))


def _form(text: str, start: int, end: int) -> float:
    words = text.count(" ", start, end) + 1
    if words < _SHORT:
        return FRAGMENT
    if text.endswith("?", start, end):
        return QUESTION
    return HEADLINE if words < _HEADLINE and not text.endswith(_ENDS, start, end) else 1.0
