"""A brief in a window, with articles and claims put in without a worker process: for tests of the
commands.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing import edits, storage
from briefing.importing import inputs
from briefing.importing.results import to_source
from briefing.model import Claim, Evidence, Source, new_id
from briefing.quoting import anchor
from briefing.scales import STANDARDS
from briefing.session import Body, NewStep
from briefing.templates import DEFAULT
from tests.ui.windows import awaited, settle, workspace_of
from ui.app import App
from ui.dialogs.new_brief import NewBrief
from ui.look.banner import Banner
from ui.window import Window
from ui.workspace import Workspace

FERRY = "The ferry service will restart on Sunday, the minister said."
PEOPLE = "About 400 people were stranded on the east bank."
DAM = "The dam upstream is old and needs repair, engineers told the council."
ARTICLE = (
    "River talks resume in Lindow\nBy Ada Kern\n13 March 2020\n\n"
    f"Delegates of both banks met on Friday in Lindow. {FERRY}\n\n"
    "The weather kept boats ashore for weeks, and traders in both towns had asked for talks since winter.\n\n"
    f"{PEOPLE}\n\n"
    "Schools opened their halls to them, and bakers brought bread from the market across the bridge at "
    "noon.\n\n"
    f"{DAM}\n"
)


def begin(window: Window, tmp_path: Path) -> Workspace:
    """Make an empty brief in a window, as its dialog does (which test_story fills in by hand)."""
    path = tmp_path / "River.brief"
    window.files._begin(NewBrief(DEFAULT, "River", "", "", STANDARDS[0].id, "", path), ())
    return workspace_of(window)


def begin_read_only(app: App, path: Path) -> tuple[Window, Workspace]:
    """Show a brief that is open elsewhere, to read only."""
    window = app.new_window()
    window.show_brief(storage.open_brief(path, read_only=True), path)
    return window, workspace_of(window)


def article(text: str, **fields: Any) -> tuple[Source, tuple[Body, ...]]:
    """Return the source that these words become, and what is kept of it."""
    source, bodies = to_source(inputs.read_pasted(text), accessed="2020-03-14")
    return replace(source, **fields), tuple(bodies)


def resting_on(words: str, source: Source | None, text: str, quote: str) -> Claim:
    """Return a claim, resting on a quote of a source with this text where there is one."""
    if source is None:
        return Claim(new_id("c"), words)
    described = anchor.describe(text, anchor.locate(text, quote), source.text_sha)
    return Claim(new_id("c"), words, evidence=(Evidence(new_id("e"), source.id, described),))


def put(ws: Workspace, text: str, **fields: Any) -> Source:
    """Add an article of these words."""
    source, bodies = article(text, **fields)
    assert ws.desk.do(NewStep("Add an article", bodies=bodies), edits.add_source, source)
    return source


def claim(ws: Workspace, words: str, source: Source | None = None, quote: str = "") -> str:
    """Add a claim to the situation, resting on a quote; return its id."""
    made = resting_on(words, source, ws.desk.text_of(source.text_sha) if source is not None else "", quote)
    assert ws.desk.do("Add a claim", edits.add_claim, "situation", made)
    return made.id


def quiet(window: Window, qtbot: QtBot) -> None:
    """Wait until no job runs and what the jobs found is shown."""
    settle(8)
    end = time.monotonic() + 20
    while window.jobs.running and time.monotonic() < end:
        settle(4)
    settle(30)


def told(window: Window) -> list[str]:
    """Return the words of the bars, newest first."""
    return [bar.message.text() for bar in window.banners.bars()]


def press(window: Window, words: str, choice: str) -> None:
    """Press a button of the bar that begins with these words."""
    bar = awaited(
        lambda: [bar for bar in window.banners.bars() if bar.message.text().startswith(words)],
        f"no bar {words}",
    )[0]
    assert isinstance(bar, Banner)
    made = next(b for b in bar.findChildren(QPushButton) if b.text() == choice)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    settle(30)


def undo(window: Window) -> None:
    window.actions_by_id["edit.undo"].trigger()
