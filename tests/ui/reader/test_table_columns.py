"""Rows of a table in the reader: columns begin at one place; the text and its offsets stay as they are."""

import pytest
from PySide6.QtTest import QTest

from tests.ui.reader.readers import filled, mark, point_in
from ui.reader.table_columns import of

ROWS = ("Harbour\tShips\tTons", "Velmora\t140\t9,310", "Saint Orla and the islands\t37\t812", "\t\tsince May")
TABLE = "\n".join(
    ["The count of the week, by harbour, as the office gave it.", *ROWS, "All of them are open."]
)


@pytest.mark.parametrize(
    ("rows", "room", "expected", "scale"),
    [
        (["a\tb", "aaaa\tb"], 100, [6], 1),
        (["a\tbbb\tc", "\tb"], 100, [3, 8], 1),
        (["aaaa\tbbbb\tcccc"], 12, [4.5, 9], 0.75),  # smaller letters make room
        (["a" * 50 + "\tb\tc", "a\tb\tc"], 30, [27, 29.25], 0.75),  # then the widest gives way
        (["a\tb" * 5], 2, [1.5, 3, 4.5, 6, 7.5], 0.75),
        (["\t" * 5_000], 396, [2 * n for n in range(1, 100)], 1),
        ([""], 10, [], 1),
    ],
    ids=range(7),
)
def test_columns_are_as_wide_as_their_widest_cell_as_far_as_there_is_room(
    rows: list[str], room: float, expected: list[float], scale: float
) -> None:
    found = of(rows, len, 2, room)
    assert found.scale == pytest.approx(scale)
    assert found.stops == pytest.approx(expected)


def _left(reader, words: str) -> float:
    at = TABLE.index(words)
    block = reader.article.document().findBlock(at)
    return block.layout().lineAt(0).cursorToX(at - block.position())[0]


def test_the_cells_of_a_column_begin_at_one_place(qtbot) -> None:
    reader = filled(qtbot, TABLE)
    reader.grab()
    assert _left(reader, "Ships") == _left(reader, "140") == _left(reader, "37")
    assert (
        _left(reader, "Tons") == _left(reader, "9,310") == _left(reader, "812") == _left(reader, "since May")
    )
    assert _left(reader, "140") > _left(reader, "Saint Orla") + 100


def test_the_text_of_a_table_is_the_source_text_and_a_cell_is_selected_by_its_offsets(qtbot) -> None:
    start = TABLE.index("9,310")
    reader = filled(qtbot, TABLE, marks=[mark("9,310", text=TABLE)])
    reader.article.select(start, start + 5)
    assert reader.article.text == TABLE
    assert reader.article.selection() == (start, start + 5)
    assert reader.article.marks_at(point_in(reader, "9,310", TABLE))


def test_columns_are_set_again_in_another_size(qtbot) -> None:
    reader = filled(qtbot, TABLE)
    reader.grab()
    before = _left(reader, "140")
    reader.set_font_scale(1.6)
    reader.grab()
    assert _left(reader, "140") == _left(reader, "37") != before


def test_a_table_of_thousands_of_rows_scrolls_to_its_end(qtbot) -> None:
    reader = filled(qtbot, "\n".join(f"row {n}\t{n}\tfigure" for n in range(5_000)))
    reader.article.verticalScrollBar().setValue(reader.article.verticalScrollBar().maximum())
    QTest.qWait(1)
    assert reader.article.blockCount() == 5_000
