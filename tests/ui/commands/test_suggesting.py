"""Suggested evidence: it follows the caret, and one key links it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing import edits, lookup
from briefing.finder.vector_cache import FILE_NAME
from briefing.model import Claim, Judgement, new_id
from briefing.user_folders import data_dir
from tests.briefing.suggest.tiny_onnx import folder_of
from tests.ui.commands.flows import (
    ARTICLE,
    DAM,
    FERRY,
    PEOPLE,
    begin,
    begin_read_only,
    claim,
    press,
    put,
    quiet,
    told,
    undo,
)
from tests.ui.windows import acts, app, keys, window, workspace_of
from ui.app import App
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    made = begin(window, tmp_path)
    put(made, ARTICLE)
    return made


def best(ws: Workspace) -> str:
    return ws.suggestions.rows.rows[0].words


def wait(window: Window, qtbot: QtBot, ws: Workspace, words: str) -> None:
    qtbot.waitUntil(lambda: ws.suggestions.words.text() == words, timeout=10_000)
    quiet(window, qtbot)


def test_the_suggestions_follow_the_caret(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    first, second = claim(ws, "The ferry will restart on Sunday."), claim(ws, "400 people were stranded.")
    ws.places.go_to(first)
    window.actions_by_id["link.suggestions"].trigger()
    wait(window, qtbot, ws, "The ferry will restart on Sunday.")
    assert best(ws) == FERRY
    ws.places.go_to(second)
    wait(window, qtbot, ws, "400 people were stranded.")
    assert best(ws) == PEOPLE
    ws.page.set_caret(edits.Caret("title", 0))
    qtbot.waitUntil(lambda: ws.suggestions.rows.rows == ())
    assert "Put the caret in a claim" in ws.suggestions.words.text()


def test_one_key_looks_and_links_the_best_one_and_undo_takes_it_back(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The dam is old and needs repair.")
    ws.places.go_to(ident)
    window.actions_by_id["link.suggested"].trigger()
    quiet(window, qtbot)
    assert [e.quote.exact for e in lookup.claim(ws.desk.brief, ident).evidence] == [DAM]
    undo(window)
    assert lookup.claim(ws.desk.brief, ident).evidence == ()


def test_a_linked_passage_is_not_suggested_again(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    source = ws.desk.brief.sources[0]
    ws.places.go_to(claim(ws, "The dam is old and needs repair.", source, DAM))
    window.actions_by_id["link.suggestions"].trigger()
    wait_any(window, qtbot)
    assert DAM not in [row.words for row in ws.suggestions.rows.rows]


def wait_any(window: Window, qtbot: QtBot) -> None:
    """Wait until nothing is looked for any more, nor will be when typing has paused."""
    suggesting = acts(workspace_of(window)).suggesting
    qtbot.waitUntil(lambda: not suggesting._wait.isActive(), timeout=10_000)
    quiet(window, qtbot)


def test_a_caret_that_has_moved_on_links_nothing_to_the_other_claim(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    first, second = claim(ws, "The ferry will restart on Sunday."), claim(ws, "400 people were stranded.")
    ws.places.go_to(first)
    window.actions_by_id["link.suggested"].trigger()
    ws.places.go_to(second)
    wait_any(window, qtbot)
    assert lookup.claim(ws.desk.brief, second).evidence == ()


def test_enter_on_a_suggestion_links_it_and_a_click_shows_it(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The ferry will restart on Sunday.")
    ws.places.go_to(ident)
    window.actions_by_id["link.suggestions"].trigger()
    wait(window, qtbot, ws, "The ferry will restart on Sunday.")
    place = ws.suggestions.list.visualRect(ws.suggestions.rows.index(0)).center()
    QTest.mouseClick(ws.suggestions.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert lookup.claim(ws.desk.brief, ident).evidence == ()
    keys(ws.suggestions.list, Qt.Key.Key_Return)
    assert [e.quote.exact for e in lookup.claim(ws.desk.brief, ident).evidence] == [FERRY]


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (Claim(new_id("c"), "Zebras graze quietly."), "No article has anything similar."),
        (Claim(new_id("c"), "This brief is short.", kind="editorial"), "about the brief itself"),
    ],
    ids=["nothing like it", "editorial"],
)
def test_where_there_is_nothing_to_suggest_it_says_so(
    window: Window, ws: Workspace, qtbot: QtBot, made: Claim, says: str
) -> None:
    ws.desk.do("Add a claim", edits.add_claim, "situation", made)
    ws.places.go_to(made.id)
    window.actions_by_id["link.suggestions"].trigger()
    wait_any(window, qtbot)
    assert says in ws.suggestions.words.text()
    assert not ws.suggestions.link.isEnabled()


def test_outside_a_claim_the_key_says_what_to_do(window: Window, ws: Workspace) -> None:
    ws.page.set_caret(edits.Caret("title", 0))
    window.actions_by_id["link.suggested"].trigger()
    assert told(window)[0] == "The caret is not in a claim."


def test_a_model_that_cannot_be_read_is_told_once_and_words_alone_are_used_from_then_on(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    ws.settings.model_folder = str(tmp_path)
    ident = claim(ws, "The ferry will restart on Sunday.")
    ws.places.go_to(ident)
    window.actions_by_id["link.suggestions"].trigger()
    wait_any(window, qtbot)
    assert "has no model.onnx" in told(window)[0]
    assert ws.settings.model_folder == ""
    window.actions_by_id["link.suggestions"].trigger()
    wait(window, qtbot, ws, "The ferry will restart on Sunday.")
    assert best(ws) == FERRY


def test_the_vectors_a_model_makes_are_kept_with_the_users_data_for_the_next_window(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "model"
    place.mkdir()
    ws.settings.model_folder = str(folder_of(place, "model.onnx"))
    ws.places.go_to(claim(ws, "The dam is old."))
    window.actions_by_id["link.suggestions"].trigger()
    wait(window, qtbot, ws, "The dam is old.")
    assert best(ws) == DAM
    assert (data_dir() / "search" / ws.desk.brief.id / FILE_NAME).stat().st_size > 0


def test_a_chosen_model_can_be_given_up_again(window: Window, ws: Workspace, tmp_path: Path) -> None:
    ws.settings.model_folder = str(tmp_path)
    window.actions_by_id["link.model"].trigger()
    press(window, "Suggestions consider meaning", "By words alone")
    assert ws.settings.model_folder == ""
    assert told(window) == ["Suggestions go by words alone."]


def test_a_brief_to_read_only_shows_suggestions_and_links_none(
    app: App, window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    ident = claim(ws, "The ferry will restart on Sunday.")
    assert window.path is not None
    other, seen = begin_read_only(app, window.path)
    seen.places.go_to(ident)
    acts(seen).suggesting.open()
    wait(other, qtbot, seen, "The ferry will restart on Sunday.")
    assert best(seen) == FERRY
    assert not seen.suggestions.link.isEnabled()
    keys(seen.suggestions.list, Qt.Key.Key_Return)
    assert told(other)[0] == "This brief is open to read only."
    assert lookup.claim(seen.desk.brief, ident).evidence == ()
    other.close()


def test_a_judgement_is_offered_claims_to_rest_on(window: Window, ws: Workspace, qtbot: QtBot) -> None:
    ferry = claim(ws, "The ferry will restart on Sunday.")
    claim(ws, "The dam upstream is old.")
    judgement = Judgement(new_id("j"), "The ferry will stop again in May.")
    outlook = next(s for s in ws.desk.brief.sections if s.kind == "outlook")
    assert ws.desk.do("Judge", edits.add_judgement, outlook.id, judgement)
    ws.places.go_to(judgement.id)
    window.actions_by_id["link.suggestions"].trigger()
    assert best(ws) == "The ferry will restart on Sunday."
    window.actions_by_id["link.suggested"].trigger()
    assert next(lookup.judgements(ws.desk.brief)).basis == (ferry,)
    assert "The ferry will restart on Sunday." not in [row.words for row in ws.suggestions.rows.rows]
    undo(window)
    assert next(lookup.judgements(ws.desk.brief)).basis == ()
