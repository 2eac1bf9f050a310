"""Export: where to, what stands, a reason where quotes fail, a draft without one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing.checks.findings import Finding
from briefing.exporting import formats
from ui.dialogs.export import ExportDialog
from ui.dialogs.export_asked import ExportAsked

BROKEN = Finding("L2", "error", "c1", "The words are not in the source.")
BARE = Finding("L1", "error", "c3", "“So.” is reported, but no quote supports it.")
OTHER = Finding("S1", "warning", "c2", "One source.")


def dialog(qtbot: QtBot, *findings: Finding, path: str = "/tmp/talks.docx") -> ExportDialog:
    made = ExportDialog(Path(path), findings)
    qtbot.addWidget(made)
    made.show()
    return made


def said(made: ExportDialog) -> str:
    return " ".join(label.text() for label in made.findChildren(QLabel, "export_findings"))


@pytest.mark.parametrize("findings", [(), (OTHER,), (OTHER, OTHER), (BARE,)])
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
        ((BROKEN,), "One quote could not be found again where it was made. Repair"),
        (
            (replace(BROKEN, evidence_id="e1"), replace(BROKEN, evidence_id="e2")),
            "Two quotes could not be found again",
        ),
        (
            (BROKEN, BARE, BARE),
            "One quote could not be found again where it was made and one reported claim has no quote.",
        ),
        ((BARE, OTHER), "One reported claim has no quote. This does not stop the export."),
        ((OTHER,), "There is one finding."),
        ((OTHER,) * 2, "There are 2 findings."),
        ((), ""),
    ],
)
def test_it_says_what_stands(qtbot: QtBot, findings: tuple[Finding, ...], words: str) -> None:
    assert said(dialog(qtbot, *findings)).startswith(words)


@pytest.mark.parametrize("ending", [one.suffix for one in formats.EXPORTERS])
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


def test_a_draft_needs_no_reason(qtbot: QtBot) -> None:
    made = dialog(qtbot, BROKEN)
    assert not made.go.isEnabled()
    with qtbot.waitSignal(made.chosen) as told:
        made.draft.click()
    assert told.args == [ExportAsked(Path("/tmp/talks.docx"), "", False, draft=True)]


def test_asked_for_a_draft_the_button_for_one_is_the_first_choice(qtbot: QtBot) -> None:
    made = ExportDialog(Path("/tmp/talks.docx"), (BROKEN,), draft=True)
    qtbot.addWidget(made)
    assert made.draft.isDefault()
    assert not made.go.isDefault()
    made.path.clear()
    assert not made.draft.isEnabled()


@pytest.mark.parametrize(
    ("findings", "first"), [((OTHER, BARE, BROKEN), BROKEN), ((OTHER, BARE), BARE), ((OTHER,), OTHER)]
)
def test_what_stands_can_be_gone_to_by_key_and_click(
    qtbot: QtBot, findings: tuple[Finding, ...], first: Finding
) -> None:
    made = dialog(qtbot, *findings)
    assert made.show_it.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(made.show_requested) as told:
        made.show_it.click()
    assert told.args == [first]
    assert not made.isVisible()


def test_but_where_nothing_stands_there_is_no_way_to_it(qtbot: QtBot) -> None:
    assert not dialog(qtbot, replace(BROKEN, waived="Agreed")).show_it.isVisible()
