"""Tables as lines of text: a row a line, its cells between bars; long cells keep their lines."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST_CELL = 300  # code points of a cell with several lines that still goes on the line of its row
_MOST_COLUMNS = 100

Cell = tuple[list[str], int]


def row_lines(cells: list[Cell]) -> list[str]:
    """Return the lines of one row. A cell is its lines and how many columns it covers.

    A cell without words keeps its place between the bars, so that figures stay under their headings.
    A row of one cell, and a row with a long cell of several lines (a page laid out as a table), keeps
    the lines as they are.
    """
    full = [([line for line in lines if line.strip()], span) for lines, span in cells]
    filled = [lines for lines, _ in full if lines]
    if len(cells) <= 1 and all(span <= 1 for _, span in cells):
        return filled[0] if filled else []
    if any(map(_is_laid_out, filled)):
        return [line for lines in filled for line in lines]
    line = " | ".join(_columns(full)).strip()
    return [line] if line else []


def tabbed(cells: Sequence[str]) -> str:
    """Return the line of a row of a sheet: its cells parted by tabs, the empty ones at its end left out."""
    return "\t".join(cells).rstrip("\t")


def _is_laid_out(lines: list[str]) -> bool:
    """Return whether a cell holds a text of several lines: the table is the layout of a page."""
    return len(lines) > 1 and sum(map(len, lines)) > _LONGEST_CELL


def _columns(cells: list[Cell]) -> list[str]:
    """Return the words of each column up to the last that has any; a cell's words stand in its first one."""
    columns: list[str] = []
    for lines, span in cells:
        columns.append(" ".join(" ".join(lines).split("\n")))
        columns.extend([""] * min(max(span, 1) - 1, _MOST_COLUMNS))
    while columns and not columns[-1]:
        columns.pop()
    return columns


def tidy(lines: list[str]) -> str:
    """Return lines as a text: no spaces at line ends, at most one empty line in a row, none at the ends."""
    kept: list[str] = []
    for line in "\n".join(lines).split("\n"):
        bare = line.rstrip()
        if bare or (kept and kept[-1]):
            kept.append(bare)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept)
