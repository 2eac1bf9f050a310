"""The articles read for meaning ahead: in a job, with a word in the status bar, and once."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from briefing.finder.vector_cache import VectorCache
from briefing.suggest.embedding import Embedding
from tests.briefing.suggest.tiny_onnx import folder_of
from tests.ui.commands.flows import ARTICLE, begin, claim, put, quiet, told
from tests.ui.windows import app, window
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]
MANY = "\n".join(f"Sentence {n} says that the dam is old." for n in range(60))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences of which vectors are made, those of the model's trial left out."""
    sentences: list[str] = []
    vectors = Embedding._vectors

    def counted(self: Embedding, batch: list[str]) -> Any:
        sentences.extend(batch)
        return vectors(self, batch)

    monkeypatch.setattr(Embedding, "_vectors", counted)
    return sentences


@pytest.fixture
def model(tmp_path: Path) -> str:
    place = tmp_path / "model"
    place.mkdir()
    return str(folder_of(place, "model.onnx"))


def read_ahead(ws: Workspace, qtbot: QtBot, model: str) -> None:
    with qtbot.waitSignal(ws.meaning.ready, timeout=10_000):
        ws.meaning.choose(model)


def test_the_sentences_are_read_ahead_and_a_suggestion_reads_its_claim_alone(
    window: Window, qtbot: QtBot, tmp_path: Path, made: list[str], model: str
) -> None:
    ws = begin(window, tmp_path)
    put(ws, ARTICLE)
    read_ahead(ws, qtbot, model)
    assert len(made) == len(set(made)) > 3
    made.clear()
    ws.places.go_to(claim(ws, "The dam is old."))
    window.actions_by_id["link.suggestions"].trigger()
    qtbot.waitUntil(lambda: ws.suggestions.words.text() == "The dam is old.", timeout=10_000)
    quiet(window, qtbot)
    assert made == ["The dam is old."]


def test_an_article_that_comes_later_costs_its_own_sentences(
    window: Window, qtbot: QtBot, tmp_path: Path, made: list[str], model: str
) -> None:
    ws = begin(window, tmp_path)
    put(ws, ARTICLE)
    read_ahead(ws, qtbot, model)
    made.clear()
    with qtbot.waitSignal(ws.meaning.ready, timeout=10_000):
        put(ws, "Nobody knew the new village.\n")
    assert made == ["Nobody knew the new village."]


def test_how_far_it_is_stands_in_the_status_bar_and_goes(
    window: Window, qtbot: QtBot, tmp_path: Path, model: str
) -> None:
    ws = begin(window, tmp_path)
    put(ws, MANY)
    seen: list[tuple[str, bool]] = []
    ws.meaning.progressed.connect(lambda _: seen.append((window.reading.text(), window.reading.isVisible())))
    read_ahead(ws, qtbot, model)
    assert seen[0] == ("Reading for meaning: 0 %", True)
    assert len(seen) > 3
    assert seen[-1] == ("", False)
    assert told(window) == []


def test_closing_stops_it_and_what_was_made_is_kept(
    window: Window, qtbot: QtBot, tmp_path: Path, made: list[str], model: str
) -> None:
    ws = begin(window, tmp_path)
    put(ws, MANY)
    put_away = VectorCache.put

    def until_stopped(self: VectorCache, *args: Any) -> None:
        put_away(self, *args)
        job = ws.meaning._job
        while job is not None and not job.ticket.cancelled():
            time.sleep(0.01)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(VectorCache, "put", until_stopped)
        ws.meaning.choose(model)
        qtbot.waitUntil(lambda: bool(made), timeout=10_000)
        assert ws.shut()
    quiet(window, qtbot)
    assert 0 < len(made) < 60
    first = list(made)
    made.clear()
    read_ahead(ws, qtbot, model)
    assert made
    assert not set(made) & set(first)


def test_a_model_that_fails_is_reported_once_and_given_up(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    ws = begin(window, tmp_path)
    put(ws, ARTICLE)
    ws.settings.model_folder = model
    assert ws.meaning.model_of(model) is not None
    monkeypatch.setattr("briefing.suggest.embedding.fits", lambda *_: False)
    heard: list[str] = []
    ws.meaning.failed.connect(lambda message, _: heard.append(message))
    ws.meaning.make_ahead()
    ws.places.go_to(claim(ws, "The dam is old."))
    window.actions_by_id["link.suggestions"].trigger()
    qtbot.waitUntil(lambda: ws.suggestions.words.text() == "The dam is old.", timeout=10_000)
    quiet(window, qtbot)
    assert len(heard) == 1
    assert "no vector of numbers" in heard[0]
    assert told(window) == heard
    assert ws.settings.model_folder == ""
    assert ws.suggestions.rows.rows
