"""How marks, found words and the flash are painted: under the words, visible lines only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from ui.reader.marks import Mark
from ui.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Brush:
    """The ground of a passage, and the line under it: "" none, solid, double, dash or wave."""

    ground: str
    line: str
    ink: str


def brush_of(mark: Mark, tokens: Tokens) -> Brush:
    """Return how a mark is painted. Each kind has a line of its own, so that colour never speaks alone."""
    if mark.broken:
        return Brush(tokens.error_soft, "wave", tokens.error)
    if mark.stance == "contradicts":
        return Brush(tokens.highlight_contradict, "dash", tokens.contradict)
    if mark.stance == "context":
        return Brush(tokens.highlight_context, "dot", tokens.context)
    if mark.uses > 1:
        return Brush(tokens.highlight_strong, "double", tokens.warn)
    return Brush(tokens.highlight, "solid", tokens.warn)


def rects(block: QTextBlock, start: int, end: int, origin: QPointF) -> list[QRectF]:
    """Return the rectangles of the part [start, end) of a block, in UTF-16 units from its beginning."""
    found = []
    layout = block.layout()
    for i in range(layout.lineCount()):
        line = layout.lineAt(i)
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if low < high:
            one, two = _x(line, low), _x(line, high)
            left, right = min(one, two), max(one, two)
            found.append(QRectF(left, line.y(), right - left, line.height()).translated(origin))
    return found


def _x(line, at: int) -> float:  # type: ignore[no-untyped-def]
    x = line.cursorToX(at)
    return float(x[0] if isinstance(x, tuple) else x)


def fill(painter: QPainter, rect: QRectF, brush: Brush) -> None:
    """Paint the ground of one line of a passage and the line under it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(brush.ground))
    painter.drawRoundedRect(rect.adjusted(-1, -2, 1, 2), 2, 2)
    underline(painter, rect.left(), rect.right(), rect.bottom() + 1, brush)


def underline(painter: QPainter, left: float, right: float, y: float, brush: Brush) -> None:
    """Paint the line that tells a mark's kind."""
    pen = QPen(QColor(brush.ink), 1.2)
    styles = {"dash": Qt.PenStyle.DashLine, "dot": Qt.PenStyle.DotLine}
    pen.setStyle(styles.get(brush.line, Qt.PenStyle.SolidLine))
    painter.setPen(pen)
    if brush.line == "wave":
        _wave(painter, left, right, y)
        return
    if brush.line:
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    if brush.line == "double":
        painter.drawLine(QPointF(left, y + 2.4), QPointF(right, y + 2.4))


def _wave(painter: QPainter, left: float, right: float, y: float) -> None:
    x, up = left, True
    while x < right:
        step = min(3.0, right - x)
        painter.drawLine(QPointF(x, y + (0 if up else 2)), QPointF(x + step, y + (2 if up else 0)))
        x, up = x + step, not up
