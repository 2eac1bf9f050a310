"""Which blocks of the page a change touches: a pure comparison of two lists of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.rows import Row


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows `[first, old_end)` of the old page become `[first, new_end)` of the new one.

    `restyled` are indexes in the new page, outside that range, whose node changed but not their place.
    """

    first: int
    old_end: int
    new_end: int
    restyled: tuple[int, ...]


def plan(old: Sequence[Row], new: Sequence[Row]) -> Plan:
    """Return the least stretch of rows to rebuild, and the rows that only changed inside."""
    first, most = 0, min(len(old), len(new))
    while first < most and _same_place(old[first], new[first]):
        first += 1
    tail = 0
    while tail < most - first and _same_place(old[-1 - tail], new[-1 - tail]):
        tail += 1
    old_end, new_end = len(old) - tail, len(new) - tail
    changed = [i for i in range(first) if old[i].node is not new[i].node]
    shift = len(old) - len(new)
    changed += [i for i in range(new_end, len(new)) if old[i + shift].node is not new[i].node]
    return Plan(first, old_end, new_end, tuple(changed))


def _same_place(one: Row, two: Row) -> bool:
    return one.id == two.id and one.kind == two.kind and one.depth == two.depth


def carried(offset: int, before: str, after: str) -> int:
    """Return where a caret stands in a row's new words, in code points: beside the same letters.

    One within the words that were replaced stands where they began to differ.
    """
    head, most = 0, min(len(before), len(after))
    while head < most and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    if offset <= head:
        return offset
    if offset >= len(before) - tail:
        return offset + len(after) - len(before)
    return head
