"""Paints a passage of an article in a list: whose it is above, then lines of its text, found words lit."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from briefing.text import Span
from ui.look.colours import Tokens
from ui.look.laid_lines import lay_lines
from ui.models.hits import ABOVE, SPANS
from ui.panes.row_delegate import Index, RowDelegate, draw_line
from ui.qt.offsets import Utf16Map


class PassageDelegate(RowDelegate):
    """A row of `lines` lines of words below one of where they stand."""

    PAD = 7
    WIDTH = 160
    HOVER = True

    def lines(self, index: Index) -> int:
        return self._lines + 1

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens) -> None:
        rect = option.rect.adjusted(12, self.PAD, -12, -self.PAD)
        line = QRect(rect.left(), rect.top(), rect.width(), painter.fontMetrics().height())
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        painter.setFont(small)
        above = str(index.data(ABOVE))
        side = Qt.AlignmentFlag.AlignRight if _runs_left(above) else Qt.AlignmentFlag.AlignLeft
        draw_line(painter, line, above, tokens.text_muted, side | Qt.AlignmentFlag.AlignAbsolute)
        words = str(index.data())
        layout = laid_out(words, index.data(SPANS) or (), option.font, rect.width(), self._lines, tokens)
        painter.setPen(QColor(tokens.text))
        layout.draw(painter, QPointF(rect.left(), line.bottom() + 1))


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
    """Return whether a text is set from right to left, by its first letter (Unicode UAX #9, P2 and P3)."""
    kinds = (unicodedata.bidirectional(char) for char in words)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


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
