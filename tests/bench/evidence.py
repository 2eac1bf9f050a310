"""How often the right sentence is suggested, on claims that others wrote: by words, and by a model too.

    uv run --all-extras -m tests.bench.evidence PAIRS.jsonl.gz [--model FOLDER] [--vectors FOLDER]

A line of the file: {"set", "claim", "quotes": [{"exact"}], "article"}. Where a pair has its article, the
claim is held against its sentences; the other quotes of a set are one pool, a line each.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.finder.vector_cache import VectorCache
from briefing.suggest import Ranker, load, suggest_in
from tests.bench.measure import row

LIMIT = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim, the text that it is held against, and the spans that carry it."""

    claim: str
    text: str
    right: tuple[tuple[int, int], ...]


def main() -> None:
    """Print the shares of claims with a right sentence first, among three, five and twenty."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--sets", nargs="+", default=["wice", "climate"])
    parser.add_argument("--model", type=Path)
    parser.add_argument("--vectors", type=Path, help="where vectors are kept from one run to the next")
    parser.add_argument("--every", type=int, default=1, help="each so many claims only")
    given = parser.parse_args()
    with gzip.open(given.pairs, "rt", encoding="utf-8") as file:
        pairs = [json.loads(line) for line in file]
    ranker = load(given.model, VectorCache(given.vectors) if given.vectors else None) if given.model else None
    for name in given.sets:
        asked = list(_asked([pair for pair in pairs if pair["set"] == name]))[:: given.every]
        _report(f"{name}, {len(asked)} claims, words", asked, None)
        if ranker is not None:
            _report(f"{name}, {len(asked)} claims, words and meaning", asked, ranker)


def _asked(pairs: Sequence[dict[str, Any]]) -> Iterator[Asked]:
    """Yield each claim once, with all the quotes that people gave for or against it."""
    pool = "\n".join(dict.fromkeys(_line(q["exact"]) for pair in pairs for q in pair["quotes"]))
    lines: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for pair in pairs:
        texts.setdefault(pair["claim"], pair["article"] or pool)
        lines.setdefault(pair["claim"], []).extend(q["exact"] for q in pair["quotes"])
    for claim, quotes in lines.items():
        if right := tuple(_places(texts[claim], quotes)):
            yield Asked(claim, texts[claim], right)


def _line(words: str) -> str:
    return " ".join(words.split())


def _places(text: str, quotes: Iterable[str]) -> Iterator[tuple[int, int]]:
    for quote in quotes:
        for words in (quote, _line(quote)):
            at = text.find(words)
            if at >= 0:
                yield at, at + len(words)
                break


def _report(name: str, asked: Sequence[Asked], ranker: Ranker | None) -> None:
    places = [_place(one, ranker) for one in asked]
    for within in (1, 3, 5, 20):
        share = sum(0 < place <= within for place in places) / max(1, len(places))
        row(f"{name}: right within {within}", share, "of 1")


def _place(one: Asked, ranker: Ranker | None) -> int:
    """Return the place of the first right sentence, 0 for none."""
    for place, found in enumerate(suggest_in(one.text, one.claim, LIMIT, ranker=ranker), 1):
        if any(found.start < end and start < found.end for start, end in one.right):
            return place
    return 0


if __name__ == "__main__":
    main()
