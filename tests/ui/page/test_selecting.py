"""What a selection takes is what it shows: words of one claim, or of several on purpose; and what takes its
place.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import inline, lookup
from briefing.edits import Caret
from tests.ui.page.desks import brief, page
from tests.ui.page.test_typing import agree, compose, press, raw_break, texts
from ui.page.view import PageView

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ONE, TWO, THREE = "Patrols begin on Sunday.", "Hundreds were killed.", "الهدنة هشة 😀 جدا"


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = page()
    qtbot.addWidget(made)
    made.show()
    QTest.qWaitForWindowExposed(made)
    made.setFocus()
    return made


def point(view: PageView, row: str, offset: int) -> QPoint:
    cursor = QTextCursor(view.block_of(row))
    cursor.setPosition(cursor.position() + offset)
    return view.cursorRect(cursor).center()


def click(view: PageView, row: str, offset: int, times: int = 1) -> None:
    viewport, at = view.viewport(), point(view, row, offset)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    if times > 1:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    if times > 2:
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)


def drag(view: PageView, start: QPoint, end: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), viewport.mapToGlobal(QPointF(end)),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(viewport, move)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def select(view: PageView, start: Caret, end: Caret) -> None:
    """Select as Qt does it, ends and breaks as they come."""
    view.set_caret(start)
    first = view.textCursor().position()
    view.set_caret(end)
    cursor = view.textCursor()
    last = cursor.position()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def at(row: str, offset: int, *keys: tuple[Key, Qt.KeyboardModifier]) -> Callable[[PageView], None]:
    def act(view: PageView) -> None:
        view.set_caret(Caret(row, offset))
        for key, modifier in keys:
            press(view, key, modifier=modifier)

    return act


# Gesture, what is selected (rows apart by |), the claim that has the caret: the target of L.
GESTURES: dict[str, tuple[Callable[[PageView], None], str, str]] = {
    "double click": (lambda v: click(v, "c2", 11, 2), "were", "c2"),
    "triple click": (lambda v: click(v, "c2", 3, 3), TWO, "c2"),
    "triple click on the last claim": (lambda v: click(v, "c3", 3, 3), THREE, "c3"),
    "triple click on an actor": (lambda v: click(v, "a1", 3, 3), "Hulusi Akar (Akar) · minister", "a1"),
    "triple click on a statement": (lambda v: click(v, "c4", 3, 3), "Hopes for peace.", "c4"),
    "triple click on a judgement": (lambda v: click(v, "j1", 3, 3), "The truce holds", "j1"),
    "triple click on the title": (lambda v: click(v, "title", 2, 3), "Idlib", "title"),
    "a drag past the end": (
        lambda v: drag(v, point(v, "c1", 8), QPoint(590, point(v, "c1", 8).y())), "begin on Sunday.", "c1",
    ),
    "a drag to before the next": (
        lambda v: drag(v, point(v, "c1", 8), QPoint(2, point(v, "c2", 0).y())), "begin on Sunday.", "c1",
    ),
    "a drag into the next": (lambda v: drag(v, point(v, "c1", 8), point(v, "c2", 8)),
        "begin on Sunday.|Hundreds", "c2"),
    "a drag up from before a claim": (
        lambda v: drag(v, point(v, "c2", 0), point(v, "c1", 8)), "begin on Sunday.", "c1",
    ),
    "a drag up into the heading": (
        lambda v: drag(v, point(v, "c1", 7), point(v, "situation", 3)), "Patrols", "c1",
    ),
    "shift and right at the end": (at("c1", 24, (Key.Key_Right, SHIFT)), "", "c1"),
    "shift and left at the start": (at("c2", 0, (Key.Key_Left, SHIFT)), "", "c2"),
    "a word more at the end": (at("c1", 17, *[(Key.Key_Right, SHIFT | CONTROL)] * 4), "Sunday.", "c1"),
    "a word less at the start": (at("c2", 8, *[(Key.Key_Left, SHIFT | CONTROL)] * 4), "Hundreds", "c2"),
    "the line to its end": (at("c1", 8, (Key.Key_End, SHIFT)), "begin on Sunday.", "c1"),
    "the line to its start": (at("c1", 7, (Key.Key_Home, SHIFT)), "Patrols", "c1"),
    "the claim to its end": (at("c1", 8, *[(Key.Key_Down, SHIFT | CONTROL)] * 2), "begin on Sunday.", "c1"),
    "the claim to its start": (at("c1", 7, *[(Key.Key_Up, SHIFT | CONTROL)] * 2), "Patrols", "c1"),
    "a line down": (at("c1", 8, (Key.Key_Down, SHIFT)), "begin on Sunday.", "c1"),
    "two lines down": (at("c1", 8, *[(Key.Key_Down, SHIFT)] * 2), f"begin on Sunday.|{TWO}", "c2"),
    "two lines down and one back": (
        at("c1", 8, *[(Key.Key_Down, SHIFT)] * 2, (Key.Key_Up, SHIFT)), "begin on Sunday.", "c1",
    ),
    "a line up": (at("c2", 8, (Key.Key_Up, SHIFT)), "Hundreds", "c2"),
    "two lines up": (at("c2", 8, *[(Key.Key_Up, SHIFT)] * 2), f"{ONE}|Hundreds", "c1"),
    "two lines up and one back": (
        at("c2", 8, *[(Key.Key_Up, SHIFT)] * 2, (Key.Key_Down, SHIFT)), "Hundreds", "c2",
    ),
    "down over a heading": (
        at("c3", 16, *[(Key.Key_Down, SHIFT)] * 1), "Hulusi Akar (Akar) · minister", "a1",
    ),
    "all, once": (at("c2", 4, (Key.Key_A, CONTROL)), TWO, "c2"),
    "a row and its break, as Qt takes it": (lambda v: (v.set_caret(Caret("c2", 2)), raw_break(v))[1], TWO,
        "c2"),
    "a bare break": (lambda v: select(v, Caret("c1", 24), Caret("c2", 0)), "", "c2"),
    "a heading alone": (lambda v: select(v, Caret("situation", 0), Caret("situation", 5)), "", "situation"),
}  # fmt: skip


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_selection_is_what_it_shows_and_its_claim_is_the_target(view: PageView, gesture: str) -> None:
    act, words, row = GESTURES[gesture]
    act(view)
    cursor = view.textCursor()
    raw = cursor.selectedText().replace("\u2029", "|")
    if not gesture.startswith(("a row and", "a bare", "a heading")):  # these were put there without a gesture
        assert raw == words
    current = view.current_row()
    assert current is not None
    assert current.id == row
    start, end = view.selection()
    assert (start == end) == (not words)


@pytest.mark.parametrize("gesture", [name for name, (_, words, _) in GESTURES.items() if "|" not in words])
def test_typing_over_it_changes_that_claim_alone(view: PageView, gesture: str) -> None:
    act, words, row = GESTURES[gesture]
    act(view)
    was = {r.id: r.words(view.desk.brief) for r in view.rows}
    QTest.keyClicks(view, "X")
    view.flush()
    agree(view)
    now = {r.id: r.words(view.desk.brief) for r in view.rows}
    assert [ident for ident in was if now.get(ident) != was[ident]] == ([] if row == "situation" else [row])
    assert now.keys() == was.keys()
    if words:
        assert now[row] == was[row].replace(words, "X")
    assert [e.id for e in lookup.claim(view.desk.brief, "c1").evidence] == ["e1"]


def test_all_twice_is_all_of_the_page(view: PageView) -> None:
    at("c2", 4, (Key.Key_A, CONTROL), (Key.Key_A, CONTROL))(view)
    press(view, Key.Key_Delete)
    assert [s.title for s in view.desk.brief.sections] == ["Bottom line", "Situation", "Actors", "Outlook"]
    assert not [c for c in lookup.claims(view.desk.brief) if c.text]
    agree(view)


# Ways in which words come: each replaces what is selected in the same way.


def paste(view: PageView) -> None:
    data = QMimeData()
    data.setText("X")
    QApplication.clipboard().setMimeData(data)
    view.paste()


def commit(view: PageView) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString("X")
    QApplication.sendEvent(view, event)


WAYS: dict[str, Callable[[PageView], None]] = {
    "a key": lambda v: QTest.keyClicks(v, "X"),
    "an input method": commit,
    "an input method that shows its letters first": lambda v: compose(v, "x", "X"),
    "the clipboard": paste,
}
# Start, end, what is left of the situation.
SPANS: dict[str, tuple[Caret, Caret, list[str]]] = {
    "from word to word": (Caret("c1", 8), Caret("c2", 9), ["Patrols X", "were killed.", THREE]),
    "over one in between": (Caret("c1", 3), Caret("c3", 4), ["PatX", THREE[4:]]),
    "whole claims": (Caret("c1", 0), Caret("c2", 21), ["X", THREE]),
    "a claim and its break": (Caret("c1", 0), Caret("c2", 0), ["X", TWO, THREE]),
    "the end and the break": (Caret("c1", 8), Caret("c2", 0), ["Patrols X", TWO, THREE]),
    "to the end of the section": (Caret("c1", 8), Caret("c3", 16), ["Patrols X"]),
    "from the heading": (Caret("situation", 2), Caret("c2", 9), ["X", "were killed.", THREE]),
    "into the next heading": (Caret("c1", 8), Caret("actors", 3), ["Patrols X"]),
    "backwards": (Caret("c2", 9), Caret("c1", 8), ["Patrols X", "were killed.", THREE]),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("span", SPANS)
def test_words_over_several_claims_keep_the_first_with_its_quotes_and_the_break(
    view: PageView, span: str, way: str
) -> None:
    start, end, left = SPANS[span]
    select(view, start, end)
    WAYS[way](view)
    view.flush()
    assert [inline.plain(words) for words in texts(view)] == left
    assert [e.id for e in lookup.claim(view.desk.brief, "c1").evidence] == ["e1"]
    caret = view.caret()
    assert caret is not None
    assert (caret.row, caret.offset) == ("c1", len(left[0]))
    agree(view)
    view.desk.undo()
    assert view.desk.brief == brief()
    agree(view)


def test_deleting_over_several_claims_joins_what_is_left(view: PageView) -> None:
    select(view, Caret("c1", 8), Caret("c2", 9))
    press(view, Key.Key_Delete)
    assert [inline.plain(words) for words in texts(view)] == ["Patrols were killed.", THREE]
    agree(view)


def test_a_word_is_not_typed_into_a_heading(view: PageView) -> None:
    select(view, Caret("situation", 0), Caret("situation", 5))
    for way in WAYS.values():
        way(view)
    view.flush()
    assert view.desk.brief.sections[1].title == "Situation"
    agree(view)
