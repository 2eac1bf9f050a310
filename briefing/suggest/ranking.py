"""BM25 over the sentences of one article, with the claim's words weighed by what they are.

Robertson and Zaragoza (2009), “The Probabilistic Relevance Framework: BM25 and Beyond”; k1 and b as
measured on claims against the sentences of their articles, where lengths differ little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.language.stems import stem
from briefing.language.synonyms import DATE_WORDS, LIGHT
from briefing.suggest.alike import ALIKE
from briefing.suggest.article_sentences import ArticleSentences
from briefing.suggest.terms import SentenceTerm, is_number, terms

K1, B = 0.9, 0.5
# The sentence before gives a name that this one only points to; the one after seldom does.
BEFORE, AFTER = 0.1, 0.05
NAME, NUMBER, DATE, LIKE, KIN, LITTLE = 1.1, 1.2, 0.9, 0.6, 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Wanted:
    """A key of a claim, and how much it counts before its rarity. `like` keys stand for it, at less
    weight.
    """

    key: str
    weight: float
    like: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def _alike(language: str) -> dict[str, tuple[str, ...]]:
    rows = [tuple(w if "_" in w or w.isdigit() else stem(w, language) for w in row) for row in ALIKE]
    found: dict[str, set[str]] = {}
    for row in rows:
        for key in row:
            found.setdefault(f"#{key}" if key.isdigit() else key, set()).update(
                f"#{other}" if other.isdigit() else other for other in row if other != key
            )
    return {key: tuple(sorted(others)) for key, others in found.items()}


@cache
def _light() -> frozenset[str]:
    return frozenset(stem(word, "en") for word in LIGHT)


def _weight(term: SentenceTerm) -> float:
    if is_number(term.key):
        return NUMBER
    if term.key in DATE_WORDS:
        return DATE
    if term.name:
        return NAME
    return LITTLE if term.key in _light() else 1.0


@lru_cache(maxsize=256)
def wanted(claim: str, language: str) -> tuple[Wanted, ...]:
    """Return the keys of a claim as they would be written in a language, in order, each once."""
    alike = _alike("en") if language == "en" else {}
    found: dict[str, Wanted] = {}
    for term in terms(claim, 0, len(claim), language):
        weight = _weight(term)
        known = found.get(term.key)
        if known is None or known.weight < weight:
            found[term.key] = Wanted(term.key, weight, alike.get(term.key, ()))
    return tuple(found.values())


def scores(
    page: ArticleSentences, claim: tuple[Wanted, ...], rarity: Callable[[str], float]
) -> dict[int, float]:
    """Return the score of every sentence that shares a word with a claim, by its place in the page.

    `rarity`: of a key, in the article or the collection.
    """
    bare: dict[int, float] = {}
    for want in claim:
        for at, gain in _gains(page, want, rarity).items():
            bare[at] = bare.get(at, 0.0) + gain
    return {
        at: page.sentences[at].form * (score + BEFORE * bare.get(at - 1, 0.0) + AFTER * bare.get(at + 1, 0.0))
        for at, score in bare.items()
    }


def _gains(page: ArticleSentences, want: Wanted, rarity: Callable[[str], float]) -> dict[int, float]:
    gains: dict[int, float] = {}
    for key, part in accepted(page, want):
        rows = page.postings.get(key)
        if not rows:
            continue
        weight = want.weight * part * rarity(key)
        for at, count in rows:
            norm = K1 * (1 - B + B * len(page.sentences[at].terms) / page.length)
            gain = weight * count * (K1 + 1) / (count + norm)
            gains[at] = max(gains.get(at, 0.0), gain)
    return gains


def accepted(page: ArticleSentences, want: Wanted) -> list[tuple[str, float]]:
    """Return the keys of a page that answer a claim's key, and how far: itself, its like and its kin."""
    kin = page.kin(want.key)
    return [(want.key, 1.0), *((other, LIKE) for other in want.like), *((other, KIN) for other in kin)]
