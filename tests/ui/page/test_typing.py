"""What keys do on the page, and that the document and the brief never part."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import inline, lookup
from briefing.edits import Caret
from briefing.rows import rows
from tests.ui.page.desks import brief, page
from tests.ui.windows import settle
from ui.page.row_blocks import row_runs
from ui.page.view import PageView

Key = Qt.Key


def agree(view: PageView) -> None:
    """The document shows the brief, row by row, word by word."""
    assert [row.id for row in view.rows] == [row.id for row in rows(view.desk.brief)]
    assert view.document().blockCount() == len(view.rows)
    for i, row in enumerate(view.rows):
        words = inline.text_of(row_runs(row, view.desk.brief.title))
        assert view.document().findBlockByNumber(i).text() == words


def texts(view: PageView, section: str = "situation") -> list[str]:
    return [item.text for item in lookup.section(view.desk.brief, section).items]


def press(view: PageView, *keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, modifier)


def raw_break(view: PageView) -> None:
    """Select a row and the break behind it, as Qt does of itself."""
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def compose(view: PageView, letters: str, word: str) -> None:
    """Type by an input method: letters that wait, then the word they stand for."""
    QApplication.sendEvent(view, QInputMethodEvent(letters, []))
    made = QInputMethodEvent("", [])
    made.setCommitString(word)
    QApplication.sendEvent(view, made)


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = page()
    qtbot.addWidget(made)
    made.show()
    return made


def test_typed_words_reach_the_brief_within_half_a_second(view: PageView, qtbot: QtBot) -> None:
    view.set_caret(Caret("c2", 0))
    QTest.keyClicks(view, "About ")
    assert texts(view)[1] == "Hundreds were killed."
    qtbot.waitUntil(lambda: texts(view)[1] == "About Hundreds were killed.", timeout=1500)


def test_typing_in_an_empty_section_makes_its_first_claim(view: PageView) -> None:
    press(view, Key.Key_Tab)
    QTest.keyClicks(view, "It begins")
    view.flush()
    assert texts(view, "bottom-line") == ["It begins"]
    QTest.keyClicks(view, " now")
    view.flush()
    assert texts(view, "bottom-line") == ["It begins now"]
    agree(view)


SPLITS = (
    ("in the middle", "c2", 8, ["Hundreds ", "were killed."]),
    ("at the end", "c2", 21, ["Hundreds were killed.", ""]),
    ("at the start", "c2", 0, ["", "Hundreds were killed."]),
)


@pytest.mark.parametrize(("where", "row", "offset", "expected"), SPLITS, ids=[s[0] for s in SPLITS])
def test_enter_makes_the_next_claim(
    view: PageView, where: str, row: str, offset: int, expected: list[str]
) -> None:
    view.set_caret(Caret(row, offset))
    press(view, Key.Key_Return)
    assert texts(view)[1:3] == expected
    agree(view)


def test_backspace_at_the_start_joins_and_the_evidence_is_kept(view: PageView) -> None:
    view.set_caret(Caret("c2", 0))
    press(view, Key.Key_Backspace)
    claim = lookup.claim(view.desk.brief, "c1")
    assert inline.plain(claim.text) == "Patrols begin on Sunday.Hundreds were killed."
    assert [e.id for e in claim.evidence] == ["e1"]
    assert view.caret() == Caret("c1", len("Patrols begin on Sunday."))
    agree(view)


def test_delete_at_the_end_joins_the_next(view: PageView) -> None:
    view.set_caret(Caret("c1", len("Patrols begin on Sunday.")))
    press(view, Key.Key_Delete)
    assert len(texts(view)) == 2
    agree(view)


def test_backspace_never_eats_a_heading(view: PageView) -> None:
    view.set_caret(Caret("c1", 0))
    press(view, Key.Key_Backspace)
    assert view.desk.brief == brief()
    agree(view)


def test_enter_twice_under_an_actor_begins_the_next_actor(view: PageView) -> None:
    view.set_caret(Caret("c4", len("Hopes for peace.")))
    press(view, Key.Key_Return, Key.Key_Return)
    QTest.keyClicks(view, "Erdogan")
    view.flush()
    assert [a.name for a in view.desk.brief.actors] == ["Hulusi Akar", "Erdogan"]
    press(view, Key.Key_Return)
    QTest.keyClicks(view, "Warns")
    view.flush()
    assert [s.text for s in view.desk.brief.actors[1].statements] == ["Warns"]
    agree(view)


def test_select_all_and_delete_keeps_the_headings(view: PageView) -> None:
    view.selectAll()
    press(view, Key.Key_Delete)
    assert [s.title for s in view.desk.brief.sections] == ["Bottom line", "Situation", "Actors", "Outlook"]
    agree(view)
    view.desk.undo()
    assert view.desk.brief == brief()
    agree(view)


def test_cut_and_paste_carries_the_evidence(view: PageView) -> None:
    view.set_caret(Caret("c1", 0))
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.cut()
    assert texts(view) == ["Hundreds were killed.", "الهدنة هشة 😀 جدا"]
    press(view, Key.Key_Tab)
    view.set_caret(Caret("blank:bottom-line", 0))
    view.paste()
    moved = lookup.section(view.desk.brief, "bottom-line").items[0]
    assert moved.text == "Patrols **begin** on Sunday."
    assert moved.evidence[0].quote.exact == "jointly patrolling"
    agree(view)


def test_pasting_lines_makes_a_claim_of_each(view: PageView) -> None:
    from ui.page import clipboard, transfer

    view.set_caret(Caret("c2", 21))
    transfer.insert_pieces(view, clipboard.pieces_of_text(" one\n\n- two\r\nthree 😀"))
    assert texts(view)[1:4] == ["Hundreds were killed.one", "two", "three 😀"]
    agree(view)


def test_undo_takes_typing_back_and_shows_where(view: PageView) -> None:
    view.set_caret(Caret("c2", 0))
    QTest.keyClicks(view, "Now ")
    view.set_caret(Caret("title", 0))
    view.desk.undo()
    assert view.desk.brief == brief()
    assert view.caret() == Caret("c2", 0)
    view.desk.redo()
    assert view.caret() == Caret("c2", 4)
    agree(view)


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt types letters there")
def test_a_letter_with_alt_is_for_the_menus_and_types_nothing(view: PageView) -> None:
    view.set_caret(Caret("c2", 0))
    before = texts(view)
    press(view, Key.Key_X, modifier=Qt.KeyboardModifier.AltModifier)
    view.flush()
    assert texts(view) == before
    press(view, Key.Key_X)
    view.flush()
    assert texts(view) != before


def test_it_does_not_type_when_the_brief_is_read_only(qtbot: QtBot) -> None:
    view = page(read_only=True)
    qtbot.addWidget(view)
    view.set_caret(Caret("c2", 0))
    QTest.keyClicks(view, "Now ")
    press(view, Key.Key_Return, Key.Key_Backspace, Key.Key_Delete)
    view.selectAll()
    press(view, Key.Key_Delete)
    assert view.desk.brief == brief()
    agree(view)


STEPS: dict[str, Callable[[PageView], object]] = {
    "type": lambda v: QTest.keyClicks(v, "ab "),
    "enter": lambda v: press(v, Key.Key_Return),
    "backspace": lambda v: press(v, Key.Key_Backspace),
    "delete": lambda v: press(v, Key.Key_Delete),
    "up": lambda v: press(v, Key.Key_Up),
    "down": lambda v: press(v, Key.Key_Down),
    "right": lambda v: press(v, Key.Key_Right, Key.Key_Right),
    "home": lambda v: press(v, Key.Key_Home),
    "end": lambda v: press(v, Key.Key_End),
    "tab": lambda v: press(v, Key.Key_Tab),
    "select": lambda v: press(v, Key.Key_Down, Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier),
    "shrink": lambda v: press(v, Key.Key_Up, modifier=Qt.KeyboardModifier.ShiftModifier),
    "select all": lambda v: press(v, Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier),
    "break": lambda v: raw_break(v),
    "compose": lambda v: compose(v, "n", "你"),
    "bold": lambda v: v.set_style("bold"),
    "undo": lambda v: v.desk.undo(),
    "redo": lambda v: v.desk.redo(),
    "flush": lambda v: v.flush(),
}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=30))
def test_whatever_the_keys_the_page_shows_the_brief_and_undo_leads_back(
    qapp: object, steps: list[str]
) -> None:
    view = page()
    try:
        for name in steps:
            STEPS[name](view)
            if not view.dirty:
                agree(view)
        view.flush()
        agree(view)
        end = view.desk.brief
        count = len(view.desk.session.past)
        while view.desk.session.past:
            view.desk.undo()
        assert view.desk.brief == brief()
        agree(view)
        for _ in range(count):
            view.desk.redo()
        assert view.desk.brief == end
        agree(view)
    finally:
        view.deleteLater()


def test_a_page_taller_than_its_window_is_written_once_when_fonts_change(view: PageView) -> None:
    view.resize(600, 150)
    settle(5)
    assert view.verticalScrollBar().maximum() > 0
    written: list[int] = []
    view.rebuild()
    settle(5)  # its scroll bar has gone and come again, and the rows were fitted to the width
    view.document().contentsChange.connect(lambda position, *_: written.append(position))
    settle(30)
    assert written == []
    assert not view.dirty
    agree(view)


def test_an_actors_line_stays_as_it_is_typed_until_it_is_left(view: PageView) -> None:
    select_row(view, "a1")
    for part in ("Hulusi ", "Akar (Akar)", ", ", "minister"):
        QTest.keyClicks(view, part)
        view.flush()
    assert view.textCursor().block().text() == "Hulusi Akar (Akar), minister"
    actor = lookup.actor(view.desk.brief, "a1")
    assert (actor.name, actor.aliases, actor.role) == ("Hulusi Akar", ("Akar",), "minister")
    view.set_caret(Caret("c1", 0))
    assert view.block_of("a1").text() == "Hulusi Akar (Akar) · minister"


def select_row(view: PageView, row: str) -> None:
    block = view.block_of(row)
    cursor = view.textCursor()
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
