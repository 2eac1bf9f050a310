"""Words that were searched for on the page, lit under the text of the rows in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainter

from briefing.edits import WordsInRow
from ui.look import theme
from ui.page.row_text import RowText
from ui.qt.offsets import Utf16Map
from ui.reader import paint


class FoundWords:
    """Paints for one page; `places` stand in the order of the page, `current` is the one that is lit."""

    def __init__(self, page: RowText) -> None:
        self._page = page
        self._by_row: dict[str, list[WordsInRow]] = {}
        self.places: tuple[WordsInRow, ...] = ()
        self.current: WordsInRow | None = None

    def show(self, places: Sequence[WordsInRow], current: WordsInRow | None) -> None:
        """Light other places."""
        self.places, self.current = tuple(places), current
        self._by_row = {}
        for place in places:
            self._by_row.setdefault(place.row, []).append(place)
        self._page.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the grounds of the words in sight."""
        if not self._by_row:
            return
        tokens = theme.of(self._page.palette())
        painter.setPen(QColor(tokens.accent))
        for row, block, rect in self._page.rows_in_sight():
            units = Utf16Map(block.text())
            for place in self._by_row.get(row.id, ()):
                painter.setBrush(QColor(tokens.flash if place == self.current else tokens.accent_soft))
                span = units.to_qt(place.start), units.to_qt(min(place.end, len(block.text())))
                for part in paint.rects(block, *span, rect.topLeft()):
                    painter.drawRoundedRect(part.adjusted(-0.5, 0.5, 0.5, 0.5), 2, 2)
