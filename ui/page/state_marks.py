"""The small marks of a claim's state: each has a shape of its own, so that colour never speaks alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.look.colours import Tokens


def state_ink(state: str, tokens: Tokens) -> str:
    """Return the colour of a state's mark."""
    return {
        "sourced": tokens.ok,
        "unsourced": tokens.warn,
        "broken": tokens.error,
        "contradicted": tokens.contradict,
        "error": tokens.error,
        "warning": tokens.warn,
    }.get(state, tokens.text_muted)


def draw_state(painter: QPainter, state: str, rect: QRectF, tokens: Tokens) -> None:
    """Draw the mark of a state into a rectangle (pixels).

    It is a tick, a ring with a stroke, a broken link's cross, two opposed arrows, a triangle for findings, or
    an arrow that leads to a passage of the article.
    """
    pen = QPen(QColor(state_ink(state, tokens)), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state in ("error", "warning"):
        _draw_triangle(painter, state, rect, tokens)
        return
    for stroke in _STROKES.get(state, ()):
        painter.drawPolyline(QPolygonF([_at(rect, x, y) for x, y in stroke]))
    if state in ("unsourced", "broken"):
        painter.drawEllipse(rect.adjusted(1.5, 1.5, -1.5, -1.5))


def _draw_triangle(painter: QPainter, state: str, rect: QRectF, tokens: Tokens) -> None:
    """An error's is filled, so that it differs from a warning in more than its colour."""
    if state == "error":
        painter.setBrush(QColor(tokens.error))
    painter.drawPolygon(QPolygonF([_at(rect, x, y) for x, y in ((0.5, 0.14), (0.9, 0.84), (0.1, 0.84))]))
    if state == "error":
        pen = painter.pen()
        pen.setColor(QColor(tokens.surface))
        painter.setPen(pen)
    for stroke in _BANG:
        painter.drawPolyline(QPolygonF([_at(rect, x, y) for x, y in stroke]))


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


_BANG = (((0.5, 0.4), (0.5, 0.58)), ((0.5, 0.72), (0.5, 0.725)))
_STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "sourced": (((0.2, 0.55), (0.42, 0.76), (0.82, 0.28)),),
    "unsourced": (((0.5, 0.3), (0.5, 0.54)), ((0.5, 0.71), (0.5, 0.715))),
    "broken": (((0.36, 0.36), (0.64, 0.64)), ((0.64, 0.36), (0.36, 0.64))),
    "note": (((0.22, 0.78), (0.78, 0.22)), ((0.42, 0.22), (0.78, 0.22), (0.78, 0.58))),
    "contradicted": (
        ((0.15, 0.36), (0.85, 0.36), (0.66, 0.17)),
        ((0.85, 0.66), (0.15, 0.66), (0.34, 0.85)),
    ),
}
