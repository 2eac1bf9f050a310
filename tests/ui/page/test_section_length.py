"""A section with a length says at its heading how much of it is taken, to eyes and to a screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from briefing import edits, lookup
from tests.ui.windows import app, settle, window, workspace_of
from ui.page.line_words import length_words
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, sample_file: Path) -> Workspace:
    window.open_brief(sample_file)
    ws = workspace_of(window)
    for section in ws.desk.brief.sections:
        ws.desk.do("Length", edits.set_field, section.id, "limit", "")
    return ws


def shown(ws: Workspace, section_id: str) -> str:
    """Return what the mouse shows at the length of a section; "" where none is painted."""
    ws.page.show_whole(section_id)
    settle(20)
    ws.page.grab()
    return next((s.tip for s in ws.page.margin._spots if (s.kind, s.row) == ("length", section_id)), "")


def test_words_are_counted_as_they_change_and_being_over_is_said(ws: Workspace) -> None:
    section = lookup.section(ws.desk.brief, "situation")
    words = lookup.section_words(ws.desk.brief, section)
    assert shown(ws, section.id) == ""
    ws.desk.do("Length", edits.set_field, section.id, "limit", str(words))
    assert shown(ws, section.id) == f"{words} of {words} words"
    ws.desk.do("Text", edits.set_text, section.items[0].id, f"{section.items[0].text} Three more words.")
    over = f"over its length: {words + 3} of {words} words"
    assert shown(ws, section.id) == over
    row = next(row for row in ws.page.rows if row.id == section.id)
    assert ws.page.voice.words_of(row).startswith(over)


def test_the_length_is_asked_for_at_the_heading_and_undo_takes_it_back(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ws.desk.do("Length", edits.set_field, "situation", "limit", "40")
    assert shown(ws, "situation")
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (250, True))
    (spot,) = (s for s in ws.page.margin._spots if (s.kind, s.row) == ("length", "situation"))
    QTest.mouseClick(ws.page.viewport(), Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert lookup.section(ws.desk.brief, "situation").limit == 250
    ws.desk.session.undo()
    assert lookup.section(ws.desk.brief, "situation").limit == 40


@pytest.mark.parametrize(
    ("words", "text"), [(0, "0 of 5 words"), (5, "5 of 5 words"), (6, "over its length: 6 of 5 words")]
)
def test_a_length_that_is_just_kept_is_not_over(words: int, text: str) -> None:
    assert length_words(words, 5) == text
