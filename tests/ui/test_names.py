"""Every control of the window has a name of its own for tests and for a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.windows import app, awaited, settle, window, workspace_of
from ui.window import Window

__all__ = ["app", "window"]
KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)
# Parts that Qt makes for itself inside its own widgets.
QTS = ("qt_", "ScrollLeftButton", "ScrollRightButton", "_q_")


def controls(root: QWidget) -> list[QWidget]:
    found = [w for kind in KINDS for w in root.findChildren(kind)]
    return [w for w in found if not _of_qt(w)]


def _of_qt(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if widget.objectName().startswith(QTS) or type(widget).__name__.startswith("QComboBox"):
        return True
    inside = isinstance(parent, QLineEdit | QComboBox) or type(parent).__name__ in (
        "QTabBar",
        "QMenuBar",
        "QDialogButtonBox",
    )
    return (
        inside
        or type(parent).__name__.startswith("QComboBox")
        or "Container" in parent.metaObject().className()
    )


def unnamed(root: QWidget) -> list[str]:
    return [
        f"{type(w).__name__} {w.objectName()!r} {w.accessibleName()!r} in {w.parentWidget().objectName()!r}"
        for w in controls(root)
        if not w.objectName() or not (w.accessibleName() or getattr(w, "text", str)())
    ]


@pytest.fixture
def sample(window: Window, qtbot: QtBot) -> Window:
    window.files.sample()
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=10_000)
    return window


def test_every_control_of_the_empty_window_is_named(window: Window) -> None:
    assert controls(window)
    assert unnamed(window) == []


def test_every_control_of_a_window_with_a_brief_is_named(sample: Window) -> None:
    ws = workspace_of(sample)
    for source in ws.desk.brief.sources:
        ws.reading.show(source.id)
    claim = next(r for r in ws.page.rows if r.kind == "claim" and getattr(r.node, "evidence", ()))  # type: ignore[arg-type]
    ws.places.go_to(claim.id)
    ws.refresh_evidence()
    assert len(controls(sample)) > 25
    assert unnamed(sample) == []


DIALOGS = (
    "file.new", "file.export", "file.share", "file.backups", "articles.paste", "articles.details",
    "brief.details",
    "help.keys", "help.palette",
)  # fmt: skip


def test_every_control_of_a_dialog_is_named(sample: Window) -> None:
    for ident in DIALOGS:
        sample.actions_by_id[ident].trigger()
        shown = awaited(lambda: opened(sample), f"{ident} opens nothing")[-1]
        assert shown.objectName(), ident
        assert unnamed(shown) == [], ident
        shown.close()
        settle(5)


def opened(window: Window) -> list[QWidget]:
    dialogs = [d for d in window.findChildren(QDialog) if d.isVisible()]
    return [*dialogs, *(w for w in window.findChildren(QWidget, "palette") if w.isVisible())]


PANES: dict[str, Callable[[Window], QWidget]] = {
    "articles": lambda w: workspace_of(w).sources,
    "reader": lambda w: workspace_of(w).reader,
    "article": lambda w: workspace_of(w).reader.article,
    "page": lambda w: workspace_of(w).page,
    "evidence": lambda w: workspace_of(w).evidence,
    "checks": lambda w: workspace_of(w).problems,
    "history": lambda w: workspace_of(w).history,
}


def test_every_pane_is_named(sample: Window) -> None:
    panes = {name: pane(sample) for name, pane in PANES.items()}
    assert {
        name for name, pane in panes.items() if not (pane.objectName() and pane.accessibleName())
    } == set()


def test_the_panes_scroll_areas_are_reached_by_a_key(sample: Window) -> None:
    assert all(area.objectName() for area in sample.findChildren(QScrollArea))
