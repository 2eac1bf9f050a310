"""What has the keys is seen: two pixels at 3:1 change when they go from one thing to another."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import app, settle, window, workspace_of
from ui.app import App
from ui.look.colours import contrast
from ui.look.focus_ring import WIDE
from ui.look.theme import Mode
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture(params=["light", "dark"])
def shown(app: App, window: Window, tmp_path, request: pytest.FixtureRequest) -> Iterator[Window]:
    before = app.theme.mode
    mode: Mode = request.param
    app.set_theme(mode)
    app.open(app.sample_path(), window)
    window.activateWindow()
    workspace = workspace_of(window)
    workspace.page.setCursorWidth(0)
    workspace.reader.article.setCursorWidth(0)
    settle(300)
    yield window
    app.set_theme(before)


def picture(window: Window) -> QImage:
    settle(30)
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(before: QImage, after: QImage, around: QRect) -> int:
    """Return how many pixels within a rectangle changed by 3:1 or more."""
    around &= before.rect()
    cut = [image.copy(around) for image in (before, after)]
    pixels = [array("I", bytes(image.constBits())) for image in cut]
    return sum(one != other and _strong(one, other) for one, other in zip(*pixels, strict=True))


@cache
def _strong(one: int, other: int) -> bool:
    return contrast(f"#{one & 0xFFFFFF:06x}", f"#{other & 0xFFFFFF:06x}") >= 3


def panes(ws: Workspace) -> dict[str, QWidget]:
    return {
        "page": ws.page,
        "article": ws.reader.article,
        "evidence": ws.evidence,
        "articles": ws.sources.list,
    }


@pytest.mark.parametrize("name", ["page", "article", "evidence", "articles"])
def test_a_pane_with_the_keys_has_a_ring(shown: Window, name: str) -> None:
    ws = workspace_of(shown)
    pane = panes(ws)[name]
    panes(ws)["article" if name == "page" else "page"].setFocus()
    before = picture(shown)
    pane.setFocus()
    after = picture(shown)
    around = QRect(pane.mapTo(shown, QPoint(0, 0)), pane.size())
    perimeter = 2 * (pane.width() + pane.height())
    assert changed(before, after, around) >= 0.85 * WIDE * perimeter


def test_and_so_has_a_checked_button_and_a_field(shown: Window) -> None:
    ws = workspace_of(shown)
    ws.places.go_to(next(r.id for r in ws.page.rows if r.kind == "claim" and r.node.evidence))
    settle(100)
    card = ws.evidence._cards()[0]
    checked = next(b for b in card.findChildren(QPushButton) if b.isChecked())
    for control in (checked, card.findChild(QLineEdit, "evidence_note"), ws.sources.search.line):
        ws.page.setFocus()
        before = picture(shown)
        control.setFocus()
        after = picture(shown)
        out = 2 * WIDE
        around = QRect(control.mapTo(shown, QPoint(0, 0)), control.size()).adjusted(-out, -out, out, out)
        perimeter = 2 * (control.width() + control.height())
        assert changed(before, after, around) >= 0.85 * WIDE * perimeter, control.objectName()


def test_a_chosen_row_is_told_from_the_others_with_and_without_the_keys(shown: Window) -> None:
    ws = workspace_of(shown)
    rows = ws.sources.list
    ws.page.setFocus()
    rows.setCurrentIndex(rows.model().index(0, 0))
    first = rows.visualRect(rows.model().index(0, 0))
    around = QRect(rows.viewport().mapTo(shown, first.topLeft()), first.size())
    chosen = picture(shown)
    rows.setCurrentIndex(rows.model().index(1, 0))
    other = picture(shown)
    assert changed(chosen, other, around) >= 3 * (first.height() - 20)
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows.setFocus()
    focused = picture(shown)
    inner = around.adjusted(3, 0, -3, 0)
    assert changed(chosen, focused, inner) >= 0.8 * WIDE * 2 * (first.width() + first.height() - 40)


def test_the_ring_goes_with_what_has_the_keys(qapp: QApplication, shown: Window) -> None:
    ws = workspace_of(shown)
    ws.page.setFocus()
    (ring,) = shown.findChildren(QWidget, "focus_ring")
    assert ring.geometry() == QRect(ws.page.mapTo(shown, QPoint(0, 0)), ws.page.size())
    shown.resize(1000, 700)
    settle(30)
    assert ring.geometry() == QRect(ws.page.mapTo(shown, QPoint(0, 0)), ws.page.size())
    ws.sources.list.setFocus()
    settle(30)
    assert len(shown.findChildren(QWidget, "focus_ring")) == 1


def test_a_window_that_goes_with_the_keys_in_it_takes_its_ring_along(qtbot: QtBot, app: App) -> None:
    for _ in range(3):
        gone = QLineEdit()
        gone.show()
        gone.setFocus()
        gone.activateWindow()
        settle(20)
        gone.deleteLater()
        settle(20)
    kept = QLineEdit()
    qtbot.addWidget(kept)
    kept.show()
    kept.activateWindow()
    kept.setFocus()
    settle(20)
    assert kept.hasFocus()
