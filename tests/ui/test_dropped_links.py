"""A link dropped anywhere in the window goes to adding, and into no text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.ui.windows import app, dialog, settle, window, workspace_of
from ui.app import App
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]

ADDRESS = "https://paper.example/story?id=1"
COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PLACES: tuple[tuple[str, Callable[[Workspace], QWidget | None]], ...] = (
    ("page", lambda ws: ws.page.viewport()),
    ("article", lambda ws: ws.reader.article.viewport()),
    ("search", lambda ws: ws.findChild(QLineEdit, "sources_search")),
    ("find bar", lambda ws: ws.reader.find_bar.field),
    ("articles", lambda ws: ws.sources),
    ("panel", lambda ws: ws.tabs),
)


def link(as_text: bool) -> QMimeData:
    data = QMimeData()
    data.setText(ADDRESS)
    if not as_text:
        data.setUrls([QUrl(ADDRESS)])
    return data


def drop(target: QWidget, data: QMimeData) -> None:
    """Drop as Qt does: on the first widget, from the target upwards, that takes the drag."""
    entered = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, PLAIN)
    entered.ignore()
    taken: QWidget | None = target
    while taken is not None:
        if taken.acceptDrops():
            QApplication.sendEvent(taken, entered)
            if entered.isAccepted():
                break
        taken = taken.parentWidget()
    assert taken is not None
    QApplication.sendEvent(taken, QDropEvent(QPointF(5, 5), COPY, data, LEFT, PLAIN))


@pytest.mark.parametrize("as_text", [False, True], ids=["link", "address as text"])
@pytest.mark.parametrize(("name", "place"), PLACES, ids=[name for name, _ in PLACES])
def test_a_link_dropped_anywhere_goes_to_adding(
    app: App,
    window: Window,
    sample_file: Path,
    name: str,
    place: Callable[[Workspace], QWidget | None],
    as_text: bool,
) -> None:
    app.open(sample_file, window)
    settle(30)
    ws = workspace_of(window)
    if name == "find bar":
        ws.reader.open_find()
    before = ws.desk.brief
    target = place(ws)
    assert target is not None
    drop(target, link(as_text))
    asked = dialog(window, "fetch_page")
    assert any(field.text() == ADDRESS for field in asked.findChildren(QLineEdit))
    assert ws.desk.brief == before
    others = [field for field in ws.findChildren(QLineEdit) if field.window() is window]
    assert others
    assert not any(ADDRESS in field.text() for field in others)
    asked.reject()


def test_without_a_brief_a_dropped_link_says_what_to_do_first(window: Window) -> None:
    drop(window, link(False))
    assert any("drop the link again" in label.text() for label in window.findChildren(QLabel))
