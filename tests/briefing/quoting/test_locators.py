"""Where in its source a quote stands: pages, slides, rows of sheets, times, by one record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Quote, Source
from briefing.quoting.locators import TIME_STEP, clock, labels_of, place_of, sheet_units


def _quote(start: int, exact: str = "abc", text_sha: str = "t") -> Quote:
    return Quote(exact, "", "", start, text_sha)


@pytest.mark.parametrize(
    ("start", "pages", "found"),
    [
        (0, (), ""),
        (0, (0, 10, 20), "p. 1"),
        (10, (0, 10, 20), "p. 2"),
        (8, (0, 10, 20), "pp. 1–2"),
        (7, (0, 10, 20), "p. 1"),
        (5, (0, 0, 20), "p. 2"),
        (25, (0, 10, 20), "p. 3"),
    ],
)
def test_a_quote_stands_on_its_pages(start: int, pages: tuple[int, ...], found: str) -> None:
    source = Source("s", text_sha="t", pages=pages)
    assert place_of(source, _quote(start)) == found
    assert place_of(source, _quote(start, text_sha="other")) == ""


# Two sheets: "Imports" with rows at 20, none, 30 and 40; "Exports" with one at 70.
SHEETS = (*sheet_units(0, (20, 30, 30, 40)), *sheet_units(60, (70,)))


@pytest.mark.parametrize(
    ("extractor", "pages", "start", "length", "found"),
    [
        ("pptx 1, python-pptx 1.0", (0, 30, 60), 31, 5, "slide 2"),
        ("pptx 1, python-pptx 1.0", (0, 30, 60), 31, 40, "slides 2–3"),
        ("csv 1", (0, 30, 60), 0, 40, "rows 1–2"),
        ("csv 1", (0, 30, 60), 61, 4, "row 3"),
        ("subtitles 1", (0, 0, 0, 40), 5, 3, "at 0:00:20"),
        ("subtitles 1", (0, 0, 0, 40), 38, 3, "at 0:00:20–0:00:30"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 0, 3, "sheet 1"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 22, 3, "sheet 1, row 1"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 30, 3, "sheet 1, row 3"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 22, 20, "sheet 1, rows 1–4"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 61, 3, "sheet 2"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 71, 3, "sheet 2, row 1"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 41, 31, "sheet 1, row 4 – sheet 2, row 1"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 0, 25, "sheet 1, row 1"),
        ("xlsx 1, openpyxl 3.1", SHEETS, 0, 35, "sheet 1, rows 1–3"),
        ("pdf 1, pypdfium2 5", (0, 30), 31, 3, "p. 2"),
        ("a reader of before", (0, 30), 31, 3, "p. 2"),
    ],
)
def test_what_a_place_is_called_depends_on_what_was_read(
    extractor: str, pages: tuple[int, ...], start: int, length: int, found: str
) -> None:
    source = Source("s", text_sha="t", extractor=extractor, pages=pages)
    assert place_of(source, _quote(start, "x" * length)) == found


@pytest.mark.parametrize(
    ("extractor", "pages", "labels"),
    [
        ("pdf 1", (0, 0, 9), [(0, "p. 1"), (0, "p. 2"), (9, "p. 3")]),
        ("pptx 1", (0, 9), [(0, "1"), (9, "2")]),
        ("subtitles 1", (0, 0, 9), [(0, "00:10"), (9, "00:20")]),
        ("xlsx 1", SHEETS, [(20, "1"), (30, "3"), (40, "4"), (70, "1")]),
        ("", (), []),
    ],
)
def test_the_margin_names_what_begins(
    extractor: str, pages: tuple[int, ...], labels: list[tuple[int, str]]
) -> None:
    assert list(labels_of(Source("s", extractor=extractor, pages=pages))) == labels


@given(st.lists(st.lists(st.integers(0, 5), max_size=6), min_size=1, max_size=4))
def test_each_row_of_each_sheet_is_found_again(sheets: list[list[int]]) -> None:
    """A row is its length, 0 for one without words; each stands on a line of its own."""
    at, units, wanted = 0, list[int](), list[tuple[int, str]]()
    for number, rows in enumerate(sheets, start=1):
        while rows and not rows[-1]:
            rows.pop()
        heading, at = at, at + len("Sheet: x") + 1
        starts = []
        for row, length in enumerate(rows, start=1):
            starts.append(at)
            if length:
                wanted.append((at, f"sheet {number}, row {row}"))
                at += length + 1
        units += sheet_units(heading, starts)
        at += 1
    source = Source("s", text_sha="t", extractor="xlsx 1", pages=tuple(units))
    assert [place_of(source, _quote(start, "x")) for start, _ in wanted] == [place for _, place in wanted]


def test_a_time_is_written_as_players_write_it() -> None:
    assert [clock(seconds) for seconds in (0, TIME_STEP, 3661)] == ["0:00:00", "0:00:10", "1:01:01"]
