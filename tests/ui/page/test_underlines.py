"""Lines under the words of the page that a check speaks of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing import edits
from briefing.edits import Caret
from tests.ui.page.desks import page
from ui.look import colours
from ui.page.underlines import CheckedRow, Underline, brush_of
from ui.page.view import PageView
from ui.reader import paint

WORDS = "Hundreds were killed."


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = page()
    qtbot.addWidget(made)
    made.show()
    made.underlines.show({"c2": CheckedRow(WORDS, (Underline(0, 8, "error", "L3 How many?"),))})
    return made


def inside(view: PageView, row: str, offset: int) -> QPoint:
    cursor = view.textCursor()
    cursor.setPosition(view.block_of(row).position() + offset)
    return view.cursorRect(cursor).center() + QPoint(2, 0)


def test_a_check_says_its_words_over_the_words_it_means_and_only_there(view: PageView) -> None:
    assert view.underlines.tip_at(inside(view, "c2", 3)) == "L3 How many?"
    assert view.underlines.tip_at(inside(view, "c2", 14)) == ""


def test_two_findings_on_the_same_words_are_both_said_once(view: PageView) -> None:
    lines = (Underline(0, 8, "error", "one"), Underline(0, 13, "note", "two"), Underline(0, 8, "note", "one"))
    view.underlines.show({"c2": CheckedRow(WORDS, lines)})
    assert view.underlines.tip_at(inside(view, "c2", 3)) == "one\ntwo"


def test_nothing_is_painted_on_words_that_are_being_typed(qtbot: QtBot, view: PageView) -> None:
    view.set_caret(Caret("c2", len(WORDS)))
    QTest.keyClicks(view, "x")
    assert view.underlines.tip_at(inside(view, "c2", 3)) == ""
    view.undo()
    view.sync()


def test_a_row_that_is_gone_is_passed_over(view: PageView) -> None:
    view.underlines.show({"gone": CheckedRow("x", (Underline(0, 1, "error", "tip"),))})
    assert list(view.underlines._in_sight()) == []
    assert not view.grab().isNull()


def test_words_beyond_the_basic_plane_and_right_to_left_keep_their_place(view: PageView) -> None:
    words = "الهدنة هشة 😀 جدا"
    end = words.index("😀") + 1
    view.underlines.show({"c3": CheckedRow(words, (Underline(end - 1, end, "note", "a face"),))})
    found = list(view.underlines._in_sight())
    assert len(found) == 1
    assert all(rect.width() > 0 for rect in found[0][2])


def test_each_kind_has_a_line_of_its_own_in_both_themes() -> None:
    for table in (colours.LIGHT, colours.DARK):
        drawn = [brush_of(kind, table) for kind in ("error", "warning", "note", "found")]
        assert len(set(drawn)) == 4
        assert [brush.line for brush in drawn] == ["wave", "line", "dash", "dot"]


def test_of_a_claim_of_many_lines_only_those_in_sight_are_painted(view: PageView) -> None:
    words = "The road was shut on Monday, they said. " * 400
    view.desk.do("Write", edits.set_text, "c2", words.strip())
    text = view.block_of("c2").text()
    lines = tuple(Underline(i, i + 4, "note", f"{i}") for i in range(0, len(text) - 4, 40))
    view.underlines.show({"c2": CheckedRow(text, lines)})
    view.set_caret(Caret("c2", 8000))
    QTest.qWait(20)
    painted = [line.start for _, line, _ in view.underlines._in_sight()]
    at_caret = inside(view, "c2", 8002)
    assert view.viewport().rect().contains(at_caret)
    assert view.underlines.tip_at(at_caret) == "8000"
    assert painted[0] < 8000 < painted[-1]
    assert len(painted) < len(lines) / 2
    asked = paint._turns.cache_info().misses
    view.grab()
    assert paint._turns.cache_info().misses == asked, "the whole claim is searched for each line"
