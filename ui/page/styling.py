"""Bold, italic and links on the page's selection."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from briefing import inline
from ui.page.page_text import PageText
from ui.page.row_blocks import base_format, read_runs, run_format, styled


def toggle(page: PageText, style: str) -> None:
    """Make the selection "bold" or "italic", or take it off where all of it is so already."""
    if page.isReadOnly():
        return
    spans = _spans(page)
    if not spans:
        _toggle_typing(page, style)
        return
    on = not all(_has(fmt, style) for cursor in spans for fmt in _formats(cursor))
    for cursor in spans:
        cursor.mergeCharFormat(_change(style, on))
    page.flush()
    page.desk.session.end_joining()


def set_link(page: PageText, url: str) -> bool:
    """Link the selection to `url`, or unlink it for ""; False for an address that is not allowed."""
    if page.isReadOnly() or (url and not inline.link_allowed(url)):
        return False
    for cursor in _spans(page):
        row = page.row_at(cursor.selectionStart())
        base = base_format(row, page.look)
        words = page.caret_at(cursor.selectionStart()), page.caret_at(cursor.selectionEnd())
        block = page.block_of(row.id)
        runs = inline.cut(read_runs(block), words[0].offset, words[1].offset)
        cursor.removeSelectedText()
        for run in runs:
            cursor.insertText(
                run.text, run_format(base, inline.Run(run.text, run.bold, run.italic, url), page.look)
            )
    page.flush()
    page.desk.session.end_joining()
    return True


def link_here(page: PageText) -> str:
    """Return the link at the caret, or ""."""
    fmt = page.currentCharFormat()
    return fmt.anchorHref() if fmt.isAnchor() else ""


def _spans(page: PageText) -> list[QTextCursor]:
    """Return a cursor for the part of the selection in each row whose words may carry styles."""
    whole = page.textCursor()
    low, high = whole.selectionStart(), whole.selectionEnd()
    spans = []
    block = page.document().findBlock(low)
    while block.isValid() and block.position() < high:
        start, end = max(low, block.position()), min(high, block.position() + block.length() - 1)
        if start < end and styled(page.rows[block.blockNumber()]):
            cursor = QTextCursor(page.document())
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


def _toggle_typing(page: PageText, style: str) -> None:
    row = page.current_row()
    if row is not None and styled(row):
        page.mergeCurrentCharFormat(_change(style, not _has(page.currentCharFormat(), style)))
