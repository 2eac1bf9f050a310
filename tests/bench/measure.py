"""How the benches measure and print: medians over several rounds, a figure against its target."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any


def seconds(act: Callable[[], Any], rounds: int = 5) -> float:
    """Return the median time of `act` in seconds, after one round that does not count."""
    act()
    return statistics.median(_once(act) for _ in range(rounds))


def _once(act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def percentile(values: list[float], part: float) -> float:
    """Return the value below which `part` (0 to 1) of the values lie."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(part * len(ranked)))]


def row(what: str, figure: float, unit: str, target: float | None = None, against: str = "") -> None:
    """Print one line: what, its figure, and whether it is within its target (less is better)."""
    verdict = "" if target is None else ("ok  " if figure <= target else "MISS") + f" target {target:g}"
    print(f"{what:<58}{figure:>10.3f} {unit:<6}{verdict:<20}{against}")
