"""Paints a passage of an article in a list: whose it is above, some lines of its words, the found ones lit."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from briefing.text import Span
from ui.look import theme
from ui.look.colours import Tokens
from ui.models.hits import ABOVE, SPANS
from ui.panes.row_list import paint_ground
from ui.qt.offsets import Utf16Map

_PAD = 7


class PassageDelegate(QStyledItemDelegate):
    """A row of `lines` lines of words below one of where they stand."""

    def __init__(self, lines: int, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, QFontMetrics(option.font).height() * (self._lines + 1) + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = theme.of(QApplication.palette())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, tokens, hover=True)
        rect = option.rect.adjusted(12, _PAD, -12, -_PAD)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(QColor(tokens.text_muted))
        line = QRect(rect.left(), rect.top(), rect.width(), QFontMetrics(option.font).height())
        above = QFontMetrics(small).elidedText(
            str(index.data(ABOVE)), Qt.TextElideMode.ElideRight, line.width()
        )
        side = Qt.AlignmentFlag.AlignRight if _runs_left(above) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side), above
        )
        words = str(index.data())
        layout = laid_out(words, index.data(SPANS) or (), option.font, rect.width(), self._lines, tokens)
        painter.setPen(QColor(tokens.text))
        layout.draw(painter, QPointF(rect.left(), line.bottom() + 1))
        painter.restore()


def laid_out(
    words: str, spans: Sequence[Span], font: QFont, width: int, lines: int, tokens: Tokens
) -> QTextLayout:
    """Return the first lines of a passage with the found words lit; what is too long ends in an ellipsis."""
    metrics = QFontMetrics(font)
    first = spans[0][0] if spans else 0
    room = max(40, width * lines // max(1, metrics.averageCharWidth()) - 4)
    # A passage may be longer than its row: begin near the first found word.
    cut = max(0, first - room // 2) if len(words) > room else 0
    shown = ("…" if cut else "") + words[cut : cut + room] + ("…" if len(words) > cut + room else "")
    shift = cut - (1 if cut else 0)
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _runs_left(words):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats(
        [_lit(shown, a - shift, b - shift, tokens) for a, b in spans if cut <= a and b <= cut + room]
    )
    lay_lines(layout, width, lines)
    return layout


def _runs_left(words: str) -> bool:
    """Return whether a text is set from right to left: its first letter says so (Unicode UAX #9, rules P2 and P3)."""
    kinds = (unicodedata.bidirectional(char) for char in words)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


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


def _lit(shown: str, start: int, end: int, tokens: Tokens) -> QTextLayout.FormatRange:
    units = Utf16Map(shown)
    lit = QTextLayout.FormatRange()
    lit.start = units.to_qt(start)
    lit.length = units.to_qt(end) - lit.start
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setBackground(QColor(tokens.highlight))
    lit.format = form
    return lit
