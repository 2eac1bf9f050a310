"""Export: where to, what stands, a reason where quotes fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing.checks.findings import Finding
from ui.dialogs.export import FORMATS, ExportAsked, ExportDialog

BROKEN = Finding("L2", "error", "c1", "The words are not in the source.")
OTHER = Finding("S1", "warning", "c2", "One source.")


def dialog(qtbot: QtBot, *findings: Finding, path: str = "/tmp/talks.docx") -> ExportDialog:
    made = ExportDialog(Path(path), findings)
    qtbot.addWidget(made)
    made.show()
    return made


def said(made: ExportDialog) -> str:
    return " ".join(label.text() for label in made.findChildren(QLabel, "export_findings"))


@pytest.mark.parametrize("findings", [(), (OTHER,), (OTHER, OTHER)])
def test_findings_do_not_stop_an_export(qtbot: QtBot, findings: tuple[Finding, ...]) -> None:
    made = dialog(qtbot, *findings)
    assert made.go.isEnabled()
    assert not made.reason.isVisible()
    with qtbot.waitSignal(made.chosen) as told:
        made.go.click()
    assert told.args == [ExportAsked(Path("/tmp/talks.docx"), "", False)]


def test_but_broken_quotes_do_until_a_reason_is_written(qtbot: QtBot) -> None:
    made = dialog(qtbot, BROKEN, OTHER)
    assert made.reason.isVisible()
    assert not made.go.isEnabled()
    with qtbot.assertNotEmitted(made.chosen):
        made.accept()
    made.reason.setText("   ")
    assert not made.go.isEnabled()
    made.reason.setText(" The source was withdrawn. ")
    with qtbot.waitSignal(made.chosen) as told:
        made.go.click()
    assert told.args == [ExportAsked(Path("/tmp/talks.docx"), "The source was withdrawn.", False)]


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((BROKEN,), "An error stands: L2 The words"),
        ((BROKEN,) * 3, "3 errors stand"),
        ((OTHER,), "A finding"),
        ((OTHER,) * 2, "2 findings"),
        ((), ""),
    ],
)
def test_it_says_what_stands(qtbot: QtBot, findings: tuple[Finding, ...], words: str) -> None:
    assert said(dialog(qtbot, *findings)).startswith(words)


@pytest.mark.parametrize("ending", [ending for ending, _ in FORMATS])
def test_a_format_is_the_ending_of_the_file(qtbot: QtBot, ending: str) -> None:
    made = dialog(qtbot, path="/tmp/talks 2.1.docx")
    choice = made.findChild(QPushButton, f"export{ending.replace('.', '_')}")
    assert isinstance(choice, QPushButton)
    choice.click()
    assert made.path.text() == f"/tmp/talks 2.1{ending}"
    assert choice.isChecked()


def test_the_format_of_the_suggestion_is_chosen(qtbot: QtBot) -> None:
    made = dialog(qtbot, path="/tmp/talks.md")
    chosen = [b.objectName() for b in made.findChildren(QPushButton) if b.isChecked()]
    assert chosen == ["export_md"]


def test_a_format_chosen_without_a_file_names_one(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.path.clear()
    assert not made.go.isEnabled()
    choice = made.findChild(QPushButton, "export_html")
    assert isinstance(choice, QPushButton)
    choice.click()
    assert made.path.text() == "brief.html"
    assert made.go.isEnabled()


def test_it_can_be_opened_afterwards(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    made.open_after.setChecked(True)
    with qtbot.waitSignal(made.chosen) as told:
        made.accept()
    assert told.args[0].open_after
