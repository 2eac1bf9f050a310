"""Pictures of every main state of the window, light and dark, in two sizes: written for a person to look at.

`uv run pytest -m slow tests/ui/test_pictures.py` writes them to `pictures/`. What the tests themselves can
tell is that each state can be reached and that something is painted.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from briefing import storage
from briefing.model import Brief, Claim, Evidence, Section, Source
from briefing.quoting import anchor
from briefing.session import Body
from briefing.tasks import sample
from briefing.text import sha256
from tests.bench.briefs import large
from tests.ui.picture_states import STATES
from tests.ui.windows import app, settle, workspace_of
from ui.app import App
from ui.look.theme import Mode
from ui.window import Window

__all__ = ["app"]
pytestmark = pytest.mark.slow
FOLDER = Path(__file__).resolve().parents[2] / "pictures"
SIZES = ((1280, 800), (1920, 1080))
MODES: tuple[Mode, ...] = ("light", "dark")


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})


def write(widget: QWidget, name: str, mode: str, size: tuple[int, int]) -> None:
    settle(60)
    image = widget.grab().toImage()
    FOLDER.mkdir(exist_ok=True)
    assert image.save(str(FOLDER / f"{name}-{mode}-{size[0]}.png"))
    assert colours(image) > 3


@pytest.fixture(params=[(mode, size) for mode in MODES for size in SIZES], ids=lambda p: f"{p[0]}-{p[1][0]}")
def shown(app: App, request: pytest.FixtureRequest) -> tuple[Window, str, tuple[int, int]]:
    mode, size = request.param
    app.set_theme(mode)
    window = app.new_window()
    window.resize(*size)
    return window, mode, size


@pytest.mark.parametrize("state", sorted(STATES))
def test_a_picture_of_each_state(
    state: str, shown: tuple[Window, str, tuple[int, int]], tmp_path: Path
) -> None:
    window, mode, size = shown
    path = sample.build(tmp_path / "sample.brief")
    window.app.open(path, window)
    settle(150)
    write(STATES[state](window), state, mode, size)


def test_a_picture_of_the_welcome(shown: tuple[Window, str, tuple[int, int]]) -> None:
    window, mode, size = shown
    write(window, "welcome", mode, size)


def test_a_picture_of_an_empty_brief(shown: tuple[Window, str, tuple[int, int]], tmp_path: Path) -> None:
    from briefing import templates

    window, mode, size = shown
    path = tmp_path / "empty.brief"
    storage.create(path, templates.start(templates.get("situation-brief"), title="")).close()
    window.app.open(path, window)
    write(window, "empty", mode, size)


def broken(path: Path) -> Path:
    """Return a brief in which a source does not say what a claim quotes."""
    said = "Officials of both banks met in Lindow on Friday. The ferry will restart on Sunday."
    sha = sha256(said)
    source = Source("s1", title="River talks resume", publisher="Harbour Post", text_sha=sha, chars=len(said))
    right = anchor.describe(said, anchor.locate(said, "met in Lindow on Friday"), sha)
    wrong = replace(
        anchor.describe(said, anchor.locate(said, "ferry will restart on Sunday")),
        exact="ferry may restart on Monday",
    )
    claims = (
        Claim("c1", "The banks are talking again.", evidence=(Evidence("e1", "s1", right),)),
        Claim("c2", "The ferry may restart on Monday.", evidence=(Evidence("e2", "s1", wrong),)),
    )
    brief = Brief(
        "b1",
        "River",
        sections=(Section("situation", "situation", "Situation", items=claims),),
        sources=(source,),
    )
    storage.create(path, brief, (Body(sha, said.encode()),)).close()
    return path


def test_a_picture_of_a_broken_quote(
    shown: tuple[Window, str, tuple[int, int]], tmp_path: Path, qtbot: QtBot
) -> None:
    window, mode, size = shown
    window.app.open(broken(tmp_path / "broken.brief"), window)
    ws = workspace_of(window)
    qtbot.waitUntil(lambda: bool(ws.states.broken), timeout=10_000)
    ws.places.go_to("c2")
    write(window, "broken", mode, size)
    window.actions_by_id["file.export"].trigger()
    asked = next(d for d in window.findChildren(QDialog) if d.objectName() == "export")
    write(asked, "export-broken", mode, size)


def test_a_picture_of_a_long_brief(
    shown: tuple[Window, str, tuple[int, int]], tmp_path: Path, qtbot: QtBot
) -> None:
    window, mode, size = shown
    brief, bodies, _ = large(600, 40, 6000)
    path = tmp_path / "long.brief"
    storage.create(path, brief, bodies).close()
    window.app.open(path, window)
    ws = workspace_of(window)
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=10_000)
    ws.places.go_to("c00000300")
    write(window, "long", mode, size)
