"""Paints an article in the list of articles: a dot for its use, its title, a line of facts."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from ui.look.bidi import joined
from ui.look.colours import Tokens
from ui.models import sources_model as model
from ui.panes.row_delegate import Index, RowDelegate, draw_line

_SIDES = 40  # pixels of a row beside its title


class SourceDelegate(RowDelegate):
    """Paints a dot (full: linked, ring: read, accent ring: unread), the title, one line of facts.

    A row is as high as its words: a title of one line takes a line less.
    """

    PAD = 11
    WIDTH = 180
    HOVER = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        shown = option.widget
        if not isinstance(shown, QListView):
            return hint
        width = shown.viewport().width() - _SIDES
        lines = len(_title_lines(str(index.data()), title_font(option.font, index).toString(), width))
        spare = self.lines(index) - 1 - lines
        return QSize(hint.width(), hint.height() - spare * QFontMetrics(option.font).height())

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens) -> None:
        rect = option.rect.adjusted(4, 2, -4, -2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._dot(painter, rect, index, tokens)
        height = painter.fontMetrics().height()
        line = QRect(rect.left() + 24, rect.top() + self.PAD - 5, rect.width() - 32, height)
        font = title_font(option.font, index)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        for words in _title_lines(str(index.data()), font.toString(), line.width()):
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), words)
            line.translate(0, height)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        facts = joined(index.data(model.META) or "", index.data(model.USE) or "")
        draw_line(painter, line, facts, tokens.text_muted)

    def _dot(self, painter: QPainter, rect: QRect, index: Index, tokens: Tokens) -> None:
        linked, read = index.data(model.LINKS), index.data(model.READ)
        ink = QColor(tokens.accent if linked or not read else tokens.line_strong)
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(ink if linked else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.left() + 8, rect.top() + self.PAD, 8, 8)


def title_font(font: QFont, index: Index) -> QFont:
    """Return the font of an article's title: bold while it is neither read nor linked."""
    made = QFont(font)
    made.setBold(not index.data(model.READ) and not index.data(model.LINKS))
    return made


@lru_cache(maxsize=4096)
def _title_lines(words: str, font: str, width: int) -> tuple[str, ...]:
    described = QFont()
    described.fromString(font)
    return tuple(two_lines(words, QFontMetrics(described), width))


def two_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return a title in at most two lines, the second cut with an ellipsis."""
    first: list[str] = []
    rest = words.split()
    while rest and metrics.horizontalAdvance(" ".join([*first, rest[0]])) <= width:
        first.append(rest.pop(0))
    if not first:
        return [metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)]
    if not rest:
        return [" ".join(first)]
    return [" ".join(first), metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)]
