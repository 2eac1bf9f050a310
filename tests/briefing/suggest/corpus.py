"""Claims and the sentences that carry them: articles written for these tests, each claim under its sentence.

corpus/tuned served to set the weights and the tables of words; corpus/held was written before that, by the
same hand that wrote the tables, and only measures; corpus/fresh was written after the tables were closed.
corpus/desk came last, forty articles with two kinds of claims: "desk" under ">", as an analyst writes them
with the names and figures of the article; "far" under ">>", told in other words, half of them without one in
common.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
PARTS = ("tuned", "held", "fresh", "desk", "far")
_MARKS = {"far": ">> "}


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
    folder = FOLDER / ("desk" if part == "far" else part)
    return tuple(_read(path, _MARKS.get(part, "> ")) for path in sorted(folder.glob("*.txt")))


def _read(path: Path, mark: str) -> Article:
    text, last = "", (0, 0)
    right: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(mark):
            right.setdefault(line.removeprefix(mark), []).append(last)
        elif line.startswith(">"):
            continue  # a claim of the other kind
        elif not line:
            text = text.rstrip() + "\n\n"
        else:
            last = (len(text), len(text) + len(line))
            text += line + " "
    pairs = tuple(Pair(claim, tuple(spans)) for claim, spans in right.items())
    return Article(path.stem, text.rstrip() + "\n", pairs)
