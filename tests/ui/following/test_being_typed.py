"""What is found in a half-typed sentence is shown at its end, after a pause, or when its row is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing import edits, lookup
from briefing.edits import Caret
from briefing.exporting import options
from tests.ui.commands.flows import ARTICLE, PEOPLE, begin, claim, put
from tests.ui.windows import app, window
from ui.commands.exporting import _locks
from ui.following.being_typed import PAUSE_MS
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]

OTHERWISE = "About 500 people were stranded"


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


@pytest.fixture
def ident(ws: Workspace, qtbot: QtBot) -> str:
    """A claim with the caret behind its first words, of which nothing is found."""
    made = claim(ws, "About", put(ws, ARTICLE), PEOPLE)
    claim(ws, "The ferry will stop.")
    qtbot.waitUntil(lambda: any(f.rule == "L1" for f in ws.states.findings), timeout=10_000)
    ws.places.go_to(made)
    ws.page.setFocus()
    QTest.keyClick(ws.page, Qt.Key.Key_End)
    return made


def type_on(ws: Workspace, qtbot: QtBot, ident: str, words: str) -> None:
    """Type, and wait until the rules have answered: `findings` has what `shown` may keep back."""
    QTest.keyClicks(ws.page, words)
    ws.page.flush()
    qtbot.waitUntil(lambda: ws.states._checked is ws.desk.brief, timeout=10_000)
    assert any("500" in f.message for f in ws.states.findings if f.item_id == ident)


def seen(ws: Workspace, ident: str) -> set[str]:
    """Return where a finding on the claim is seen: in the pane, in the margin, under its words."""
    places = {
        "pane": any(row.finding and row.finding.item_id == ident for row in ws.problems.rows.rows),
        "margin": ident in ws.page.margin._findings,
        "words": any(
            line.kind != "found" for line in getattr(ws.page.underlines._rows.get(ident), "lines", ())
        ),
    }
    return {place for place, here in places.items() if here}


EVERYWHERE = {"pane", "margin", "words"}


def test_it_waits_while_keys_come_and_is_seen_when_the_next_sentence_begins(
    ws: Workspace, qtbot: QtBot, ident: str
) -> None:
    type_on(ws, qtbot, ident, " 500 people were stranded")
    assert seen(ws, ident) == set()
    QTest.keyClicks(ws.page, ". ")
    ws.page.flush()
    qtbot.waitUntil(lambda: seen(ws, ident) == EVERYWHERE, timeout=10_000)


def test_a_pause_shows_what_the_rest_cannot_change(ws: Workspace, qtbot: QtBot, ident: str) -> None:
    pause = ws.states.typed.pause
    type_on(ws, qtbot, ident, " 500")
    assert pause.isActive()
    assert pause.interval() == PAUSE_MS == 2000
    pause.start(0)
    qtbot.waitUntil(lambda: not pause.isActive())
    assert seen(ws, ident) == set()
    pause.setInterval(PAUSE_MS)
    type_on(ws, qtbot, ident, " people were")
    pause.start(0)
    qtbot.waitUntil(lambda: seen(ws, ident) == EVERYWHERE)
    pause.setInterval(PAUSE_MS)
    type_on(ws, qtbot, ident, " stranded")  # what was seen once does not go while its words stand
    assert seen(ws, ident) == EVERYWHERE


@pytest.mark.parametrize("leave", ["row", "page"])
def test_it_is_seen_when_its_row_or_the_page_is_left(
    ws: Workspace, qtbot: QtBot, ident: str, leave: str
) -> None:
    type_on(ws, qtbot, ident, " 500")
    assert seen(ws, ident) == set()
    if leave == "row":
        QTest.keyClick(ws.page, Qt.Key.Key_Down)
    else:
        ws.sources.list.setFocus()
    qtbot.waitUntil(lambda: seen(ws, ident) == EVERYWHERE, timeout=10_000)
    assert not ws.states.typed.pause.isActive()


def test_an_edit_that_is_no_typing_ends_the_waiting(ws: Workspace, qtbot: QtBot, ident: str) -> None:
    type_on(ws, qtbot, ident, " 500")
    assert seen(ws, ident) == set()
    ws.desk.do("Waive", edits.waive, ident, "L14", "Short, but whole.")
    qtbot.waitUntil(lambda: seen(ws, ident) == EVERYWHERE, timeout=10_000)


def test_a_key_that_is_not_yet_committed_is_no_pause(ws: Workspace, qtbot: QtBot, ident: str) -> None:
    type_on(ws, qtbot, ident, " 500 people were ")
    pause = ws.states.typed.pause
    QTest.keyClicks(ws.page, "s")
    assert ws.page.dirty
    pause.stop()
    pause.timeout.emit()
    assert pause.isActive()
    assert seen(ws, ident) == set()


def test_a_new_claim_lacks_its_quote_when_its_sentence_is_whole(ws: Workspace, qtbot: QtBot) -> None:
    ws.page.setFocus()
    ws.page.set_caret(Caret("blank:situation", 0))
    QTest.keyClicks(ws.page, "Nobody came")
    ws.page.flush()
    (made,) = lookup.claims(ws.desk.brief)
    qtbot.waitUntil(lambda: any(f.rule == "L1" for f in ws.states.findings), timeout=10_000)
    assert seen(ws, made.id) == set()
    QTest.keyClicks(ws.page, ". ")
    ws.page.flush()
    qtbot.waitUntil(lambda: seen(ws, made.id) == {"pane"}, timeout=10_000)


def test_an_export_asks_a_reason_for_what_still_waits(ws: Workspace, qtbot: QtBot, ident: str) -> None:
    type_on(ws, qtbot, ident, " 500 people")
    assert seen(ws, ident) == set()
    locks = _locks(ws, options.read(ws.desk.brief.export_choices))
    assert [f.item_id for f in locks] == [ident]
