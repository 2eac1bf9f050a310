"""A quote as words that can be read and copied, some of them lit: those that a check has matched.

Folded, it shows its first line, with … behind what is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from ui.look import theme
from ui.qt.offsets import Utf16Map

_OTHER_COLOURS = (QEvent.Type.ApplicationPaletteChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


@dataclass(frozen=True, slots=True)
class Lit:
    """Words of a quote, in code points: `found` for what agrees with the claim, else what differs from it."""

    start: int
    end: int
    found: bool


class QuoteLabel(QPlainTextEdit):
    """Plain text that is as high as its words, in quotation marks."""

    def __init__(self, words: str, lit: Sequence[Lit] = (), parent: QWidget | None = None) -> None:
        self._lit = tuple(lit)
        self._folded = False
        super().__init__(f"“{words}”", parent)
        self.setObjectName("evidence_quote")
        self.setAccessibleName(words)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self._light()

    def set_folded(self, folded: bool) -> None:
        """Show the first line only, or all of the words."""
        if folded != self._folded:
            self._folded = folded
            self.setViewportMargins(0, 0, self.fontMetrics().horizontalAdvance("… ") if folded else 0, 0)
            self._fit()
            self.viewport().update()

    @property
    def more(self) -> bool:
        """Return whether the words need more than one line."""
        return self.document().blockCount() > 1 or self.document().firstBlock().layout().lineCount() > 1

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _OTHER_COLOURS:
            self._light()

    def _light(self) -> None:
        # Its own palette follows a little later than the event says.
        tokens = theme.of(QApplication.palette())
        units = Utf16Map(self.toPlainText())
        marks = []
        for words in self._lit:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(units.to_qt(words.start + 1))
            mark.cursor.setPosition(units.to_qt(words.end + 1), QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setUnderlineStyle(
                QTextCharFormat.UnderlineStyle.DotLine
                if words.found
                else QTextCharFormat.UnderlineStyle.WaveUnderline
            )
            form.setUnderlineColor(QColor(tokens.ok if words.found else tokens.warn))
            form.setBackground(QColor(tokens.accent_soft if words.found else tokens.warn_soft))
            mark.format = form
            marks.append(mark)
        self.setExtraSelections(marks)

    def _fit(self) -> None:
        blocks = [self.document().findBlockByNumber(n) for n in range(self.document().blockCount())]
        lines = sum(max(1, block.layout().lineCount()) for block in blocks)
        # Lines of other scripts may be higher than the font says.
        words = sum(block.layout().boundingRect().height() for block in blocks)
        if self._folded:
            first = blocks[0].layout()
            lines, words = 1, first.lineAt(0).height() if first.lineCount() else 0
        self.setFixedHeight(ceil(max(lines * self.fontMetrics().lineSpacing(), words)) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        first = self.document().firstBlock().layout()
        if not (self._folded and self.more and first.lineCount()):
            return
        line = first.lineAt(0)
        place = line.naturalTextRect()
        room = self.viewportMargins().right()
        rtl = self.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
        at = place.left() - room if rtl else place.right()
        painter = QPainter(self.viewport())
        painter.setClipping(False)
        painter.setPen(self.palette().text().color())
        painter.drawText(round(at), round(line.y() + line.ascent()), "…")

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing())
