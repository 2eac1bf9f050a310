"""The bench of claims against quotes: its tables, and precision and recall by kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.checks.support import KINDS, Cited, Mark, Named, compare

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
PUBLISHED = "2020-03-13"
NAMES = (
    Named("Hayat Tahrir al-Sham", ("HTS", "Nusra Front"), "group"),
    Named("Recep Tayyip Erdoğan", ("Erdogan",), "person"),
)


@dataclass(frozen=True)
class Pair:
    """A claim and its quotes; `flagged`: whether a finding of this kind is due."""

    kind: str
    flagged: bool
    claim: str
    quotes: tuple[Cited, ...]
    why: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.claim} ({self.why})"


@dataclass
class Score:
    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    silences: int = 0

    @property
    def precision(self) -> float:
        return self.hits / max(self.hits + self.false_alarms, 1)

    @property
    def recall(self) -> float:
        return self.hits / max(self.hits + self.misses, 1)


def pairs(name: str) -> tuple[Pair, ...]:
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return tuple(_pair(line) for line in lines if line and not line.startswith("#"))


def _pair(line: str) -> Pair:
    kind, verdict, claim, quotes, why = line.split(" | ")
    assert kind in KINDS, line
    assert verdict in ("flag", "pass"), line
    cited = tuple(_cited(number, words) for number, words in enumerate(quotes.split(" // ")))
    return Pair(kind, verdict == "flag", claim, cited, why)


def _cited(number: int, words: str) -> Cited:
    against = words.startswith("(against) ")
    words = words.removeprefix("(against) ")
    dated = re.match(r"\((\d{4}-\d\d-\d\d)\) ", words)
    return Cited(
        f"e{number}",
        words[dated.end() :] if dated else words,
        "contradicts" if against else "supports",
        dated[1] if dated else PUBLISHED,
        "en",
    )


def findings(pair: Pair) -> list[Mark]:
    return [mark for mark in compare(pair.claim, pair.quotes, NAMES) if mark.state != "found"]


def right(pair: Pair) -> bool:
    """Whether a due finding is of its kind, and a sound claim has none of any kind."""
    found = findings(pair)
    return any(mark.kind == pair.kind for mark in found) if pair.flagged else not found


def scores(table: Sequence[Pair]) -> dict[str, Score]:
    """Return, by kind: due findings made and missed, and sound claims with a finding of any kind and
    without.
    """
    found = {kind: Score() for kind in KINDS}
    for pair in table:
        score, good = found[pair.kind], right(pair)  # type: ignore[index]
        if pair.flagged:
            score.hits += good
            score.misses += not good
        else:
            score.silences += good
            score.false_alarms += not good
    return found  # type: ignore[return-value]
