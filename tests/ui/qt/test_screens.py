"""Windows and dialogs stand on their screen whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.dialogs.dialog import Dialog
from ui.dialogs.export import ExportDialog
from ui.qt.screens import fitted

SCREEN = QRect(8, 8, 1077, 598)  # 1366x768 at 125 %, less a margin


@pytest.mark.parametrize(
    ("wanted", "least", "given"),
    [
        (QRect(100, 100, 500, 300), QSize(), QRect(100, 100, 500, 300)),
        (QRect(0, 0, 1600, 1000), QSize(), SCREEN),
        (QRect(900, 500, 500, 300), QSize(), QRect(585, 306, 500, 300)),
        (QRect(-50, -60, 500, 300), QSize(), QRect(8, 8, 500, 300)),
        (QRect(0, 0, 400, 900), QSize(300, 700), QRect(8, 8, 400, 700)),
    ],
)
def test_a_window_is_made_small_enough_and_moved_onto_the_screen(
    wanted: QRect, least: QSize, given: QRect
) -> None:
    assert fitted(wanted, SCREEN, least) == given


def test_the_longest_dialog_can_be_made_to_fit_a_small_screen(qtbot: QtBot, tmp_path: Path) -> None:
    asked = ExportDialog(tmp_path / "out.docx", ())
    qtbot.addWidget(asked)
    assert asked.minimumSizeHint().height() < 480
    assert asked.sizeHint().height() > asked.minimumSizeHint().height()


def test_a_dialog_that_is_higher_than_its_screen_scrolls_and_keeps_its_buttons_in_reach(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.dialogs.dialog.room", lambda _window: QRect(8, 8, 400, 300))
    monkeypatch.setattr("ui.qt.screens.room", lambda _window: QRect(8, 8, 400, 300))
    asked = Dialog()
    column = QVBoxLayout(asked)
    fields = [QLineEdit() for _ in range(20)]
    pair = QHBoxLayout()
    for field in fields[:2]:
        pair.addWidget(field)
    column.addLayout(pair)
    for field in fields[2:]:
        column.addWidget(field)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    column.addWidget(buttons)
    fields[3].setFocus()
    qtbot.addWidget(asked)
    asked.show()
    assert asked.height() <= 300
    assert asked.rect().contains(buttons.geometry())
    area = asked.findChild(QScrollArea)
    assert area.isAncestorOf(fields[0])
    assert area.isAncestorOf(fields[19])
    assert not area.isAncestorOf(buttons)
    assert asked.focusWidget() is fields[3]
    asked.close()
    asked.show()
    assert len(asked.findChildren(QScrollArea)) == 1
