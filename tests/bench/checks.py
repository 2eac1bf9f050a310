"""The rules asked of a whole brief and after one edit, at 50, 500 and 2,000 claims with three quotes each."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from briefing import text
from briefing.checks import CHECKS, Checker, Facts
from briefing.checks.quotes import verify
from briefing.language.tokens import tokens
from briefing.model import Actor, Brief, Claim, Evidence, Section, Source
from briefing.quoting import anchor
from tests.bench.measure import percentile, row, seconds

SIZES = (50, 500, 2000)
QUOTES = 3
EDITS = 40
_WHO = (
    "Turkish defense minister Hulusi Akar",
    "The Russian ministry",
    "A spokesman in Moscow",
    "Recep Tayyip Erdogan",
    "Witnesses",
    "The United Nations",
)
_SAID = (
    "said",
    "announced on Sunday that",
    "did not say whether",
    "denied that",
    "warned that",
    "reportedly said",
)
_WHAT = (
    "the joint patrols will begin on 15 March 2020", "the attack killed {} people",
    "about {} soldiers may withdraw from Idlib",
    "nearly 1 million people fled toward the Turkish border", "the truce halted a three-month campaign",
    "{} per cent of the convoy was lost near Aleppo",
    "the highway M4 was not opened last week", "between {} and 4,000 fighters stayed behind",
    "hundreds of trucks crossed in the past two days",
)  # fmt: skip


def main() -> None:
    """Print what an edit costs, and the whole brief cold (in a new process, nothing read before) and warm."""
    if len(sys.argv) == 3 and sys.argv[1] == "cold":
        print(*_cold(int(sys.argv[2])))
        return
    for claims in SIZES:
        command = [sys.executable, "-m", "tests.bench.checks", "cold", str(claims)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        cold, cutting = map(float, done.stdout.split())
        quotes = f"{claims} claims, {claims * QUOTES} quotes"
        row(f"every rule, {quotes}, cold, of processor", cold, "s", 1 if claims == 500 else None)
        row("  as many times as cutting all its texts into words", cold / cutting, "")
        brief, facts = made(claims)
        row(
            "  the same, the texts read before",
            seconds(partial(_whole, brief, facts), 3),
            "s",
        )
        times = [*_edits(brief, facts)]
        row(
            f"one claim edited, asked for and found, {claims} claims, median",
            percentile([a + b for a, b in times], 0.5) * 1000,
            "ms",
            16 if claims == 500 else None,
        )
        row("  the same, 95th percentile", percentile([a + b for a, b in times], 0.95) * 1000, "ms")
        row("  of it, how many are to be asked", percentile([a for a, _ in times], 0.5) * 1000, "ms")


def _whole(brief: Brief, facts: Facts) -> None:
    Checker(CHECKS).run(brief, facts)


def _cold(claims: int) -> tuple[float, float]:
    """Return the processor seconds of every rule with nothing read before, and of cutting the quotes, the
    claims and the articles into words.
    """
    brief, facts = made(claims)
    start = time.process_time()
    Checker(CHECKS).run(brief, facts)
    middle = time.process_time()
    items = [item for item in brief.sections[0].items if isinstance(item, Claim)]
    texts = [item.text for item in items] + [e.quote.exact for item in items for e in item.evidence]
    tokens.cache_clear()
    if facts.text_of is not None:
        texts += (facts.text_of(source.text_sha) for source in brief.sources)
    for words in texts:
        tokens(words, "en")
    return middle - start, time.process_time() - middle


def _edits(brief: Brief, facts: Facts) -> Iterator[tuple[float, float]]:
    """Yield, for each of some edits, the seconds of `stale` and of `run`: what the window does between two
    keys.
    """
    checker = Checker(CHECKS)
    checker.run(brief, facts)
    section = brief.sections[0]
    step = max(len(section.items) // EDITS, 1)
    for at in range(0, len(section.items), step):
        items = list(section.items)
        items[at] = replace(items[at], text=f"{items[at].text[:-1]}, and {at + 7} more.")
        brief = replace(brief, sections=(replace(section, items=tuple(items)), *brief.sections[1:]))
        start = time.perf_counter()
        count = checker.stale(brief, facts)
        middle = time.perf_counter()
        checker.run(brief, facts)
        assert count <= 2  # the edited claim, and the one edited before, back to what it was
        yield middle - start, time.perf_counter() - middle


def made(claims: int) -> tuple[Brief, Facts]:
    """Return a brief of news-like claims, each near to one of its three quotes, and what its rules are
    told.
    """
    rng = random.Random(claims)
    articles = [_article(rng) for _ in range(10)]
    shas = [text.sha256(a) for a in articles]
    sources = tuple(
        Source(f"s{n}", title=f"Article {n}", publisher="Example Wire", published="2020-03-13",
            accessed="2020-03-14",
               language="en", text_sha=sha, chars=len(articles[n]))
        for n, sha in enumerate(shas)
    )  # fmt: skip
    spans = [list(text.sentences(a)) for a in articles]
    items = []
    for number in range(claims):
        linked = []
        for nth in range(QUOTES):
            n = rng.randrange(len(articles))
            first = rng.randrange(len(spans[n]) - 1)
            span = (spans[n][first][0], spans[n][first + nth % 2][1])
            linked.append(Evidence(f"e{number}-{nth}", f"s{n}", anchor.describe(articles[n], span, shas[n])))
        near = linked[0].quote.exact.split()
        near[rng.randrange(len(near))] = str(rng.randint(1, 40))
        items.append(Claim(f"c{number}", f"{' '.join(near)} ({number})", evidence=tuple(linked)))
    actors = tuple(
        Actor(f"a{n}", name, (name.split()[-1],), "person", "minister") for n, name in enumerate(_WHO[:4])
    )
    brief = Brief(
        "b1",
        "Large",
        sections=(Section("s", "situation", items=tuple(items)),),
        sources=sources,
        actors=actors,
    )
    known = dict(zip(shas, articles, strict=True))
    return brief, Facts(verify(brief, known.__getitem__), {}, known.__getitem__, date(2020, 3, 20))


def _article(rng: random.Random) -> str:
    def sentence() -> str:
        what = rng.choice(_WHAT).format(rng.randint(2, 3999))
        return (
            f"{rng.choice(_WHO)} {rng.choice(_SAID)} {what}, and "
            f"{rng.choice(_WHAT).format(rng.randint(2, 3999))}."
        )

    return "\n\n".join(" ".join(sentence() for _ in range(5)) for _ in range(60))


if __name__ == "__main__":
    main()
