"""The columns of a page, and the order in which they are read."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from briefing.importing.pdf.page_line import PageLine

_FEW = 8  # lines; on fewer no columns are looked for
_CROSSING = 0.2  # of the lines may cross the gutter between two columns: headings, the foot
_A_SIDE = 0.2  # of the lines stand on either side of it, at least
_WORDY = 12  # code points that the middle line of a column has: fewer, and it is a table


def ordered(lines: list[PageLine]) -> list[list[PageLine]]:
    """Return the page's lines as runs to be read one after the other: a column, or a band across."""
    gutters = _gutters(lines)
    if not gutters:
        return [lines] if lines else []
    runs: list[list[PageLine]] = []
    band: list[list[PageLine]] = [[] for _ in range(len(gutters) + 1)]
    for line in sorted(lines, key=lambda line: -line.base):
        column = bisect_right(gutters, line.left + 1)
        if column < len(gutters) and line.right > gutters[column] + 1:
            runs += [run for run in band if run]
            band = [[] for _ in range(len(gutters) + 1)]
            # Lines across that follow one another are one run.
            if runs and _crosses(runs[-1][-1], gutters):
                runs[-1].append(line)
            else:
                runs.append([line])
        else:
            band[column].append(line)
    return runs + [run for run in band if run]


def _crosses(line: PageLine, gutters: list[float]) -> bool:
    return any(line.left + 1 < gutter < line.right - 1 for gutter in gutters)


def _prose(lines: list[PageLine]) -> list[PageLine]:
    return [line for line in lines if not line.row]


def _gutters(lines: list[PageLine]) -> list[float]:
    """Return where columns after the first begin, from left to right; nothing on a page of one column."""
    lines = _prose(lines)
    if len(lines) < _FEW:
        return []
    starts = Counter([round(line.left) for line in lines])
    found: list[float] = []
    for place, count in sorted(starts.items()):
        if count < 3 or (found and place - found[-1] < 20):
            continue
        before = [len(line.text) for line in lines if line.right < place]
        after = [len(line.text) for line in lines if line.left >= place - 1]
        crossing = len(lines) - len(before) - len(after)
        if (
            crossing <= _CROSSING * len(lines)
            and min(len(before), len(after)) >= _A_SIDE * len(lines)
            and min(sorted(side)[len(side) // 2] for side in (before, after)) >= _WORDY
        ):
            found.append(place)
    return found
