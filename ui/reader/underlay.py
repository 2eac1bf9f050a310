"""What is painted under the text of the blocks in sight: selection, marks, found words, the flash."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QTextBlock

from briefing.text import Span
from ui.look.colours import Tokens
from ui.reader import gloss, paint
from ui.reader.article_marks import ArticleMarks
from ui.reader.display import Display
from ui.reader.gloss import Glosses


@dataclass(frozen=True, slots=True)
class Selected:
    """The selection in UTF-16 units of the widget, its ground, the leading (pixels) round a line."""

    start: int
    end: int
    ground: QBrush
    lead: float


@dataclass(frozen=True, slots=True)
class ArticleMargin:
    """The margin beside the article: where it begins, how wide it is (pixels), and the article's font."""

    edge: float
    room: float
    font: QFont


@dataclass(frozen=True, slots=True)
class Underlay:
    """One painting of an article. Spans are code points; `glow` is how strong the flash is, 0 to 1."""

    display: Display
    tokens: Tokens
    marks: ArticleMarks
    found: tuple[Span, ...]
    current: Span | None
    flash: Span | None
    glow: float
    selected: Selected
    glosses: Glosses
    margin: ArticleMargin

    def paint(self, painter: QPainter, blocks: Iterable[tuple[QTextBlock, QPointF]]) -> None:
        """Paint under blocks, each given with its top left corner in pixels of the viewport."""
        for block, corner in blocks:
            low = self.display.offset(block.position())
            high = self.display.offset(block.position() + block.length() - 1)
            self._selection(painter, block, corner)
            for mark in sorted(self.marks.within(low, high), key=lambda m: m.start - m.end):
                brush = paint.brush_of(mark, self.tokens)
                for part in self.parts(block, (mark.start, mark.end), corner):
                    paint.fill(painter, part, brush)
            self._glosses(painter, block, (low, high), corner)
            self._found(painter, block, (low, high), corner)
            self._flash(painter, block, corner)

    def parts(self, block: QTextBlock, span: Span, corner: QPointF) -> list[QRectF]:
        """Return the rectangles (pixels) of a span of code points in one block whose top left is `corner`."""
        return parts(self.display, block, span, corner)

    def _selection(self, painter: QPainter, block: QTextBlock, corner: QPointF) -> None:
        # Qt fills the height of the letters only, and leaves the leading bare.
        start, end = self.selected.start - block.position(), self.selected.end - block.position()
        lead = self.selected.lead
        for part in paint.rects(block, max(0, start), min(end, block.length() - 1), corner):
            painter.fillRect(part.adjusted(0, -lead, 0, lead), self.selected.ground)

    def _glosses(self, painter: QPainter, block: QTextBlock, seen: Span, corner: QPointF) -> None:
        below = -1.0
        for note in self.glosses.within(*seen):
            lines = self.parts(block, (note.start, max(note.end, note.start + 1)), corner)
            if note.kind == "date":
                for part in lines:
                    gloss.dotted(painter, part, self.tokens.text_muted)
            # Of several on one line only the first is written out; the mouse shows the others.
            if lines and note.label and lines[0].top() > below:
                ink, margin = self.tokens.text_muted, self.margin
                gloss.label(painter, note.label, lines[0], margin.edge, margin.room, ink, margin.font)
                below = lines[0].top()

    def _found(self, painter: QPainter, block: QTextBlock, seen: Span, corner: QPointF) -> None:
        first = bisect_right(self.found, seen[0], key=lambda span: span[1])
        for span in takewhile(lambda span: span[0] < seen[1], islice(self.found, first, None)):
            ground = self.tokens.flash if span == self.current else self.tokens.accent_soft
            painter.setPen(QColor(self.tokens.accent))
            painter.setBrush(QColor(ground))
            for part in self.parts(block, span, corner):
                painter.drawRoundedRect(part.adjusted(-0.5, 0.5, 0.5, 0.5), 2, 2)

    def _flash(self, painter: QPainter, block: QTextBlock, corner: QPointF) -> None:
        if self.flash is None:
            return
        colour = QColor(self.tokens.flash)
        colour.setAlphaF(self.glow)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for part in self.parts(block, self.flash, corner):
            painter.drawRoundedRect(part.adjusted(-2, -1, 2, 2), 3, 3)


def parts(display: Display, block: QTextBlock, span: Span, corner: QPointF) -> list[QRectF]:
    """Return the rectangles (pixels) of a span of code points in one block, whose top left is `corner`."""
    at = block.position()
    return [
        part
        for start, end in display.pieces(*span)
        for part in paint.rects(block, max(0, start - at), min(end - at, block.length() - 1), corner)
    ]
