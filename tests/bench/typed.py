"""True claims typed key by key: how many pauses raise a finding that is gone when the claim is finished.

Of the claims of the tables in tests/corpus that nothing is to be found in; or of `--pairs FILE`, lines of
`main.py compare` with "set" and "label" ("S" for a true one), packed by gzip or not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing import inline
from briefing.checks import CHECKS, Checker, Facts, half_typed
from briefing.checks.findings import Finding
from briefing.model import Brief, Claim, Evidence, Quote, Section, Source
from tests.bench.measure import row
from tests.briefing.checks.support.bench import CORPUS, PUBLISHED, pairs

MOST = 0.02
_SHA = "0" * 64


@dataclass(frozen=True)
class Typed:
    """A true claim with its quotes, each with the words before and after it."""

    claim: str
    quotes: tuple[tuple[str, str, str], ...]
    published: str = PUBLISHED
    article: str = ""


@dataclass
class Tally:
    """Of how many pauses: those with a finding that the finished claim lacks, all shown and those left."""

    pauses: int = 0
    before: int = 0
    after: int = 0

    def shares(self) -> tuple[float, float]:
        return self.before / max(self.pauses, 1), self.after / max(self.pauses, 1)


def own() -> tuple[Typed, ...]:
    """Return the true claims of the tables."""
    return tuple(
        Typed(pair.claim, tuple((quote.exact, quote.before, quote.after) for quote in pair.quotes))
        for table in sorted(CORPUS.glob("claims*.txt"))
        if table.name != "claims-languages.txt"
        for pair in pairs(table.name)
        if not pair.flagged
    )


def of_file(path: Path, sets: Sequence[str]) -> list[Typed]:
    """Return the true claims of a file of pairs, of all its sets where none is named."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    return [
        Typed(
            pair["claim"],
            tuple((q["exact"], q.get("before", ""), q.get("after", "")) for q in pair["quotes"]),
            pair.get("published", ""),
            pair.get("article", ""),
        )
        for pair in read
        if pair.get("label", "S") == "S" and (not sets or pair.get("set") in sets)
    ]


def replay(typed: Typed, *, each_key: bool) -> Tally:
    """Return what became of a pause at each key, or else before and after the space behind each word."""
    checker, tally = Checker(CHECKS), Tally()
    facts = Facts((), {}, lambda _sha: typed.article, date(2020, 3, 20))
    whole = inline.plain(typed.claim)
    last = {_place(finding) for finding in _loud(checker.run(_brief(typed, whole), facts))}
    for at in range(1, len(whole)):
        if not (each_key or whole[at].isspace() or whole[at - 1].isspace()):
            continue
        found = checker.run(_brief(typed, whole[:at]), facts)
        left = half_typed.shown(found, half_typed.HalfTyped("c1", whole[:at], at, paused=True))
        tally.pauses += 1
        tally.before += any(_place(finding) not in last for finding in _loud(found))
        tally.after += any(_place(finding) not in last for finding in _loud(left))
    return tally


def replay_all(claims: Sequence[Typed], *, each_key: bool = False) -> Tally:
    """Return the sum over claims."""
    tallies = [replay(typed, each_key=each_key) for typed in claims]
    return Tally(
        sum(t.pauses for t in tallies), sum(t.before for t in tallies), sum(t.after for t in tallies)
    )


def _loud(findings: Sequence[Finding]) -> Iterator[Finding]:
    return (f for f in findings if f.item_id == "c1" and f.severity != "note")


def _place(finding: Finding) -> tuple[str, str, str, tuple[int, int] | None]:
    return finding.rule, finding.kind, finding.about, finding.span


def _brief(typed: Typed, claim: str) -> Brief:
    evidence = tuple(
        Evidence(f"e{n}", "s1", Quote(exact, before, after, 0, _SHA))
        for n, (exact, before, after) in enumerate(typed.quotes)
    )
    return Brief(
        "b1",
        sections=(Section("s", "situation", items=(Claim("c1", claim, "reported", evidence),)),),
        sources=(Source("s1", published=typed.published, language="en", text_sha=_SHA),),
    )


def main() -> None:
    """Print the share of such pauses: all findings shown, and those that do not wait."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--sets", nargs="*", default=[])
    parser.add_argument("--sample", type=int, default=0, help="so many claims of each set, drawn by a seed")
    parser.add_argument("--each-key", action="store_true")
    given = parser.parse_args()
    for sets in [[name] for name in given.sets] or [[]]:
        claims = of_file(given.pairs, sets) if given.pairs else list(own())
        if given.sample and given.sample < len(claims):
            claims = random.Random(18).sample(claims, given.sample)
        tally = replay_all(claims, each_key=given.each_key)
        before, after = tally.shares()
        name = " ".join(sets) or "own tables"
        row(
            f"pauses that raise what goes again, {name} ({tally.pauses})",
            after,
            "",
            MOST,
            f"all: {before:.4f}",
        )


if __name__ == "__main__":
    main()
