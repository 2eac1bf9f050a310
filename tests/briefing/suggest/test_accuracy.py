"""How often a right sentence comes first, and among the first three: ours, and plain BM25 beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Source
from briefing.suggest import suggest, suggest_in
from briefing.text import sha256
from tests.briefing.suggest import plain
from tests.briefing.suggest.corpus import PARTS, Article, Pair, articles

Spans = list[tuple[int, int]]
# Shares of right sentences that public claim-evidence sets give plain BM25 within one article.
FIRST, FIRST_THREE = 0.84, 0.96


def ours(text: str, claim: str) -> Spans:
    return [(one.start, one.end) for one in suggest_in(text, claim, 5)]


def baseline(text: str, claim: str) -> Spans:
    return plain.ranked(text, claim, 5)


def rank(found: Spans, pair: Pair) -> int:
    """The place of the first right sentence, 0 for none."""
    hits = [
        place
        for place, (start, end) in enumerate(found, 1)
        if any(start < last and first < end for first, last in pair.right)
    ]
    return hits[0] if hits else 0


def ranks(part: str, find: Callable[[str, str], Spans]) -> list[int]:
    return [rank(find(a.text, p.claim), p) for a in articles(part) for p in a.pairs]


def share(places: list[int], within: int) -> float:
    return sum(0 < place <= within for place in places) / len(places)


def line(name: str, places: list[int]) -> str:
    return f"{name:<24}" + "".join(f"{share(places, n):8.3f}" for n in (1, 3, 5)) + f"  of {len(places)}"


def test_the_set_is_large_and_mixed() -> None:
    every = [a for part in PARTS for a in articles(part)]
    assert len(every) >= 14
    assert sum(len(a.pairs) for a in every) >= 180
    assert sum("." in a.name for a in every) >= 2
    assert sum(len(a.pairs) for a in articles("held")) * 3 >= sum(len(a.pairs) for a in every)


@pytest.mark.parametrize("part", PARTS)
def test_within_an_article_it_beats_plain_bm25_and_its_public_figures(part: str) -> None:
    mine, theirs = ranks(part, ours), ranks(part, baseline)
    print(line(f"\n{part}: ours", mine), line(f"\n{part}: plain BM25", theirs))
    assert share(mine, 1) > max(FIRST, share(theirs, 1))
    assert share(mine, 3) >= max(FIRST_THREE, share(theirs, 3))


@pytest.mark.parametrize("part", PARTS)
def test_over_all_articles_at_once_it_keeps_its_aim(part: str) -> None:
    known: tuple[Article, ...] = tuple(a for p in PARTS for a in articles(p))
    texts = {sha256(a.text): a.text for a in known}
    sources = [Source(id=a.name, text_sha=sha256(a.text)) for a in known]
    places = []
    for article in articles(part):
        for pair in article.pairs:
            found = suggest(pair.claim, sources, texts.__getitem__)
            places.append(rank([(s.start, s.end) if s.source_id == article.name else (-1, -1) for s in found], pair))
    print(line(f"\n{part}: over {len(known)} articles", places))
    assert share(places, 1) > FIRST
    assert share(places, 5) > FIRST_THREE
