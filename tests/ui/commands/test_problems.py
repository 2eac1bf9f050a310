"""Findings of the checks: gone to, mended at a stroke, waived with a reason, switched off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing import edits, inline, lookup
from briefing.checks.findings import Finding
from briefing.model import Claim, Judgement, new_id
from tests.ui.commands.flows import ARTICLE, FERRY, begin, begin_read_only, claim, put, quiet, told, undo
from tests.ui.windows import acts, app, dialog, keys, settle, window
from ui.app import App
from ui.dialogs.choose_rules import RulesDialog
from ui.dialogs.missing_form import MissingForm
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


def found(ws: Workspace, qtbot: QtBot, rule: str) -> Finding:
    """Wait for a finding of a rule."""

    def here() -> list[Finding]:
        return [f for f in ws.states.findings if f.rule == rule]

    qtbot.waitUntil(lambda: bool(here()), timeout=10_000)
    return here()[0]


def fixable(ws: Workspace, qtbot: QtBot) -> Finding:
    """Write an outlook that a key can mend, and return the finding."""
    made = Judgement(new_id("j"), "We assess with high confidence that a strike is very likely.")
    section = next(s for s in ws.desk.brief.sections if s.kind == "outlook")
    assert ws.desk.do("Add", edits.add_judgement, section.id, made)
    qtbot.waitUntil(lambda: any(f.fix for f in ws.states.findings), timeout=10_000)
    return next(f for f in ws.states.findings if f.fix)


def choose(ws: Workspace, finding: Finding) -> None:
    at = next(i for i, row in enumerate(ws.problems.rows.rows) if row.finding == finding)
    ws.problems.list.setCurrentIndex(ws.problems.rows.index(at))


def mend(ws: Workspace, window: Window) -> None:
    """Press the key, and Enter on the first choice where there is one."""
    window.actions_by_id["brief.fix"].trigger()
    for menu in ws.findChildren(QMenu, "fix_menu"):
        keys(menu, Qt.Key.Key_Return)


def test_the_next_problem_is_gone_to(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    ident = claim(ws, "The ferry will stop.")
    found(ws, qtbot, "L1")
    window.actions_by_id["view.next_problem"].trigger()
    chosen = ws.problems.chosen()
    assert chosen is not None
    assert chosen.item_id == ident
    assert getattr(ws.places.item(), "id", "") == ident
    assert ws.tabs.currentWidget() is ws.problems


def test_a_finding_is_mended_at_a_stroke_and_undo_takes_it_back(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    finding = fixable(ws, qtbot)
    brief = ws.desk.brief
    choose(ws, finding)
    mend(ws, window)
    assert ws.desk.brief != brief
    assert window.said.text().startswith("Quick fix")
    undo(window)
    assert ws.desk.brief == brief


def test_while_writing_the_key_mends_the_line_with_the_caret_not_one_chosen_elsewhere(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    other = claim(ws, "The ferry will stop.")
    finding = fixable(ws, qtbot)
    choose(ws, found(ws, qtbot, "L1"))
    ws.places.go_to(finding.item_id)
    meant = acts(ws).checking.meant()
    assert meant is not None
    assert meant.item_id == finding.item_id != other


def test_what_is_missing_in_form_is_one_note_and_filled_in_at_once(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    sources = [put(ws, ARTICLE), put(ws, f"Boats stay ashore\n\n{FERRY} Nobody sailed.\n")]
    for source in sources:
        claim(ws, "The ferry restarts on Sunday.", source, FERRY)
    finding = found(ws, qtbot, "L10")
    qtbot.waitUntil(lambda: found(ws, qtbot, "L10").item_id == ws.desk.brief.id)
    finding = found(ws, qtbot, "L10")
    assert (finding.severity, finding.item_id) == ("note", ws.desk.brief.id)
    assert not [f for f in ws.states.findings if f.rule == "L11"]
    choose(ws, finding)
    assert ws.problems.fix.text() == "Fill in…"
    brief, steps = ws.desk.brief, len(ws.desk.session.past)
    ws.problems.fix.click()
    asked = dialog(window, "missing_form")
    assert isinstance(asked, MissingForm)
    for row in range(asked.table.rowCount()):
        cell = asked.table.item(row, asked.table.columnCount() - 1)
        assert cell is not None
        cell.setText("A daily of the town.")
    asked.accept()
    assert {s.descriptor for s in ws.desk.brief.sources} == {"A daily of the town."}
    assert len(ws.desk.session.past) == steps + 1
    summary = next(s for s in ws.desk.brief.sections if s.kind == "summary")
    assert summary.items[0].text.startswith("This brief rests on two quotes")
    undo(window)
    assert ws.desk.brief == brief


def test_without_a_finding_the_key_says_what_to_do(window: Window, ws: Workspace) -> None:
    ws.problems.list.setFocus()
    ws.problems.show_findings((), str, editable=True)
    window.actions_by_id["brief.fix"].trigger()
    assert told(window)[0] == "No finding is chosen."


def test_a_finding_without_a_fix_says_so(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    claim(ws, "The ferry will stop.")
    finding = found(ws, qtbot, "L1")
    acts(ws).checking.fix(finding)
    assert told(window)[0] == "There is no quick fix for this."


def test_while_writing_one_key_asks_for_the_reason_and_enter_waives_and_undo_takes_it_back(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The ferry will stop.")
    found(ws, qtbot, "L1")
    ws.places.go_to(ident)
    ws.page.setFocus()
    QTest.keyClick(ws.page, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    field = ws.problems.reason.field
    assert field.hasFocus()
    assert ws.problems.reason.words.text() == "Waive L1 here:"
    QTest.keyClicks(field, "Known to every reader.")
    keys(field, Qt.Key.Key_Return)
    assert lookup.claim(ws.desk.brief, ident).waivers[0].reason == "Known to every reader."
    assert ws.page.hasFocus()
    assert not ws.problems.reason.isVisible()
    qtbot.waitUntil(lambda: any(f.waived for f in ws.states.findings), timeout=10_000)
    undo(window)
    assert lookup.claim(ws.desk.brief, ident).waivers == ()


def test_in_the_pane_the_mouse_does_it_and_the_keys_stay_there(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The ferry will stop.")
    choose(ws, found(ws, qtbot, "L1"))
    ws.places.show_pane(ws.problems, keys=True)
    QTest.mouseClick(ws.problems.waive, Qt.MouseButton.LeftButton)
    reason = ws.problems.reason
    assert not reason.give.isEnabled()
    reason.field.setText("Known.")
    QTest.mouseClick(reason.give, Qt.MouseButton.LeftButton)
    assert [w.reason for w in lookup.claim(ws.desk.brief, ident).waivers] == ["Known."]
    assert ws.problems.list.hasFocus()


def test_a_click_on_the_arrow_of_the_margin_chooses_the_note_whose_passage_can_be_linked(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    source = put(ws, ARTICLE)
    ident = claim(
        ws, "The ferry will restart on Sunday, the minister said, and about 400 people wait.", source, FERRY
    )
    qtbot.waitUntil(lambda: any(f.passage for f in ws.states.findings), timeout=10_000)
    assert any(f.item_id == ident and f.severity == "note" and not f.passage for f in ws.states.findings)
    ws.page.state_clicked.emit(ident, "note")
    chosen = ws.problems.chosen()
    assert chosen is not None
    assert (ws.tabs.currentWidget(), chosen.item_id, bool(chosen.passage)) == (ws.problems, ident, True)


def test_a_waiver_is_taken_back_by_the_same_key(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    ident = claim(ws, "The ferry will stop.")
    found(ws, qtbot, "L1")
    ws.desk.do("Waive", edits.waive, ident, "L1", "Known.")
    qtbot.waitUntil(lambda: any(f.waived for f in ws.states.findings), timeout=10_000)
    ws.problems.waived.setChecked(True)
    choose(ws, next(f for f in ws.states.findings if f.waived))
    ws.problems.list.setFocus()
    window.actions_by_id["brief.waive"].trigger()
    assert lookup.claim(ws.desk.brief, ident).waivers == ()
    undo(window)
    assert lookup.claim(ws.desk.brief, ident).waivers != ()


@pytest.mark.parametrize("words", ["", "   ", "Known."])
def test_escape_and_an_empty_reason_waive_nothing(
    window: Window, ws: Workspace, qtbot: QtBot, words: str
) -> None:
    ident = claim(ws, "The ferry will stop.")
    found(ws, qtbot, "L1")
    ws.places.go_to(ident)
    ws.page.setFocus()
    window.actions_by_id["brief.waive"].trigger()
    field = ws.problems.reason.field
    QTest.keyClicks(field, words)
    if not words.strip():
        keys(field, Qt.Key.Key_Return)
        assert field.hasFocus()
    keys(field, Qt.Key.Key_Escape)
    assert lookup.claim(ws.desk.brief, ident).waivers == ()
    assert (ws.page.hasFocus(), ws.problems.reason.isVisible()) == (True, False)


def test_the_question_goes_with_its_finding_and_stays_through_other_changes(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The ferry will stop.")
    acts(ws).checking.waive(found(ws, qtbot, "L1"))
    field = ws.problems.reason.field
    QTest.keyClicks(field, "Kno")
    claim(ws, "The dam is old.")
    qtbot.waitUntil(lambda: sum(f.rule == "L1" for f in ws.states.findings) == 2, timeout=10_000)
    assert (field.text(), field.hasFocus()) == ("Kno", True)
    ws.desk.do("Remove", edits.remove_item, ident)
    qtbot.waitUntil(lambda: not ws.problems.reason.isVisible(), timeout=10_000)


def test_several_findings_of_a_rule_on_a_claim_are_waived_at_once_and_it_says_so(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    source = put(ws, ARTICLE)
    ident = claim(ws, "The ferry in Brussels will restart in 2017.", source, FERRY)
    qtbot.waitUntil(lambda: sum(f.rule == "L3" for f in ws.states.findings) >= 2, timeout=10_000)
    here = [f for f in ws.states.findings if f.rule == "L3" and f.item_id == ident]
    acts(ws).checking.waive(here[0])
    assert ws.problems.reason.words.text() == f"Waive L3 here, all {len(here)}:"


def test_the_menu_of_a_finding_has_what_can_be_done_about_it(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    claim(ws, "The ferry will stop.")
    choose(ws, found(ws, qtbot, "L1"))
    ws.problems.list.customContextMenuRequested.emit(QPoint(4, 4))
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == ["brief.fix", "brief.waive", "brief.rules"]
    menu.close()


def test_a_rule_is_switched_off_for_this_brief_and_undo_switches_it_on(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    claim(ws, "The ferry will stop.")
    found(ws, qtbot, "L1")
    window.actions_by_id["brief.rules"].trigger()
    asked = dialog(window, "rules")
    assert isinstance(asked, RulesDialog)
    keys(asked.list, Qt.Key.Key_Space)
    asked.days.setValue(90)
    keys(asked, Qt.Key.Key_Return)
    assert (ws.desk.brief.rules_off, ws.desk.brief.stale_days) == (("L1",), 90)
    qtbot.waitUntil(lambda: not any(f.rule == "L1" for f in ws.states.findings), timeout=10_000)
    undo(window)
    assert (ws.desk.brief.rules_off, ws.desk.brief.stale_days) == ((), 0)
    found(ws, qtbot, "L1")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_rules_left_as_they_are_make_no_step(window: Window, ws: Workspace, key: Qt.Key) -> None:
    steps = len(ws.desk.session.past)
    window.actions_by_id["brief.rules"].trigger()
    keys(dialog(window, "rules"), key)
    assert len(ws.desk.session.past) == steps


def test_underlines_vanish_while_typing_and_return_after(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    source = put(ws, ARTICLE)
    ident = claim(ws, "The ferry will restart on Monday.", source, FERRY)
    ws.places.go_to(ident)
    qtbot.waitUntil(lambda: "Monday" in lined(ws, ident), timeout=10_000)
    QTest.keyClicks(ws.page, "x")
    assert lined(ws, ident) == []
    ws.page.flush()
    qtbot.waitUntil(lambda: bool(lined(ws, ident)), timeout=10_000)
    assert "Monday" in lined(ws, ident)


def lined(ws: Workspace, ident: str) -> list[str]:
    """Return the words of a claim with a line under them."""
    words = inline.plain(lookup.claim(ws.desk.brief, ident).text)
    row = ws.page.block_of(ident).text()
    return [
        words[line.start : line.end]
        for block, line, _ in ws.page.underlines._in_sight()
        if block.text() == row
    ]


def test_a_brief_to_read_only_mends_waives_and_switches_nothing(
    app: App, window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    claim(ws, "The ferry will stop.")
    fixable(ws, qtbot)
    assert window.path is not None
    other, seen = begin_read_only(app, window.path)
    qtbot.waitUntil(lambda: any(f.fix for f in seen.states.findings), timeout=10_000)
    finding = next(f for f in seen.states.findings if f.fix)
    checking = acts(seen).checking
    refused: tuple[Callable[[], None], ...] = (
        lambda: checking.fix(finding),
        lambda: checking.waive(finding),
        checking.rules,
    )
    for act in refused:
        other.banners.tell("before")
        act()
        assert told(other)[0] == "This brief is open to read only."
    quiet(other, qtbot)
    other.close()


def test_the_tab_counts_what_stands(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    ws.desk.do("Add", edits.add_claim, "situation", Claim(new_id("c"), "The ferry will stop."))
    found(ws, qtbot, "L1")
    settle(30)
    standing = sum(not f.waived for f in ws.states.findings)
    assert ws.tabs.tabText(ws.tabs.indexOf(ws.problems)) == f"Checks {standing}"


def test_a_sourced_claim_that_says_more_than_its_quote_does_not_look_settled(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The ferry will restart on Monday, the minister said.", put(ws, ARTICLE), FERRY)
    found(ws, qtbot, "L3")
    quiet(window, qtbot)
    window.show()
    ws.tabs.setCurrentWidget(ws.evidence)
    ws.page.grab()
    (mark,) = [s for s in ws.page.margin._spots if s.kind == "state" and s.row == ident]
    assert mark.key == "error"
    assert "Monday" in mark.tip
    assert ws.page.margin.press(mark.rect.center())
    assert ws.tabs.currentWidget() is ws.problems
    chosen = ws.problems.chosen()
    assert chosen is not None
    assert chosen.rule == "L3"
    assert "error" in window.findings.text()
    QTest.mouseClick(window.findings, Qt.MouseButton.LeftButton)
    assert ws.problems.chosen() != chosen
