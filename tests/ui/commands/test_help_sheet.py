"""The sheet of keys."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from tests.ui.windows import app, window
from ui.commands.help_sheet import HelpSheet
from ui.commands.table import ACTIONS
from ui.reader.reader_keys import KEYS
from ui.window import Window

__all__ = ["app", "window"]


def lines(window: Window) -> set[str]:
    return {label.text() for label in HelpSheet(window.menus, window).findChildren(QLabel)}


def test_every_action_with_a_key_is_on_the_sheet_with_it(window: Window) -> None:
    shown = lines(window)
    for row in ACTIONS:
        if row.keys:
            assert window.actions_by_id[row.id].text().rstrip("…") in shown
            assert QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in shown


def test_every_key_of_the_reader_is_on_the_sheet(window: Window) -> None:
    shown = lines(window)
    assert {key.shown for key in KEYS} | {key.does for key in KEYS} <= shown


def test_the_sheet_shows_undo_by_its_plain_name(window: Window) -> None:
    assert "Undo" in lines(window)
