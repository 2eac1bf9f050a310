"""A quote as words that can be read and copied, some of them lit: those that a check has matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from ui.look import theme
from ui.qt.offsets import Utf16Map


@dataclass(frozen=True, slots=True)
class Lit:
    """Words of a quote, in code points: `found` for what agrees with the claim, else what differs from it."""

    start: int
    end: int
    found: bool


class QuoteLabel(QPlainTextEdit):
    """Plain text that is as high as its words, in quotation marks."""

    def __init__(self, words: str, lit: Sequence[Lit] = (), parent: QWidget | None = None) -> None:
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
        self._lit = tuple(lit)
        self._light()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._light()

    def _light(self) -> None:
        tokens = theme.of(self.palette())
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
        self.setFixedHeight(ceil(max(lines * self.fontMetrics().lineSpacing(), words)) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing())
