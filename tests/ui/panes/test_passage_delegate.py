"""A passage in a list: some lines of its words, the found ones lit and in sight."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from briefing.text import Span
from ui.look import colours
from ui.models.hits import HitRow, hits_model
from ui.panes.passage_delegate import PassageDelegate, laid_out

LONG = "word " * 400 + "needle " + "word " * 400


def lit(words: str, spans: tuple[Span, ...], lines: int = 2) -> tuple[str, list[str]]:
    layout = laid_out(words, spans, QFont(), 300, lines, colours.LIGHT)
    shown = layout.text()
    units = shown.encode("utf-16-le")
    marks = [units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le") for f in layout.formats()]
    return shown, marks


@pytest.mark.parametrize(
    ("words", "spans", "marks"),
    [
        ("The ferry restarts", ((4, 9),), ["ferry"]),
        ("😀 The ferry and the ferry", ((6, 11), (20, 25)), ["ferry", "ferry"]),
        ("قال الوزير إن السد انهار", ((4, 10),), ["الوزير"]),
        ("Nothing found here", (), []),
    ],
    ids=["plain", "beyond the basic plane", "right to left", "none"],
)
def test_the_found_words_are_lit(words: str, spans: tuple[Span, ...], marks: list[str]) -> None:
    assert lit(words, spans) == (words, marks)


def test_a_long_passage_begins_near_the_first_found_word(qtbot: QtBot) -> None:
    shown, marks = lit(LONG, ((2000, 2006),))
    assert marks == ["needle"]
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 400


def test_there_are_no_more_lines_than_asked_for(qtbot: QtBot) -> None:
    assert laid_out(LONG, (), QFont(), 300, 2, colours.LIGHT).lineCount() == 2


def test_a_list_of_passages_is_painted_narrow_or_wide(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = hits_model(view)
    model.set_rows((HitRow("s1", 0, len(LONG), LONG, ((2000, 2006),), "Talks"),))
    view.setModel(model)
    view.setItemDelegate(PassageDelegate(2, view))
    view.show()
    for width in (60, 900):
        view.resize(width, 200)
        assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("words", "right"), [("أعلنت الحكومة", True), ("“שלום”", True), ("The ferry", False)]
)
def test_a_passage_from_right_to_left_stands_at_the_right(qtbot: QtBot, words: str, right: bool) -> None:
    layout = laid_out(words, (), QFont(), 300, 1, colours.LIGHT)
    assert (layout.lineAt(0).naturalTextRect().left() > 100) == right
