"""Keeping caret, selection and view where they are while the document follows the brief."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from briefing.edits import Caret
from ui.page.plan import carried
from ui.page.row_text import RowText
from ui.qt.offsets import Utf16Map


@dataclass(frozen=True, slots=True)
class HeldEnd:
    """One end of the selection, with the words of its row as they were."""

    caret: Caret
    words: str


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """Both ends of the selection; and a row in sight, with its height in the viewport (pixels): that of the
    caret where it is in sight.
    """

    anchor: HeldEnd
    position: HeldEnd
    row: str
    top: int


def held(page: RowText) -> HeldPlace:
    """Return where caret and view are."""
    cursor = page.textCursor()
    document = page.document()
    ends = [
        HeldEnd(page.caret_at(at), document.findBlock(at).text())
        for at in (cursor.anchor(), cursor.position())
    ]
    block = cursor.block()
    if not page.viewport().rect().intersects(page.cursorRect()):
        block = page.cursorForPosition(QPoint(0, 0)).block()
    return HeldPlace(ends[0], ends[1], page.row_of(block).id, page.cursorRect(QTextCursor(block)).top())


def hold_caret(page: RowText, place: HeldPlace) -> None:
    """Put caret and selection beside the letters they stood at, where those are still there."""
    at = []
    for end in (place.anchor, place.position):
        block = page.block_of(end.caret.row)
        if not block.isValid():
            return
        now = block.text()
        at.append(block.position() + Utf16Map(now).to_qt(carried(end.caret.offset, end.words, now)))
    cursor = page.textCursor()
    if [cursor.anchor(), cursor.position()] != at:
        cursor.setPosition(at[0])
        cursor.setPosition(at[1], QTextCursor.MoveMode.KeepAnchor)
        page.setTextCursor(cursor)


def hold_view(page: RowText, place: HeldPlace) -> None:
    """Scroll so that the row that was in sight stands where it stood."""
    block = page.block_of(place.row)
    if block.isValid():
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + page.cursorRect(QTextCursor(block)).top() - place.top)
