"""The one look of a redline: in a review, in a new version, among the changes since an edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.revision.redline import StretchKind
from briefing.revision.redline import redline as stretches
from briefing.revision.word_difference import compare
from ui.look import theme
from ui.look.colours import Tokens
from ui.look.laid_lines import lay_lines
from ui.qt.offsets import Utf16Map

PIECES = Qt.ItemDataRole.UserRole + 40
_MOST_LINES = 6
_SIDE, _ABOVE = 8, 4  # pixels round the words of a row


@dataclass(frozen=True, slots=True)
class RedlinePiece:
    """Words of a redline: "same", "out" (taken out) or "put" (put in)."""

    words: str
    kind: StretchKind = "same"


def between(old: str, new: str) -> tuple[RedlinePiece, ...]:
    """Return what was taken out of a text and put in, word by word."""
    return tuple(RedlinePiece(words, kind) for kind, words in stretches(old, new, compare(old, new)))


def heard(pieces: Sequence[RedlinePiece]) -> str:
    """Return a redline without colours, for those who hear it."""
    return "".join(_marked(piece) for piece in pieces)


def _marked(piece: RedlinePiece) -> str:
    words = piece.words.strip()
    sign = {"out": "−", "put": "+"}.get(piece.kind, "")
    if not sign or not words:
        return piece.words
    before, _, after = piece.words.partition(words)
    return f"{before}[{sign}{words}]{after}"


def redline(
    pieces: Sequence[RedlinePiece], font: QFont, width: int, tokens: Tokens, lines: int
) -> QTextLayout:
    """Return the first lines of a redline in a width (pixels): what is taken out struck through, what is put
    in underlined.
    """
    words = "".join(piece.words for piece in pieces)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units, at, formats = Utf16Map(words), 0, []
    for piece in pieces:
        if piece.kind != "same":
            mark = QTextLayout.FormatRange()
            mark.start = units.to_qt(at)
            mark.length = units.to_qt(at + len(piece.words)) - mark.start
            form = QTextCharFormat()
            form.setForeground(QColor(tokens.error if piece.kind == "out" else tokens.ok))
            form.setFontStrikeOut(piece.kind == "out")
            form.setFontUnderline(piece.kind == "put")
            mark.format = form
            formats.append(mark)
        at += len(piece.words)
    layout.setFormats(formats)
    lay_lines(layout, width, lines)
    return layout


class RedlineDelegate(QStyledItemDelegate):
    """Paints rows that have `PIECES` as redlines, and all others as they are."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        pieces, shown = index.data(PIECES), option.widget
        if not pieces or not isinstance(shown, QListView):
            return super().sizeHint(option, index)
        width = shown.viewport().width()
        height = self._laid(option, pieces, width).boundingRect().height()
        return QSize(width, round(height) + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        pieces = index.data(PIECES)
        if not pieces:
            super().paint(painter, option, index)
            return
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setPen(QColor(theme.of(QApplication.palette()).text))
        laid = self._laid(option, pieces, option.rect.width())
        laid.draw(painter, QPointF(option.rect.left() + _SIDE, option.rect.top() + _ABOVE))
        painter.restore()

    def _laid(self, option: QStyleOptionViewItem, pieces: Sequence[RedlinePiece], width: int) -> QTextLayout:
        tokens = theme.of(QApplication.palette())
        return redline(pieces, option.font, max(80, width - 2 * _SIDE), tokens, _MOST_LINES)
