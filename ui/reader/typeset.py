"""How an article is set: measure, leading, space between paragraphs.

QPlainTextEdit keeps ten megabytes quick but sets lines solid; this layout gives each line its leading and
keeps to a measure. A block is laid out when it is first asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QTextBlock, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

LEADING = 1.5  # of the font's size
PARAGRAPH = 0.55


class Typeset(QPlainTextDocumentLayout):
    """Lays blocks out in a column of `width` pixels that begins at `left`."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.left = 0.0
        self.width = 500.0

    def set_column(self, left: float, width: float) -> None:
        """Move the column; every block is laid out anew when next asked for."""
        if (left, width) != (self.left, self.width):
            self.left, self.width = left, width
            self.forget()

    def forget(self) -> None:
        """Lay every block out anew: the font or the column has changed."""
        block = self.document().firstBlock()
        while block.isValid():
            if block.layout().lineCount():
                block.layout().clearLayout()
            block = block.next()
        self.requestUpdate()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return a block's rectangle, laying it out if need be."""
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        step = self._step()
        if not layout.lineCount():
            self._lay_out(block, step)
        gap = step * PARAGRAPH if block.length() > 1 else 0.0
        return QRectF(0, 0, self.left + self.width, layout.lineCount() * step + gap)

    def _step(self) -> float:
        font = self.document().defaultFont()
        return max(QFontMetricsF(font).height(), QFontInfo(font).pixelSize() * LEADING)

    def _lay_out(self, block: QTextBlock, step: float) -> None:
        layout = block.layout()
        option = QTextOption(self.document().defaultTextOption())
        direction = block.textDirection()
        option.setTextDirection(direction)
        if direction == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        layout.setFont(self.document().defaultFont())
        layout.beginLayout()
        y = (step - QFontMetricsF(self.document().defaultFont()).height()) / 2
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(False)
            line.setLineWidth(self.width)
            line.setPosition(QPointF(self.left, y))
            y += step
        layout.endLayout()
        block.setLineCount(max(1, layout.lineCount()))
