"""What may be dropped on the page: quotes onto a claim, text and claims at a caret, nothing else here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QMimeData, Qt
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QPen

from briefing.edits import Caret
from briefing.rows import WRITTEN, Row
from ui.look import theme
from ui.look.dropped import is_for_adding
from ui.page import clipboard, pasted_pictures, transfer
from ui.page.page_text import PageText
from ui.page.pasted_pictures import GivenPictures
from ui.page.row_text import RowText
from ui.reader.quote_mime import MIME as QUOTE_MIME


def is_quote(data: QMimeData) -> bool:
    """Return whether a drag carries a quote from the reader."""
    return data.hasFormat(QUOTE_MIME)


def takes_quote(page: RowText, row: Row | None) -> Row | None:
    """Return the row if a quote may be dropped on it: a claim, or where a claim of its words can begin."""
    if row is None or row.kind in ("title", "judgement", "figure"):
        return None
    section = next((s for s in page.desk.brief.sections if s.id == row.holder), None)
    begins = row.kind in ("heading", "blank")
    return None if begins and section is not None and section.kind in ("outlook", "actors") else row


class Drops:
    """Answers what is dragged over one page: `target_row` is the row a quote would go to, `line` (viewport
    pixels) where words would.

    `quote_dropped(data, row id)` is called with a quote as the reader packs it, and "" where no row is;
    `pictures_given` so with pictures.
    """

    def __init__(
        self,
        page: PageText,
        quote_dropped: Callable[[bytes, str], object],
        pictures_given: Callable[[GivenPictures, str], object],
    ) -> None:
        self._page = page
        self._quote_dropped = quote_dropped
        self._pictures_given = pictures_given
        self.target_row = ""
        self.line: QLineF | None = None

    def enter(self, event: QDragMoveEvent) -> None:
        """Take drags of quotes, text and pictures; other files, and links, go on to the window."""
        if self._page.isReadOnly():
            event.ignore()
        elif pasted_pictures.are_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        elif self._is_for_window(event):
            event.ignore()
        elif is_quote(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Show where a drop would go, and refuse the place where it would not be what it shows."""
        page = self._page
        self.enter(event)
        self.target_row, self.line = "", None
        if event.isAccepted():
            if is_quote(event.mimeData()):
                row = takes_quote(page, page.row_under(event.position().toPoint()))
                self.target_row = row.id if row is not None else ""
                event.setDropAction(Qt.DropAction.CopyAction)
                event.setAccepted(row is not None)
            else:
                self.line = _line(page, event)
                event.setAccepted(self.line is not None)
        page.viewport().update()

    def leave(self) -> None:
        """Forget where a drop would have gone."""
        self.target_row, self.line = "", None
        self._page.viewport().update()

    def drop(self, event: QDropEvent) -> None:
        """Hand on a dropped quote, move dropped claims, or paste dropped text."""
        page, data = self._page, event.mimeData()
        self.leave()
        if not page.isReadOnly() and (given := pasted_pictures.given(data)):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            row = page.row_under(event.position().toPoint())
            self._pictures_given(given, row.id if row is not None else "")
        elif page.isReadOnly() or self._is_for_window(event):
            event.ignore()
        elif is_quote(data):
            row = page.row_under(event.position().toPoint())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._quote_dropped(bytes(data.data(QUOTE_MIME).data()), row.id if row is not None else "")
        else:
            _drop_words(page, event)

    def _is_for_window(self, event: QDropEvent) -> bool:
        """Return whether a drag is to be added; words of the page itself, an address too, are moved."""
        return is_for_adding(event.mimeData()) and not _own(self._page, event)

    def paint(self, painter: QPainter) -> None:
        """Paint where dragged words would go: a caret, or a line between claims for a whole one."""
        if self.line is not None:
            painter.setPen(QPen(QColor(theme.of(self._page.palette()).accent), 2))
            painter.drawLine(self.line)


def _line(page: PageText, event: QDropEvent) -> QLineF | None:
    """Return the line that shows where words would go; None where they would not."""
    cursor = page.cursorForPosition(event.position().toPoint())
    target = page.caret_at(cursor.position())
    row = page.rows[page.index_of(target.row)]
    if _moves(page, event) and (whole := transfer.whole_claim(page)):
        place = transfer.place_for(page, target)
        if place is None or row.id == whole:
            return None
        layout = page.document().documentLayout()
        rect = layout.blockBoundingRect(cursor.block()).translated(0, -page.verticalScrollBar().value())
        above = row.kind in WRITTEN and not target.offset
        y = rect.top() if above else rect.bottom()
        return QLineF(rect.left(), y, rect.right(), y)
    if not row.editable:
        return None
    caret = page.cursorRect(cursor)
    return QLineF(caret.topLeft(), caret.bottomLeft())


def _drop_words(page: PageText, event: QDropEvent) -> None:
    point = event.position().toPoint()
    data = event.mimeData()
    target = page.caret_at(page.cursorForPosition(point).position())
    moving = _moves(page, event)
    # The text edit would erase the dragged words itself after a move: say copy, and erase them as an edit.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    if not moving:
        page.set_caret(target)
        transfer.paste(page, data)
        return
    start, end = page.selection()
    inside = _within(page, start, end, target)
    whole = transfer.whole_claim(page)
    if inside:
        return
    if whole:
        transfer.move_claim(page, whole, target)
        return
    pieces, _ = clipboard.unpack(
        bytes(data.data(clipboard.MIME).data()), page.desk.brief.id, transfer.source_ids(page)
    )
    transfer.move_words(page, pieces, target)


def _moves(page: PageText, event: QDropEvent) -> bool:
    return _own(page, event) and event.dropAction() == Qt.DropAction.MoveAction


def _own(page: PageText, event: QDropEvent) -> bool:
    return event.source() in (page, page.viewport())


def _within(page: PageText, start: Caret, end: Caret, target: Caret) -> bool:
    def key(caret: Caret) -> tuple[int, int]:
        return page.index_of(caret.row), caret.offset

    return key(start) <= key(target) <= key(end)
