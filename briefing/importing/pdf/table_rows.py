"""Rows of tables on a PDF page: the cells that stand on one baseline, however they were drawn."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from briefing.importing.pdf.page_line import PageLine

_LEVEL = 0.5  # of the letters' height: baselines nearer than this are one row's
_BELOW = 0.2  # of the letters' height is under the baseline
_ALIGNED = 0.6  # of the letters' height: starts, ends or middles nearer than this are one column's
_CELLS = 3  # in a row that makes a table; rows with fewer belong to one that stands round them
_FEWEST_ROWS = 2
_LOOKED_BACK = 8  # rows a row is compared with
_MOST_COMPARED = 12  # rows that a line across columns is held against
_MOST_TABLES = 100  # of a page, each line across parting one in two
_STRAY = 2  # lines running across the columns, one after the other, that a table goes on behind
_APART = 4.0  # of the letters' height between two baselines: farther, and a table has ended
_FEW_CASELESS = 4  # lines in a script without small letters, from which they can be running text
_FIGURE = re.compile(r"[^\w\s]{0,4}\s?\d[\d.,:/\s\u2009\u202f–-]{0,20}[^\w\s]{0,3}(?:\s?[A-Za-z%]{1,3})?")
_WORDY = 12  # code points of the middle line of a column of prose
_COVERED = 0.1  # of the rows may cross the gap between two columns: headings over several
_MOST_COLUMNS = 60  # a level of more pieces is no row

_Level = list[int]


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page: its rows, and the numbers of the pieces they were made of."""

    rows: tuple[PageLine, ...]
    pieces: frozenset[int]


def tables(pieces: Sequence[PageLine]) -> list[PageTable]:
    """Return the tables that a page's pieces of text make, from the top.

    `pieces` are words with no wide gap between them. A row is a line whose cells are parted by tabs; a cell
    without words keeps its tab, and a line that goes on a cell stands below it in a row of its own. Columns
    of prose side by side are no table.
    """
    levels = _levels(pieces)
    if sum(_is_rich(pieces, level) for level in levels) < _FEWEST_ROWS:
        return []
    found: list[PageTable] = []
    for first, last in _bands(pieces, levels):
        band = levels[first : last + 1]
        if not _is_prose(pieces, band):
            found += _parts(pieces, band)
    return found[:_MOST_TABLES]


def with_tables(lines: list[PageLine], found: Sequence[PageTable]) -> list[PageLine]:
    """Return a page's lines in their order, those without words left out, each table between the lines above
    it and below it.
    """
    kept = [line for line in lines if line.text]
    places = sorted(((_place(kept, table.rows[0].base), n) for n, table in enumerate(found)), reverse=True)
    for place, number in places:
        kept[place:place] = found[number].rows
    return kept


def _place(lines: list[PageLine], top: float) -> int:
    """Return before which line a table goes so that the fewest lines stand on its wrong side."""
    wrong = best = sum(line.base > top for line in lines)
    place = 0
    for number, line in enumerate(lines, start=1):
        wrong += -1 if line.base > top else 1
        if wrong < best:
            best, place = wrong, number
    return place


def _levels(pieces: Sequence[PageLine]) -> list[_Level]:
    """Return the pieces by baseline, from the top, each baseline's in the order of reading."""
    levels: list[_Level] = []
    base = size = 0.0
    upright = [i for i, piece in enumerate(pieces) if piece.text and not piece.aside]
    for i in sorted(upright, key=lambda i: -pieces[i].base - pieces[i].size):
        mine = _baseline(pieces[i])
        if not levels or abs(base - mine) > _LEVEL * min(size, pieces[i].size):
            levels.append([])
            base, size = mine, pieces[i].size
        levels[-1].append(i)
    return [row for level in levels for row in _side_by_side(pieces, level)]


def _baseline(piece: PageLine) -> float:
    return piece.base + _BELOW * piece.size


def _side_by_side(pieces: Sequence[PageLine], level: _Level) -> list[_Level]:
    """Return a level's pieces from left to right, in two or more where one stands over another."""
    level.sort(key=lambda i: pieces[i].left)
    parts: list[_Level] = [[]]
    for i in level:
        if parts[-1] and pieces[i].left < pieces[parts[-1][-1]].right - 0.3 * pieces[i].size:
            parts.append([])
        parts[-1].append(i)
    return parts


def _is_rich(pieces: Sequence[PageLine], level: _Level) -> bool:
    """Return whether a level can be a row that makes a table: three cells, or words and a figure."""
    if len(level) == _CELLS - 1:
        label, figure = pieces[level[0]].text, pieces[level[1]].text
        return _FIGURE.fullmatch(figure) is not None and _FIGURE.fullmatch(label) is None
    return _CELLS <= len(level) <= _MOST_COLUMNS


