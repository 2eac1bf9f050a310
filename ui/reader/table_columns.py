"""Where the columns of a table begin whose rows are lines with tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_MOST_COLUMNS = 100
_LONGEST = 60  # letters of a cell that are measured: a longer one runs over
_SMALLEST = 0.75  # of the letters' size: smaller ones would not be read


@dataclass(frozen=True, slots=True)
class Columns:
    """The left edge of each column after the first, from the row's left; `scale`: of the letters' size."""

    stops: list[float]
    scale: float = 1.0


def of(rows: Sequence[str], width_of: Callable[[str], float], between: float, room: float) -> Columns:
    """Return the columns of a table, each as wide as its widest cell and `between` to the next.

    Where they need more than `room` the letters are smaller; where that is not enough the widest columns
    give way, and what is longer runs into the next one. All widths are in the unit of `width_of`.
    """
    widths = _widths(rows, width_of)
    parts = between * max(0, len(widths) - 1)
    scale = min(1.0, max(_SMALLEST, room / (sum(widths) + parts or 1.0)))
    widths = [scale * width for width in widths]
    most = _most(widths, room - scale * parts)
    found: list[float] = []
    left = 0.0
    for width in widths[:-1]:
        left += min(width, most) + scale * between
        found.append(left)
    return Columns(found, scale)


def _widths(rows: Sequence[str], width_of: Callable[[str], float]) -> list[float]:
    widths: list[float] = []
    for row in rows:
        cells = row.split("\t", _MOST_COLUMNS)[:_MOST_COLUMNS]
        widths += [0.0] * (len(cells) - len(widths))
        for number, cell in enumerate(cells):
            if cell:
                widths[number] = max(widths[number], width_of(cell[:_LONGEST]))
    return widths


def _most(widths: Sequence[float], room: float) -> float:
    """Return the width that no column may exceed for all of them to have room together."""
    rest, left = room, len(widths)
    for width in sorted(widths):
        share = max(rest, 0.0) / left
        if width > share:
            return share
        rest, left = rest - width, left - 1
    return max(widths, default=0.0)
