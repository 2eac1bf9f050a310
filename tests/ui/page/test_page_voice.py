"""The page as a screen reader gets it: its lines below its text, and a description at the caret."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import edits
from briefing.edits import Caret
from tests.ui.page.desks import page
from ui.look import speech
from ui.page.page_state import PageState
from ui.page.row_findings import RowFindings
from ui.page.view import PageView

Text, Role = QAccessible.Text, QAccessible.Role


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> PageView:
    speech.install(qapp)
    monkeypatch.setattr(speech, "listened_to", lambda: True)
    made = page()
    qtbot.addWidget(made)
    made.set_state(PageState(numbers={"e1": 1}, states={"c1": "sourced", "c2": "unsourced"}))
    made.show()
    return made


def lines(shown: PageView) -> list[QAccessibleInterface]:
    part = QAccessible.queryAccessibleInterface(shown.voice)
    return [part.child(at) for at in range(part.childCount())]


def test_every_line_has_a_role_its_words_and_a_description(shown: PageView) -> None:
    told = [(line.role(), line.text(Text.Name), line.text(Text.Description)) for line in lines(shown)]
    assert told[0] == (Role.Heading, "Idlib", "title; edition 1 · ICD 203")
    assert (Role.Heading, "Situation", "section, 3 lines") in told
    assert (Role.Paragraph, "Patrols begin on Sunday.", "sourced, 1 quote") in told
    assert (Role.Paragraph, "Hundreds were killed.", "no quote yet") in told


def test_headings_have_levels(shown: PageView) -> None:
    levels = {
        line.text(Text.Name): line.attributesInterface().attributeValue(QAccessible.Attribute.Level)
        for line in lines(shown)
        if line.role() == Role.Heading
    }
    assert levels == {"Idlib": 1, "Bottom line": 2, "Situation": 2, "Actors": 2, "Outlook": 2}
    assert all(line.textInterface() is None for line in lines(shown))


def test_citation_numbers_are_links_below_their_line(shown: PageView) -> None:
    line = next(line for line in lines(shown) if line.text(Text.Name).startswith("Patrols"))
    citation = line.child(0)
    assert citation.role() == Role.Link
    assert (citation.text(Text.Name), citation.text(Text.Description)) == (
        "citation 1",
        "supports: “jointly patrolling”",
    )
    assert line.indexOfChild(citation) == 0
    assert citation.parent().text(Text.Name) == line.text(Text.Name)


def test_the_lines_follow_the_brief(shown: PageView) -> None:
    before = len(lines(shown))
    shown.desk.do("Remove", edits.remove_item, "c2")
    names = [line.text(Text.Name) for line in lines(shown)]
    assert len(names) == before - 1
    assert "Hundreds were killed." not in names


def test_the_description_of_the_page_is_that_of_the_line_with_the_caret(shown: PageView) -> None:
    shown.set_caret(Caret("c1", 0))
    assert shown.accessibleDescription() == "Situation; sourced, 1 quote"
    shown.set_caret(Caret("c2", 0))
    assert shown.accessibleDescription() == "no quote yet"
    shown.set_findings({"c2": RowFindings("error", 1, "No quote has Hundreds.")})
    assert shown.accessibleDescription() == "no quote yet; 1 error: No quote has Hundreds."


def test_nothing_is_described_where_nobody_listens(shown: PageView, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.set_caret(Caret("c1", 0))
    monkeypatch.setattr(speech, "listened_to", lambda: False)
    shown.set_caret(Caret("c2", 0))
    assert shown.accessibleDescription() == "Situation; sourced, 1 quote"
