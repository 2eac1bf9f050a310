"""Picking from what a file offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.importing.common.parsed import Part
from ui.dialogs.pick import PickDialog, part_line

REPORT = Part("report.pdf", b"%PDF", 4)
STORY = Part("story", title="Talks begin", published="2020-03-13", url="https://post.example/talks")
LOST = Part("film.mp4", size=99_000_000, note="Too large to be kept.")


@pytest.fixture
def dialog(qtbot) -> PickDialog:
    made = PickDialog("Add", "words", (REPORT, STORY, LOST))
    qtbot.addWidget(made)
    return made


def test_nothing_is_ticked_at_first_and_nothing_can_be_added(dialog: PickDialog) -> None:
    assert dialog.chosen() == ()
    assert not dialog.add.isEnabled()


def test_all_ticks_what_can_be_added_and_no_more(dialog: PickDialog) -> None:
    dialog._set_all(Qt.CheckState.Checked)
    assert dialog.chosen() == (REPORT, STORY)
    assert dialog.add.text() == "Add 2"


def test_space_ticks_a_row_and_enter_hands_it_over(qtbot, dialog: PickDialog) -> None:
    picked: list[object] = []
    dialog.picked.connect(picked.append)
    dialog.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(dialog.list, key)
    assert picked == [(STORY,)]
    assert not dialog.isVisible()


def test_but_escape_hands_nothing_over(qtbot, dialog: PickDialog) -> None:
    picked: list[object] = []
    dialog.picked.connect(picked.append)
    dialog.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        QTest.keyClick(dialog.list, key)
    assert picked == []


def test_every_row_is_as_high_as_its_words(qtbot, dialog: PickDialog) -> None:
    dialog.show()
    heights = [dialog.list.visualItemRect(dialog.list.item(row)).height() for row in range(3)]
    assert min(heights) >= dialog.list.fontMetrics().height()


@pytest.mark.parametrize(
    ("part", "line"),
    [
        (REPORT, "report.pdf · 4 bytes"),
        (STORY, "Talks begin · 2020-03-13 · https://post.example/talks"),
        (LOST, "film.mp4 · 94.41 MiB · Too large to be kept."),
    ],
)
def test_a_line_says_what_is_known_of_a_part(part: Part, line: str) -> None:
    assert part_line(part) == line