def _bands(pieces: Sequence[PageLine], levels: list[_Level]) -> list[tuple[int, int]]:
    """Return the first and last level of each run of levels that is a table."""
    bands: list[tuple[int, int]] = []
    rich: list[int] = []
    stray = 0
    before: int | None = None
    for number, level in enumerate(levels):
        far = before is not None and _are_apart(pieces, levels[before], level)
        if rich and (far or stray > _STRAY):
            bands += _band(pieces, levels, rich)
            rich, stray = [], 0
        before = number
        if _is_rich(pieces, level):
            if rich and not any(_agree(pieces, levels[one], level) for one in rich[-_LOOKED_BACK:]):
                bands += _band(pieces, levels, rich)
                rich = []
            rich.append(number)
            stray = 0
        elif rich:
            crosses = _crosses(pieces, level, [levels[one] for one in rich[-_LOOKED_BACK:]])
            stray = stray + 1 if crosses else 0
    return _joined(bands + _band(pieces, levels, rich), levels)


def _band(pieces: Sequence[PageLine], levels: list[_Level], rich: list[int]) -> list[tuple[int, int]]:
    """Return where the table of these rows begins and ends, or nothing when they are too few."""
    pairs = all(len(levels[one]) < _CELLS for one in rich)
    if len(rich) < _FEWEST_ROWS + pairs:
        return []
    first, last = rich[0], rich[-1]
    ends = [levels[one] for one in rich[-_LOOKED_BACK:]]
    starts = [levels[one] for one in rich[:_LOOKED_BACK]]
    # A line that goes on a cell of the last row, below it.
    while last + 1 < len(levels) and _goes_on(pieces, levels[last], levels[last + 1], ends):
        last += 1
    while (
        first
        and len(levels[first - 1]) > 1
        and not _are_apart(pieces, levels[first - 1], levels[first])
        and not _crosses(pieces, levels[first - 1], starts)
    ):
        first -= 1
    return [(first, last)]


def _joined(bands: list[tuple[int, int]], levels: list[_Level]) -> list[tuple[int, int]]:
    """Return bands that share no level: what one ends with another does not begin with."""
    kept: list[tuple[int, int]] = []
    for first, last in bands:
        begin = max(first, kept[-1][1] + 1) if kept else first
        if begin <= last < len(levels):
            kept.append((begin, last))
    return kept


def _are_apart(pieces: Sequence[PageLine], above: _Level, below: _Level) -> bool:
    size = max(pieces[i].size for i in (*above, *below))
    return pieces[above[0]].base - pieces[below[0]].base > _APART * size


def _agree(pieces: Sequence[PageLine], one: _Level, two: _Level) -> bool:
    """Return whether two rows have columns in common: starts, ends or middles of cells, three or most.

    Of words and a figure, both are to be aligned, each on a side of its own.
    """
    near = _ALIGNED * pieces[two[0]].size
    aligned: list[set[int]] = []
    for side in (_left, _right, _middle):
        places = sorted(side(pieces[i]) for i in one)
        aligned.append({i for i in two if _is_near(places, side(pieces[i]), near)})
    if min(len(one), len(two)) < _CELLS:
        return len(one) == len(two) and len(aligned[0] | aligned[1]) == len(two)
    found = max(map(len, aligned))
    return found >= min(_CELLS, len(one), len(two)) or (found >= _CELLS - 1 and len(one) == len(two))


def _left(piece: PageLine) -> float:
    return piece.left


def _right(piece: PageLine) -> float:
    return piece.right


def _middle(piece: PageLine) -> float:
    return (piece.left + piece.right) / 2


def _is_near(places: list[float], at: float, near: float) -> bool:
    return bisect_right(places, at + near) > bisect_left(places, at - near)


def _crosses(pieces: Sequence[PageLine], level: _Level, rows: list[_Level]) -> bool:
    """Return whether a piece stands over two cells of each row: it is none of the table's cells."""
    return any(all(_stands_over(pieces, pieces[i], row) for row in rows) for i in level)


def _stands_over(pieces: Sequence[PageLine], piece: PageLine, row: _Level) -> bool:
    return sum(piece.left < pieces[i].right and piece.right > pieces[i].left for i in row) > 1


