"""What is written or asked about is in sight: lines below the caret, the whole of a judgement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.edits import Caret
from briefing.model import Claim, Item, Judgement
from tests.ui.page.desks import brief, page
from ui.page.view import PageView

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    base = brief()
    claims = tuple(Claim(f"k{n}", f"Claim {n} has words enough for a line of its own.") for n in range(40))
    judgements = tuple(Judgement(f"j{n}", f"Event {n} will come to pass.") for n in range(12))
    items: dict[str, tuple[Item, ...]] = {"situation": claims, "outlook": judgements}
    made = page(replace(base, sections=tuple(replace(s, items=items.get(s.id, ())) for s in base.sections)))
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    QTest.qWaitForWindowExposed(made)
    made.setFocus()
    return made


def free_lines(view: PageView) -> float:
    rect = view.cursorRect()
    return (view.viewport().height() - rect.bottom()) / rect.height()


def test_three_lines_stay_free_below_the_caret(view: PageView) -> None:
    view.set_caret(Caret("k0", 0))
    for _ in range(20):
        QTest.keyClick(view, Key.Key_Down)
        assert free_lines(view) >= 3
    QTest.keyClick(view, Key.Key_End)
    for _ in range(4):
        QTest.keyClick(view, Key.Key_Return)
        assert free_lines(view) >= 3
        QTest.keyClicks(view, "Words")
        assert free_lines(view) >= 3


def test_a_key_that_moves_nothing_moves_no_view(view: PageView) -> None:
    view.set_caret(Caret("k30", 0))
    view.verticalScrollBar().setValue(0)
    QTest.keyClick(view, Key.Key_Control)
    assert view.verticalScrollBar().value() == 0


def test_the_line_in_question_stays_in_sight_when_the_page_gets_lower(view: PageView) -> None:
    view.set_caret(Caret("k20", 0))
    view.resize(420, 180)
    assert view.viewport().rect().contains(view.rect_of("k20"))


def test_a_line_that_was_out_of_sight_stays_so_when_the_page_gets_lower(view: PageView) -> None:
    view.set_caret(Caret("k39", 0))
    view.verticalScrollBar().setValue(0)
    view.resize(420, 180)
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("row", ["j0", "j5", "j11"])
def test_a_judgement_is_shown_whole(view: PageView, row: str) -> None:
    view.set_caret(Caret(row, 0))
    for start in (0, view.verticalScrollBar().maximum()):
        view.verticalScrollBar().setValue(start)
        view.show_whole(row)
        assert view.viewport().rect().contains(view.rect_of(row))
        view.viewport().repaint()
        below = view.viewport().mapFromGlobal(view.margin.place_of(row, "indicators"))
        assert 0 < below.y() <= view.viewport().height()
