"""The table of actions: keys, menus, handlers, what can be used when."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import app, window
from ui.commands import actions
from ui.commands.actions import ACTIONS, MENUS
from ui.reader.keys import KEYS
from ui.window import TOOLBAR, Window

__all__ = ["app", "window"]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_no_two_actions_share_an_id() -> None:
    assert [i for i, n in Counter(a.id for a in ACTIONS).items() if n > 1] == []


def test_no_two_actions_share_a_shortcut() -> None:
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)
    assert [key for key, n in keys.items() if n > 1] == []


@pytest.mark.parametrize("row", [row for row in ACTIONS if row.keys], ids=lambda row: row.id)
def test_a_shortcut_is_one_qt_knows(row: actions.Action) -> None:
    for key in row.keys:
        assert QKeySequence(key).toString() not in ("", "Unknown")
        assert QKeySequence(key).count() == 1


def test_no_action_takes_a_plain_letter_from_the_reader() -> None:
    plain = {key.shown for key in KEYS}
    assert plain.isdisjoint(key for row in ACTIONS for key in row.keys)


def test_every_menu_is_used_and_every_action_is_in_a_menu() -> None:
    assert set(MENUS) == {row.menu for row in ACTIONS}


def test_every_menu_opens_by_alt_and_a_letter_that_nothing_else_has() -> None:
    letters = [shown[shown.index("&") + 1].upper() for shown in MENUS.values()]
    taken = {key.removeprefix("Alt+") for row in ACTIONS for key in row.keys if key.startswith("Alt+")}
    assert len({*letters}) == len(MENUS)
    assert taken.isdisjoint(letters)
    assert [shown.replace("&", "") for shown in MENUS.values()] == [*MENUS]


def test_every_action_needs_something_known() -> None:
    assert {row.needs for row in ACTIONS} <= {"", "brief", "edit"}


def test_no_two_lines_of_a_menu_read_alike() -> None:
    lines = Counter((row.menu, row.text) for row in ACTIONS)
    assert [line for line, n in lines.items() if n > 1] == []


def test_every_button_over_the_page_is_an_action() -> None:
    assert {ident for ident in TOOLBAR if ident} <= {row.id for row in ACTIONS}


def test_a_window_has_a_handler_for_every_action(window: Window) -> None:
    assert set(window.actions_by_id) == {row.id for row in ACTIONS}


def test_an_action_calls_its_handler(owner: QWidget) -> None:
    called: list[str] = []
    made = actions.build(owner, {a.id: (lambda i=a.id: called.append(i)) for a in ACTIONS})
    for action in made.values():
        action.trigger()
    assert called == [row.id for row in ACTIONS]


def test_an_action_without_a_handler_is_a_fault(owner: QWidget) -> None:
    with pytest.raises(KeyError, match=r"file\.new"):
        actions.build(owner, {a.id: list for a in ACTIONS if a.id != "file.new"})


def test_a_handler_without_an_action_is_a_fault(owner: QWidget) -> None:
    with pytest.raises(KeyError, match=r"file\.stray"):
        actions.build(owner, {**{a.id: list for a in ACTIONS}, "file.stray": list})


def test_menus_hold_the_actions_in_the_order_of_the_table(qtbot: QtBot, owner: QWidget) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    made = actions.build(owner, {a.id: list for a in ACTIONS})
    menus = actions.fill_menus(bar, made)
    for name, menu in menus.items():
        shown = [action.objectName() for action in menu.actions() if not action.isSeparator()]
        assert shown == [row.id for row in ACTIONS if row.menu == name]


@pytest.mark.parametrize(
    ("brief", "edit", "usable"),
    [
        (False, False, {""}),
        (True, False, {"", "brief"}),
        (True, True, {"", "brief", "edit"}),
        (False, True, {""}),
    ],
)
def test_only_what_can_be_used_is_enabled(owner: QWidget, brief: bool, edit: bool, usable: set[str]) -> None:
    made = actions.build(owner, {a.id: list for a in ACTIONS})
    actions.enable(made, brief=brief, edit=edit)
    assert {row.id for row in ACTIONS if row.needs in usable} == {i for i, a in made.items() if a.isEnabled()}
