"""Rest: what was left comes back, and what a bar offered stays in reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from briefing import edits, lookup
from briefing.edits import Caret
from briefing.model import Source
from briefing.tasks.add_sources import Intake, OutcomeLine
from tests.ui.commands.flows import ARTICLE, FERRY, PEOPLE, begin, begin_read_only, claim, put
from tests.ui.windows import acts, app, awaited, dialog, keys, settle, window, workspace_of
from ui.app import App
from ui.dialogs.paste_article import PasteDialog
from ui.dialogs.preview import PreviewDialog
from ui.settings import RECENT, Settings
from ui.window import Window

__all__ = ["app", "window"]


def test_a_brief_opens_where_it_was_left(app: App, window: Window, sample_file: Path) -> None:
    app.open(sample_file, window)
    ws = workspace_of(window)
    last = ws.desk.brief.sources[-1].id
    row = next(iter(lookup.judgements(ws.desk.brief))).id
    ws.sources.choose(last)
    ws.tabs.setCurrentWidget(ws.history)
    ws.page.set_caret(Caret(row, 5))
    ws.sources.set_order("title")
    window.close()
    settle(20)
    again = app.new_window()
    app.open(sample_file, again)
    ws = workspace_of(again)
    settle(60)
    assert ws.page.caret() == Caret(row, 5)
    assert ws.reading.source_id == last
    assert ws.tabs.currentWidget() is ws.history
    assert ws.sources.order == "title"
    # The panes have their sizes a moment after the first painting.
    view = ws.page.viewport()
    awaited(lambda: [view] if view.rect().contains(ws.page.cursorRect()) else [], "the caret is out of sight")


def test_a_place_that_is_gone_and_a_broken_setting_open_at_the_beginning(
    app: App, window: Window, sample_file: Path
) -> None:
    app.settings.keep_place(sample_file, ("gone", "x", "gone", "gone"))
    app.open(sample_file, window)
    assert workspace_of(window).page.caret() == Caret("title", 0)


def test_places_are_kept_for_as_many_briefs_as_are_listed(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    for n in range(RECENT + 3):
        settings.keep_place(tmp_path / f"{n}.brief", ("title", str(n), "", ""))
    assert settings.place_in(tmp_path / f"{RECENT + 2}.brief") == ("title", str(RECENT + 2), "", "")
    assert settings.place_in(tmp_path / "0.brief") == ()
    settings._set("places", "no list")
    assert settings.place_in(tmp_path / "5.brief") == ()


def test_a_brief_to_read_only_offers_a_copy_in_its_bar(
    app: App, window: Window, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *a: (asked.append(a[1]), ("", ""))[1]
    )
    app.open(sample_file, window)
    other, ws = begin_read_only(app, sample_file)
    acts(ws).adding.choose_files()
    (offer,) = [
        made for bar in other.banners.bars() for made in bar.findChildren(QPushButton)
        if made.text() == "Save a copy…"
    ]  # fmt: skip
    offer.click()
    assert asked == ["Save a copy"]
    other.close()


def test_fill_in_stays_beside_the_list_of_what_was_added(window: Window, tmp_path: Path) -> None:
    ws = begin(window, tmp_path)
    bare = tuple(put(ws, ARTICLE + str(n), publisher="") for n in range(5))
    taken = Intake(sources=bare, lines=tuple(OutcomeLine(s.title, "added", s.id, s.title) for s in bare))
    acts(ws).adding._outcome.tell(taken, lambda: None)
    for _ in range(2):
        bar = window.banners.bars()[0]
        names = [made.text() for made in bar.findChildren(QPushButton)]
        assert names[:2] == ["Show the list", "Fill in…"]
        bar.findChildren(QPushButton)[0].click()
        settle(5)


def test_the_preview_leads_to_the_pages_and_to_export(
    app: App, window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    app.open(sample_file, window)
    window.actions_by_id["file.preview"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None, timeout=10_000)
    shown = window.findChild(PreviewDialog)
    assert isinstance(shown, PreviewDialog)
    for name in ("preview_pages", "preview_export"):
        assert shown.findChild(QPushButton, name) is not None
    shown.findChild(QPushButton, "preview_export").click()
    asked = dialog(window, "export")
    assert isinstance(asked, QDialog)
    asked.reject()
    shown.reject()


def test_a_line_that_lost_its_words_is_dropped_when_it_is_left(window: Window, tmp_path: Path) -> None:
    ws = begin(window, tmp_path)
    first, second = claim(ws, "The ferry sails."), claim(ws, "The dam is old.")
    ws.page.setFocus()
    ws.page.set_caret(Caret(second, 15))
    keys(ws.page, *[Qt.Key.Key_Backspace] * 15)
    ws.page.flush()
    assert lookup.claim(ws.desk.brief, second).text == ""
    keys(ws.page, Qt.Key.Key_Up)
    settle(20)
    assert [c.id for c in lookup.claims(ws.desk.brief)] == [first]
    window.actions_by_id["edit.undo"].trigger()
    assert [c.id for c in lookup.claims(ws.desk.brief)] == [first, second]


def test_an_empty_line_with_a_quote_stays(window: Window, tmp_path: Path) -> None:
    ws = begin(window, tmp_path)
    source: Source = put(ws, ARTICLE)
    kept = claim(ws, "The dam is old.", source, "The dam upstream is old")
    other = claim(ws, "The ferry sails.")
    ws.desk.do("Empty", edits.set_text, kept, "")
    ws.page.set_caret(Caret(kept, 0))
    ws.page.set_caret(Caret(other, 0))
    settle(20)
    assert [c.id for c in lookup.claims(ws.desk.brief)] == [kept, other]


def test_pasting_an_article_begins_with_the_clipboard_and_ends_in_the_reader(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    ws = begin(window, tmp_path)
    copied = f"Talks resume in Lindow\nThe Levant Monitor, 14 November 2025\n\n{FERRY}\n\n{PEOPLE}"
    QGuiApplication.clipboard().setText(copied)
    window.actions_by_id["articles.paste"].trigger()
    asked = dialog(window, "paste_article")
    assert isinstance(asked, PasteDialog)
    assert asked.text() == copied
    qtbot.waitUntil(lambda: asked.lines["publisher"].text() == "The Levant Monitor")
    assert asked.lines["published"].text() == "2025-11-14"
    asked.add.click()
    qtbot.waitUntil(lambda: len(ws.desk.brief.sources) == 1)
    assert window.focusWidget() is ws.reader.article
