"""What became of each quote on an older version, as a pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.model import Source
from briefing.revision import Recalled
from briefing.revision.word_difference import compare
from ui.panes.versions_pane import VersionRow, VersionsPane, now_words, state_words

OLD, NEW = Source("s1", title="Talks"), Source("s2", title="Talks, corrected", supersedes="s1")
SAME = Recalled("c1", "e1", "The ferry restarts.", "same", (4, 23), "The ferry restarts.", 0, "accept")
CHANGED = Recalled(
    "c2", "e2", "About 400 people", "changed", (30, 46), "About 350 people", 2, "relink",
    words=compare("About 400 people", "About 350 people"),
)  # fmt: skip
GONE = Recalled("c3", "e3", "We hope it lasts", "vanished", None, "", 4, "keep")
SEVERAL = Recalled("c4", "e4", "the minister said", "moved", None, "", 0, "none")


@pytest.fixture
def pane(qtbot: QtBot) -> VersionsPane:
    made = VersionsPane()
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show_rows([VersionRow(OLD, NEW, r) for r in (SAME, CHANGED, GONE)], editable=True)
    made.show()
    return made


@pytest.mark.parametrize(
    ("recalled", "state", "words"),
    [
        (SAME, "same words", "Now: “The ferry restarts.”"),
        (CHANGED, "changed", "Now: “About [−400] [+350] people”"),
        (GONE, "gone", "No such words are left."),
        (SEVERAL, "moved", "Stands at 0 places"),
    ],
    ids=["same", "changed", "gone", "several"],
)
def test_a_row_says_what_became_of_its_quote(recalled: Recalled, state: str, words: str) -> None:
    assert state_words(recalled) == state
    assert now_words(recalled).startswith(words)


def test_quotes_that_need_a_look_stand_first_and_the_first_is_chosen(pane: VersionsPane) -> None:
    assert [row.recalled for row in pane.rows.rows] == [GONE, CHANGED, SAME]
    assert pane.chosen() == VersionRow(OLD, NEW, GONE)
    assert pane.words.text() == "Talks, corrected"


def test_a_quote_that_is_gone_cannot_be_moved_and_one_that_changed_can(
    qtbot: QtBot, pane: VersionsPane
) -> None:
    assert not pane.accept.isEnabled()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert pane.accept.isEnabled()
    with qtbot.waitSignal(pane.accept_requested) as asked:
        QTest.mouseClick(pane.accept, Qt.MouseButton.LeftButton)
    assert asked.args == [VersionRow(OLD, NEW, CHANGED)]


def test_the_same_words_can_move_together_only_where_there_are_some(pane: VersionsPane) -> None:
    assert pane.same.isEnabled()
    pane.show_rows([VersionRow(OLD, NEW, GONE)], editable=True)
    assert not pane.same.isEnabled()


def test_enter_shows_the_passage_of_the_new_version(qtbot: QtBot, pane: VersionsPane) -> None:
    with qtbot.waitSignal(pane.show_new_requested) as asked:
        QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert asked.args == [VersionRow(OLD, NEW, GONE)]


def test_a_brief_to_read_only_can_be_looked_at_and_no_more(pane: VersionsPane) -> None:
    pane.show_rows([VersionRow(OLD, NEW, SAME)], editable=False)
    assert not pane.accept.isEnabled()
    assert not pane.same.isEnabled()


def test_a_screen_reader_hears_state_quote_and_what_stands_there_now(pane: VersionsPane) -> None:
    said = str(pane.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "changed: About 400 people Now: “About [−400] [+350] people”"


def test_no_rows_are_painted_as_nothing(pane: VersionsPane) -> None:
    pane.show_rows((), editable=True)
    assert pane.chosen() is None
    assert not pane.grab().isNull()
