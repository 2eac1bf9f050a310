"""Numbers of pages that follow one another, as their first and last."""

from __future__ import annotations

from collections.abc import Iterable


def page_runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as runs: 1, 2, 3, 7 as (1, 3) and (7, 7)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
