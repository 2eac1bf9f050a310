"""What may be dropped on the page: quotes onto a claim, text and claims at a caret, nothing else here."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLineF, QMimeData, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QTextEdit

from briefing.edits import Caret
from briefing.rows import Row
from ui.look import theme
from ui.page import clip, transfer
from ui.reader.quote_mime import MIME as QUOTE_MIME

if TYPE_CHECKING:
    from ui.page.view import PageView


class DropTarget(QTextEdit):
    """Passes what is dragged over it to this module. Only the page is one of these."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        enter(cast("PageView", self), event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        move(cast("PageView", self), event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        leave(cast("PageView", self))

    def dropEvent(self, event: QDropEvent) -> None:
        drop(cast("PageView", self), event)


def is_quote(data: QMimeData) -> bool:
    """Whether a drag carries a quote from the reader."""
    return data.hasFormat(QUOTE_MIME)


def enter(view: PageView, event: QDragMoveEvent) -> None:
    """Take drags of quotes and text; files go on to the window, which imports them."""
    if view.isReadOnly() or event.mimeData().hasUrls():
        event.ignore()
    elif is_quote(event.mimeData()) or event.mimeData().hasText():
        event.acceptProposedAction()
    else:
        event.ignore()


def move(view: PageView, event: QDragMoveEvent) -> None:
    """Show where a drop would go, and refuse the place where it would not be what it shows."""
    enter(view, event)
    view.target_row, view.drop_line = "", None
    if event.isAccepted():
        point = event.position().toPoint()
        if is_quote(event.mimeData()):
            row = takes_quote(view, view.row_under(point))
            view.target_row = row.id if row is not None else ""
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(row is not None)
        else:
            view.drop_line = _line(view, event)
            event.setAccepted(view.drop_line is not None)
    view.viewport().update()


def takes_quote(view: PageView, row: Row | None) -> Row | None:
    """Return the row if a quote dropped on it goes there: a claim, or where a claim of the words can begin."""
    if row is None or row.kind in ("title", "judgement"):
        return None
    section = next((s for s in view.desk.brief.sections if s.id == row.holder), None)
    begins = row.kind in ("heading", "blank")
    return None if begins and section is not None and section.kind in ("outlook", "actors") else row


def leave(view: PageView) -> None:
    """Forget where a drop would have gone."""
    view.target_row, view.drop_line = "", None
    view.viewport().update()


def paint(view: PageView, painter: QPainter) -> None:
    """Paint where dragged words would go: a caret, or a line between claims for a whole one."""
    if view.drop_line is not None:
        painter.setPen(QPen(QColor(theme.of(view.palette()).accent), 2))
        painter.drawLine(view.drop_line)


def _line(view: PageView, event: QDropEvent) -> QLineF | None:
    """Return the line that shows where words would go; None where they would not."""
    cursor = view.cursorForPosition(event.position().toPoint())
    target = view.caret_at(cursor.position())
    row = view.rows[view.index_of(target.row)]
    if _moves(view, event) and (whole := transfer.whole_claim(view)):
        place = transfer.place_for(view, target)
        if place is None or row.id == whole:
            return None
        layout = view.document().documentLayout()
        rect = layout.blockBoundingRect(cursor.block()).translated(0, -view.verticalScrollBar().value())
        above = row.kind in ("claim", "judgement") and not target.offset
        y = rect.top() if above else rect.bottom()
        return QLineF(rect.left(), y, rect.right(), y)
    if not row.editable:
        return None
    caret = view.cursorRect(cursor)
    return QLineF(caret.topLeft(), caret.bottomLeft())


def drop(view: PageView, event: QDropEvent) -> None:
    """Link a dropped quote, move dropped claims, or paste dropped text."""
    data = event.mimeData()
    leave(view)
    if view.isReadOnly() or data.hasUrls():
        event.ignore()
        return
    point = event.position().toPoint()
    if is_quote(data):
        row = view.row_under(point)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        view.quote_dropped.emit(bytes(data.data(QUOTE_MIME).data()), row.id if row is not None else "")
        return
    _drop_words(view, event)


def _drop_words(view: PageView, event: QDropEvent) -> None:
    point = event.position().toPoint()
    data = event.mimeData()
    target = view.caret_at(view.cursorForPosition(point).position())
    moving = _moves(view, event)
    # The text edit would erase the dragged words itself after a move: say copy, and erase them as an edit.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    if not moving:
        view.set_caret(target)
        transfer.paste(view, data)
        return
    start, end = view.selection()
    inside = _within(view, start, end, target)
    whole = transfer.whole_claim(view)
    if inside:
        return
    if whole:
        transfer.move_claim(view, whole, target)
        return
    pieces, _ = clip.unpack(bytes(data.data(clip.MIME).data()), view.desk.brief.id, transfer.source_ids(view))
    transfer.move_words(view, pieces, target)


def _moves(view: PageView, event: QDropEvent) -> bool:
    return _own(view, event) and event.dropAction() == Qt.DropAction.MoveAction


def _own(view: PageView, event: QDropEvent) -> bool:
    return event.source() in (view, view.viewport())


def _within(view: PageView, start: Caret, end: Caret, target: Caret) -> bool:
    def key(caret: Caret) -> tuple[int, int]:
        return view.index_of(caret.row), caret.offset

    return key(start) <= key(target) <= key(end)
