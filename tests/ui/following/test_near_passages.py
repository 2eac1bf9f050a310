"""Warnings that nothing has it, looked at by meaning: a note with a passage, once the sentences are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing import edits, lookup
from briefing.checks.findings import Finding
from briefing.suggest.embedding import ModelFailed
from briefing.text import sentences
from tests.briefing.suggest.tiny_onnx import folder_of
from tests.ui.commands.flows import begin, claim, press, put, quiet, told, undo
from tests.ui.windows import app, window
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]
UNHURT = "Nobody was hurt in the fire, the owner told reporters."
ARTICLE = f"Fire in the mill\n\nThe mill burned down. {UNHURT}\n"


@pytest.fixture
def ident(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A claim whose denial stands in another sentence than its quote, and a model that finds all near."""
    monkeypatch.setattr(
        "briefing.suggest.nearness.Nearness.sentences", lambda _self, _claim, text: list(sentences(text))
    )
    ws = begin(window, tmp_path)
    source = put(ws, ARTICLE)
    return claim(ws, "The fire did not injure anybody.", source, "The mill burned down.")


def of(ws: Workspace, ident: str) -> list[Finding]:
    return [f for f in ws.states.findings if f.rule == "L3" and f.item_id == ident]


def severities(ws: Workspace, ident: str) -> list[str]:
    return [f.severity for f in of(ws, ident)]


def model(tmp_path: Path) -> str:
    place = tmp_path / "model"
    place.mkdir()
    return str(folder_of(place, "model.onnx"))


def choose(window: Window, ws: Workspace, ident: str, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: severities(ws, ident) == ["warning"], timeout=10_000)
    ws.meaning.choose(model(tmp_path))
    qtbot.waitUntil(lambda: severities(ws, ident) == ["note"], timeout=10_000)
    quiet(window, qtbot)


def workspace(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def test_the_note_is_shown_and_its_fix_links_the_passage(
    window: Window, ident: str, qtbot: QtBot, tmp_path: Path
) -> None:
    ws = workspace(window)
    choose(window, ws, ident, qtbot, tmp_path)
    assert [f.severity for f in ws.states.shown if f.item_id == ident and f.rule == "L3"] == ["note"]
    ws.places.go_to(ident)
    ws.page.setFocus()
    ws.problems.choose(of(ws, ident)[0])
    window.actions_by_id["brief.fix"].trigger()
    assert [e.quote.exact for e in lookup.claim(ws.desk.brief, ident).evidence][1:] == [UNHURT]
    undo(window)
    qtbot.waitUntil(lambda: severities(ws, ident) == ["note"], timeout=10_000)


def test_a_reworded_claim_is_looked_at_again(
    window: Window, ident: str, qtbot: QtBot, tmp_path: Path
) -> None:
    ws = workspace(window)
    choose(window, ws, ident, qtbot, tmp_path)
    ws.desk.do("Reword", edits.set_text, ident, "The fire did not injure anybody in Brussels.")
    qtbot.waitUntil(lambda: sorted(severities(ws, ident)) == ["note", "warning"], timeout=10_000)


def test_a_waived_finding_stays_waived(window: Window, ident: str, qtbot: QtBot, tmp_path: Path) -> None:
    ws = workspace(window)
    choose(window, ws, ident, qtbot, tmp_path)
    ws.desk.do("Reword", edits.set_text, ident, "The fire did not injure anybody in Brussels.")
    ws.desk.do("Waive", edits.waive, ident, "L3", "It is known.")
    qtbot.waitUntil(lambda: {f.waived for f in of(ws, ident)} == {"It is known."}, timeout=10_000)


def test_without_the_model_it_is_a_warning_again(
    window: Window, ident: str, qtbot: QtBot, tmp_path: Path
) -> None:
    ws = workspace(window)
    choose(window, ws, ident, qtbot, tmp_path)
    window.actions_by_id["link.model"].trigger()
    press(window, "Suggestions consider meaning", "By words alone")
    qtbot.waitUntil(lambda: severities(ws, ident) == ["warning"], timeout=10_000)


def test_a_model_that_fails_meanwhile_is_reported_once_and_leaves_the_warning(
    window: Window, ident: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ws = workspace(window)
    choose(window, ws, ident, qtbot, tmp_path)

    def fails(*_: object) -> None:
        raise ModelFailed("The model is broken.")

    monkeypatch.setattr("briefing.suggest.nearness.Nearness.sentences", fails)
    ws.desk.do("Reword", edits.set_text, ident, "The fire did not injure anyone.")
    qtbot.waitUntil(lambda: told(window) == ["The model is broken."], timeout=10_000)
    qtbot.waitUntil(lambda: severities(ws, ident) == ["warning"], timeout=10_000)
    assert ws.settings.model_folder == ""
