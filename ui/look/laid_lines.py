"""Breaking a text into lines of a width."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout


def lay_lines(layout: QTextLayout, width: float, most: int) -> None:
    """Break a text into lines of `width` pixels, one under the other, at most `most` of them."""
    layout.beginLayout()
    y = 0.0
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
