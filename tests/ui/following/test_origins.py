"""Whose story each article is, found again whenever the articles change."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from briefing import edits
from tests.ui.commands.flows import ARTICLE, begin, claim, put, quiet
from tests.ui.windows import app, window
from ui.window import Window

__all__ = ["app", "window"]
REPRINT = ARTICLE.replace("River talks resume in Lindow", "Talks on the river resume").replace(
    "Ada Kern", "Staff"
)


def test_a_reprint_is_grouped_with_its_original_and_apart_when_one_goes(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    ws = begin(window, tmp_path)
    first, second = put(ws, ARTICLE), put(ws, REPRINT)
    qtbot.waitUntil(lambda: first.id in ws.tracing.origins.of, timeout=10_000)
    group = ws.tracing.origins.of[first.id]
    assert set(group.members) >= {first.id, second.id}
    ws.desk.do("Remove", edits.remove_source, second.id)
    qtbot.waitUntil(
        lambda: second.id not in getattr(ws.tracing.origins.of.get(first.id), "members", ()), timeout=10_000
    )


def test_writing_a_claim_does_not_make_it_look_again(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    ws = begin(window, tmp_path)
    put(ws, ARTICLE)
    qtbot.waitUntil(lambda: not ws.tracing._wait.isActive(), timeout=10_000)
    quiet(window, qtbot)
    looked: list[object] = []
    ws.tracing.found.connect(looked.append)
    claim(ws, "The ferry will stop.")
    assert not ws.tracing._wait.isActive()
    assert looked == []


def test_asked_twice_it_looks_once_more_after(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    ws = begin(window, tmp_path)
    put(ws, ARTICLE)
    ws.tracing.look()
    ws.tracing.look()
    qtbot.waitUntil(lambda: not ws.tracing._wait.isActive(), timeout=10_000)
    quiet(window, qtbot)
    assert not ws.tracing._running
