"""Any keys, clicks and actions in any order: nothing is logged, nothing raises, and the file holds what is
shown.
"""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QWidget,
)

from briefing import storage
from briefing.edits import Caret
from tests.ui.windows import app, settle, window, workspace_of
from ui.commands.table import ACTIONS
from ui.window import Window

__all__ = ["app", "window"]
pytestmark = pytest.mark.slow
# Those that leave the window, or hand something to another program.
AWAY = {"file.quit", "file.close", "file.new", "file.open", "file.print"}
KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_J, Qt.Key.Key_L, Qt.Key.Key_N,
)  # fmt: skip
WORDS = ("patrol ", "A convoy left. ", "*x*", "[a](b)", "<b>", "1 000")


def close_what_is_over_it() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu | QDialog) and widget.isVisible():
            widget.close()


def hands(window: Window, rng: random.Random) -> None:
    ws = workspace_of(window)
    match rng.randrange(7):
        case 0:
            ws.page.set_caret(Caret(rng.choice(ws.page.rows).id, rng.randrange(12)))
            QTest.keyClicks(ws.page, rng.choice(WORDS))
        case 1:
            QTest.keyClick(rng.choice((ws.page, ws.reader.article)), rng.choice(KEYS))
        case 2:
            window.actions_by_id[rng.choice([a.id for a in ACTIONS if a.id not in AWAY])].trigger()
        case 3:
            window.actions_by_id[rng.choice(("edit.undo", "edit.undo", "edit.redo"))].trigger()
        case 4:
            ws.sources.choose(rng.choice(ws.desk.brief.sources).id if ws.desk.brief.sources else "")
        case 5:
            shown = [b for b in ws.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
            QTest.mouseClick(rng.choice(shown), Qt.MouseButton.LeftButton)
        case _:
            close_what_is_over_it()


@pytest.mark.parametrize("seed", range(4))
def test_any_hands_leave_a_whole_brief(window: Window, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    for name in ("getText", "getItem"):
        monkeypatch.setattr(QInputDialog, name, lambda *_: ("", False))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (0, False))
    window.files.sample()
    settle(300)
    rng = random.Random(seed)
    for _ in range(250):
        hands(window, rng)
        settle(rng.choice((0, 0, 3)))
    close_what_is_over_it()
    settle(300)
    ws, path = workspace_of(window), window.path
    assert path is not None
    assert window.flush()
    brief = ws.desk.brief
    assert QWidget.close(window)
    kept = storage.open_brief(path)
    assert kept.brief == brief
    kept.store.close()
