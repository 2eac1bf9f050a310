"""Where in its source a quote stands, as a reader looks it up: a page, a slide, a row of a sheet, a time.

The record is `Source.pages`: where each unit begins, in code points of the text. What a unit is, the first
word of `Source.extractor` says. Of several units that begin at one place all but the last are empty.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefing.model import Quote, Source

TIME_STEP = 10  # seconds of a recording in one unit of a transcript with times
# A sheet's heading begins a unit, and its second letter another: no row takes as little as one code point.
_SHEET_MARK = 1

Pages = Sequence[int]


@dataclass(frozen=True, slots=True)
class _PlaceNames:
    """How the units of a format are named: one, a run by its first and last, and all in a margin."""

    one: Callable[[Pages, int], str]
    several: Callable[[Pages, int, int], str]
    labels: Callable[[Pages], Iterator[str]]


def place_of(source: Source, quote: Quote) -> str:
    """Return where in its source a quote stands: "pp. 3–4", "slide 2", "sheet 1, row 14", "at 0:12:30".

    "" for a source without such places, and for a quote of another text.
    """
    if not source.pages or quote.text_sha != source.text_sha:
        return ""
    unit = _unit_of(source)
    first = bisect_right(source.pages, quote.start)
    last = max(first, bisect_right(source.pages, max(quote.start, quote.end - 1)))
    return unit.one(source.pages, first) if first == last else unit.several(source.pages, first, last)


def labels_of(source: Source) -> Iterator[tuple[int, str]]:
    """Yield where each unit begins (code points) and its name for the margin; of empty units only pages."""
    pages, unit = source.pages, _unit_of(source)
    for number, (start, label) in enumerate(zip(pages, unit.labels(pages), strict=True), start=1):
        if label and (unit is _PAGES or number == len(pages) or pages[number] > start):
            yield start, label


def sheet_units(heading: int, rows: Iterable[int]) -> Iterator[int]:
    """Yield the units of one sheet: its heading begins at `heading`, its rows at `rows`, from row 1 on.

    A row without words begins where the next one does; the last one has words, and an empty line follows it.
    """
    yield heading
    yield heading + _SHEET_MARK
    yield from rows


def clock(seconds: int) -> str:
    """Return a time in a recording: "0:12:30"."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _unit_of(source: Source) -> _PlaceNames:
    return _UNITS.get(source.extractor.partition(" ")[0], _PAGES)


def _counted(one: str, many: str, margin: str = "") -> _PlaceNames:
    """Return units that are counted, as pages are; `margin` stands before a number in the margin."""
    return _PlaceNames(
        lambda _, number: f"{one} {number}",
        lambda _, first, last: f"{many} {first}–{last}",
        lambda pages: (f"{margin} {number}".strip() for number in range(1, len(pages) + 1)),
    )


def _time(number: int) -> str:
    return clock((number - 1) * TIME_STEP)


def _cells(pages: Pages) -> Iterator[tuple[int, int]]:
    """Yield for each unit the number of its sheet and of its row there, 0 for a heading."""
    sheet, row = 0, 0
    for at, start in enumerate(pages):
        begins = at + 1 < len(pages) and pages[at + 1] - start == _SHEET_MARK
        ends = at > 0 and start - pages[at - 1] == _SHEET_MARK
        sheet, row = (sheet + 1, 0) if begins else (sheet, 0 if ends else row + 1)
        yield sheet, row


def _cell(pages: Pages, number: int) -> tuple[int, int]:
    return next(islice(_cells(pages), number - 1, None))


def _row(pages: Pages, number: int) -> str:
    sheet, row = _cell(pages, number)
    return f"sheet {sheet}, row {row}" if row else f"sheet {sheet}"


def _rows(pages: Pages, first: int, last: int) -> str:
    (sheet, row), (to_sheet, to_row) = _cell(pages, first), _cell(pages, last)
    if sheet != to_sheet:
        return f"{_row(pages, first)} – {_row(pages, last)}"
    from_row = max(row, min(to_row, 1))  # a heading is the first row's
    return _row(pages, last) if from_row == to_row else f"sheet {sheet}, rows {from_row}–{to_row}"


_PAGES = _counted("p.", "pp.", "p.")
_UNITS = {
    "pptx": _counted("slide", "slides"),
    "csv": _counted("row", "rows"),
    "xlsx": _PlaceNames(_row, _rows, lambda pages: (str(row or "") for _, row in _cells(pages))),
    "subtitles": _PlaceNames(
        lambda _, number: f"at {_time(number)}",
        lambda _, first, last: f"at {_time(first)}–{_time(last)}",
        lambda pages: (_time(number).removeprefix("0:") for number in range(1, len(pages) + 1)),
    ),
}
