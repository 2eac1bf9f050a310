"""How often a right sentence comes first, and among the first three: ours, and plain BM25 beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Source
from briefing.suggest import suggest, suggest_in
from briefing.text import sha256
from tests.briefing.suggest import plain
from tests.briefing.suggest.corpus import PARTS, Pair, articles

Spans = list[tuple[int, int]]
# What public claim-evidence sets give plain BM25 within one article: right at 1, and among the first 3.
FIRST, FIRST_THREE = 0.84, 0.96
# Floors kept, by part: within an article at 1 and 3, over all sixty articles at 1 and 5. "fresh" is hard: the
# plain measure has 0.82 and 0.84 there. Of "far" the plain measure has 0.21: half share no word with their
# sentence, and only a ranker by meaning could find those.
FLOORS = {
    "tuned": (0.95, 0.99, 0.92, 0.98),
    "held": (0.93, 0.96, 0.86, 0.95),
    "fresh": (0.86, 0.97, 0.83, 0.94),
    "desk": (0.99, 0.99, 0.99, 0.99),
    "far": (0.4, 0.58, 0.1, 0.2),
}


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
    assert len(every) >= 50
    assert sum(len(a.pairs) for a in every) >= 1_000
    assert sum("." in a.name for a in every) >= 2
    assert sum(len(a.pairs) for a in articles("tuned")) * 3 < sum(len(a.pairs) for a in every)


@pytest.mark.parametrize("part", PARTS)
def test_within_an_article_it_beats_plain_bm25(part: str) -> None:
    mine, theirs = ranks(part, ours), ranks(part, baseline)
    print("", line(f"{part}: ours", mine), line(f"{part}: plain BM25", theirs), sep="\n")
    assert share(mine, 1) > max(FLOORS[part][0], share(theirs, 1))
    assert share(mine, 3) > FLOORS[part][1]
    assert share(mine, 3) >= share(theirs, 3)


def test_on_claims_it_was_not_tuned_on_it_beats_the_public_figures() -> None:
    unseen = [place for part in ("held", "fresh") for place in ranks(part, ours)]
    assert share(unseen, 1) > FIRST
    assert share(unseen, 3) > FIRST_THREE


@pytest.mark.parametrize("part", PARTS)
def test_over_all_articles_at_once_it_keeps_its_aim(part: str) -> None:
    known = tuple(a for p in PARTS[:-1] for a in articles(p))
    texts = {sha256(a.text): a.text for a in known}
    sources = [Source(id=a.name, text_sha=sha256(a.text)) for a in known]
    places = []
    for article in articles(part):
        for pair in article.pairs:
            found = suggest(pair.claim, sources, texts.__getitem__)
            spans = [(s.start, s.end) if s.source_id == article.name else (-1, -1) for s in found]
            places.append(rank(spans, pair))
    print("", line(f"{part}: over {len(known)} articles", places), sep="\n")
    assert share(places, 1) > FLOORS[part][2]
    assert share(places, 5) > FLOORS[part][3]
