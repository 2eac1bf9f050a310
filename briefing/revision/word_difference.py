"""A word-level comparison of two texts: paragraphs first, then words within the paragraphs that changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from briefing.text import Span

Kind = Literal["equal", "changed", "added", "removed"]
Runs = Iterator[tuple[bool, int, int]]

# A word with the space after it; punctuation and line ends stand alone.
_WORD = re.compile(r"\w+ ?|[^\w\s] ?|\s")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# The comparison keeps one bit per pair of words: 32 MB at most.
_CELLS = 256_000_000
_GRAM = 3


@dataclass(frozen=True, slots=True)
class Hunk:
    """A run of words that is equal, or differs: `old` and `new` are spans in code points of either text."""

    kind: Kind
    old: Span
    new: Span


def compare(old: str, new: str) -> tuple[Hunk, ...]:
    """Return the hunks from `old` to `new`, in order and without gaps in either text.

    An equal hunk has the same characters in both. Two texts of 1 MB take well under a second unless
    nearly all their words differ; a stretch too large to compare word by word is one changed hunk.
    """
    before, after = _LINE.findall(old), _LINE.findall(new)
    runs: list[tuple[bool, int, int]] = []
    for same, lines_old, lines_new in _align(before, after, 0):
        left, right = before[lines_old.start : lines_old.stop], after[lines_new.start : lines_new.stop]
        if same:
            size = sum(map(len, left))
            runs.append((True, size, size))
        else:
            runs.extend(_words("".join(left), "".join(right)))
    return tuple(_hunks(runs))


def _words(old: str, new: str) -> Runs:
    left, right = _WORD.findall(old), _WORD.findall(new)
    at_left, at_right = [0, *accumulate(map(len, left))], [0, *accumulate(map(len, right))]
    for same, a, b in _align(left, right, 0):
        yield same, at_left[a.stop] - at_left[a.start], at_right[b.stop] - at_right[b.start]


def _hunks(runs: Iterable[tuple[bool, int, int]]) -> Iterator[Hunk]:
    """Join neighbours of one sort; what was taken out and put in at one place is one change."""
    merged: list[tuple[bool, int, int]] = []
    for same, a, b in runs:
        if merged and merged[-1][0] == same:
            _, was_a, was_b = merged.pop()
            a, b = a + was_a, b + was_b
        if a or b:
            merged.append((same, a, b))
    i = j = 0
    for same, a, b in merged:
        kind: Kind = "equal" if same else "changed" if a and b else "added" if b else "removed"
        yield Hunk(kind, (i, i + a), (j, j + b))
        i, j = i + a, j + b


def _align(left: Sequence[str], right: Sequence[str], depth: int) -> Iterator[tuple[bool, range, range]]:
    """Yield runs (same, places in left, places in right) that cover both lists."""
    head = _shared(left, right)
    tail = _shared(left[head:][::-1], right[head:][::-1])
    i, j = len(left) - tail, len(right) - tail
    yield True, range(head), range(head)
    yield from _moved_on(_middle(left[head:i], right[head:j], depth), head)
    yield True, range(i, len(left)), range(j, len(right))


def _middle(left: Sequence[str], right: Sequence[str], depth: int) -> Iterator[tuple[bool, range, range]]:
    if not left or not right:
        yield False, range(len(left)), range(len(right))
    elif len(left) * len(right) <= _CELLS:
        yield from _opcodes(left, right)
    else:
        yield from _between_landmarks(left, right, depth)


def _opcodes(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[bool, range, range]]:
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    a = [numbers.setdefault(word, len(numbers)) for word in left]
    b = [numbers.setdefault(word, len(numbers)) for word in right]
    i = j = 0
    # Between equal blocks all is one change; the last block is empty and stands at the ends.
    for block in Indel.opcodes(a, b).as_matching_blocks():
        yield False, range(i, block.a), range(j, block.b)
        i, j = block.a + block.size, block.b + block.size
        yield True, range(block.a, i), range(block.b, j)


def _between_landmarks(
    left: Sequence[str], right: Sequence[str], depth: int
) -> Iterator[tuple[bool, range, range]]:
    """Split at runs of words that stand once in either list and in the same order (patience diff)."""
    i = j = 0
    marks = _landmarks(left, right) if depth < 2 else []
    for a, b in [*marks, (len(left), len(right))]:
        if (a - i) * (b - j) > _CELLS and not marks:
            yield False, range(i, a), range(j, b)
        else:
            for same, x, y in _align(left[i:a], right[j:b], depth + 1):
                yield same, range(x.start + i, x.stop + i), range(y.start + j, y.stop + j)
        i, j = a, b


def _landmarks(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    places_left, places_right = _unique(left), _unique(right)
    pairs = sorted((place, places_right[gram]) for gram, place in places_left.items() if gram in places_right)
    # Some hundred landmarks are enough to make the pieces small.
    return _rising(pairs)[:: max(1, len(pairs) // 512)]


def _unique(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    grams = list(zip(*(words[k:] for k in range(_GRAM)), strict=False))
    counts = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if counts[gram] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest subsequence whose second numbers rise."""
    from bisect import bisect_left

    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for at, (_, value) in enumerate(pairs):
        pile = bisect_left(ends, value)
        before.append(tops[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(value)
            tops.append(at)
        else:
            ends[pile], tops[pile] = value, at
    found: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many first elements are the same."""
    if left == right:
        return len(left)
    return next(
        (n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )


def _moved_on(runs: Iterable[tuple[bool, range, range]], by: int) -> Iterator[tuple[bool, range, range]]:
    for same, a, b in runs:
        yield same, range(a.start + by, a.stop + by), range(b.start + by, b.stop + by)
