"""How an article is set: measure, leading, space between paragraphs.

QPlainTextEdit keeps ten megabytes quick but sets lines solid; this layout gives each line its leading and
keeps to a measure. A block is laid out when it is first asked for.
"""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFontInfo,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from ui.reader import table_columns
from ui.reader.display import Display

LEADING = 1.5  # of the letters' height
PARAGRAPH = 0.55  # of a line's height, between paragraphs
TOP = 14.0  # pixels
BOTTOM = 28.0  # pixels

_BETWEEN = 2.5  # letters, between two columns of a table
_ROWS = 300  # of a table that is set in one; the next ones are set by themselves

# What can make a line read other than it is stored is shown. Not the joiners and variation selectors:
# Persian words and emoji are made of them.
_HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\U000e0000-\U000e007f]")


class Typeset(QPlainTextDocumentLayout):
    """Lays blocks out in a column of `width` pixels that begins at `left`, rows of tables in `room` pixels.

    `step` is a line's height, in pixels too, and `below` what is kept free below the end besides `BOTTOM`.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.left = 0.0
        self.width = 500.0
        self.room = 500.0
        self.below = 0.0
        self._display = Display("")
        self._struck = QTextCharFormat()
        self._struck.setFontStrikeOut(True)
        self._telling = False
        self._columns: dict[int, table_columns.Columns] = {}
        self._measure_font()

    def _measure_font(self) -> None:
        # A block's own layout does not know the document's font before it has been painted.
        font = self.document().defaultFont()
        height = QFontMetricsF(font).height()
        self.step = float(math.ceil(max(QFontInfo(font).pixelSize() * LEADING, height + 3)))
        self._lead = math.floor((self.step - height) / 2)

    def set_struck(self, display: Display, ink: QBrush) -> None:
        """Set the struck words of a display in an ink with a line through them, from the next layout on."""
        self._display = display
        self._struck.setForeground(ink)

    def set_column(self, left: float, width: float, room: float) -> None:
        """Move the column (pixels); every block is laid out again when next asked for."""
        if (left, width, room) != (self.left, self.width, self.room):
            self.left, self.width, self.room = left, width, room
            self.forget()

    def forget(self) -> None:
        """Lay every block out again: the font or the column has changed."""
        self._measure_font()
        self._columns = {}
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
        if block.length() > 1 and not (_is_row(block) and _is_row(block.next())):
            height += self.step * PARAGRAPH
        if not block.next().isValid():
            height += BOTTOM + self.below
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
        is_row = "\t" in block.text()
        width = self.room if is_row else self.width
        layout.setFormats([*self._struck_in(block), *(self._smaller(block) if is_row else [])])
        layout.beginLayout()
        y = self._lead + (0.0 if block.blockNumber() else TOP)
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(False)
            line.setLineWidth(width)
            line.setPosition(QPointF(self.left, y))
            y += max(self.step, math.ceil(line.height()))
        layout.endLayout()
        self._count(block, max(1, layout.lineCount()))

    def _struck_in(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """Return the formats of a block's struck words."""
        start, end = block.position(), block.position() + block.length() - 1
        return [
            _format_range(max(low, start) - start, min(high, end) - start, self._struck)
            for low, high in self._display.struck_within(start, end)
        ]

    def _option(self, block: QTextBlock) -> QTextOption:
        option = QTextOption(self.document().defaultTextOption())
        direction = block.textDirection()
        option.setTextDirection(direction)
        if direction == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        if "\t" in block.text():
            option.setTabArray(self._table(block).stops)
        if _HIDDEN.search(block.text()):
            option.setFlags(QTextOption.Flag.ShowDefaultIgnorables)
        return option

    def _table(self, block: QTextBlock) -> table_columns.Columns:
        """Return the columns (pixels) of the table of which a block is a row."""
        if block.blockNumber() not in self._columns:
            rows = _rows_round(block)
            metrics = QFontMetricsF(self.document().defaultFont())
            columns = table_columns.of(
                [row.text() for row in rows],
                metrics.horizontalAdvance,
                metrics.averageCharWidth() * _BETWEEN,
                self.room,
            )
            self._columns.update((row.blockNumber(), columns) for row in rows)
        return self._columns[block.blockNumber()]

    def _smaller(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """Return the smaller letters of a row that would need more room than there is."""
        scale = self._table(block).scale
        if scale == 1.0:
            return []
        letters = QTextCharFormat()
        letters.setFontPointSize(QFontInfo(self.document().defaultFont()).pointSizeF() * scale)
        smaller = QTextLayout.FormatRange()
        smaller.start, smaller.length, smaller.format = 0, block.length(), letters
        return [smaller]

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


def _rows_round(block: QTextBlock) -> list[QTextBlock]:
    """Return a row of a table and the rows that stand together with it, at most `_ROWS`."""
    first = block
    while first.blockNumber() % _ROWS and _is_row(first.previous()):
        first = first.previous()
    rows = [first]
    while (after := rows[-1].next()).blockNumber() % _ROWS and _is_row(after):
        rows.append(after)
    return rows


def _is_row(block: QTextBlock) -> bool:
    """Return whether a line has tabs, or stands between two that have."""
    if not block.isValid():
        return False
    return "\t" in block.text() or ("\t" in block.previous().text() and "\t" in block.next().text())


def _format_range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, form
    return found
