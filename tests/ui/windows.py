"""A whole window for tests: settings and folders of their own, quick to wait for."""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from _pytest.faulthandler import fault_handler_stderr_fd_key
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from briefing.text import Span
from ui.app import App
from ui.commands.brief_commands import BriefCommands
from ui.settings import Settings
from ui.window import Window
from ui.workspace import Workspace

Found = TypeVar("Found")


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[App]:
    made = App(qapp, Settings(tmp_path / "settings.ini"))
    yield made
    made.end()
    settle(2)
    # The log of crashes has taken the place of pytest’s own, in which a crash of a later test is seen.
    faulthandler.enable(request.config.stash[fault_handler_stderr_fd_key])


@pytest.fixture
def window(app: App) -> Window:
    made = app.new_window()
    made.resize(1280, 800)
    QTest.qWaitForWindowExposed(made)
    return made


def settle(milliseconds: int) -> None:
    """Let events and jobs run. (QTest.qWait keeps Python to itself, so that no job would get its turn.)"""
    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        QApplication.processEvents()
        # What a running loop does by itself: widgets that are done with go.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.004)


def workspace_of(window: Window) -> Workspace:
    """Return the workspace, with all that it makes after the first painting."""
    workspace = window.workspace
    assert workspace is not None
    made = acts(workspace)
    assert all((made.adding, made.checking, made.suggesting, made.versions, made.reviewing, made.handing_on))
    return workspace


def acts(workspace: Workspace) -> BriefCommands:
    """Return the commands of the brief that a workspace shows."""
    window = workspace.window()
    assert isinstance(window, Window)
    assert window.of_brief is not None
    return window.of_brief


def dialog(parent: QWidget, name: str) -> QDialog:
    """Return the open dialog of this object name, as soon as it is there."""
    return awaited(
        lambda: [d for d in parent.findChildren(QDialog) if d.objectName() == name and d.isVisible()],
        f"no dialog {name}",
    )[-1]


def awaited(find: Callable[[], list[Found]], missing: str) -> list[Found]:
    """Return what is found once something is: on a busy machine a timer of the window comes late."""
    end = time.monotonic() + 5
    while not (found := find()):
        assert time.monotonic() < end, missing
        settle(10)
    return found


def keys(
    widget: QWidget, *pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in pressed:
        QTest.keyClick(widget, key, modifier)


def drag_select(ws: Workspace, span: Span) -> None:
    """Select words of the article with the mouse, as a person drags over them."""
    article = ws.reader.article
    article.reveal(span[0])
    ends: list[QPoint] = []
    for offset in span:
        cursor = article.textCursor()
        cursor.setPosition(article._display.position(offset))
        ends.append(article.cursorRect(cursor).center())
    article.clear_selection()
    view = article.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=ends[0])
    QTest.mouseMove(view, ends[1])
    QTest.mouseMove(view, ends[1] + QPoint(0, 0))
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent

    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(ends[1]), view.mapToGlobal(QPointF(ends[1])),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=ends[1])
