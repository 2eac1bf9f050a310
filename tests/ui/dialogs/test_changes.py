"""What changed since the last edition, and the statement of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing.checks.editions import Changed
from ui.dialogs.changes import ChangesDialog, change_words
from ui.models.redline_look import PIECES, heard

NEW = Changed("c1", "added", "", "The ferry stops.")
WORDED = Changed("c2", "reworded", "It rains.", "It snows.")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (NEW, "New: The ferry stops."),
        (Changed("c1", "removed", "It rains.", ""), "Removed: It rains."),
        (WORDED, "Reworded: It rains. → It snows."),
        (Changed("c1", "evidence added", "", "e1"), "One quote linked"),
        (Changed("c1", "evidence added", "", "e1 e2"), "2 quotes linked"),
        (Changed("c1", "evidence removed", "e1 e2 e3", ""), "3 quotes unlinked"),
        (Changed("j1", "likelihood", "", "likely"), "Likelihood: – → likely"),
    ],
)
def test_a_change_is_said_in_one_line(change: Changed, words: str) -> None:
    assert change_words(change, {}) == words


def test_a_line_names_the_claim_it_is_about_where_its_words_do_not() -> None:
    told = {"j1": "The truce holds.", "c2": "It snows."}
    assert change_words(Changed("j1", "likelihood", "unlikely", "likely"), told) == (
        "Likelihood: unlikely → likely · “The truce holds.”"
    )
    assert "·" not in change_words(WORDED, told)


def make(qtbot: QtBot, *changes: Changed, read_only: bool = False, statement: str = "") -> ChangesDialog:
    made = ChangesDialog(1, changes, {}, statement, "One claim is new.", read_only=read_only)
    qtbot.addWidget(made)
    made.show()
    return made


def draft(dialog: ChangesDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "change_draft")
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.parametrize(
    ("changes", "says"),
    [((), "Nothing has changed."), ((NEW,), "One change."), ((NEW, WORDED), "2 changes.")],
)
def test_it_says_how_many_there_are(qtbot: QtBot, changes: tuple[Changed, ...], says: str) -> None:
    dialog = make(qtbot, *changes)
    assert any(label.text().startswith(says) for label in dialog.findChildren(QLabel))


def test_a_draft_is_written_and_handed_over_once(qtbot: QtBot) -> None:
    dialog = make(qtbot, NEW)
    written: list[str] = []
    dialog.statement_written.connect(written.append)
    draft(dialog).click()
    dialog.accept()
    dialog.accept()
    assert written == ["One claim is new."]


def test_a_statement_left_as_it_was_is_not_written_again(qtbot: QtBot) -> None:
    dialog = make(qtbot, NEW, statement="As before.")
    written: list[str] = []
    dialog.statement_written.connect(written.append)
    dialog.accept()
    assert written == []


def test_enter_on_a_line_goes_there_and_keeps_what_was_written(qtbot: QtBot) -> None:
    dialog = make(qtbot, NEW, WORDED)
    told: list[str] = []
    dialog.picked.connect(told.append)
    dialog.statement_written.connect(told.append)
    dialog.words.setPlainText("Mine")
    dialog.list.setCurrentIndex(dialog.rows.index(1))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert told == ["Mine", "c2"]
    assert not dialog.isVisible()


def test_a_brief_to_read_only_can_only_be_compared(qtbot: QtBot) -> None:
    dialog = make(qtbot, NEW, read_only=True)
    assert dialog.words.isReadOnly()
    assert not draft(dialog).isEnabled()


def test_changed_words_are_shown_as_the_redline_of_a_review(qtbot: QtBot) -> None:
    long = Changed(
        "c3", "reworded", "Israel banned the agency.", "Israel banned the agency, and it stopped work."
    )
    dialog = make(qtbot, WORDED, NEW, long)
    pieces = [dialog.rows.index(n).data(PIECES) for n in range(3)]
    assert [(p.words, p.kind) for p in pieces[0]] == [
        ("Reworded: ", "same"), ("It ", "same"), ("rains", "out"), ("snows", "put"), (".", "same"),
    ]  # fmt: skip
    assert pieces[1] == ()
    assert heard(pieces[2]).startswith("Reworded: ")
    assert "stopped" in heard(pieces[2])
    tall = dialog.list.visualRect(dialog.rows.index(2)).height()
    assert tall >= dialog.list.fontMetrics().height()
    dialog.grab()
