"""Keys on the page: what Enter, Backspace and the like mean for rows. One table, small handlers."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextCursor

from briefing.rows import Row
from ui.page import ops, selecting
from ui.page.page_text import PageText
from ui.page.row_blocks import base_format

Key = Qt.Key
Standard = QKeySequence.StandardKey


def handle(page: PageText, event: QKeyEvent) -> bool:
    """Act on a key; False leaves it to the text edit, which then types within one row."""
    if selecting.by_key(page, event):
        return True
    if page.isReadOnly():
        return False
    selecting.tidy(page)
    action = _action_of(event)
    if action is not None:
        return action(page, event)
    return bool(event.text()) and event.text().isprintable() and not _may_type(page, event)


def _action_of(event: QKeyEvent) -> Handler | None:
    """Return what a key does by what the platform means by it, or else by its own name."""
    for standards, action in _BY_MEANING:
        if any(event.matches(standard) for standard in standards):
            return action
    key = Key(event.key())
    if key in _ERASING:
        return _ERASING[key]
    return None if event.modifiers() & Qt.KeyboardModifier.ControlModifier else _BY_NAME.get(key)


def _may_type(page: PageText, event: QKeyEvent) -> bool:
    """Return whether a letter may be typed now; make room for it."""
    if _is_command(event):
        event.ignore()
        return False
    if not ops.make_room_for_typing(page):
        return False
    _end_link(page)
    return True


def _is_command(event: QKeyEvent) -> bool:
    """Return whether a letter with Alt is meant for a menu. On a Mac it types, and with Ctrl it is AltGr."""
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    return sys.platform != "darwin" and event.modifiers() & (alt | control) == alt


def _leave_to_window(page: PageText, event: QKeyEvent) -> bool:
    event.ignore()
    return True


def _enter(page: PageText, event: QKeyEvent) -> bool:
    ops.enter(page)
    return True


def _tab(page: PageText, event: QKeyEvent) -> bool:
    if page.tabChangesFocus():
        return False
    ops.to_section(page, 1 if event.key() == Key.Key_Tab else -1)
    return True


def _up(page: PageText, event: QKeyEvent) -> bool:
    return _vertical(page, event, QTextCursor.MoveOperation.Up)


def _down(page: PageText, event: QKeyEvent) -> bool:
    return _vertical(page, event, QTextCursor.MoveOperation.Down)


def _vertical(page: PageText, event: QKeyEvent, move: QTextCursor.MoveOperation) -> bool:
    page.moveCursor(move)
    leave_heading(page, down=move == QTextCursor.MoveOperation.Down)
    return True


def _sideways(page: PageText, event: QKeyEvent) -> bool:
    """Left and right, stepping over headings."""
    right = event.key() == Key.Key_Right
    Move = QTextCursor.MoveOperation
    if page.textCursor().hasSelection():
        return False
    page.moveCursor(Move.Right if right else Move.Left)
    leave_heading(page, down=right)
    return True


def _escape(page: PageText, event: QKeyEvent) -> bool:
    cursor = page.textCursor()
    if not cursor.hasSelection():
        return False
    cursor.clearSelection()
    page.setTextCursor(cursor)
    return True


def leave_heading(page: PageText, *, down: bool) -> None:
    """Headings are locked: move a caret that came to stand in one to the next row that takes words."""
    cursor = page.textCursor()
    if cursor.hasSelection():
        return
    i = cursor.block().blockNumber()
    step = 1 if down else -1
    moved = False
    while 0 <= i < len(page.rows) and not page.rows[i].editable:
        i, moved = i + step, True
    if moved and 0 <= i < len(page.rows):
        block = page.document().findBlockByNumber(i)
        cursor.setPosition(block.position() if down else block.position() + block.length() - 1)
        page.setTextCursor(cursor)


def take_to_menu(page: PageText, event: QContextMenuEvent) -> tuple[Row | None, QPoint]:
    """Put the caret where a menu is asked for, unless that is selected.

    The actions of the menu act on the row with the caret. Returns the row the menu is for, which may be a
    heading, and the global point (pixels of the screens) to open it at.
    """
    if event.reason() != QContextMenuEvent.Reason.Mouse:
        at = page.viewport().mapToGlobal(page.cursorRect().bottomLeft())
        return page.current_row(), at
    position = page.cursorForPosition(event.pos()).position()
    first, last = sorted(page.ends())
    if not (first < last and first <= position <= last):
        cursor = page.textCursor()
        cursor.setPosition(position)
        page.setTextCursor(cursor)
        row = page.row_at(position)
        leave_heading(page, down=True)
        return row, event.globalPos()
    return page.current_row(), event.globalPos()


def _erase(page: PageText, *, forward: bool) -> bool:
    cursor = page.textCursor()
    if not page.rows[cursor.blockNumber()].editable and not cursor.hasSelection():
        return True
    if cursor.hasSelection():
        if ops.within_one_row(page):
            return False
        ops.erase_selection(page)
        return True
    if forward and cursor.atBlockEnd():
        ops.join_next(page)
        return True
    if not forward and cursor.atBlockStart():
        ops.join_previous(page)
        return True
    return False


def _erase_forward(page: PageText, event: QKeyEvent) -> bool:
    return _erase(page, forward=True)


def _erase_back(page: PageText, event: QKeyEvent) -> bool:
    return _erase(page, forward=False)


def _erase_line(page: PageText, event: QKeyEvent) -> bool:
    """Erase the row's words; its line and its quotes stay."""
    cursor = page.textCursor()
    if page.rows[cursor.blockNumber()].editable:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    return True


def _end_link(page: PageText) -> None:
    """Words typed right after a link are not part of it."""
    fmt = page.currentCharFormat()
    cursor = page.textCursor()
    if not fmt.isAnchor() or cursor.hasSelection():
        return
    after = QTextCursor(cursor)
    after.movePosition(QTextCursor.MoveOperation.Right)
    if cursor.atBlockEnd() or not after.charFormat().isAnchor():
        page.setCurrentCharFormat(base_format(page.rows[cursor.blockNumber()], page.look))


Handler = Callable[[PageText, QKeyEvent], bool]
_BY_MEANING: tuple[tuple[tuple[Standard, ...], Handler], ...] = (
    ((Standard.Undo, Standard.Redo), _leave_to_window),
    ((Standard.DeleteCompleteLine,), _erase_line),
    ((Standard.Delete, Standard.DeleteEndOfWord, Standard.DeleteEndOfLine), _erase_forward),
    ((Standard.Backspace, Standard.DeleteStartOfWord), _erase_back),
)
# Some platforms do not list these among their standard keys.
_ERASING: dict[Key, Handler] = {Key.Key_Delete: _erase_forward, Key.Key_Backspace: _erase_back}
_BY_NAME: dict[Key, Handler] = {
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
