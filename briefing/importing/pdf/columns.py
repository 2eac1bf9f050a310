"""Columns, and what repeats at the head and foot of pages."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections import Counter, defaultdict

from briefing.importing.pdf.page_line import PageLine

_FEW = 8  # lines; on fewer no columns are looked for
_CROSSING = 0.2  # of the lines may cross the gutter between two columns: headings, the foot
_A_SIDE = 0.2  # of the lines stand on either side of it, at least
_WORDY = 12  # code points that the middle line of a column has: fewer, and it is a table
_OUTER = 3  # lines at head and foot that may repeat
_LONGEST = 60  # code points of a head or foot that changes its number; a longer line may be a note's
_LONE_NUMBER = re.compile(r"\W*(\d{1,4})\W*")
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")

_Margin = tuple[bool, str]  # whether it stands at the head, and its words with their numbers as “#”


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


def margins(pages: list[list[PageLine]]) -> tuple[list[set[int]], dict[str, int]]:
    """Return, for each page, the numbers of its lines that repeat at head or foot, and what they say.

    The second value maps the text of each, as first met, to the number of pages it stands on.
    """
    if len(pages) < 2:
        return [set() for _ in pages], {}
    outer = [{True: _outer(lines, True), False: _outer(lines, False)} for lines in pages]
    known = _repeated(pages, outer)
    taken: list[set[int]] = []
    repeated: dict[_Margin, list[str]] = defaultdict(list)
    for number, (lines, ends) in enumerate(zip(pages, outer, strict=True), start=1):
        mine: set[int] = set()
        for top, end in ends.items():
            for margin, i in _known_lines(lines, end, top, known).items():
                mine.add(i)
                repeated[margin].append(lines[i].text)
            if end and not mine.intersection(end) and _is_page_number(lines, end, number):
                mine.add(end[0])
                repeated[(top, "#")].append(lines[end[0]].text)
        taken.append(mine if len(mine) < len(lines) else set())
    return taken, {shown[0]: len(shown) for shown in repeated.values()}


def _repeated(pages: list[list[PageLine]], outer: list[dict[bool, list[int]]]) -> set[_Margin]:
    """Return what stands at one place on two pages and on two fifths of those with lines, at least."""
    places: dict[_Margin, list[float]] = defaultdict(list)
    for lines, ends in zip(pages, outer, strict=True):
        for top, end in ends.items():
            for words, base in {_key(lines[i].text): lines[i].base for i in end}.items():
                places[(top, words)].append(base)
    least = max(2, round(0.4 * sum(bool(lines) for lines in pages)))
    return {margin for margin, bases in places.items() if _at_one_place(bases) >= least}


def _known_lines(lines: list[PageLine], end: list[int], top: bool, known: set[_Margin]) -> dict[_Margin, int]:
    """Return the lines at one end of a page that are `known`, from the edge up to the first that is not."""
    found: dict[_Margin, int] = {}
    for i in end:
        margin = (top, _key(lines[i].text))
        if margin not in known or margin in found:
            break
        found[margin] = i
    return found


def _outer(lines: list[PageLine], top: bool) -> list[int]:
    """Return the outermost lines, from the edge of the page inwards."""
    upright = [i for i, line in enumerate(lines) if not line.aside]
    pick = heapq.nlargest if top else heapq.nsmallest
    return pick(_OUTER, upright, key=lambda i: lines[i].base)


def _is_page_number(lines: list[PageLine], end: list[int], number: int) -> bool:
    """Return whether the outermost line is the page's number alone: the first page often bears none."""
    found = _LONE_NUMBER.fullmatch(lines[end[0]].text)
    if found is None or int(found[1]) != number or len(end) < 2:
        return False
    return abs(lines[end[0]].base - lines[end[1]].base) > 1.5 * lines[end[1]].size


def _key(words: str) -> str:
    words = " ".join(words.lower().split())
    return _NUMBERS.sub("#", words) if len(words) <= _LONGEST else words


def _at_one_place(bases: list[float]) -> int:
    middle = sorted(bases)[len(bases) // 2]
    return sum(abs(base - middle) < 8 for base in bases)
