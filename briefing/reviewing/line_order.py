"""Which lines of two runs left, came and moved, so that nothing else stands in another order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

MOST_PAIRS = 9_000_000  # past these lines are counted, not matched in their order


def blocks(was: list[object], now: list[object]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the places of what left one run and of what came into the other, block by block; what moved is in
    both. Runs of more than MOST_PAIRS pairs give one block.
    """
    if was == now:
        return
    if len(was) * len(now) > MOST_PAIRS:
        yield _by_counts(was, now)
        return
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            yield list(range(a, b)), list(range(c, d))


def _by_counts(was: list[object], now: list[object]) -> tuple[list[int], list[int]]:
    """Return what went and what came, and of what stayed the least that must move for the order to be so."""
    left, here = Counter(was), Counter(now)
    lost, more = left - here, here - left
    gone = [n for n, one in enumerate(was) if lost[one] > 0 and not lost.subtract((one,))]
    new = [n for n, one in enumerate(now) if more[one] > 0 and not more.subtract((one,))]
    stayed: dict[object, deque[int]] = defaultdict(deque)
    for at in sorted({*range(len(was))}.difference(gone)):
        stayed[was[at]].append(at)
    kept = sorted({*range(len(now))}.difference(new))
    order = [stayed[now[at]].popleft() for at in kept]
    in_order = _longest_rising(order)
    return (
        sorted([*gone, *(at for at in order if at not in in_order)]),
        sorted([*new, *(at for at, old in zip(kept, order, strict=True) if old not in in_order)]),
    )


def _longest_rising(order: Sequence[int]) -> set[int]:
    """Return the members of a longest rising run of different numbers, in n log n steps (patience sorting,
    Schensted 1961).
    """
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for number in order:
        at = bisect_left(tops, number)
        before[number] = tops[at - 1] if at else None
        tops[at : at + 1] = [number]
    chosen: set[int] = set()
    last = tops[-1] if tops else None
    while last is not None:
        chosen.add(last)
        last = before[last]
    return chosen
