"""A new brief: template, title, place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing import templates
from ui.dialogs import new_brief
from ui.dialogs.new_brief import NewBrief, NewBriefDialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewBriefDialog:
    monkeypatch.setattr(new_brief, "_documents", lambda: tmp_path)
    made = NewBriefDialog(templates.listing().templates, "Ada Kern")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "Brief"),
        ("Idlib: joint patrols", "Idlib joint patrols"),
        ("a/b\\c?*", "a b c"),
        ("...", "Brief"),
        ("الهدنة", "الهدنة"),
        ("x" * 300, "x" * 80),
    ],
)
def test_the_file_is_named_after_the_title(
    dialog: NewBriefDialog, tmp_path: Path, title: str, name: str
) -> None:
    dialog.title.setText(title)
    assert dialog.path.text() == str(tmp_path / f"{name}.brief")


def test_a_name_that_is_taken_gets_a_number(dialog: NewBriefDialog, tmp_path: Path) -> None:
    for name in ("Talks.brief", "Talks 2.brief"):
        (tmp_path / name).touch()
    dialog.title.setText("Talks")
    assert dialog.path.text() == str(tmp_path / "Talks 3.brief")


def test_but_a_name_that_was_typed_stays(dialog: NewBriefDialog, tmp_path: Path) -> None:
    dialog.path.clear()
    QTest.keyClicks(dialog.path, "own.brief")
    dialog.title.setText("Talks")
    assert dialog.path.text() == "own.brief"


def test_what_was_asked_for_is_told(qtbot: QtBot, dialog: NewBriefDialog, tmp_path: Path) -> None:
    dialog.title.setText(" Talks ")
    dialog.audience.setText("The desk")
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.create_button.click()
    (asked,) = told.args
    assert isinstance(asked, NewBrief)
    assert (asked.title, asked.audience, asked.author) == ("Talks", "The desk", "Ada Kern")
    assert asked.path == tmp_path / "Talks.brief"
    assert asked.template == templates.listing().templates[1].id


def test_enter_in_the_title_begins_the_brief(qtbot: QtBot, dialog: NewBriefDialog) -> None:
    QTest.keyClicks(dialog.title, "Talks")
    with qtbot.waitSignal(dialog.chosen):
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)


def test_without_a_place_it_stays_open(qtbot: QtBot, dialog: NewBriefDialog) -> None:
    dialog.path.setText("   ")
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.accept()
    assert dialog.isVisible()


def test_each_template_says_what_it_is_for(dialog: NewBriefDialog) -> None:
    for row, template in enumerate(templates.listing().templates):
        dialog.list.setCurrentRow(row)
        assert dialog.about.text() == template.description
        assert all(section.title in dialog.sections.text() for section in template.sections)
