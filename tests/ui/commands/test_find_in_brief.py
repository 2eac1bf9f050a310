"""Find and replace in the brief, by keys and buttons in the whole window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from briefing import edits, inline, lookup
from briefing.edits import Caret
from briefing.model import Claim, new_id
from tests.ui.windows import app, keys, settle, window, workspace_of
from ui.app import App
from ui.page.replace_bar import ReplaceBar
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ws(app: App, window: Window, sample_file: Path) -> Workspace:
    app.open(sample_file, window)
    settle(50)
    made = workspace_of(window)
    made.page.setFocus()
    return made


def bar_of(ws: Workspace) -> ReplaceBar:
    return ws.findChild(ReplaceBar)  # type: ignore[return-value]


def child(ws: Workspace, kind: type[QWidget], name: str) -> QWidget:
    found = ws.findChild(kind, name)
    assert isinstance(found, QWidget)
    return found


def write_claims(ws: Workspace, *texts: str) -> list[str]:
    section = next(s for s in ws.desk.brief.sections if s.kind == "situation")
    ids = [new_id("c") for _ in texts]
    for ident, text in zip(ids, texts, strict=True):
        assert ws.desk.do("Write", edits.add_claim, section.id, Claim(ident, text))
    return ids


def open_with(ws: Workspace, words: str, key: Key = Key.Key_H) -> ReplaceBar:
    keys(ws.page, key, modifier=CONTROL)
    bar = bar_of(ws)
    assert bar.field.hasFocus()
    bar.field.setText(words)
    return bar


def test_ctrl_f_finds_in_the_brief_when_the_keys_are_there_and_in_the_article_elsewhere(
    ws: Workspace,
) -> None:
    first, second = write_claims(ws, "A zebra here", "and **Zébras** there")
    bar = open_with(ws, "zebra", Key.Key_F)
    assert not bar.replacing
    assert bar.bar.count.text() == "1 of 2"
    assert ws.page.found.current is not None
    assert ws.page.found.current.row == first
    keys(bar.field, Key.Key_Return)
    assert ws.page.found.current.row == second
    keys(bar.field, Key.Key_Return, modifier=SHIFT)
    assert ws.page.found.current.row == first
    keys(bar.field, Key.Key_F3)
    keys(bar.field, Key.Key_Escape)
    assert ws.page.hasFocus()
    assert not bar.isVisible()
    assert ws.page.textCursor().selectedText() == "Zébra"
    assert not ws.page.found.places
    ws.reader.article.setFocus()
    keys(ws.reader.article, Key.Key_F, modifier=CONTROL)
    assert ws.reader.find_bar.isVisible()
    assert not bar.isVisible()


def test_replace_all_is_one_step_keeps_quotes_and_says_how_many(ws: Workspace) -> None:
    claim = next(c for c in lookup.claims(ws.desk.brief) if c.evidence)
    word = inline.plain(claim.text).split()[0]
    before = ws.desk.brief
    steps = len(ws.desk.session.past)
    bar = open_with(ws, word)
    QTest.keyClicks(bar.words, "Zebras")
    QTest.mouseClick(child(ws, QPushButton, "brief_replace_all"), Qt.MouseButton.LeftButton)
    after = lookup.claim(ws.desk.brief, claim.id)
    assert inline.plain(after.text).startswith("Zebras")
    assert after.evidence == claim.evidence
    assert len(ws.desk.session.past) == steps + 1
    assert bar.bar.count.text() == "not found"
    assert not child(ws, QPushButton, "brief_replace_all").isEnabled()
    assert ws.desk.undo()
    assert ws.desk.brief == before
    assert bar.bar.count.text().endswith(f"of {len(ws.page.found.places)}")


def test_words_are_replaced_one_by_one_and_the_caret_stays(ws: Workspace) -> None:
    ids = write_claims(ws, "zebra one zebra", "zebra two")
    ws.page.set_caret(Caret(ids[0], 5))
    bar = open_with(ws, "zebra")
    assert ws.page.found.current is not None
    assert ws.page.found.current.start == 10, "the first place from the caret"
    QTest.keyClicks(bar.words, "zebras")
    keys(bar.words, Key.Key_Return)
    assert lookup.claim(ws.desk.brief, ids[0]).text == "zebra one zebras"
    assert ws.page.found.current.row == ids[1], "what was put in is not replaced again"
    keys(bar.words, Key.Key_Return)
    assert lookup.claim(ws.desk.brief, ids[1]).text == "zebras two"
    assert ws.page.caret() == Caret(ids[0], 5)


def test_case_whole_words_and_the_part_of_the_brief_can_be_chosen(ws: Workspace) -> None:
    write_claims(ws, "Zebra zebra zebras")
    bar = open_with(ws, "zebra")
    assert bar.bar.count.text() == "1 of 3"
    QTest.mouseClick(child(ws, QToolButton, "brief_find_case"), Qt.MouseButton.LeftButton)
    assert bar.bar.count.text() == "1 of 2"
    keys(child(ws, QToolButton, "brief_find_whole"), Key.Key_Space)
    assert bar.bar.count.text() == "1 of 1"
    for action in child(ws, QWidget, "brief_find_parts").actions():
        if action.objectName() == "brief_find_in.claims":
            action.trigger()
    assert bar.bar.count.text() == "not found"
    assert "claims" not in child(ws, QToolButton, "brief_find_where").accessibleName()


def test_the_selected_words_are_looked_for(ws: Workspace) -> None:
    (ident,) = write_claims(ws, "a 😀 zebra and more")
    ws.page.set_caret(Caret(ident, 9), 4)
    keys(ws.page, Key.Key_F, modifier=CONTROL)
    assert bar_of(ws).field.text() == "zebra"


def test_typing_elsewhere_keeps_the_count_true_and_scrolls_nowhere(ws: Workspace) -> None:
    write_claims(ws, "zebra")
    bar = open_with(ws, "zebra")
    ws.page.verticalScrollBar().setValue(0)
    (ident,) = write_claims(ws, "zebra again")
    assert bar.bar.count.text() == "1 of 2"
    assert ws.page.verticalScrollBar().value() == 0
    assert isinstance(bar.field, QLineEdit)
    assert lookup.claim(ws.desk.brief, ident)
