"""Bold, italic and links on the page's selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from briefing import inline
from ui.page.blocks import base_format, run_format, styled

if TYPE_CHECKING:
    from ui.page.view import PageView


def toggle(view: PageView, style: str) -> None:
    """Make the selection "bold" or "italic", or take it off where all of it is so already."""
    if view.isReadOnly():
        return
    spans = _spans(view)
    if not spans:
        _toggle_typing(view, style)
        return
    on = not all(_has(fmt, style) for cursor in spans for fmt in _formats(cursor))
    for cursor in spans:
        cursor.mergeCharFormat(_change(style, on))
    view.flush()
    view.desk.session.seal()


def set_link(view: PageView, url: str) -> bool:
    """Link the selection to `url`, or unlink it for ""; False for an address that is not allowed."""
    if view.isReadOnly() or (url and not inline.link_allowed(url)):
        return False
    for cursor in _spans(view):
        row = view.row_at(cursor.selectionStart())
        base = base_format(row, view.look)
        words = view.caret_at(cursor.selectionStart()), view.caret_at(cursor.selectionEnd())
        block = view.block_of(row.id)
        from ui.page.blocks import read_runs

        runs = inline.cut(read_runs(block), words[0].offset, words[1].offset)
        cursor.removeSelectedText()
        for run in runs:
            cursor.insertText(
                run.text, run_format(base, inline.Run(run.text, run.bold, run.italic, url), view.look)
            )
    view.flush()
    view.desk.session.seal()
    return True


def link_here(view: PageView) -> str:
    """Return the link at the caret, or ""."""
    fmt = view.currentCharFormat()
    return fmt.anchorHref() if fmt.isAnchor() else ""


def _spans(view: PageView) -> list[QTextCursor]:
    """Return a cursor for the part of the selection in each row whose words may carry styles."""
    whole = view.textCursor()
    low, high = whole.selectionStart(), whole.selectionEnd()
    spans = []
    block = view.document().findBlock(low)
    while block.isValid() and block.position() < high:
        start, end = max(low, block.position()), min(high, block.position() + block.length() - 1)
        if start < end and styled(view.rows[block.blockNumber()]):
            cursor = QTextCursor(view.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            spans.append(cursor)
        block = block.next()
    return spans


def _formats(cursor: QTextCursor) -> list[QTextCharFormat]:
    probe = QTextCursor(cursor)
    found = []
    for position in range(cursor.selectionStart(), cursor.selectionEnd()):
        probe.setPosition(position + 1)
        found.append(probe.charFormat())
    return found


def _has(fmt: QTextCharFormat, style: str) -> bool:
    return fmt.fontItalic() if style == "italic" else fmt.fontWeight() >= QFont.Weight.Bold


def _change(style: str, on: bool) -> QTextCharFormat:
    fmt = QTextCharFormat()
    if style == "italic":
        fmt.setFontItalic(on)
    else:
        fmt.setFontWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
    return fmt


def _toggle_typing(view: PageView, style: str) -> None:
    row = view.current_row()
    if row is not None and styled(row):
        view.mergeCurrentCharFormat(_change(style, not _has(view.currentCharFormat(), style)))
