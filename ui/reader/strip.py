"""A scroll bar that shows where marks are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

_REACH = 4


class StripBar(QScrollBar):
    """Paints small bars at places from 0 to 1 of its length; a click on one asks for its place."""

    place_clicked = Signal(float)

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
            painter.drawRoundedRect(QRectF(self.width() - 6, self._y(at), 5, 3), 1, 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        near = min((at for at, _ in self._places), key=lambda at: abs(self._y(at) + 1.5 - y), default=None)
        on_edge = event.position().x() >= self.width() - 6
        if near is not None and on_edge and abs(self._y(near) + 1.5 - y) <= _REACH:
            self.place_clicked.emit(near)
            return
        super().mousePressEvent(event)

    def _y(self, at: float) -> float:
        return at * (self.height() - 4)
