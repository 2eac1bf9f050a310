"""Which sentences bear on a claim: BM25 over stems, with a part of the neighbours' score.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). Sentences are short, so the
parameters are smaller than for documents.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import log

from briefing.search.pages import GROUP_SIGN, NUMBER_SIGN, Page, group_of, stems
from briefing.search.words import fold, words

K1, B = 0.9, 0.4
NEIGHBOURS = 0.2
NAME, NUMBER, GROUP = 1.25, 1.0, 0.5

Idf = Callable[[str], float]


def asked(claim: str) -> dict[str, float]:
    """Return what a claim asks for, each with its weight: stems, numbers, and groups of words for less."""
    names = _names(claim)
    found: dict[str, float] = {}
    for one in stems(claim):
        found[one] = NUMBER if one.startswith(NUMBER_SIGN) else NAME if one in names else 1.0
    for group in [group for one in found if (group := group_of(one))]:
        found[group] = GROUP
    return found


def _names(claim: str) -> set[str]:
    """The stems of words with a capital, but for the first, which has one anyway."""
    found: set[str] = set()
    for match in list(words(claim))[1:]:
        if match.group()[0].isupper():
            found.update(stems(match.group()))
    return found


def rarity(count: int, total: int) -> float:
    """Return the inverse document frequency of something found in `count` of `total`; never below 0."""
    return log(1 + (total - count + 0.5) / (count + 0.5))


def idf_of(page: Page) -> Idf:
    """Return the rarity of a unit among the sentences of a page."""
    total = len(page.sentences)
    return lambda unit: rarity(len(page.postings.get(unit, ())), total)


def scores(page: Page, wanted: Mapping[str, float], idf: Idf) -> list[float]:
    """Return the score of each sentence of a page for what a claim asks for; 0 where nothing is shared."""
    own = _own(page, wanted, idf)
    last = len(own) - 1
    return [
        score + NEIGHBOURS * ((own[n - 1] if n else 0.0) + (own[n + 1] if n < last else 0.0))
        if score
        else 0.0
        for n, score in enumerate(own)
    ]


def _own(page: Page, wanted: Mapping[str, float], idf: Idf) -> list[float]:
    found = [0.0] * len(page.sentences)
    lengths = page.lengths
    average = (sum(lengths) / len(lengths) if lengths else 0) or 1
    for unit, weight in wanted.items():
        at = page.postings.get(unit)
        if at:
            gain = weight * idf(unit) * (K1 + 1)
            for n, often in at.items():
                found[n] += gain * often / (often + K1 * (1 - B + B * lengths[n] / average))
    return found
