"""Origins of 1,000 and 10,000 articles, and what one new article costs; a comparison of two 1 MB texts."""

from __future__ import annotations

import random
from dataclasses import replace

from briefing.model import Source
from briefing.origins import OriginEntry, Signatures, group
from briefing.revision import compare
from briefing.text import sha256
from tests.bench.briefs import article
from tests.bench.measure import row, seconds

_FOOTER = " We use cookies to offer you a better experience and to measure who reads what on this page. " * 2


def entries(number: int, seed: int = 7) -> list[OriginEntry]:
    """Return articles of about 500 words: each fourth a reprint of the one before, all with a footer."""
    rng = random.Random(seed)
    words = [f"{rng.choice('bcdfgklmnprst')}{rng.choice('aeiou')}{n}" for n in range(4000)]
    made: list[OriginEntry] = []
    for n in range(number):
        if n % 4 == 3:
            text = made[-1].text[: 2000 + n % 500]
        else:
            text = " ".join(rng.choices(words, k=480)) + _FOOTER
        source = Source(f"s{n:06}", title=f"Story {n}", publisher=f"Outlet {n % 40}", text_sha=sha256(text))
        made.append(OriginEntry(replace(source, published=f"2020-03-{n % 28 + 1:02}"), text))
    return made


def main() -> None:
    """Print the time of grouping, afresh and with signatures kept, and of comparing."""
    times = {}
    for number, target in ((1_000, 2.0), (10_000, None)):
        every = entries(number)
        times[number] = seconds(lambda every=every: group(every), 1)  # type: ignore[misc]
        row(f"{number:,} articles grouped by origin", times[number], "s", target)
        kept = Signatures()
        group(every, kept)
        row("  again, signatures kept", seconds(lambda every=every, kept=kept: group(every, kept), 1), "s")  # type: ignore[misc]
    row("growth for ten times as many", times[10_000] / times[1_000], "times", 15)
    old = article(1_000_000, 1)
    row("1 MB compared, 200 words changed", seconds(lambda: compare(old, _corrected(old)), 3), "s", 1)
    row(
        "1 MB compared with another text",
        seconds(lambda: compare(old, article(1_000_000, 2)), 1),
        "s",
    )
    line = old.replace("\n", " ")
    row(
        "1 MB on one line, 200 words changed",
        seconds(lambda: compare(line, _corrected(line)), 1),
        "s",
    )


def _corrected(text: str) -> str:
    words = text.split(" ")
    for at in range(0, len(words), len(words) // 200):
        words[at] = "corrected"
    return " ".join(words)


if __name__ == "__main__":
    main()
