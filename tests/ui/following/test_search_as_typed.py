"""Search as it is typed: the last word wins, and new articles are found without asking again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing import edits, finder
from briefing.errors import StorageError
from tests.ui.commands.flows import ARTICLE, FERRY, begin, claim, put, quiet, told
from tests.ui.windows import app, keys, settle, window
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]
STRIKE = "Strike looms\n\nSailors of the ferry vote next week, the union said.\n"


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    made = begin(window, tmp_path)
    put(made, ARTICLE, publisher="Harbour Post", grade="B")
    return made


def search(ws: Workspace, window: Window, qtbot: QtBot, words: str) -> list[str]:
    ws.sources.search.line.setText(words)
    settle(60)
    quiet(window, qtbot)
    return [row.words for row in ws.sources.hits.rows]


def test_words_are_found_as_they_are_typed_and_the_last_ones_win(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    window.actions_by_id["edit.search"].trigger()
    assert window.focusWidget() is ws.sources.search.line
    QTest.keyClicks(ws.sources.search.line, "ferry")
    settle(60)
    quiet(window, qtbot)
    assert FERRY in [row.words for row in ws.sources.hits.rows]
    assert ws.sources.hit_list.isVisible()
    keys(ws.sources.search.line, Qt.Key.Key_Escape)
    settle(20)
    assert ws.sources.list.isVisible()


def test_enter_takes_the_first_passage_into_the_reader_ready_to_link(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    search(ws, window, qtbot, "restart")
    keys(ws.sources.search.line, Qt.Key.Key_Return)
    start, end = ws.reader.selection() or (0, 0)
    assert ws.reading.text[start:end] == FERRY
    assert window.focusWidget() is ws.reader.article


def test_down_goes_into_the_passages_and_shows_each(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    search(ws, window, qtbot, "the")
    keys(ws.sources.search.line, Qt.Key.Key_Down)
    assert window.focusWidget() is ws.sources.hit_list
    keys(ws.sources.hit_list, Qt.Key.Key_Down)
    assert ws.sources.hit_list.currentIndex().row() == 1


FOUND = {
    'ferry outlet:"Harbour Post"': 1,
    "ferry outlet:Voice": 0,
    "ferry grade:B": 1,
    "ferry after:2020-04": 0,
    "ferry is:used": 0,
    "zebra": 0,
}


def test_filters_narrow_what_is_found_and_nothing_found_is_said(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    for words, count in FOUND.items():
        assert len(search(ws, window, qtbot, words)) == count, words
        assert ws.sources.found.text().startswith("1 passage" if count else "Nothing found."), words


def test_an_article_that_comes_or_goes_is_found_or_not_without_typing(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    assert len(search(ws, window, qtbot, "ferry")) == 1
    strike = put(ws, STRIKE)
    settle(80)
    quiet(window, qtbot)
    assert len(ws.sources.hits.rows) == 2
    ws.desk.do("Remove", edits.remove_source, strike.id)
    settle(80)
    quiet(window, qtbot)
    assert len(ws.sources.hits.rows) == 1


def test_a_search_by_use_follows_the_links(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    claim(ws, "The ferry will restart.", ws.desk.brief.sources[0], FERRY)
    assert len(search(ws, window, qtbot, "ferry is:used")) == 1


def test_a_search_that_failed_is_told_and_the_next_one_reads_the_articles_again(
    window: Window, ws: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_named: object) -> None:
        raise StorageError("The index could not be read.", "Search again.")

    with monkeypatch.context() as patched:
        patched.setattr(finder, "search", broken)
        search(ws, window, qtbot, "ferry")
    assert told(window)[0] == "The index could not be read."
    assert len(search(ws, window, qtbot, "dam")) == 1


def test_what_is_not_understood_is_named_once_it_has_been_typed(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    search(ws, window, qtbot, "ferry grade:Z")
    assert "grade:Z" not in ws.sources.found.text()
    search(ws, window, qtbot, "ferry grade:Z ")
    assert "ignored: grade:Z." in ws.sources.found.text()
    assert search(ws, window, qtbot, "grade:Z ferry")
    assert "ignored: grade:Z." in ws.sources.found.text()


def test_a_blank_ends_the_last_word(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    assert search(ws, window, qtbot, "ferr")
    assert not search(ws, window, qtbot, "ferr ")
