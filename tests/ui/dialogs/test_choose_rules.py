"""The rules of a brief, switched on and off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.checks import CHECKS
from ui.dialogs.choose_rules import RulesDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> RulesDialog:
    made = RulesDialog(CHECKS, ("L3",), 30)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_rule_stands_there_and_the_ones_switched_off_are_not_ticked(dialog: RulesDialog) -> None:
    assert dialog.list.count() == len(CHECKS)
    assert dialog.off() == ("L3",)
    assert dialog.days.text() == "30 days"


def test_space_switches_a_rule_and_enter_hands_it_over(qtbot: QtBot, dialog: RulesDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.days.setValue(0)
    assert dialog.days.text() == "no limit"
    with qtbot.waitSignal(dialog.chosen) as told:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert told.args == [("L1", "L3"), 0]
    assert not dialog.isVisible()


def test_escape_hands_nothing_over(qtbot: QtBot, dialog: RulesDialog) -> None:
    told: list[object] = []
    dialog.chosen.connect(lambda *args: told.append(args))
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert told == []


def test_the_days_can_be_read_and_no_row_covers_another(dialog: RulesDialog) -> None:
    dialog.grab()
    assert dialog.days.lineEdit().width() > 40
    rects = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(3)]
    assert not rects[0].intersects(rects[1])
    assert not rects[1].intersects(rects[2])
