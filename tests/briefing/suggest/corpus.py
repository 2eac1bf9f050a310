"""Claims and the sentences that carry them: articles written for these tests, each claim under its sentence.

corpus/tuned served to set the weights and the tables of words; corpus/held was written before that, by the
same hand that wrote the tables, and only measures; corpus/fresh was written after the tables were closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
PARTS = ("tuned", "held", "fresh")


@dataclass(frozen=True)
class Pair:
    """A claim and the spans of an article's text that carry it."""

    claim: str
    right: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    pairs: tuple[Pair, ...]


@cache
def articles(part: str) -> tuple[Article, ...]:
    """Return the articles of a part, by name."""
    return tuple(_read(path) for path in sorted((FOLDER / part).glob("*.txt")))


def _read(path: Path) -> Article:
    text, last = "", (0, 0)
    right: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            right.setdefault(line[2:], []).append(last)
        elif not line:
            text = text.rstrip() + "\n\n"
        else:
            last = (len(text), len(text) + len(line))
            text += line + " "
    pairs = tuple(Pair(claim, tuple(spans)) for claim, spans in right.items())
    return Article(path.stem, text.rstrip() + "\n", pairs)
