"""A brief whose file can no longer be written goes on in another, with the words that were typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from briefing import storage
from briefing.edits import Caret
from tests.ui.windows import app, settle, window, workspace_of
from ui.window import Window

__all__ = ["app", "window"]
WORDS = "Words that had no room. " * 400


def fill_the_disk(window: Window) -> None:
    assert window.store is not None
    window.store._connection.execute("PRAGMA max_page_count = 1")  # what it has, and not a page more


def lose_the_file(window: Window) -> None:
    assert window.path is not None
    window.path.unlink()


def replace_the_file(window: Window) -> None:
    assert window.path is not None
    window.path.rename(window.path.with_suffix(".old"))
    window.path.write_bytes(b"")


def type_in_vain(window: Window) -> None:
    page = workspace_of(window).page
    page.set_caret(Caret(next(r.id for r in page.rows if r.kind == "claim"), 0))
    page.insertPlainText(WORDS)
    assert not window.flush()


def choose(window: Window) -> None:
    found = window.banners.findChildren(QAbstractButton, "banner_choice_0")
    next(b for b in found if b.isVisible() and b.text() == "Save a copy elsewhere…").click()


@pytest.mark.parametrize("fault", [fill_the_disk, lose_the_file, replace_the_file])
def test_the_red_bar_saves_the_brief_elsewhere_with_the_words_that_could_not_be_written(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[Window], None]
) -> None:
    window.files.sample()
    settle(50)
    fault(window)
    type_in_vain(window)
    assert not window.close()
    target = tmp_path / "elsewhere" / "saved#1.brief"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    choose(window)
    assert not window.flush()  # there is no such folder: it is told, and nothing is lost
    target.parent.mkdir()
    choose(window)
    assert window.path == target
    assert not [b for b in window.banners.bars() if b.objectName() == "banner_error"]
    desk = workspace_of(window).desk
    assert WORDS.strip() in str(desk.brief)
    assert desk.undo()
    assert desk.redo()
    QTest.keyClicks(workspace_of(window).page, "And more.")
    assert window.close()
    kept = storage.open_brief(target)
    assert kept.brief == desk.brief
    kept.store.close()
