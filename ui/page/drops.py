"""What may be dropped on the page: quotes onto a claim, text and claims at a caret, nothing else here."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTextEdit

from briefing.edits import Caret
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
    """Show where a drop would go."""
    enter(view, event)
    if not event.isAccepted():
        return
    point = event.position().toPoint()
    if is_quote(event.mimeData()):
        row = view.row_under(point)
        view.target_row = row.id if row is not None else ""
        view.viewport().update()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    else:
        view.setTextCursor(
            view.textCursor() if view.hasFocus() and _own(view, event) else view.cursorForPosition(point)
        )


def leave(view: PageView) -> None:
    """Forget where a drop would have gone."""
    view.target_row = ""
    view.viewport().update()


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
    moving = _own(view, event) and event.dropAction() == Qt.DropAction.MoveAction
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


def _own(view: PageView, event: QDropEvent) -> bool:
    return event.source() in (view, view.viewport())


def _within(view: PageView, start: Caret, end: Caret, target: Caret) -> bool:
    def key(caret: Caret) -> tuple[int, int]:
        return view.index_of(caret.row), caret.offset

    return key(start) <= key(target) <= key(end)