def _goes_on(pieces: Sequence[PageLine], above: _Level, level: _Level, rows: list[_Level]) -> bool:
    """Return whether a level below a table's end is of it: cells that begin where others do, or lines that
    go on cells, nearer in the first column, where a paragraph may follow.
    """
    piece = pieces[level[0]]
    step = pieces[above[0]].base - piece.base
    if _crosses(pieces, level, rows):
        return False
    first = min(pieces[row[0]].left for row in rows)
    inside = piece.left > first + 3 * piece.size
    if step < (1.6 if inside else 1.3) * piece.size:
        return True
    starts = sorted(pieces[i].left for row in rows for i in row)
    aligned = all(_is_near(starts, pieces[i].left, _ALIGNED * piece.size) for i in level)
    return step < 2.5 * piece.size and aligned and (inside or len(level) > 1)


def _is_prose(pieces: Sequence[PageLine], band: list[_Level]) -> bool:
    """Return whether two columns at least are running text: full lines of words that go on."""
    columns: list[list[PageLine]] = []
    cells = sorted((pieces[i] for level in band for i in level), key=_left)
    for cell in cells:
        if not columns or cell.left - columns[-1][0].left > cell.size:
            columns.append([])
        columns[-1].append(cell)
    return sum(_is_running(column, len(band)) for column in columns) > 1


def _is_running(column: list[PageLine], levels: int) -> bool:
    """Return whether most lines of a column are full, and go on in small letters or in a script without."""
    if len(column) < 0.5 * levels or median(len(cell.text) for cell in column) < _WORDY:
        return False
    widest = max(cell.right - cell.left for cell in column)
    full = sum(cell.right - cell.left > 0.75 * widest for cell in column)
    firsts = [cell.text[0] for cell in column]
    small = sum(first.islower() for first in firsts)
    caseless = sum(first.isalpha() and first.lower() == first.upper() for first in firsts)
    goes_on = small >= 0.2 * len(column) or (caseless >= 0.6 * len(column) and len(column) >= _FEW_CASELESS)
    return full >= 0.5 * len(column) and goes_on


def _parts(pieces: Sequence[PageLine], band: list[_Level]) -> list[PageTable]:
    """Return a table in the parts that lines running across its columns leave: those are no rows of it."""
    columns = _columns(pieces, band)
    kept = _within(pieces, band)
    runs = [list(run) for inside, run in groupby(range(len(band)), key=kept.__getitem__) if inside]
    return [
        PageTable(
            tuple(_row([pieces[i] for i in band[one]], columns) for one in run),
            frozenset(i for one in run for i in band[one]),
        )
        for run in runs
    ]


def _within(pieces: Sequence[PageLine], band: list[_Level]) -> list[bool]:
    """Return for each level whether it is a row: no line across the table, or going on one."""
    rich = [level for level in band if _is_rich(pieces, level)][:_MOST_COMPARED]
    kept: list[bool] = []
    across: PageLine | None = None
    for level in band:
        alone = pieces[level[0]] if len(level) == 1 else None
        goes_on = alone is not None and across is not None and _is_next_line(across, alone)
        across = alone if goes_on or (alone and _crosses(pieces, level, rich)) else None
        kept.append(across is None)
    return kept


def _is_next_line(above: PageLine, line: PageLine) -> bool:
    """Return whether a line goes on the one above it, which runs across a table."""
    return abs(line.left - above.left) < line.size and above.base - line.base < 1.5 * line.size


def _columns(pieces: Sequence[PageLine], band: list[_Level]) -> list[float]:
    """Return where each column after the first begins: behind a gap that hardly any row crosses."""
    rows = [level for level in band if _is_rich(pieces, level)]
    edges = sorted(
        edge
        for level in rows
        for i in level
        for edge in ((pieces[i].left, 1), (max(pieces[i].right, pieces[i].left + 0.1), -1))
    )
    most = _COVERED * len(rows)
    starts: list[float] = []
    covered = 0
    gap = True
    for place, step in edges:
        covered += step
        if covered <= most:
            gap = True
        elif gap:
            starts.append(place)
            gap = False
    return starts[1:_MOST_COLUMNS]


def _row(cells: list[PageLine], columns: list[float]) -> PageLine:
    """Return one row: its cells in the order of reading, a tab for each column between them."""
    text = ""
    at = 0
    for number, cell in enumerate(cells):
        column = bisect_right(columns, (cell.left + min(cell.right, cell.left + cell.size)) / 2)
        tabs = max(column - at, 1 if number else 0)
        text += "\t" * tabs + cell.text
        at += tabs
    size = max(cell.size for cell in cells)
    left, right = min(cell.left for cell in cells), max(cell.right for cell in cells)
    return PageLine(text, left, right, cells[0].base, size, row=True)
