"""The backups of a brief."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing.storage import Backup
from ui.dialogs.choose_backup import BackupsDialog

BRIEF = Path("/tmp/talks <b>.brief")
BACKUPS = [
    Backup(Path(f"/tmp/{n}.backup"), float(at), size)
    for n, at, size in (("old", 1000, 2048), ("new", 900000, 5000))
]


def dialog(qtbot: QtBot, backups: list[Backup]) -> BackupsDialog:
    made = BackupsDialog(BRIEF, backups)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_newest_backup_is_first_and_chosen(qtbot: QtBot) -> None:
    made = dialog(qtbot, BACKUPS)
    assert made.list.count() == 2
    assert made.list.item(1).text().endswith("2 KB")
    with qtbot.waitSignal(made.restore_requested) as told:
        made.open_button.click()
    assert told.args == [Path("/tmp/new.backup")]


def test_another_one_can_be_chosen(qtbot: QtBot) -> None:
    made = dialog(qtbot, BACKUPS)
    made.list.setCurrentRow(1)
    with qtbot.waitSignal(made.restore_requested) as told:
        made.list.itemActivated.emit(made.list.item(1))
    assert told.args == [Path("/tmp/old.backup")]


def test_closing_restores_nothing(qtbot: QtBot) -> None:
    made = dialog(qtbot, BACKUPS)
    with qtbot.assertNotEmitted(made.restore_requested):
        made.reject()


def test_without_backups_it_says_so(qtbot: QtBot) -> None:
    made = dialog(qtbot, [])
    assert not made.open_button.isEnabled()
    assert any("no backups of talks <b>.brief" in label.text() for label in made.findChildren(QLabel))
    with qtbot.assertNotEmitted(made.restore_requested):
        made.accept()
