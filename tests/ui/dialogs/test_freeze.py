"""The question before an edition is frozen while something stands."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing.checks import Stands
from briefing.checks.findings import Finding
from ui.dialogs.freeze import FreezeDialog

BARE = Finding("L1", "error", "c3", "“So.” is reported, but no quote supports it.")


def dialog(qtbot: QtBot) -> FreezeDialog:
    made = FreezeDialog(2, Stands((), (BARE,)))
    qtbot.addWidget(made)
    made.show()
    return made


def press(made: FreezeDialog, name: str) -> None:
    found = made.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def test_it_says_what_stands(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    found = made.findChild(QLabel, "freeze_findings")
    assert isinstance(found, QLabel)
    assert found.text() == "One reported claim has no quote."


def test_it_freezes_only_when_told_to(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    with qtbot.waitSignal(made.freeze_requested):
        press(made, "freeze_go")
    assert not made.isVisible()


def test_it_leads_to_what_stands(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    with qtbot.assertNotEmitted(made.freeze_requested), qtbot.waitSignal(made.show_requested) as told:
        press(made, "freeze_show")
    assert told.args == [BARE]
