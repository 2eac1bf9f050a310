"""Search over all sources while it is typed: building the index, and each key, at 1,000 articles and more."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from briefing.finder import Index, search
from briefing.model import Source
from tests.bench.measure import percentile, row

TYPED = ("joint patrol", '"safe corridor"', "wokira", "outlet:reuters ceasefire tolem", "-patrol corridor m")


def main() -> None:
    """Print build time and time a key; 100,000 articles only with the argument `--all`."""
    for count in (1_000, 10_000, *((100_000,) if "--all" in sys.argv else ())):
        _measure(count)


def _measure(count: int) -> None:
    sources, texts = articles(count)
    with tempfile.TemporaryDirectory() as place:
        index = Index(Path(place) if count > 10_000 else None)
        start = time.perf_counter()
        index.update(sources, texts.__getitem__)
        built = time.perf_counter() - start
        row(f"{count:,} articles: index built, a thousand articles", built * 1000 / count, "s", 1000 / 300)
        start = time.perf_counter()
        index.update(sources, texts.__getitem__)
        row(f"{count:,} articles: nothing new", (time.perf_counter() - start) * 1000, "ms")
        keys: list[float] = []
        for typed in TYPED:
            taken = [_key(index, sources, typed[:end], texts) for end in range(1, len(typed) + 1)]
            keys += taken
            row(f"{count:,} articles: worst key of {typed}", max(taken), "ms")
        row(f"{count:,} articles: a key, median", percentile(keys, 0.5), "ms", 50)
        row(f"{count:,} articles: a key, 95 of 100", percentile(keys, 0.95), "ms", 50)
        index.close()


def _key(index: Index, sources: tuple[Source, ...], typed: str, texts: dict[str, str]) -> float:
    start = time.perf_counter()
    search(index, sources, typed, texts.__getitem__)
    return (time.perf_counter() - start) * 1000


def articles(count: int) -> tuple[tuple[Source, ...], dict[str, str]]:
    """Return sources and their texts by hash, about 6 kB each, of words as common as words are (Zipf)."""
    random.seed(7)
    said = [
        "".join(
            random.choice(("wo", "ki", "ra", "tol", "em", "sat", "né", "bu", "ist", "co"))
            for _ in range(random.randint(1, 5))
        )
        for _ in range(60_000)
    ]
    said[5:5] = [
        "the",
        "of",
        "and",
        "minister",
        "patrol",
        "patrols",
        "joint",
        "ceasefire",
        "corridor",
        "safe",
    ]
    weights = [1 / (rank + 8) for rank in range(len(said))]
    pool = random.choices(said, weights, k=400_000)
    sources: list[Source] = []
    texts: dict[str, str] = {}
    for number in range(count):
        at = random.randrange(len(pool) - 1_100)
        picked = pool[at : at + 1_000]
        sha = f"{number:064x}"
        texts[sha] = "\n".join(
            " ".join(picked[i : i + 18]) + ". " + " ".join(picked[i + 18 : i + 40]) + "."
            for i in range(0, 1_000, 40)
        )
        outlet = ("Reuters", "AP", "Anadolu")[number % 3]
        sources.append(Source(f"s{number}", title=" ".join(picked[:8]), publisher=outlet, text_sha=sha))
    return tuple(sources), texts


if __name__ == "__main__":
    main()
