"""What the reader adds to the words without changing them: what a date resolves to, where a page begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

_GAP = 10


@dataclass(frozen=True, slots=True)
class Gloss:
    """A remark on the words [start, end), in code points. `label` stands in the margin, `words` at the mouse.

    `kind` is "date" (a fine dotted line under the words) or "page" (a label at the line's height only).
    """

    start: int
    end: int
    label: str
    words: str
    kind: Literal["date", "page"] = "date"


class Glosses:
    """Glosses in reading order, for finding those in sight quickly."""

    def __init__(self, glosses: Iterable[Gloss] = ()) -> None:
        self.all = tuple(sorted(glosses, key=lambda g: (g.start, g.end)))
        self._starts = [g.start for g in self.all]
        self._longest = max((g.end - g.start for g in self.all), default=0)

    def within(self, start: int, end: int) -> Iterator[Gloss]:
        """Yield the glosses that touch the code points [start, end)."""
        for gloss in self.all[bisect_left(self._starts, start - self._longest) :]:
            if gloss.start >= end:
                return
            if gloss.end > start or gloss.start >= start:
                yield gloss

    def at(self, offset: int) -> Gloss | None:
        """Return the gloss on the word at an offset (code points), or None."""
        return next((g for g in self.within(offset, offset + 1) if g.start <= offset < g.end), None)


def dotted(painter: QPainter, part: QRectF, ink: str) -> None:
    """Paint the fine line under a word whose date was resolved; `part` is its rectangle in pixels."""
    pen = QPen(QColor(ink), 1.0)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    y = part.bottom() + 1
    painter.drawLine(QPointF(part.left(), y), QPointF(part.right(), y))


def label(
    painter: QPainter, words: str, line: QRectF, edge: float, room: float, ink: str, font: QFont
) -> bool:
    """Paint a label beside a line in the margin, which begins at `edge` and is `room` wide (pixels).

    Return False where the label has no room.
    """
    small = QFont(font)
    small.setPointSizeF(max(7.0, font.pointSizeF() * 0.72))
    metrics = QFontMetricsF(small)
    if metrics.horizontalAdvance(words) + _GAP > room:
        return False
    painter.setFont(small)
    painter.setPen(QColor(ink))
    y = line.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(edge + _GAP, y), words)
    return True
