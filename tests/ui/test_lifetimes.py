"""What an action opens goes when it is closed: a window that is open all day gathers nothing."""

from __future__ import annotations

import gc
import inspect
import os
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QWidget

import ui.dialogs
from tests.ui.windows import app as app
from tests.ui.windows import settle, workspace_of
from ui.app import App
from ui.commands.help_sheet import HelpSheet
from ui.commands.palette import CommandPalette
from ui.commands.table import ACTIONS
from ui.dialogs.dialog import Dialog
from ui.dialogs.print_preview import PrintPreview
from ui.window import Window

TIMES, ROUNDS = 20, 4
# They end the window, or ask what a test may not answer.
LEFT_OUT = {"file.close", "file.quit", "file.new", "file.open", "file.sample", "file.restore"}
ACTED = [action.id for action in ACTIONS if action.id not in LEFT_OUT]
BATCH = 12


@pytest.fixture
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dialogs of the system are closed without an answer; they wait for one in a loop of their own."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    for name in ("getText", "getItem"):
        monkeypatch.setattr(QInputDialog, name, lambda *_: ("", False))
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (0, False))


@pytest.fixture
def shown(app: App, sample_file: Path, nothing_chosen: None) -> Iterator[Window]:
    window = app.new_window()
    window.resize(1280, 800)
    app.open(sample_file, window)
    QTest.qWaitForWindowExposed(window)
    workspace = workspace_of(window)
    settle(100)
    # What is loaded once, a moment after the first painting, is left by no action.
    end = time.monotonic() + 6
    while time.monotonic() < end and (workspace.spelling.speller is None or window.jobs.running):
        settle(20)
    yield window
    app.close_all()


def run(window: Window, action: str) -> None:
    """Trigger an action, let it open what it opens, and close that."""
    made = window.actions_by_id[action]
    if not made.isEnabled():
        return
    made.trigger()
    settle(40)
    for _ in range(3):
        opened = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
        for widget in opened:
            QTest.keyClick(widget, Qt.Key.Key_Escape)
            if widget.isVisible():
                widget.close()
        settle(5)
    while window.banners.bars():
        window.banners.bars()[0].close_bar()
        settle(2)


def widgets() -> int:
    gc.collect()
    settle(5)
    return len(QApplication.allWidgets())


def resident() -> int:
    """Return the memory of this process in bytes; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.exists() else 0


def dialogs() -> list[type[QWidget]]:
    """Return every dialog of the program."""
    modules = [import_module(f"ui.dialogs.{found.name}") for found in iter_modules(ui.dialogs.__path__)]
    return [
        kind
        for module in (*modules, sys.modules[HelpSheet.__module__])
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, QDialog) and kind.__module__ == module.__name__
    ]


def test_every_dialog_ends_when_it_is_closed() -> None:
    assert len(dialogs()) >= 14
    assert [kind for kind in dialogs() if not issubclass(kind, Dialog | PrintPreview)] == []


@pytest.mark.parametrize("action", ["file.export", "file.print", "help.keys", "articles.details"])
def test_what_is_opened_often_goes(shown: Window, action: str) -> None:
    run(shown, action)
    before = widgets()
    for _ in range(2):
        run(shown, action)
    assert widgets() <= before


@pytest.mark.slow
@pytest.mark.parametrize("at", range(0, len(ACTED), BATCH))
def test_widgets_and_memory_come_back_after_each_action_run_twenty_times(shown: Window, at: int) -> None:
    """Each counts on its own: what is shown may change with the row it comes to, but no round may leave more
    than the one before, and memory stays within what the allocator keeps.
    """
    grown = []
    for action in ACTED[at : at + BATCH]:
        for _ in range(2):
            run(shown, action)
        counts, memory = [widgets()], resident()
        for _ in range(ROUNDS):
            for _ in range(TIMES // ROUNDS):
                run(shown, action)
            counts.append(widgets())
        bytes_more = resident() - memory
        line = f"{action}: {counts} widgets, {bytes_more / 1e6:+.1f} MB after {TIMES}"
        print(line)
        if all(later > earlier for earlier, later in pairwise(counts)) or bytes_more > 12e6:
            grown.append(line)
    assert grown == []


def test_the_palette_goes(shown: Window) -> None:
    run(shown, "help.palette")
    assert shown.findChildren(CommandPalette) == []
