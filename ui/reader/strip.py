"""A scroll bar that shows where marks are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget


class StripBar(QScrollBar):
    """Paints small bars at places from 0 to 1 of its length."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("article_scroll")
        self._places: tuple[tuple[float, str], ...] = ()

    def set_places(self, places: Sequence[tuple[float, str]]) -> None:
        """Take places with the colours they are painted in."""
        self._places = tuple(places)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, ink in self._places:
            painter.setBrush(QColor(ink))
            painter.drawRoundedRect(QRectF(self.width() - 6, at * (self.height() - 4), 5, 3), 1, 1)
        painter.end()
