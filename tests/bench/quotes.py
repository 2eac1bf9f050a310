"""Quotes in an unchanged text of 1 MB, checked where they stand."""

from __future__ import annotations

from briefing import text
from briefing.model import Quote
from briefing.quoting import anchor
from tests.bench.briefs import article
from tests.bench.measure import row, seconds


def main() -> None:
    """Print the time for 10,000 quotes, and for one lost quote."""
    body = article(1_000_000, 1)
    sha = text.sha256(body)
    spans = list(text.sentences(body))
    quotes = [anchor.describe(body, spans[i % len(spans)], sha) for i in range(10_000)]
    row(
        "10,000 quotes resolved in an unchanged 1 MB text",
        seconds(lambda: _all(body, sha, quotes)) * 1000,
        "ms",
        50,
    )
    changed = body.replace(quotes[500].exact, quotes[500].exact.replace("e", "a", 2))
    row(
        "one lost quote, candidates over 1 MB",
        seconds(lambda: anchor.resolve(changed, "x", quotes[500])) * 1000,
        "ms",
    )


def _all(body: str, sha: str, quotes: list[Quote]) -> None:
    for quote in quotes:
        assert isinstance(anchor.resolve(body, sha, quote), anchor.Found)


if __name__ == "__main__":
    main()
