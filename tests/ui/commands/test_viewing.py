"""Getting about without a mouse: what stands at the caret, the way back, and where Tab goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.gesture_bench import Bench
from tests.ui.windows import app, window
from ui.look import speech
from ui.page.underlines import CheckedRow, Underline
from ui.window import Window

__all__ = ["app", "window"]
Key = Qt.Key


@pytest.fixture
def bench(window: Window, tmp_path: Path, qtbot: QtBot) -> Bench:
    return Bench(window, tmp_path)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(speech, "say", lambda _widget, words, urgent=False: said.append(words))
    return said


def tip(bench: Bench) -> str:
    QToolTip.hideText()
    bench.act("view.tip")
    return QToolTip.text()


def test_a_key_shows_and_says_what_the_mouse_would_show_on_the_page(bench: Bench, heard: list[str]) -> None:
    words = bench.words(bench.one)
    line = Underline(0, 3, "warning", "L6 Say <so>.")
    bench.ws.page.underlines.show({bench.one: CheckedRow(words, (line,))})
    bench.caret(bench.one, 1)
    shown = tip(bench)
    assert "L6 Say &lt;so&gt;." in shown
    assert "quote" in shown
    assert "citation 1: supports" in shown
    assert heard[-1].startswith("L6 Say <so>.; sourced, 1 quote; ")
    bench.caret(bench.one, 9)
    assert "L6" not in tip(bench)


def test_and_in_an_article_what_is_linked_and_what_a_day_means(bench: Bench, heard: list[str]) -> None:
    article = bench.ws.reader.article
    article.setFocus()
    start = article.text.index("Sunday")
    article.select(start, start + 6)
    shown = tip(bench)
    assert "linked as support" in shown
    assert "15 Mar 2020" in shown
    article.select(0, 1)
    assert "nothing more to say" in tip(bench)
    assert "nothing more to say" in heard[-1]


@pytest.mark.parametrize("place", ["view.sources", "view.search", "view.reader", "view.evidence"])
def test_escape_goes_from_any_pane_back_to_the_brief(bench: Bench, place: str) -> None:
    bench.act("edit.search" if place == "view.search" else place)
    assert bench.focus is not bench.ws.page
    bench.press(Key.Key_Escape)
    assert bench.focus is bench.ws.page


def test_but_first_it_lets_go_of_the_words_selected_in_an_article(bench: Bench) -> None:
    bench.act("view.reader")
    bench.press(Key.Key_J, Key.Key_Escape)
    assert bench.focus is bench.ws.reader.article
    assert bench.ws.reader.article.selection() is None


def test_tab_goes_to_the_next_section_or_leaves_the_brief_as_one_setting_says(bench: Bench) -> None:
    before = bench.ws.page.caret()
    bench.press(Key.Key_Tab)
    assert bench.focus is bench.ws.page
    assert bench.ws.page.caret() != before
    bench.act("view.tab_sections")
    assert not bench.window.actions_by_id["view.tab_sections"].isChecked()
    bench.press(Key.Key_Tab)
    assert bench.focus is not bench.ws.page


def test_the_page_says_how_it_is_left(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "listened_to", lambda: True)
    bench.act("view.reader")
    bench.act("view.page")
    assert bench.ws.page.accessibleDescription().startswith(
        "Tab goes to the next section; these leave the brief: F6, F7, F9;"
    )


def test_a_window_of_the_usual_size_keeps_the_room_of_its_panes(bench: Bench) -> None:
    before = bench.ws.down.sizes()
    bench.ws.make_room()
    assert bench.ws.down.sizes() == before
    assert bench.ws.sources.isVisible()
