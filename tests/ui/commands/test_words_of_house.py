"""The table of the house's words in the window, its rule and its fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from briefing import house_terms
from briefing.house_terms import HouseTerm
from tests.ui.commands.flows import begin, claim
from tests.ui.windows import acts, app, awaited, dialog, window
from ui.dialogs.choose_rules import RulesDialog
from ui.dialogs.terms_table import TermsDialog
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


def table(ws: Workspace) -> TermsDialog:
    acts(ws).house.edit()
    shown = dialog(ws, "terms")
    assert isinstance(shown, TermsDialog)
    return shown


def typed(shown: TermsDialog, *cells: str) -> None:
    shown.add()
    for column, words in enumerate(cells):
        item = shown.table.item(shown.table.rowCount() - 1, column)
        assert item is not None
        item.setText(words)


def test_a_term_typed_in_the_table_is_found_and_fixed_once_the_rule_is_on(ws: Workspace) -> None:
    ident = claim(ws, "Turkey agreed.")
    shown = table(ws)
    typed(shown, "Türkiye", "Turkey")
    shown.accept()
    assert house_terms.known() == (HouseTerm("Türkiye", ("Turkey",)),)
    awaited(lambda: list(ws.states.terms), "the rules have no terms")
    assert not [f for f in ws.states.findings if f.rule == "L25"]
    acts(ws).checking.rules()
    rules = dialog(ws, "rules")
    assert isinstance(rules, RulesDialog)
    row = next(n for n in range(rules.list.count()) if rules.list.item(n).text().startswith("L25"))
    assert rules.list.item(row).checkState() == Qt.CheckState.Unchecked
    rules.list.item(row).setCheckState(Qt.CheckState.Checked)
    rules.accept()
    assert ws.desk.brief.rules_off == ("+L25",)
    found = awaited(lambda: [f for f in ws.states.findings if f.rule == "L25"], "nothing was found")
    acts(ws).checking.fix(found[0])
    assert ws.page.block_of(ident).text() == "Türkiye agreed."


def test_a_line_that_is_no_term_keeps_the_table_open_and_is_named(ws: Workspace) -> None:
    shown = table(ws)
    typed(shown, "Kyiv")
    shown.accept()
    assert shown.isVisible()
    assert "Line 1" in shown.wrong.text()
    assert house_terms.known() == ()
    shown.reject()


def test_a_shared_file_that_is_none_is_a_message(window: Window, ws: Workspace) -> None:
    shown = table(ws)
    shown.shared.setText("/nowhere/desk.csv")
    shown.accept()
    assert any("desk.csv" in bar.words for bar in window.banners.bars())
