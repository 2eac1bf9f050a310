"""What is selected on the page: words of one claim, or several claims on purpose; never a bare paragraph break.

Qt counts the break at a claim's end as part of its paragraph: a triple click then ends in the next claim, and the
first letter typed joins the two. Here a selection begins and ends at words, so that what is acted on is what is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor

if TYPE_CHECKING:
    from ui.page.view import PageView

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


def ends(view: PageView) -> tuple[int, int]:
    """Return anchor and position of the selection (UTF-16), drawn back to the words it takes.

    An end that stands before a row's first word goes to the end of the row above; a start behind a row's last word, or
    in a heading, goes to the row below. Both are the caret where nothing is selected.
    """
    cursor = view.textCursor()
    anchor, position = cursor.anchor(), cursor.position()
    if anchor == position or not view.rows:
        return position, position
    low, high = min(anchor, position), max(anchor, position)
    document = view.document()
    first, last = document.findBlock(low), document.findBlock(high)
    while first.blockNumber() < last.blockNumber() and (
        not _editable(view, first) or (first.length() > 1 and low == _end(first))
    ):
        first = first.next()
        low = first.position()
    while first.blockNumber() < last.blockNumber() and (not _editable(view, last) or high == last.position()):
        last = last.previous()
        high = _end(last)
    if not _editable(view, first) or low >= high:
        return position, position
    return (low, high) if anchor < position else (high, low)


def tidy(view: PageView) -> None:
    """Show the selection as it is meant: see `ends`."""
    cursor = view.textCursor()
    anchor, position = ends(view)
    if (cursor.anchor(), cursor.position()) != (anchor, position):
        _put(view, anchor, position)


def by_key(view: PageView, event: QKeyEvent) -> bool:
    """Act on a key that selects; False for any other."""
    if event.matches(Standard.SelectAll):
        _all(view)
        return True
    for standard, move in _INSIDE:
        if event.matches(standard):
            _inside(view, lambda cursor, move=move: cursor.movePosition(move, _KEEP))  # type: ignore[misc]
            return True
    down = event.key() == Key.Key_Down
    if not down and event.key() != Key.Key_Up:
        return False
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == _CONTROL_SHIFT:
        end = Move.EndOfBlock if down else Move.StartOfBlock
        _inside(view, lambda cursor: cursor.movePosition(end, _KEEP))
        return True
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        _line(view, down=down)
        return True
    return False


def _all(view: PageView) -> None:
    """Select the words of the row with the caret; all of the page when they are selected already."""
    anchor, position = ends(view)
    block = view.document().findBlock(position)
    here = (block.position(), _end(block))
    if (
        not _editable(view, block)
        or here[0] == here[1]
        or (min(anchor, position), max(anchor, position)) == here
    ) or view.document().findBlock(anchor) != block:
        view.selectAll()
    else:
        _put(view, *here)


def _inside(view: PageView, move: Callable[[QTextCursor], object]) -> None:
    """Move the selection's end, within its row."""
    anchor, position = ends(view)
    block = view.document().findBlock(position)
    cursor = view.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, _KEEP)
    move(cursor)
    _put(view, anchor, max(block.position(), min(cursor.position(), _end(block))))


def _line(view: PageView, *, down: bool) -> None:
    """Move the selection's end by a line; at the last line to the row's end, and from there by whole rows."""
    anchor, position = ends(view)
    block = view.document().findBlock(position)
    cursor = view.textCursor()
    if (cursor.anchor(), cursor.position()) != (anchor, position):
        cursor.setPosition(anchor)
        cursor.setPosition(position, _KEEP)
    cursor.movePosition(Move.Down if down else Move.Up, _KEEP)
    if cursor.block() == block and cursor.position() != position:
        view.setTextCursor(cursor)  # Qt's own cursor remembers the column
        return
    edge = _end(block) if down else block.position()
    home = view.document().findBlock(anchor).blockNumber()
    shrinks = home > block.blockNumber() if down else home < block.blockNumber()
    if position != edge and not shrinks:
        _put(view, anchor, edge)
        return
    other = _next(view, block, down=down)
    if other.isValid():
        to_end = down != shrinks
        _put(view, anchor, _end(other) if to_end else other.position())
        tidy(view)


def _next(view: PageView, block: QTextBlock, *, down: bool) -> QTextBlock:
    """Return the next row that takes words; an invalid block where there is none."""
    block = block.next() if down else block.previous()
    while block.isValid() and not _editable(view, block):
        block = block.next() if down else block.previous()
    return block


def _editable(view: PageView, block: QTextBlock) -> bool:
    return view.rows[min(block.blockNumber(), len(view.rows) - 1)].editable


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _put(view: PageView, anchor: int, position: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(anchor)
    if anchor != position:
        cursor.setPosition(position, _KEEP)
    view.setTextCursor(cursor)
