"""How a row of a pane is painted: a ground, then lines of text; each delegate says what stands in them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import theme
from ui.look.colours import Tokens
from ui.panes.row_list import paint_ground

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """A row of `lines` lines with `PAD` pixels above and below; `WIDTH` pixels is the least it asks for."""

    PAD = 6
    WIDTH = 200
    HOVER = False

    def __init__(self, lines: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines

    def lines(self, index: Index) -> int:
        """Return how many lines high a row is."""
        return self._lines

    def grounded(self, index: Index) -> bool:
        """Return whether a ground is painted behind a row that is chosen."""
        return True

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens) -> None:
        """Paint what stands in a row; the painter has the list's font, and gets back what it is set to."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.WIDTH, QFontMetrics(option.font).height() * self.lines(index) + 2 * self.PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme.of(QApplication.palette())
        painter.save()
        painter.setFont(option.font)
        if self.grounded(index):
            paint_ground(painter, option, tokens, hover=self.HOVER)
        self.draw(painter, option, index, tokens)
        painter.restore()


def draw_line(
    painter: QPainter,
    rect: QRect,
    words: str,
    ink: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint words on one line in a colour, cut with an ellipsis where they do not fit."""
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
