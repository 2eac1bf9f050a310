"""Tables of PDFs: a row is a line whatever the order of drawing, cells parted by tabs; prose stays prose."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from briefing.importing.common.parsed import Hints
from briefing.importing.pdf.page_line import PageLine
from briefing.importing.pdf.read_pdf import read
from briefing.importing.pdf.table_rows import tables
from tests.briefing.importing.corpus.pdf_maker import Sheet, pdf, wrapped

Grid = list[list[str]]

_HARBOURS: Grid = [
    ["Harbour", "Ships", "Tons", "State"],
    ["Velmora", "140", "9,310", "open"],
    ["Saint Orla", "37", "812", "closed"],
    ["Nordhaven", "9", "1,077", "open"],
    ["Lindow", "210", "20,040", "open"],
]
_LEFTS = (60, 190, 290, 400)
_PROSE = (
    "The ministry said on Tuesday that twelve people had died when the upper gate of the dam gave way after "
    "three days of rain, and that officials in the valley had counted four hundred houses under water. "
)


def _cells(grid: Grid, top: float = 700) -> list[tuple[float, float, str]]:
    return [
        (left, top - 16 * number, text)
        for number, row in enumerate(grid)
        for left, text in zip(_LEFTS, row, strict=False)
        if text
    ]


def _by_rows(grid: Grid) -> list[tuple[float, float, str]]:
    return _cells(grid)


def _by_columns(grid: Grid) -> list[tuple[float, float, str]]:
    return sorted(_cells(grid), key=lambda cell: cell[0])


def _to_and_fro(grid: Grid) -> list[tuple[float, float, str]]:
    return sorted(_cells(grid), key=lambda cell: (-cell[1], cell[0] if cell[1] % 32 else -cell[0]))


def _shuffled(grid: Grid) -> list[tuple[float, float, str]]:
    return random.Random(5).sample(_cells(grid), len(_cells(grid)))


def _drawn(cells: list[tuple[float, float, str]], sheet: Sheet | None = None) -> Sheet:
    sheet = sheet or Sheet()
    for left, base, text in cells:
        sheet.line(left, base, text)
    return sheet


def _lines(sheet: Sheet) -> list[str]:
    return read(pdf([sheet]), Hints()).text.split("\n")


@pytest.mark.parametrize(
    "draw", [_by_rows, _by_columns, _to_and_fro, _shuffled], ids=lambda draw: draw.__name__
)
def test_a_row_is_a_line_in_whatever_order_its_cells_are_drawn(
    draw: Callable[[Grid], list[tuple[float, float, str]]],
) -> None:
    assert _lines(_drawn(draw(_HARBOURS))) == ["\t".join(row) for row in _HARBOURS]


def test_a_cell_without_words_keeps_its_tab() -> None:
    grid = [[*row] for row in _HARBOURS]
    grid[1][1] = grid[3][0] = grid[4][3] = ""
    assert _lines(_drawn(_by_columns(grid))) == ["\t".join(row).rstrip("\t") for row in grid]


def test_a_line_that_goes_on_a_cell_stands_under_it() -> None:
    cells = [*_by_rows(_HARBOURS), (400, 625, "since May"), (60, 560, "North")]
    assert _lines(_drawn(cells))[-3:] == ["Lindow\t210\t20,040\topen", "\t\t\tsince May", "North"]


def test_a_table_on_a_turned_page_keeps_its_rows() -> None:
    sheet = Sheet(842, 595, keys="/Rotate 90")
    for left, base, text in _by_columns(_HARBOURS):
        sheet.line(900 - base, left, text, turned=True)
    assert _lines(sheet) == ["\t".join(row) for row in _HARBOURS]


def test_prose_round_a_table_is_joined_as_ever_and_stays_in_its_place() -> None:
    sheet = Sheet()
    above, below = _PROSE.strip(), f"After the count {_PROSE.strip()}"
    _drawn(_by_columns(_HARBOURS), sheet)  # the table is drawn first of all
    sheet.lines(60, 790, wrapped(above, 75))
    sheet.lines(60, 600, wrapped(below, 75))
    assert _lines(sheet) == [above, *("\t".join(row) for row in _HARBOURS), below]


def test_lines_across_the_columns_are_no_rows() -> None:
    sheet = _drawn(_by_rows(_HARBOURS[:3]))
    note = f"Note on the figures above. {_PROSE.strip()}"
    bottom = sheet.lines(60, 654, wrapped(note, 75))
    _drawn(_cells(_HARBOURS[3:], bottom - 6), sheet)
    assert _lines(sheet) == [
        *("\t".join(row) for row in _HARBOURS[:3]),
        note,
        *("\t".join(row) for row in _HARBOURS[3:]),
    ]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("by_rows", [True, False])
def test_columns_of_prose_are_read_one_after_the_other(count: int, by_rows: bool) -> None:
    texts = [f"{start} {_PROSE * 2}".strip() for start in ("First", "Second", "Third")[:count]]
    columns = [wrapped(text, 27) for text in texts]
    sheet = Sheet()
    places = [
        (60.0 + 175 * number, 740.0 - 12 * i, line)
        for number, column in enumerate(columns)
        for i, line in enumerate(column)
    ]
    _drawn(sorted(places, key=lambda place: -place[1]) if by_rows else places, sheet)
    assert " ".join(_lines(sheet)) == " ".join(texts)


def test_words_and_a_figure_are_a_row_where_three_follow_one_another() -> None:
    grid = [
        ["Velmora", "140"],
        ["Saint Orla and the islands", "37"],
        ["Nordhaven", "9,310"],
        ["Lindow", "2 %"],
    ]
    cells = [(left, 700.0 - 16 * n, words) for n, row in enumerate(grid) for left, words in ((60.0, row[0]),
        (400.0 - 6 * len(row[1]), row[1]))]  # fmt: skip
    assert _lines(_drawn(cells)) == ["\t".join(row) for row in grid]
    assert "\t" not in "".join(_lines(_drawn(cells[:4])))


def test_a_list_of_contents_with_dots_is_no_table() -> None:
    entries = [f"{number} {title} {'. ' * (30 - len(title) // 2)}{number * 7}" for number, title in
        enumerate(("Introduction", "The gates", "The boats of the valley", "Index"), start=1)]  # fmt: skip
    sheet = Sheet()
    sheet.lines(60, 700, entries)
    assert not any("\t" in line for line in _lines(sheet))


def test_three_rows_in_a_script_without_small_letters_are_a_table() -> None:
    grid = [
        ["姓名与号码", "采样时间: 2021-06-04 09:00", "送检时间: 2021-06-04"],
        ["住院与门诊号", "临床诊断: 无特别的说明文字", "实验编号: 未填写"],
        ["样本的类型", "样本状态: 正常的抗凝血样本", "检验方法: 仪器法"],
    ]
    cells = [
        (60.0 + 170 * i, 700.0 - 16 * n, words) for n, row in enumerate(grid) for i, words in enumerate(row)
    ]
    assert _lines(_drawn(cells)) == ["\t".join(row) for row in grid]


def test_two_columns_of_items_are_no_table() -> None:
    items = [f"{number}. {_PROSE[:90].strip()} {number}" for number in range(1, 7)]
    sheet = Sheet()
    for number, item in enumerate(items):
        y = 740 - 75 * (number % 3)
        sheet.line(60 + 260 * (number // 3), y, item[:2])
        sheet.lines(85 + 260 * (number // 3), y, wrapped(item[3:], 30))
    assert not any("\t" in line for line in _lines(sheet))


def test_words_and_offsets_of_pages_are_those_of_the_text() -> None:
    sheets = [_drawn(_by_columns(_HARBOURS)), _drawn(_by_columns(_HARBOURS[:0:-1]))]
    parsed = read(pdf(sheets), Hints())
    assert parsed.text[parsed.pages[1] :].split("\n")[0] == "\t".join(_HARBOURS[-1])


def _pieces(number: int, columns: int, *, across: bool) -> list[PageLine]:
    pieces = []
    for i in range(number):
        row, column = divmod(i, columns)
        pieces.append(PageLine("a b", 20.0 * column, 20.0 * column + 9, -3.0 * row, 2.0))
        if across:
            pieces.append(PageLine("across", 0.0, 20.0 * columns, -3.0 * row - 1.5, 2.0))
    return pieces


@pytest.mark.parametrize("columns", [3, 60, 61, 5_000])
@pytest.mark.parametrize("across", [True, False])
def test_a_page_of_thirty_thousand_pieces_takes_bounded_work(columns: int, across: bool) -> None:
    before = time.process_time()
    tables(_pieces(15_000 if across else 30_000, columns, across=across))
    assert time.process_time() - before < 10
