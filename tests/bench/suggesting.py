"""Suggested evidence: a page, sixty articles, and collections behind a stand-in finder and the real index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter

from briefing import text
from briefing.finder import Index
from briefing.model import Source
from briefing.suggest import suggest, suggest_in
from briefing.suggest.article_sentences import page
from briefing.suggest.best_sentences import Finder
from tests.bench.briefs import article
from tests.bench.measure import percentile, row, seconds

CHARS, CLAIMS = 4_000, 40
# Eight pages are read for a claim over many articles, and their sentences ranked.
_TIMES = {1_000: 15.0, 10_000: 20.0}


class Rarest:
    """A finder in memory: the articles that hold the most of a claim's six rarest words."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.held: dict[str, set[str]] = {}
        for sha, body in texts.items():
            for start, end in text.tokens(body):
                self.held.setdefault(body[start:end].casefold(), set()).add(sha)

    def candidates(self, words: Sequence[str], limit: int = 20) -> tuple[str, ...]:
        """Return their text hashes, best first."""
        known = [found for word in words if (found := self.held.get(word.casefold()))]
        counts = Counter(sha for found in sorted(known, key=len)[:6] for sha in found)
        return tuple(sha for sha, _ in counts.most_common(limit))


def main() -> None:
    """Print milliseconds a page and a claim, with cold and warm pages."""
    body = article(CHARS, 1)
    claims = _claims([article(CHARS, seed) for seed in range(CLAIMS)])
    row("a page read and split into terms", seconds(lambda: _cold(body)) * 1000, "ms")
    row("a page ranked for a claim, warm", seconds(lambda: suggest_in(body, claims[1], 5)) * 1000, "ms", 0.3)
    for count in (60, 1_000, 10_000):
        texts = {text.sha256(one): one for one in (article(CHARS, seed) for seed in range(count))}
        sources = [Source(id=f"s{n}", text_sha=sha) for n, sha in enumerate(texts)]
        if count == 60:
            _report("60 articles", claims, sources, texts, Rarest(texts))
            continue
        _report(f"{count:,} articles, stand-in finder", claims, sources, texts, Rarest(texts))
        index = Index()
        index.update(sources, texts.__getitem__)
        _report(f"{count:,} articles, search index", claims, sources, texts, index)
        index.close()


def _cold(body: str) -> None:
    page.cache_clear()
    page(body)


def _claims(bodies: Sequence[str]) -> list[str]:
    """Return one sentence of each text, every third word left out: what a claim shares with its evidence."""
    found = []
    for at, body in enumerate(bodies):
        spans = list(text.sentences(body))
        start, end = spans[at % len(spans)]
        words = body[start:end].split()
        found.append(" ".join(word for n, word in enumerate(words) if n % 3))
    return found


def _report(
    name: str, claims: Sequence[str], sources: Sequence[Source], texts: dict[str, str], finder: Finder
) -> None:
    def ask(claim: str) -> object:
        return suggest(claim, sources, texts.__getitem__, finder=finder)

    page.cache_clear()
    first = [_timed(ask, claim) for claim in claims]
    again = [seconds(partial(ask, claim), 3) * 1000 for claim in claims]
    row(f"{name}: a claim, pages cold, median", percentile(first, 0.5), "ms", 50)
    body = next(iter(texts.values()))
    reading = seconds(lambda: page.__wrapped__(body)) * 1000
    row("  as many times as reading one page", percentile(first, 0.5) / reading, "", _TIMES.get(len(texts)))
    row(f"{name}: a claim, pages cold, 95 %", percentile(first, 0.95), "ms")
    row(f"{name}: a claim, warm, 95 %", percentile(again, 0.95), "ms", 50)


def _timed(ask: Callable[[str], object], claim: str) -> float:
    start = perf_counter()
    ask(claim)
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
