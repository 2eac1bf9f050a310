"""The table of actions: keys, menus, handlers, what can be used when."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import app, window
from ui.app import App
from ui.commands import actions, table, viewing
from ui.commands.actions import MENUS, Action, shown_in
from ui.commands.help_sheet import HelpSheet
from ui.commands.table import ACTIONS
from ui.commands.viewing import Viewing
from ui.look.widgets import IconButton
from ui.reader.reader_keys import KEYS
from ui.window import Window

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
def test_a_shortcut_is_one_qt_knows(row: actions.Action[Any]) -> None:
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


def test_a_place_shows_its_actions_by_number_with_a_line_where_the_hundreds_change() -> None:
    one, two, three = (Action(name, name, (menu, n), list, also=(("page", m),)) for name, menu, n,  # type: ignore[var-annotated]
        m in (
        ("a", "File", 110, 320), ("b", "File", 210, 310), ("c", "Edit", 130, 130)))  # fmt: skip
    rows = (two, three, one)
    assert shown_in(rows, "File") == [one, None, two]
    assert shown_in(rows, "page") == [three, None, two, one]
    assert shown_in(rows, "toolbar") == []


def test_no_two_actions_have_one_number_in_a_place() -> None:
    numbers = Counter(place for row in ACTIONS for place in (row.at, *row.also))
    assert [place for place, n in numbers.items() if n > 1] == []


def test_every_other_place_of_an_action_is_one_that_is_shown() -> None:
    places = {"page", "section", "article", "finding", "toolbar"}
    assert {where for row in ACTIONS for where, _ in row.also} == places


def test_the_find_bar_spells_the_keys_that_its_actions_have(app: App, window: Window, qtbot: QtBot) -> None:
    app.open(app.sample_path(), window)
    assert window.workspace is not None
    bar = window.workspace.reader.find_bar
    tips = [f"{words} ({keys})" for words, keys in (("Previous", "Shift+F3"), ("Next", "Ctrl+Alt+N"))]
    window.actions_by_id["edit.find_next"].setShortcut("Ctrl+Alt+N")
    window.workspace.places.show_article(window.workspace.desk.brief.sources[0].id)
    window.workspace.reader.open_find()
    qtbot.waitUntil(bar.isVisible)
    buttons = [bar.findChild(IconButton, f"find_{name}") for name in ("previous", "next")]
    assert [button.toolTip() for button in buttons] == tips
    assert [button.accessibleName() for button in buttons] == tips


def test_an_action_stated_by_a_class_is_in_menu_palette_and_keys_and_over_the_page(
    monkeypatch: pytest.MonkeyPatch, app: App
) -> None:
    called: list[Viewing] = []
    more = Action(
        "view.tomorrow",
        "Look ahead",
        ("View", 990),
        called.append,
        ("Ctrl+Alt+T",),
        needs="",
        also=(("toolbar", 990),),
    )
    monkeypatch.setattr(viewing, "ACTIONS", (*viewing.ACTIONS, more))
    monkeypatch.setattr(table, "TABLE", table.all_actions())
    window = app.new_window()
    app.open(app.sample_path(), window)
    assert window.menus["View"].actions()[-1].text() == "Look ahead"
    entry = next(e for e in window.viewing.entries() if e.text == "Look ahead")
    assert entry.aside == "Ctrl+Alt+T"
    labels = {label.text() for label in HelpSheet(window.menus, window).findChildren(QLabel)}
    assert {"Look ahead", "Ctrl+Alt+T"} <= labels
    assert window.workspace is not None
    assert window.workspace.toolbar.actions()[-1].objectName() == "view.tomorrow"
    entry.act()
    assert called == [window.viewing]


def test_a_window_has_a_handler_for_every_action(window: Window) -> None:
    assert set(window.actions_by_id) == {row.id for row in ACTIONS}


def test_an_action_calls_its_handler(owner: QWidget) -> None:
    called: list[str] = []
    made = actions.build(owner, ACTIONS, {a.id: (lambda i=a.id: called.append(i)) for a in ACTIONS})  # type: ignore[misc]
    for action in made.values():
        action.trigger()
    assert called == [row.id for row in ACTIONS]


def test_menus_hold_the_actions_in_the_order_of_the_table(qtbot: QtBot, owner: QWidget) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    made = actions.build(owner, ACTIONS, {a.id: list for a in ACTIONS})
    menus = actions.fill_menus(bar, ACTIONS, made)
    for name, menu in menus.items():
        assert ids_in(menu) == [row.id for row in ACTIONS if row.menu == name]


def ids_in(menu: QMenu) -> list[str]:
    """Return the ids of a menu's actions, those of the menus in it at their places."""
    held: list[str] = []
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            held += ids_in(below)
        elif not action.isSeparator():
            held.append(action.objectName())
    return held


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
    made = actions.build(owner, ACTIONS, {a.id: list for a in ACTIONS})
    actions.enable(made, ACTIONS, brief=brief, edit=edit)
    assert {row.id for row in ACTIONS if row.needs in usable} == {i for i, a in made.items() if a.isEnabled()}


def test_the_menu_of_the_brief_is_short_and_holds_every_action(app: App, window: Window) -> None:
    menu = window.menus["Brief"]
    tops = [action for action in menu.actions() if not action.isSeparator()]
    assert len(tops) <= 24
    held = ids_in(menu)
    assert sorted(held) == sorted(row.id for row in ACTIONS if row.menu == "Brief")
    assert [a.text() for a in tops if a.menu() is not None] == [
        "Words", "Kind of claim", "Judgement", "Line", "Section",
    ]  # fmt: skip
