"""Windows and dialogs stand on their screen whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from pytestqt.qtbot import QtBot

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
