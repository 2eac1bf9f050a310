"""Windows and dialogs are no larger than the screen, and stand on it whole."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

MARGIN = 8
"""Kept free round a window, in device-independent pixels; its frame comes out of it."""


def fitted(wanted: QRect, available: QRect, least: QSize | None = None) -> QRect:
    """Return `wanted` made small enough for `available` and moved into it; `least` is the smallest size it
    can take.

    All in device-independent pixels. What cannot get small enough keeps its upper left corner on the screen.
    """
    least = least or QSize(0, 0)
    size = wanted.size().boundedTo(available.size()).expandedTo(least)
    left = max(available.left(), min(wanted.left(), available.right() + 1 - size.width()))
    top = max(available.top(), min(wanted.top(), available.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def room(window: QWidget) -> QRect:
    """Return the part of its screen that a window may take, in device-independent pixels."""
    return window.screen().availableGeometry().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def fit(window: QWidget) -> None:
    """Make a top-level widget fit its screen, if it does not."""
    available = room(window)
    if available.isEmpty() or window.isMaximized() or window.isFullScreen():
        return
    window.setMinimumSize(window.minimumSize().boundedTo(available.size()))
    frame = window.frameGeometry()
    edges = frame.size() - window.size()
    allowed = fitted(frame, available, window.minimumSizeHint().boundedTo(available.size()) + edges)
    if allowed.size() != frame.size():
        window.resize(allowed.size() - edges)
    if allowed.topLeft() != frame.topLeft():
        window.move(allowed.topLeft())
