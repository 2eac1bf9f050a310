"""Pages clipped in a browser, in the window: they are announced, added in one step, and leave the inbox."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.clips import inbox
from briefing.clips.message import from_message
from tests.briefing.clips.pages import HTML, message
from tests.ui.commands.flows import begin, press, quiet, told, undo
from tests.ui.windows import acts, app, window
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    return begin(window, tmp_path)


def clip(title: str, **changed: object) -> None:
    inbox.keep(from_message(message(title=title, html=HTML.replace("nine", title), **changed)))


def test_what_waits_is_announced_and_added_with_one_press_as_one_step(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    clip("ten")
    clip("eleven")
    acts(ws).clipping.look()
    quiet(window, qtbot)
    assert told(window) == ["2 pages clipped in the browser wait."]
    press(window, "2 pages", "Add")
    quiet(window, qtbot)
    assert [(s.title, s.fetched_from) for s in ws.desk.brief.sources] == [
        ("Patrols begin", "https://example.org/a")
    ] * 2
    assert inbox.waiting() == ()
    assert "2 pages clipped in the browser wait." not in told(window)
    undo(window)
    assert ws.desk.brief.sources == ()


def test_the_same_pages_are_announced_once_and_a_new_one_again(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    clip("ten")
    for _ in range(2):
        acts(ws).clipping.look()
        quiet(window, qtbot)
        window.banners.bars()[0].close_bar() if window.banners.bars() else None
        assert told(window) == []
    clip("eleven")
    acts(ws).clipping.look()
    quiet(window, qtbot)
    assert told(window) == ["2 pages clipped in the browser wait."]


def test_selected_words_that_are_not_in_the_article_are_reported(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    clip("ten", selected="words of an advertisement")
    acts(ws).clipping.add()
    quiet(window, qtbot)
    (source,) = ws.desk.brief.sources
    assert any("“words of an advertisement”, are not in the article’s text" in n for n in source.notices)


def test_a_damaged_page_waits_on_and_is_named(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    clip("ten")
    (one,) = inbox.waiting()
    one.path.write_bytes(one.path.read_bytes() + b"x")
    acts(ws).clipping.add()
    quiet(window, qtbot)
    assert ws.desk.brief.sources == ()
    assert len(inbox.waiting()) == 1
    assert any("was changed since it was clipped" in words for words in told(window))


def test_an_empty_inbox_says_how_to_set_a_browser_up(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    acts(ws).clipping.add()
    quiet(window, qtbot)
    assert "No page clipped in a browser waits." in told(window)
