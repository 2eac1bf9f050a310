"""Choosing one article of many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from ui.dialogs.choose_article import ChooseArticle

ARTICLES = (("s1", "River talks · Harbour Post"), ("s2", "Dam report · Gazette"), ("s3", "River dam · Wire"))


@pytest.fixture
def asked(qtbot: QtBot) -> ChooseArticle:
    made = ChooseArticle("It tells the same story as", "Ferry restarts", ARTICLES)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(asked: ChooseArticle) -> list[str]:
    return [asked.list.item(row).text()[:5] for row in range(asked.list.count())]


@pytest.mark.parametrize(
    ("typed", "left"),
    [("", 3), ("dam", 2), ("DAM river", 1), ("post", 1), ("nothing like it", 0)],
)
def test_typed_words_narrow_the_list(asked: ChooseArticle, typed: str, left: int) -> None:
    QTest.keyClicks(asked.filter, typed)
    assert len(shown(asked)) == left
    assert asked.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled() is bool(left)


def test_arrows_and_enter_choose_without_leaving_the_field(qtbot: QtBot, asked: ChooseArticle) -> None:
    QTest.keyClicks(asked.filter, "dam")
    QTest.keyClick(asked.filter, Qt.Key.Key_Down)
    QTest.keyClick(asked.filter, Qt.Key.Key_Down)
    with qtbot.waitSignal(asked.chosen) as told:
        QTest.keyClick(asked.filter, Qt.Key.Key_Return)
    assert told.args == ["s3"]


def test_with_nothing_left_enter_chooses_nothing(asked: ChooseArticle) -> None:
    QTest.keyClicks(asked.filter, "zzz")
    QTest.keyClick(asked.filter, Qt.Key.Key_Return)
    assert asked.isVisible()
