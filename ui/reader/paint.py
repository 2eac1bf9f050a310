"""How marks, found words and the flash are painted: under the words, visible lines only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTextBlock, QTextLine

from briefing.text import Span
from ui.look.colours import Tokens
from ui.reader.article_marks import ArticleMark

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TOUCHING = 1.5


@dataclass(frozen=True, slots=True)
class Brush:
    """The ground of a passage, and the line under it: solid, dash, dot, wave or ripple (a finer wave); twice
    for several claims.
    """

    ground: str
    line: str
    ink: str
    twice: bool = False


def brush_of(mark: ArticleMark, tokens: Tokens) -> Brush:
    """Return how a mark is painted. Each kind has a line of its own, so that colour never speaks alone."""
    several = mark.uses > 1
    if mark.broken:
        return Brush(tokens.error_soft, "wave", tokens.error)
    if mark.stance == "contradicts":
        return Brush(tokens.highlight_contradict, "dash", tokens.contradict, several)
    if mark.stance == "context":
        return Brush(tokens.highlight_context, "dot", tokens.context, several)
    return Brush(tokens.highlight_strong if several else tokens.highlight, "solid", tokens.warn, several)


def rects(block: QTextBlock, start: int, end: int, origin: QPointF) -> list[QRectF]:
    """Return the rectangles of the part [start, end) of a block, in UTF-16 units from its beginning.

    They are in pixels, where `origin` is the block's top left.
    """
    if start >= end:
        return []
    found = []
    layout = block.layout()
    runs = _runs if _turns(block.text()) else _run
    top = layout.lineForTextPosition(start)
    for i in range(top.lineNumber() if top.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(i)
        if line.textStart() >= end:
            break
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        for left, right in runs(line, low, high):
            found.append(QRectF(left, line.y(), right - left, line.height()).translated(origin))
    return found


@lru_cache(maxsize=128)
def _turns(text: str) -> bool:
    """Return whether some letters run from right to left; asked for each line under words of a long claim."""
    return _RIGHT_TO_LEFT.search(text) is not None


def _run(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    """Return where [low, high) stands in a left-to-right line; white space at its end hangs out of it."""
    if low >= high:
        return []
    left, right = _x(line, low), min(_x(line, high), line.naturalTextRect().right())
    return [(left, right)] if left < right else []


def _runs(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    """Return where [low, high) stands in a line of both directions: in several places, maybe."""
    if low >= high:
        return []
    edges = QTextLine.Edge
    ends = [sorted((_x(line, at), _x(line, at, edges.Trailing))) for at in range(low, high)]
    # Where the direction turns, a caret has two places and Qt returns one; the glyphs themselves have one.
    boxes = [run.boundingRect() for run in line.glyphRuns(low, high - low)]
    ends += [[box.left(), box.right()] for box in boxes if box.width() > 0]
    found: list[tuple[float, float]] = []
    for left, right in sorted(ends):
        if found and left - found[-1][1] < _TOUCHING:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return [(left, right) for left, right in found if left < right]


def _x(line: QTextLine, at: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    # The stubs promise a number; what comes is the number and the position.
    x: Any = line.cursorToX(at, edge)
    return float(x[0] if isinstance(x, tuple) else x)


def unselected(
    painter: QPainter, block: QTextBlock, struck: Span, origin: QPointF, ground: QBrush, lead: float
) -> None:
    """Paint struck words of a block, in UTF-16 units from its beginning, again as if they were not selected.

    The painter's pen is their ink; `origin` is the block's top left, `lead` what is filled above and below
    the letters, both in pixels.
    """
    layout = block.layout()
    for part in rects(block, *struck, origin):
        painter.fillRect(part.adjusted(0, -lead, 0, lead), ground)
    for i in range(layout.lineCount()):
        line = layout.lineAt(i)
        low, high = max(struck[0], line.textStart()), min(struck[1], line.textStart() + line.textLength())
        for run in line.glyphRuns(low, high - low) if low < high else ():
            # Qt would draw the line through it where no text was moved to.
            run.setStrikeOut(False)
            painter.drawGlyphRun(origin, run)
            box, font = run.boundingRect().translated(origin), run.rawFont()
            y = origin.y() + line.y() + line.ascent() - font.xHeight() / 2
            thick = QPen(painter.pen().color(), max(1.0, font.lineThickness()))
            painter.setPen(thick)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def fill(painter: QPainter, rect: QRectF, brush: Brush) -> None:
    """Paint the ground of one line of a passage, a rectangle in pixels, and the line under it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(brush.ground))
    painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 2), 2, 2)
    underline(painter, rect.left(), rect.right(), rect.bottom() + 1, brush)


def underline(painter: QPainter, left: float, right: float, y: float, brush: Brush) -> None:
    """Paint the line of a mark's kind at the height `y`, from `left` to `right` (pixels)."""
    pen = QPen(QColor(brush.ink), 1.2)
    styles = {"dash": Qt.PenStyle.DashLine, "dot": Qt.PenStyle.DotLine}
    pen.setStyle(styles.get(brush.line, Qt.PenStyle.SolidLine))
    painter.setPen(pen)
    if brush.line in _WAVES:
        _wave(painter, left, right, y, *_WAVES[brush.line])
        return
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if brush.twice:
        painter.drawLine(QPointF(left, y + 2.4), QPointF(right, y + 2.4))


_WAVES = {"wave": (3.0, 2.0), "ripple": (1.5, 1.5)}  # half a length and a height, in pixels


def _wave(painter: QPainter, left: float, right: float, y: float, half: float, high: float) -> None:
    x, up = left, True
    while x < right:
        step = min(half, right - x)
        painter.drawLine(QPointF(x, y + (0 if up else high)), QPointF(x + step, y + (high if up else 0)))
        x, up = x + step, not up
