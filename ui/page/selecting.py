"""What is selected on the page: words of one claim, or several claims on purpose, never a bare break.

Qt counts the break at a claim's end as part of its paragraph: a triple click then ends in the next claim, and
the first letter typed joins the two. Here a selection begins and ends at words, so that what is acted on is
what is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor

from ui.page.row_text import RowText, end_of_block

Key, Standard, Move = Qt.Key, QKeySequence.StandardKey, QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor
# Letters, words, lines: these never leave the claim with the caret.
_INSIDE = (
    (Standard.SelectNextChar, Move.Right),
    (Standard.SelectPreviousChar, Move.Left),
    (Standard.SelectNextWord, Move.WordRight),
    (Standard.SelectPreviousWord, Move.WordLeft),
    (Standard.SelectStartOfLine, Move.StartOfLine),
    (Standard.SelectEndOfLine, Move.EndOfLine),
    (Standard.SelectStartOfBlock, Move.StartOfBlock),
    (Standard.SelectEndOfBlock, Move.EndOfBlock),
)
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def tidy(page: RowText) -> None:
    """Show the selection as it is meant: see `RowText.ends`."""
    cursor = page.textCursor()
    anchor, position = page.ends()
    if (cursor.anchor(), cursor.position()) != (anchor, position):
        _put(page, anchor, position)


def by_key(page: RowText, event: QKeyEvent) -> bool:
    """Act on a key that selects; False for any other."""
    if event.matches(Standard.SelectAll):
        _all(page)
        return True
    for standard, move in _INSIDE:
        if event.matches(standard):
            _inside(page, lambda cursor, move=move: cursor.movePosition(move, _KEEP))  # type: ignore[misc]
            return True
    down = event.key() == Key.Key_Down
    if not down and event.key() != Key.Key_Up:
        return False
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == _CONTROL_SHIFT:
        end = Move.EndOfBlock if down else Move.StartOfBlock
        _inside(page, lambda cursor: cursor.movePosition(end, _KEEP))
        return True
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        _line(page, down=down)
        return True
    return False


def _all(page: RowText) -> None:
    """Select the text of the row with the caret; all of the page when it is selected already."""
    anchor, position = page.ends()
    block = page.document().findBlock(position)
    here = (block.position(), end_of_block(block))
    if (
        not page.row_of(block).editable
        or here[0] == here[1]
        or (min(anchor, position), max(anchor, position)) == here
    ) or page.document().findBlock(anchor) != block:
        page.selectAll()
    else:
        _put(page, *here)


def _inside(page: RowText, move: Callable[[QTextCursor], object]) -> None:
    """Move the selection's end, within its row."""
    anchor, position = page.ends()
    block = page.document().findBlock(position)
    cursor = page.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, _KEEP)
    move(cursor)
    _put(page, anchor, max(block.position(), min(cursor.position(), end_of_block(block))))


def _line(page: RowText, *, down: bool) -> None:
    """Move the selection's end by a line; at the last line to the row's end, and from there by whole rows."""
    anchor, position = page.ends()
    block = page.document().findBlock(position)
    cursor = page.textCursor()
    if (cursor.anchor(), cursor.position()) != (anchor, position):
        cursor.setPosition(anchor)
        cursor.setPosition(position, _KEEP)
    cursor.movePosition(Move.Down if down else Move.Up, _KEEP)
    if cursor.block() == block and cursor.position() != position:
        page.setTextCursor(cursor)  # Qt's own cursor remembers the column
        return
    edge = end_of_block(block) if down else block.position()
    home = page.document().findBlock(anchor).blockNumber()
    shrinks = home > block.blockNumber() if down else home < block.blockNumber()
    if position != edge and not shrinks:
        _put(page, anchor, edge)
        return
    other = _next(page, block, down=down)
    if other.isValid():
        to_end = down != shrinks
        _put(page, anchor, end_of_block(other) if to_end else other.position())
        tidy(page)


def _next(page: RowText, block: QTextBlock, *, down: bool) -> QTextBlock:
    """Return the next row that takes words; an invalid block where there is none."""
    block = block.next() if down else block.previous()
    while block.isValid() and not page.row_of(block).editable:
        block = block.next() if down else block.previous()
    return block


def _put(page: RowText, anchor: int, position: int) -> None:
    cursor = page.textCursor()
    cursor.setPosition(anchor)
    if anchor != position:
        cursor.setPosition(position, _KEEP)
    page.setTextCursor(cursor)
