"""Keys on the page: what Enter, Backspace and the like mean for rows. One table, small handlers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextCursor

from briefing.rows import Row
from ui.page import ops, selecting

if TYPE_CHECKING:
    from ui.page.view import PageView

Key = Qt.Key
# Beside Backspace and Delete, which some platforms do not list among their standard keys.
_ERASING_FORWARD = (
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteEndOfLine,
)
_ERASING_BACK = (QKeySequence.StandardKey.Backspace, QKeySequence.StandardKey.DeleteStartOfWord)
_WINDOWS_OWN = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def handle(view: PageView, event: QKeyEvent) -> bool:
    """Act on a key; False leaves it to the text edit, which then types within one row."""
    if selecting.by_key(view, event):
        return True
    if view.isReadOnly():
        return False
    selecting.tidy(view)
    if any(event.matches(k) for k in _WINDOWS_OWN):
        event.ignore()
        return True
    if event.matches(QKeySequence.StandardKey.DeleteCompleteLine):
        return _erase_line(view)
    if event.key() == Key.Key_Delete or any(event.matches(k) for k in _ERASING_FORWARD):
        return _erase(view, forward=True)
    if event.key() == Key.Key_Backspace or any(event.matches(k) for k in _ERASING_BACK):
        return _erase(view, forward=False)
    action = _TABLE.get(Key(event.key()))
    if action is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return action(view, event)
    if event.text() and event.text().isprintable():
        if _is_command(event):
            event.ignore()
            return True
        if not ops.make_room_for_typing(view):
            return True
        _end_link(view)
    return False


def _is_command(event: QKeyEvent) -> bool:
    """Whether a letter with Alt is meant for a menu. On a Mac it types, and with Ctrl it is AltGr."""
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    return sys.platform != "darwin" and event.modifiers() & (alt | control) == alt


def _enter(view: PageView, event: QKeyEvent) -> bool:
    ops.enter(view)
    return True


def _tab(view: PageView, event: QKeyEvent) -> bool:
    ops.to_section(view, 1 if event.key() == Key.Key_Tab else -1)
    return True


def _up(view: PageView, event: QKeyEvent) -> bool:
    return _vertical(view, event, QTextCursor.MoveOperation.Up)


def _down(view: PageView, event: QKeyEvent) -> bool:
    return _vertical(view, event, QTextCursor.MoveOperation.Down)


def _vertical(view: PageView, event: QKeyEvent, move: QTextCursor.MoveOperation) -> bool:
    view.moveCursor(move)
    leave_heading(view, down=move == QTextCursor.MoveOperation.Down)
    return True


def _sideways(view: PageView, event: QKeyEvent) -> bool:
    """Left and right, stepping over headings."""
    right = event.key() == Key.Key_Right
    Move = QTextCursor.MoveOperation
    if view.textCursor().hasSelection():
        return False
    view.moveCursor(Move.Right if right else Move.Left)
    leave_heading(view, down=right)
    return True


def _escape(view: PageView, event: QKeyEvent) -> bool:
    cursor = view.textCursor()
    if not cursor.hasSelection():
        return False
    cursor.clearSelection()
    view.setTextCursor(cursor)
    return True


_TABLE: dict[Key, Callable[[PageView, QKeyEvent], bool]] = {
    Key.Key_Return: _enter,
    Key.Key_Enter: _enter,
    Key.Key_Tab: _tab,
    Key.Key_Backtab: _tab,
    Key.Key_Up: _up,
    Key.Key_Down: _down,
    Key.Key_Left: _sideways,
    Key.Key_Right: _sideways,
    Key.Key_Escape: _escape,
}


def leave_heading(view: PageView, *, down: bool) -> None:
    """Headings are locked: move a caret that came to stand in one to the next row that takes words."""
    cursor = view.textCursor()
    if cursor.hasSelection():
        return
    i = cursor.block().blockNumber()
    step = 1 if down else -1
    moved = False
    while 0 <= i < len(view.rows) and not view.rows[i].editable:
        i, moved = i + step, True
    if moved and 0 <= i < len(view.rows):
        block = view.document().findBlockByNumber(i)
        cursor.setPosition(block.position() if down else block.position() + block.length() - 1)
        view.setTextCursor(cursor)


def take_to_menu(view: PageView, event: QContextMenuEvent) -> tuple[Row | None, QPoint]:
    """Put the caret where a menu is asked for, unless that is selected: its actions act on the row with the caret.

    Returns the row the menu is for, which may be a heading, and the global point to open it at.
    """
    if event.reason() != QContextMenuEvent.Reason.Mouse:
        at = view.viewport().mapToGlobal(view.cursorRect().bottomLeft())
        return view.current_row(), at
    position = view.cursorForPosition(event.pos()).position()
    first, last = sorted(selecting.ends(view))
    if not (first < last and first <= position <= last):
        cursor = view.textCursor()
        cursor.setPosition(position)
        view.setTextCursor(cursor)
        row = view.row_at(position)
        leave_heading(view, down=True)
        return row, event.globalPos()
    return view.current_row(), event.globalPos()


def _erase(view: PageView, *, forward: bool) -> bool:
    cursor = view.textCursor()
    if not view.rows[cursor.blockNumber()].editable and not cursor.hasSelection():
        return True
    if cursor.hasSelection():
        if ops.within_one_row(view):
            return False
        ops.erase_selection(view)
        return True
    if forward and cursor.atBlockEnd():
        ops.join_next(view)
        return True
    if not forward and cursor.atBlockStart():
        ops.join_previous(view)
        return True
    return False


def _erase_line(view: PageView) -> bool:
    """Erase the row's words; its line and its quotes stay."""
    cursor = view.textCursor()
    if view.rows[cursor.blockNumber()].editable:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    return True


def _end_link(view: PageView) -> None:
    """Words typed right after a link are not part of it."""
    fmt = view.currentCharFormat()
    cursor = view.textCursor()
    if not fmt.isAnchor() or cursor.hasSelection():
        return
    after = QTextCursor(cursor)
    after.movePosition(QTextCursor.MoveOperation.Right)
    if cursor.atBlockEnd() or not after.charFormat().isAnchor():
        from ui.page.blocks import base_format

        view.setCurrentCharFormat(base_format(view.rows[cursor.blockNumber()], view.look))
