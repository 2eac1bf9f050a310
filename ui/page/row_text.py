"""A text edit whose blocks are the rows of a brief.

It knows which row is where, the caret, the selection, and what is in sight. Row ids and code points outside;
Qt's positions, which count UTF-16 units, inside. A block's number is its row's index.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.edits import Caret
from briefing.rows import Row
from ui.desk import Desk
from ui.page.layout import lay_out_rest
from ui.qt.offsets import Utf16Map

_LINES_BELOW = 3
_MARGIN = 8  # pixels round a row that is shown whole
_MANY_LINES = 60  # so many need a search for those in sight
OWN = "page"  # the origin of edits that the page makes by itself, typing apart


class RowText(QTextEdit):
    """Holds the rows that are shown; who writes them into the document keeps both in step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: list[Row] = []
        self._laying = QTimer(self)
        self._laying.setSingleShot(True)
        self._laying.timeout.connect(lambda: lay_out_rest(self.document()))

    # -- rows

    def index_of(self, row_id: str) -> int:
        """Return the index of a row, or -1."""
        for i, row in enumerate(self.rows):
            if row.id == row_id:
                return i
        return -1

    def block_of(self, row_id: str) -> QTextBlock:
        """Return a row's block; an invalid one when it is not there."""
        return self.document().findBlockByNumber(self.index_of(row_id))

    def row_of(self, block: QTextBlock) -> Row:
        """Return the row that a block shows; the last one for a block that has no row yet."""
        return self.rows[min(block.blockNumber(), len(self.rows) - 1)]

    def row_at(self, position: int) -> Row:
        """Return the row at a document position (UTF-16)."""
        return self.row_of(self.document().findBlock(position))

    def row_under(self, point: QPoint) -> Row | None:
        """Return the row under a point of the viewport (pixels); None before there are rows."""
        return self.row_at(self.cursorForPosition(point).position()) if self.rows else None

    def current_row(self) -> Row | None:
        """Return the row with the caret: the one in which a selection ends."""
        return self.row_at(self.ends()[1]) if self.rows else None

    def rows_in_sight(self) -> Iterator[tuple[Row, QTextBlock, QRectF]]:
        """Yield the rows in sight with their blocks and rectangles in viewport pixels."""
        layout = self.document().documentLayout()
        offset = QPointF(0, -self.verticalScrollBar().value())
        bottom = self.viewport().height()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and block.blockNumber() < len(self.rows):
            rect = layout.blockBoundingRect(block).translated(offset)
            if rect.top() - block.blockFormat().topMargin() > bottom:  # a picture may stand in that margin
                return
            if not block.layout().lineCount():
                self._laying.start()
            yield self.rows[block.blockNumber()], block, rect
            block = block.next()

    def words_in_sight(self, block: QTextBlock, rect: QRectF) -> tuple[int, int]:
        """Return the stretch of a block that is in sight (UTF-16 units of it), by whole lines.

        `rect` is the block's, in viewport pixels. A block may be thousands of lines long.
        """
        layout = block.layout()
        lines = range(layout.lineCount())
        if len(lines) < _MANY_LINES:
            return 0, block.length()
        first = bisect_left(lines, -rect.top(), key=lambda i: layout.lineAt(i).rect().bottom())
        below = self.viewport().height() - rect.top()
        last = bisect_right(lines, below, key=lambda i: layout.lineAt(i).y()) - 1
        low, high = layout.lineAt(min(first, lines[-1])), layout.lineAt(max(last, 0))
        return low.textStart(), high.textStart() + high.textLength()

    # -- carets

    def ends(self) -> tuple[int, int]:
        """Return anchor and position of the selection (UTF-16), drawn back to the words it takes.

        An end that stands before a row's first word goes to the end of the row above; a start behind a row's
        last word, or in a heading, goes to the row below. Both are the caret where nothing is selected.
        """
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        if anchor == position or not self.rows:
            return position, position
        low, high = self._without_breaks(min(anchor, position), max(anchor, position))
        if low >= high:
            return position, position
        return (low, high) if anchor < position else (high, low)

    def _without_breaks(self, low: int, high: int) -> tuple[int, int]:
        """Return a stretch without the breaks and headings at its ends (UTF-16); empty where no words are."""
        first, last = self.document().findBlock(low), self.document().findBlock(high)
        while first.blockNumber() < last.blockNumber() and (
            not self.row_of(first).editable or (first.length() > 1 and low == end_of_block(first))
        ):
            first = first.next()
            low = first.position()
        while first.blockNumber() < last.blockNumber() and (
            not self.row_of(last).editable or high == last.position()
        ):
            last = last.previous()
            high = end_of_block(last)
        return (low, high) if self.row_of(first).editable else (low, low)

    def caret_at(self, position: int) -> Caret:
        """Return the caret of a document position (UTF-16) in code points."""
        block = self.document().findBlock(position)
        units = Utf16Map(block.text())
        return Caret(self.row_of(block).id, units.to_text(position - block.position()))

    def caret(self) -> Caret | None:
        """Return where the caret is; None before there are rows."""
        return self.caret_at(self.ends()[1]) if self.rows else None

    def selection(self) -> tuple[Caret, Caret]:
        """Return the ends of the selection in reading order (equal when nothing is selected)."""
        first, last = sorted(self.ends())
        return self.caret_at(first), self.caret_at(last)

    def set_caret(self, caret: Caret | None, start: int | None = None, *, reveal: bool = True) -> None:
        """Put the caret there, as near as the page allows.

        With `start`, an offset in the same row (code points), select from there to the caret.
        """
        block = self.block_of(caret.row) if caret else QTextBlock()
        if not block.isValid() or caret is None:
            return
        units = Utf16Map(block.text())
        cursor = self.textCursor()
        if start is not None:
            cursor.setPosition(block.position() + units.to_qt(min(start, len(block.text()))))
        mode = QTextCursor.MoveMode.MoveAnchor if start is None else QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(block.position() + units.to_qt(min(caret.offset, len(block.text()))), mode)
        self.setTextCursor(cursor)
        if reveal:
            lay_out_rest(self.document())
            self.keep_room()

    # -- room

    def keep_room(self) -> None:
        """Scroll so that the caret is in sight, with a few lines free below it where the view has them."""
        self.ensureCursorVisible()
        rect = self.cursorRect()
        wanted = rect.bottom() + _LINES_BELOW * rect.height() - self.viewport().height()
        self._scroll(min(wanted, rect.top() - rect.height()))

    def show_whole(self, row_id: str) -> None:
        """Scroll a row into sight with all that stands under its words; the caret stays."""
        if not self.block_of(row_id).isValid():
            return
        lay_out_rest(self.document())
        rect = self.rect_of(row_id)
        self._scroll(min(rect.bottom() + _MARGIN - self.viewport().height(), rect.top() - _MARGIN))
        rect = self.rect_of(row_id)
        if rect.top() < 0:
            self._scroll(rect.top() - _MARGIN, up=True)

    def words_rect(self, row_id: str) -> QRect:
        """Return where a row's words stand, in pixels of the viewport."""
        block = self.block_of(row_id)
        if not block.isValid():
            return QRect()
        box = block.layout().boundingRect().translated(block.layout().position())
        return box.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def rect_of(self, row_id: str) -> QRect:
        """Return where a row stands with what is painted under its words, in pixels of the viewport."""
        below = self.block_of(row_id).blockFormat().bottomMargin()
        return self.words_rect(row_id).adjusted(0, 0, 0, round(below))

    def _scroll(self, by: int, *, up: bool = False) -> None:
        bar = self.verticalScrollBar()
        if by > 0 or (up and by < 0):
            bar.setValue(bar.value() + by)


def end_of_block(block: QTextBlock) -> int:
    """Return the document position (UTF-16) behind a block's last letter."""
    return block.position() + block.length() - 1
