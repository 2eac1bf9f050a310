"""Editions, what changed since, the source summary: each is one step, and says what it did."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing import edits, lookup
from briefing.checks import statement
from tests.ui.commands.flows import ARTICLE, FERRY, begin, begin_read_only, claim, put, quiet, told, undo
from tests.ui.windows import acts, app, dialog, keys, settle, window
from ui.app import App
from ui.dialogs.changes import ChangesDialog
from ui.dialogs.export import ExportDialog
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


def changes(window: Window) -> ChangesDialog:
    window.actions_by_id["brief.changes"].trigger()
    asked = dialog(window, "changes")
    assert isinstance(asked, ChangesDialog)
    return asked


def test_an_edition_is_frozen_in_one_step_and_undo_thaws_it(window: Window, ws: Workspace) -> None:
    claim(ws, "The ferry will stop.")
    window.actions_by_id["brief.freeze"].trigger()
    assert ws.desk.brief.edition == 2
    assert told(window)[0] == "Edition 1 is frozen. This is edition 2."
    undo(window)
    assert (ws.desk.brief.edition, ws.desk.brief.editions) == (1, ())


def test_freezing_while_something_stands_asks_once_and_leads_to_it(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The ferry will stop.")
    ws.states.check()
    qtbot.waitUntil(lambda: any(f.rule == "L1" for f in ws.states.findings))
    window.actions_by_id["brief.freeze"].trigger()
    asked = dialog(window, "freeze")
    assert ws.desk.brief.edition == 1
    press(asked, "freeze_show")
    assert ws.tabs.currentWidget() is ws.problems
    chosen = ws.problems.chosen()
    assert chosen is not None
    assert (chosen.rule, chosen.item_id) == ("L1", ident)
    window.actions_by_id["brief.freeze"].trigger()
    press(dialog(window, "freeze"), "freeze_go")
    assert ws.desk.brief.edition == 2


def test_the_line_of_the_export_leads_to_what_stands(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    ident = claim(ws, "The ferry will stop.")
    ws.states.check()
    qtbot.waitUntil(lambda: any(f.rule == "L1" for f in ws.states.findings))
    window.actions_by_id["file.export"].trigger()
    press(dialog(window, "export"), "export_show")
    chosen = ws.problems.chosen()
    assert ws.tabs.currentWidget() is ws.problems
    assert chosen is not None
    assert (chosen.rule, chosen.item_id) == ("L1", ident)


def test_a_draft_is_exported_by_its_action_and_again_as_one(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    claim(ws, "The ferry will stop.")
    window.actions_by_id["file.export_draft"].trigger()
    asked = dialog(window, "export")
    assert isinstance(asked, ExportDialog)
    path = tmp_path / "out.md"
    asked.path.setText(str(path))
    press(asked, "export_draft")
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: told(window)[:1] == ["A draft is in out.md."])
    assert path.read_text(encoding="utf-8").count("**DRAFT**") == 2
    path.unlink()
    window.actions_by_id["file.export_again"].trigger()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert "**DRAFT**" in path.read_text(encoding="utf-8")


def press(asked: QWidget, name: str) -> None:
    found = asked.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def test_typed_words_are_part_of_the_edition_that_is_frozen(window: Window, ws: Workspace) -> None:
    ident = claim(ws, "The ferry will stop.")
    ws.places.go_to(ident)
    QTest.keyClicks(ws.page, " Soon.")
    window.actions_by_id["brief.freeze"].trigger()
    frozen = acts(ws).handing_on.last_edition()
    assert frozen is not None
    assert lookup.claim(frozen, ident).text == "The ferry will stop. Soon."


def test_before_the_first_edition_there_is_nothing_to_compare_and_that_is_said(
    window: Window, ws: Workspace
) -> None:
    window.actions_by_id["brief.changes"].trigger()
    assert told(window)[0] == "No edition has been frozen yet."


def test_what_changed_is_shown_drafted_and_kept_in_one_step(window: Window, ws: Workspace) -> None:
    ident = claim(ws, "The ferry will stop.")
    window.actions_by_id["brief.freeze"].trigger()
    assert ws.desk.do("Type", edits.set_text, ident, "The ferry will stop on Sunday.")
    steps = len(ws.desk.session.past)
    asked = changes(window)
    assert len(asked.rows.rows) == 1
    draft = asked.findChild(QPushButton, "change_draft")
    assert isinstance(draft, QPushButton)
    QTest.mouseClick(draft, Qt.MouseButton.LeftButton)
    keys(asked, Qt.Key.Key_Return)
    assert ws.desk.brief.change_statement == "In “The ferry will stop on Sunday”: added “on Sunday”."
    assert len(ws.desk.session.past) == steps + 1
    undo(window)
    assert ws.desk.brief.change_statement == ""


def test_enter_on_a_change_goes_to_its_claim(window: Window, ws: Workspace) -> None:
    ident = claim(ws, "The ferry will stop.")
    claim(ws, "The dam is old.")
    window.actions_by_id["brief.freeze"].trigger()
    assert ws.desk.do("Type", edits.set_text, ident, "The ferry will stop on Sunday.")
    ws.page.set_caret(edits.Caret("title", 0))
    asked = changes(window)
    asked.list.setCurrentIndex(asked.rows.index(0))
    keys(asked.list, Qt.Key.Key_Return)
    settle(20)
    assert window.findChildren(ChangesDialog) == []
    assert getattr(ws.places.item(), "id", "") == ident


def test_escape_keeps_the_statement_as_it_was(window: Window, ws: Workspace) -> None:
    claim(ws, "The ferry will stop.")
    window.actions_by_id["brief.freeze"].trigger()
    asked = changes(window)
    asked.words.setPlainText("Words that are thrown away")
    keys(asked, Qt.Key.Key_Escape)
    assert ws.desk.brief.change_statement == ""


def test_the_source_summary_is_drafted_shown_and_taken_back(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    window.actions_by_id["brief.summary"].trigger()
    assert told(window)[0] == "Nothing is cited yet, so there is nothing to say about the sources."
    source = put(ws, ARTICLE)
    claim(ws, "The ferry will restart.", source, FERRY)
    quiet(window, qtbot)
    before = ws.desk.brief
    window.actions_by_id["brief.summary"].trigger()
    section = next(s for s in ws.desk.brief.sections if s.kind == "summary")
    assert "one quote" in section.items[0].text
    assert getattr(ws.places.item(), "id", "") == section.items[0].id
    undo(window)
    assert ws.desk.brief == before
    ws.desk.do("Write", edits.put_summary, "My own words.", "own", statement.is_draft)
    window.actions_by_id["brief.summary"].trigger()
    texts = [i.text for s in ws.desk.brief.sections if s.kind == "summary" for i in s.items]
    assert [words[:13] for words in texts] == ["This brief re", "My own words."]
    for _ in range(2):
        undo(window)
    assert ws.desk.brief == before


def test_a_brief_to_read_only_freezes_and_drafts_nothing_and_says_why(
    app: App, window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    source = put(ws, ARTICLE)
    claim(ws, "The ferry will restart.", source, FERRY)
    window.actions_by_id["brief.freeze"].trigger()
    assert window.path is not None
    other, seen = begin_read_only(app, window.path)
    for act in (acts(seen).handing_on.freeze, acts(seen).handing_on.draft_summary):
        other.banners.tell("before")
        act()
        assert told(other)[0] == "This brief is open to read only."
    acts(seen).handing_on.changes()
    asked = dialog(other, "changes")
    assert isinstance(asked, ChangesDialog)
    assert asked.words.isReadOnly()
    keys(asked, Qt.Key.Key_Return)
    quiet(other, qtbot)
    other.close()
