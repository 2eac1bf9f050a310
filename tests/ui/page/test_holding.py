"""Caret, selection and view stay where they are when the brief changes beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing import edits
from briefing.edits import Caret
from briefing.model import Brief, Claim, Section
from tests.ui.page.desks import page
from ui.page.plan import carried
from ui.page.view import PageView

WORDS = "The road from the camp to the town was shut on Sunday, two witnesses said to the paper."
CLAIMS = tuple(Claim(f"c{i}", f"{i} {WORDS}") for i in range(80))
BRIEF = Brief("b1", "Roads", sections=(Section("s", "situation", "Situation", items=CLAIMS),))

OPERATIONS: tuple[tuple[str, Callable[[Brief], Brief]], ...] = (
    ("a line above grows", lambda b: edits.set_text(b, "c2", WORDS * 6)),
    ("a line above goes", lambda b: edits.remove_item(b, "c3")),
    ("lines come above", lambda b: edits.add_claim(b, "s", Claim("n1", WORDS * 3), "^")),
    ("a line below changes", lambda b: edits.set_text(b, "c60", "Short.")),
    ("a line comes below", lambda b: edits.add_claim(b, "s", Claim("n2", WORDS))),
    ("the title changes", lambda b: edits.set_field(b, "brief", "title", "Roads and bridges")),
    ("words before the caret change", lambda b: edits.set_text(b, "c40", f"Forty: {WORDS}")),
    ("words behind the caret change", lambda b: edits.set_text(b, "c40", f"40 {WORDS} More.")),
    ("words become bold", lambda b: edits.set_text(b, "c40", f"40 **{WORDS}**")),
    ("a claim is of another kind", lambda b: edits.set_field(b, "c40", "kind", "assessed")),
)


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = page(BRIEF)
    qtbot.addWidget(made)
    made.show()
    QTest.qWait(20)
    return made


def letters_at(view: PageView, at: int) -> str:
    return view.toPlainText()[at - 4 : at + 4]


def top_of(view: PageView, row: str) -> int:
    return view.cursorRect(QTextCursor(view.block_of(row))).top()


@pytest.mark.parametrize(("name", "edit"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_caret_selection_and_view_stay_when_the_brief_changes(
    view: PageView, name: str, edit: Callable[[Brief], Brief]
) -> None:
    view.set_caret(Caret("c40", 30), 20)
    QTest.qWait(5)
    cursor = view.textCursor()
    before = letters_at(view, cursor.anchor()), letters_at(view, cursor.position()), top_of(view, "c40")
    assert view.viewport().rect().contains(view.cursorRect())
    assert view.desk.do(name, edit)
    QTest.qWait(5)
    cursor = view.textCursor()
    after = letters_at(view, cursor.anchor()), letters_at(view, cursor.position()), top_of(view, "c40")
    assert after == before


@pytest.mark.parametrize(("name", "edit"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_a_view_that_was_scrolled_away_from_the_caret_stays(
    view: PageView, name: str, edit: Callable[[Brief], Brief]
) -> None:
    view.set_caret(Caret("c40", 30))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 3 * view.viewport().height() // 2)
    QTest.qWait(5)
    assert not view.viewport().rect().intersects(view.cursorRect())
    row = view.row_under(view.viewport().rect().topLeft())
    assert row is not None
    before = top_of(view, row.id)
    assert view.desk.do(name, edit)
    QTest.qWait(5)
    assert top_of(view, row.id) == before
    caret = view.caret()
    assert caret is not None
    assert caret.row == "c40"


def test_opening_a_brief_shows_its_top(view: PageView) -> None:
    assert view.verticalScrollBar().value() == 0
    assert view.caret() == Caret("title", 0)


@given(st.text("ab ", max_size=8), st.text("ab ", max_size=8), st.data())
def test_a_caret_is_carried_beside_its_letters(before: str, after: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(before)))
    now = carried(offset, before, after)
    assert 0 <= now <= len(after)
    assert carried(offset, before, before) == offset
    assert carried(offset, before, before + after) in (offset, offset + len(after))
