"""Where undo, redo and links acted: the caret, or the row brought into sight, that shows it."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from briefing.diff import Change
from briefing.edits import Caret
from briefing.model import Brief
from briefing.rows import Row, row_words, rows
from ui.page.layout import lay_out_rest
from ui.page.row_text import RowText
from ui.qt.offsets import Utf16Map


def reveal(page: RowText, row_id: str) -> None:
    """Scroll to a row that is out of sight; the caret stays."""
    block = page.block_of(row_id)
    rect = page.cursorRect(QTextCursor(block)) if block.isValid() else page.cursorRect()
    if not page.viewport().rect().intersects(rect):
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + rect.center().y() - page.viewport().height() // 3)


def reveal_words(page: RowText, row_id: str, offset: int) -> None:
    """Scroll to a letter of a row (code points) that is out of sight; the caret stays."""
    block = page.block_of(row_id)
    if not block.isValid():
        return
    lay_out_rest(page.document())
    cursor = QTextCursor(block)
    words = block.text()
    cursor.setPosition(block.position() + Utf16Map(words).to_qt(min(offset, len(words))))
    rect = page.cursorRect(cursor)
    if not page.viewport().rect().contains(rect):
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + rect.center().y() - page.viewport().height() // 3)


def caret_of(change: Change) -> Caret | None:
    """Return the end of the changed words in the new page, or the row before what has gone."""
    old = {row.id: row for row in rows(change.before)}
    new = rows(change.after)
    ids = {row.id for row in new}
    for row in new:
        was = old.get(row.id)
        if row.editable and (was is None or was.node is not row.node):
            return Caret(row.id, _end_of_change(was, row))
    if change.before.title != change.after.title:
        return Caret("title", len(change.after.title))
    return _before_gone(rows(change.before), ids, change.after)


def _end_of_change(was: Row | None, row: Row) -> int:
    words = row_words(row)
    before = row_words(was) if was is not None else ""
    tail, most = 0, min(len(words), len(before))
    while tail < most and words[-1 - tail] == before[-1 - tail]:
        tail += 1
    return len(words) - tail if was is not None else len(words)


def _before_gone(old: tuple[Row, ...], ids: set[str], after: Brief) -> Caret | None:
    last: Row | None = None
    for row in old:
        if row.id not in ids and last is not None:
            return Caret(last.id, len(row_words(last)))
        if row.editable and row.id in ids:
            last = row
    return None
