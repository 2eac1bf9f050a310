"""Where a claim of an article's words goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing import edits, inline
from briefing.edits import Caret
from tests.ui.windows import app, keys, settle, window, workspace_of
from ui.app import App
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]

Key = Qt.Key


@pytest.fixture
def ws(app: App, window: Window, sample_file: Path) -> Workspace:
    app.open(sample_file, window)
    settle(50)
    made = workspace_of(window)
    for item in section(made, "bottom-line").items:
        assert made.desk.do("Clear", edits.remove_item, item.id)
    return made


def section(ws: Workspace, ident: str):
    return next(s for s in ws.desk.brief.sections if s.id == ident)


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_L])
def test_words_of_an_article_go_to_the_situation_while_the_caret_is_in_no_claim(
    ws: Workspace, key: Key
) -> None:
    ws.page.set_caret(Caret("blank:bottom-line", 0))
    before = len(section(ws, "situation").items)
    keys(ws.reader.article, Key.Key_J, key)
    assert section(ws, "bottom-line").items == ()
    assert len(section(ws, "situation").items) == before + 1


def test_but_after_the_claim_of_the_bottom_line_with_the_caret(ws: Workspace) -> None:
    ws.page.setFocus()
    ws.page.set_caret(Caret("blank:bottom-line", 0))
    QTest.keyClicks(ws.page, "It holds.")
    keys(ws.reader.article, Key.Key_J, Key.Key_N)
    assert len(section(ws, "bottom-line").items) == 2


def test_a_typed_list_stays_as_it_was_typed_a_claim_a_line(ws: Workspace) -> None:
    ws.page.setFocus()
    ws.page.set_caret(Caret("blank:bottom-line", 0))
    QTest.keyClicks(ws.page, "- one")
    keys(ws.page, Key.Key_Return)
    QTest.keyClicks(ws.page, "- two")
    ws.page.flush()
    assert [inline.plain(i.text) for i in section(ws, "bottom-line").items] == ["- one", "- two"]
