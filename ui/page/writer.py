"""Writes rows into the page's document: all of them, a stretch, or one in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from briefing.rows import Row
from ui.page.room import RowRoom
from ui.page.row_blocks import Look, base_format, block_format, read_runs, row_runs, styled, write_runs


class RowWriter:
    """`room` says how much a row needs above, under and before its words; `title()` is the brief's title."""

    def __init__(
        self,
        document: QTextDocument,
        look: Callable[[], Look],
        room: RowRoom,
        title: Callable[[], str],
    ) -> None:
        self._document = document
        self._look = look
        self._room = room
        self._title = title
        self._based_on: Look | None = None
        self._bases: dict[str, QTextCharFormat] = {}

    def write_all(self, rows: Sequence[Row]) -> None:
        """Write rows into an empty document."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for i, row in enumerate(rows):
            self._write(cursor, row, fresh=i > 0)
        cursor.endEditBlock()

    def replace(self, cursor: QTextCursor, first: int, old_end: int, new: Sequence[Row]) -> None:
        """Put blocks for `new` in the place of the blocks [first, old_end); the first block of all stays."""
        if old_end > first:
            cursor.setPosition(self._document.findBlockByNumber(first).position())
            last = self._document.findBlockByNumber(old_end - 1)
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            if not new:
                cursor.deletePreviousChar()
        else:
            before = self._document.findBlockByNumber(first - 1)
            cursor.setPosition(before.position() + before.length() - 1)
        for i, row in enumerate(new):
            self._write(cursor, row, fresh=i > 0 or old_end == first)

    def _base(self, row: Row) -> QTextCharFormat:
        look = self._look()
        if look is not self._based_on:
            self._based_on, self._bases = look, {}
        if row.kind not in self._bases:
            self._bases[row.kind] = base_format(row, look)
        return self._bases[row.kind]

    def _write(self, cursor: QTextCursor, row: Row, *, fresh: bool) -> None:
        base = self._base(row)
        shape = block_format(row, self._room.under(row), self._room.day_column(row), self._room.above(row))
        if fresh:
            cursor.insertBlock(shape, base)
        else:
            cursor.setBlockFormat(shape)
            cursor.setBlockCharFormat(base)
            cursor.setCharFormat(base)
        write_runs(cursor, row_runs(row, self._title()), base, self._look())

    def rewrite(self, i: int, row: Row) -> None:
        """Write the text of row `i` into its block, unless the block shows it already."""
        block = self._document.findBlockByNumber(i)
        self.reshape(block, row)
        wanted = row_runs(row, self._title())
        words = "".join(run.text for run in wanted)
        if block.text() == words and (not styled(row) or read_runs(block) == wanted):
            return
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        write_runs(cursor, wanted, self._base(row), self._look())

    def reshape(self, block: QTextBlock, row: Row) -> None:
        """Give a block its margins, if they changed."""
        shape = block_format(
            row, self._room.under(row, block), self._room.day_column(row), self._room.above(row)
        )
        if block.blockFormat() != shape:
            QTextCursor(block).setBlockFormat(shape)
