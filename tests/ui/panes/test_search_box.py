"""The search field and the filters that are written into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing.model import Source
from ui.panes.search_box import SearchBox

SOURCES = (
    Source("s1", publisher="Harbour Post", published="2020-03-13", grade="B"),
    Source("s2", publisher="Voice & Wire", published="2020-04", grade="B"),
    Source("s3"),
)


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox()
    qtbot.addWidget(made)
    made.set_sources(SOURCES)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "name", "value", "line"),
    [
        ("", "grade", "B", "grade:B "),
        ("river talks", "outlet", "Harbour Post", 'outlet:"Harbour Post" river talks '),
        ('outlet:"Voice & Wire" talks', "outlet", "Harbour Post", 'outlet:"Harbour Post" talks '),
        ("is:used talks", "is", "unread", "is:unread talks "),
        ('grade:B "in the valley"', "is", "read", 'is:read grade:B "in the valley" '),
    ],
)
def test_a_filter_is_written_before_the_words_in_place_of_one_of_its_kind(
    box: SearchBox, typed: str, name: str, value: str, line: str
) -> None:
    box.line.setText(typed)
    box.add_filter(name, value)
    assert box.line.text() == line


def menu_of(box: SearchBox) -> QMenu:
    box.filters.click()
    menu = box.findChild(QMenu, "filter_menu")
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_offers_what_the_articles_have(box: SearchBox) -> None:
    offered = {
        action.text(): [inner.text() for inner in sub.actions()]
        for action in menu_of(box).actions()
        if isinstance(sub := action.menu(), QMenu)
    }
    assert offered == {
        "Outlet": ["Harbour Post", "Voice && Wire"],
        "From the month on": ["2020-03", "2020-04"],
        "Up to the month": ["2020-03", "2020-04"],
        "Grade": ["B"],
    }


def test_a_kind_that_no_article_has_cannot_be_opened(box: SearchBox) -> None:
    box.set_sources((Source("s1"),))
    shut = [action.text() for action in menu_of(box).actions() if not action.isEnabled()]
    assert shut == ["Outlet", "From the month on", "Up to the month", "Grade"]


def test_escape_clears_and_down_goes_on(qtbot: QtBot, box: SearchBox) -> None:
    box.line.setText("talks")
    with qtbot.waitSignal(box.down):
        QTest.keyClick(box.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.cleared):
        QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.line.text() == ""


def test_each_key_is_told_and_enter_too(qtbot: QtBot, box: SearchBox) -> None:
    told: list[str] = []
    box.typed.connect(told.append)
    QTest.keyClicks(box.line, "dam")
    assert told == ["d", "da", "dam"]
    with qtbot.waitSignal(box.entered):
        QTest.keyClick(box.line, Qt.Key.Key_Return)
