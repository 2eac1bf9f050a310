"""Sentences of ours in a text that a person may have gone on writing: found by their shapes, and brought up
to date.

A sentence that a person changed has no shape of ours any more, and is the person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftedPiece:
    """A drafted sentence where it stands, in code points; `shape` is its place among the shapes it was sought
    by.
    """

    start: int
    end: int
    shape: int
    words: str


@dataclass(frozen=True, slots=True)
class Put:
    """What a sentence of ours becomes: `words` is "" where it goes."""

    start: int
    end: int
    words: str


def pieces(words: str, shapes: Sequence[re.Pattern[str]]) -> tuple[DraftedPiece, ...]:
    """Return the sentences of ours in a text, in its order; none overlap."""
    found = [
        DraftedPiece(*match.span(), at, match.group())
        for at, shape in enumerate(shapes)
        for match in shape.finditer(words)
        if _apart(words, *match.span())
    ]
    found.sort(key=lambda piece: (piece.start, -piece.end))
    made: list[DraftedPiece] = []
    for piece in found:
        if not made or piece.start >= made[-1].end:
            made.append(piece)
    return tuple(made)


def _apart(words: str, start: int, end: int) -> bool:
    return (start == 0 or words[start - 1].isspace()) and (end == len(words) or words[end].isspace())


def is_ours(words: str, found: Sequence[DraftedPiece]) -> bool:
    """Whether nothing but sentences of ours stands in a text."""
    return bool(found) and not "".join(_between(words, found)).strip()


def _between(words: str, found: Sequence[DraftedPiece]) -> Iterator[str]:
    at = 0
    for piece in found:
        yield words[at : piece.start]
        at = piece.end
    yield words[at:]


def put(words: str, changes: Sequence[Put]) -> str:
    """Return a text with its sentences changed; the space before one that goes goes with it."""
    for change in sorted(changes, key=lambda c: c.start, reverse=True):
        before, after = words[: change.start], words[change.end :]
        if not change.words:
            before, after = before.rstrip(" "), after if before.strip() else after.lstrip(" ")
        words = f"{before}{change.words}{after}"
    return words
