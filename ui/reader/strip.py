"""A scroll bar that shows where marks are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

_REACH = 4


@dataclass(frozen=True, slots=True)
class StripPlace:
    """A place from 0 to 1 of the length, the colour it is painted in, whether several claims stand there.

    One that is `open` is an outline: it speaks against a claim.
    """

    at: float
    ink: str
    strong: bool = False
    open: bool = False


class StripBar(QScrollBar):
    """Paints small bars at places from 0 to 1 of its length; a click on one asks for its place."""

    place_clicked = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("article_scroll")
        self._places: tuple[StripPlace, ...] = ()

    def set_places(self, places: Sequence[StripPlace]) -> None:
        """Take the places to paint."""
        self._places = tuple(places)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for place in self._places:
            wide, high = (9, 4) if place.strong else (5, 3)
            bar = QRectF(self.width() - wide - 1, self._y(place.at), wide, high)
            painter.setPen(QColor(place.ink) if place.open else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if place.open else QColor(place.ink))
            painter.drawRoundedRect(bar.adjusted(-2, 0, -1, 1) if place.open else bar, 1, 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        near = min(
            (place.at for place in self._places), key=lambda at: abs(self._y(at) + 1.5 - y), default=None
        )
        on_edge = event.position().x() >= self.width() - 6
        if near is not None and on_edge and abs(self._y(near) + 1.5 - y) <= _REACH:
            self.place_clicked.emit(near)
            return
        super().mousePressEvent(event)

    def _y(self, at: float) -> float:
        return at * (self.height() - 4)
