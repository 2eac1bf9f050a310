"""Every shortcut of the window works from within the page and the article, which have keys of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from tests.ui.windows import app, window, workspace_of
from ui.commands.table import ACTIONS
from ui.window import Window

__all__ = ["app", "window"]
SHORTCUTS = [
    (a.id, key) for a in ACTIONS for key in a.keys if a.id not in ("edit.cut", "edit.copy", "edit.paste")
]


@pytest.mark.parametrize("where", ["page", "article"])
def test_a_text_edit_leaves_the_windows_shortcuts_to_the_window(
    where: str, window: Window, sample_file: Path
) -> None:
    window.app.open(sample_file, window)
    ws = workspace_of(window)
    widget = ws.page if where == "page" else ws.reader.article
    swallowed = []
    for ident, key in SHORTCUTS:
        combination = QKeySequence(key)[0]  # type: ignore[index]
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers(), ""
        )
        event.ignore()
        QApplication.sendEvent(widget, event)
        if event.isAccepted():
            swallowed.append((ident, key))
    assert not swallowed
