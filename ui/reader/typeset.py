"""How an article is set: measure, leading, space between paragraphs.

QPlainTextEdit keeps ten megabytes quick but sets lines solid; this layout gives each line its leading and
keeps to a measure. A block is laid out when it is first asked for.
"""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QTextBlock, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

LEADING = 1.5  # of the letters' height
PARAGRAPH = 0.55  # of a line's height, between paragraphs
TOP = 14.0  # pixels
BOTTOM = 28.0  # pixels

# What can make a line read other than it is stored is shown. Not the joiners and variation selectors:
# Persian words and emoji are made of them.
_HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\U000e0000-\U000e007f]")


class Typeset(QPlainTextDocumentLayout):
    """Lays blocks out in a column of `width` pixels that begins at `left`.

    `step` is a line's height, in pixels too.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.left = 0.0
        self.width = 500.0
        self._telling = False
        self._measure_font()

    def _measure_font(self) -> None:
        # A block's own layout does not know the document's font before it has been painted.
        font = self.document().defaultFont()
        height = QFontMetricsF(font).height()
        self.step = float(math.ceil(max(QFontInfo(font).pixelSize() * LEADING, height + 3)))
        self._lead = math.floor((self.step - height) / 2)

    def set_column(self, left: float, width: float) -> None:
        """Move the column (pixels); every block is laid out again when next asked for."""
        if (left, width) != (self.left, self.width):
            self.left, self.width = left, width
            self.forget()

    def forget(self) -> None:
        """Lay every block out again: the font or the column has changed."""
        self._measure_font()
        block = self.document().firstBlock()
        while block.isValid():
            if block.layout().lineCount():
                block.layout().clearLayout()
            block = block.next()
        self.requestUpdate()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return a block's rectangle in pixels, its top left at 0, 0; it is laid out if need be."""
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        if not layout.lineCount():
            self._lay_out(block)
        last = layout.lineAt(layout.lineCount() - 1)
        height = last.y() - self._lead + max(self.step, math.ceil(last.height()))
        if block.length() > 1:
            height += self.step * PARAGRAPH
        if not block.next().isValid():
            height += BOTTOM
        return QRectF(0, 0, self.left + self.width, height)

    def line_middle(self, block: QTextBlock, y: float) -> float:
        """Return the middle of the line nearest to `y`, both in pixels from the block's top."""
        layout = block.layout()
        lines = [layout.lineAt(i) for i in range(layout.lineCount())]
        middles = [line.y() + line.height() / 2 for line in lines]
        return min(middles, key=lambda middle: abs(middle - y), default=y)

    def _lay_out(self, block: QTextBlock) -> None:
        layout = block.layout()
        layout.setTextOption(self._option(block))
        layout.beginLayout()
        y = self._lead + (0.0 if block.blockNumber() else TOP)
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(False)
            line.setLineWidth(self.width)
            line.setPosition(QPointF(self.left, y))
            y += max(self.step, math.ceil(line.height()))
        layout.endLayout()
        self._count(block, max(1, layout.lineCount()))

    def _option(self, block: QTextBlock) -> QTextOption:
        option = QTextOption(self.document().defaultTextOption())
        direction = block.textDirection()
        option.setTextDirection(direction)
        if direction == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        if _HIDDEN.search(block.text()):
            option.setFlags(QTextOption.Flag.ShowDefaultIgnorables)
        return option

    def _count(self, block: QTextBlock, lines: int) -> None:
        """Take a block's number of lines, and let the scroll bar know of it."""
        if block.lineCount() == lines:
            return
        block.setLineCount(lines)
        # Whoever hears of the new size asks for more blocks: one announcement at a time.
        if not self._telling:
            self._telling = True
            try:
                self.documentSizeChanged.emit(self.documentSize())
            finally:
                self._telling = False
