"""Suggested passages, as a pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.models.hits import HitRow
from ui.panes.suggestions_pane import SuggestionsPane

FERRY = HitRow("s1", 4, 22, "The ferry restarts", ((4, 9),), "Talks · Post · shares “ferry”")
DAM = HitRow("s2", 0, 14, "The dam is old", ((4, 7),), "Dams")


@pytest.fixture
def pane(qtbot: QtBot) -> SuggestionsPane:
    made = SuggestionsPane()
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show_rows("The ferry sails.", (FERRY, DAM), editable=True)
    made.show()
    return made


def test_the_best_one_is_chosen_at_first_and_linked_by_the_button(
    qtbot: QtBot, pane: SuggestionsPane
) -> None:
    assert pane.chosen() == FERRY
    with qtbot.waitSignal(pane.link_requested) as asked:
        QTest.mouseClick(pane.link, Qt.MouseButton.LeftButton)
    assert asked.args == [FERRY]


def test_enter_links_the_chosen_one(qtbot: QtBot, pane: SuggestionsPane) -> None:
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.link_requested) as asked:
        QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert asked.args == [DAM]


def test_a_click_only_shows(qtbot: QtBot, pane: SuggestionsPane) -> None:
    linked: list[object] = []
    pane.link_requested.connect(linked.append)
    with qtbot.waitSignal(pane.show_requested) as asked:
        place = pane.list.visualRect(pane.rows.index(1)).center()
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [DAM]
    assert linked == []


def test_without_suggestions_nothing_can_be_linked(pane: SuggestionsPane) -> None:
    pane.show_rows("No article has anything similar.", (), editable=True)
    assert pane.chosen() is None
    assert not pane.link.isEnabled()
    assert not pane.show_it.isEnabled()


def test_in_a_brief_to_read_only_they_are_shown_but_not_linked(pane: SuggestionsPane) -> None:
    pane.show_rows("The ferry sails.", (FERRY,), editable=False)
    assert not pane.link.isEnabled()
    assert pane.show_it.isEnabled()


def test_a_screen_reader_hears_whose_words_they_are(pane: SuggestionsPane) -> None:
    said = pane.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Talks · Post · shares “ferry”: The ferry restarts"
