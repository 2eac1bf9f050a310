"""The page: a text document that follows the brief, and gives typing back to it.

The document is never the truth: rows come from the snapshot (`sync`), typed words go to it
(`flush`, at most 0.4 s after the first key). A block's number is its row's index.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QLineF, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from briefing.diff import Change
from briefing.edits import Caret
from briefing.rows import Row, rows
from ui.desk import Desk
from ui.page import drops, keys, ops, selecting, styling, transfer
from ui.page.blocks import Look
from ui.page.focus import caret_of
from ui.page.fresh import Fresh
from ui.page.layout import lay_out_rest
from ui.page.margin import Margin
from ui.page.page_state import Facts
from ui.page.plan import plan
from ui.page.row_findings import Trouble
from ui.page.underlines import Underlines
from ui.page.writer import Writer
from ui.qt.offsets import Utf16Map
from ui.qt.shortcuts import belongs_to_window

FLUSH_MS = 400
GUTTER = 84
SIDE = 28


class PageView(drops.DropTarget):
    """The brief as one page. Row ids and code point offsets outside, Qt positions inside."""

    row_entered = Signal(str)
    number_clicked = Signal(str)
    chip_clicked = Signal(str, str, QPoint)
    state_clicked = Signal(str, str)
    meta_clicked = Signal()
    heading_clicked = Signal(str)
    quote_dropped = Signal(object, str)
    menu_requested = Signal(str, QPoint)
    zoom_requested = Signal(int)

    def __init__(self, desk: Desk, look: Callable[[], Look], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Brief"))
        self.desk = desk
        self._look = look
        self._looks = look()
        self.rows: list[Row] = []
        self.facts = Facts()
        self.troubles: Mapping[str, Trouble] = {}
        self.margin = Margin(self)
        self.underlines = Underlines(self)
        self._writer = Writer(
            self.document(), lambda: self._looks, self.margin.room, lambda: desk.brief.title
        )
        self.target_row = ""
        self.drop_line: QLineF | None = None
        self.fresh = Fresh(self)
        self._dirty: dict[str, None] = {}
        self._busy = False
        self._entered = ""
        self._flushes = 0
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setReadOnly(desk.read_only)
        if desk.read_only:
            flags = (
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setTextInteractionFlags(flags)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLUSH_MS)
        self._timer.timeout.connect(self.flush)
        self.document().contentsChange.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)
        desk.changed.connect(self._changed)
        desk.add_flusher(self.flush)
        self.rebuild()

    # -- the document follows the brief

    @property
    def look(self) -> Look:
        """Fonts and colours as they were when the page was last written whole."""
        return self._looks

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What changes meanwhile is our own writing, not typing. One may stand in another."""
        held, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = held

    def rebuild(self) -> None:
        """Write the whole page anew: at the start, and when fonts or colours change."""
        caret = self.caret()
        with self._writing():
            self._looks = self._look()
            document = self.document()
            document.clear()
            document.setDefaultFont(self.font())
            frame = document.rootFrame().frameFormat()
            frame.setLeftMargin(SIDE)
            frame.setRightMargin(GUTTER)
            frame.setTopMargin(12)
            frame.setBottomMargin(120)
            document.rootFrame().setFrameFormat(frame)
            self.rows = list(rows(self.desk.brief))
            self._writer.write_all(self.rows)
        self.set_caret(caret or Caret("title", 0), reveal=False)

    def _changed(self, change: Change) -> None:
        self.sync(caret_of(change) if change.origin in ("undo", "redo") else None)

    def sync(self, focus: Caret | None = None) -> None:
        """Bring the document to the desk's brief, touching only the rows that changed."""
        new = list(rows(self.desk.brief))
        step = plan(self.rows, new)
        caret = focus or self.caret()
        with self._writing():
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            moved = (step.old_end, step.new_end) != (step.first, step.first)
            if moved:
                self._writer.replace(cursor, step.first, step.old_end, new[step.first : step.new_end])
            self.rows = new
            for i in (0, *step.restyled):
                if new[i].id not in self._dirty:
                    self._writer.rewrite(i, new[i])
            cursor.endEditBlock()
        if focus is not None or moved:
            self.set_caret(caret, reveal=focus is not None)
        self._moved()
        self.viewport().update()

    def set_facts(self, facts: Facts) -> None:
        """Take numbers and states to paint; blocks whose chips or numbers need other room are reshaped."""
        self.facts = facts
        self._fit()
        self.viewport().update()

    def set_troubles(self, troubles: Mapping[str, Trouble]) -> None:
        """Take what the findings say of each item, for the marks beside it."""
        if troubles != self.troubles:
            self.troubles = troubles
            self.viewport().update()

    def _fit(self) -> None:
        with self._writing():
            for i, row in enumerate(self.rows):
                if self.margin.has_room(row):
                    self._writer.reshape(self.document().findBlockByNumber(i), row)

    # -- the brief follows the typing

    def _typed(self, position: int, removed: int, added: int) -> None:
        if self._busy or (not removed and not added):
            return
        if self.document().blockCount() != len(self.rows):
            QTimer.singleShot(0, self.rebuild)
            return
        block = self.document().findBlock(position)
        last = self.document().findBlock(position + added).blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            self._dirty[self.rows[block.blockNumber()].id] = None
            block = block.next()
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> bool:
        """Commit typed words; False when the file could not be written (the words stay, and are tried again)."""
        self._timer.stop()
        while self._dirty:
            row_id = next(iter(self._dirty))
            del self._dirty[row_id]
            if not ops.commit_row(self, row_id):
                self._dirty[row_id] = None
                self._timer.start(5 * FLUSH_MS)
                return False
        self._timer.setInterval(FLUSH_MS)
        return True

    def set_style(self, style: str) -> None:
        """Toggle "bold" or "italic" on the selection."""
        styling.toggle(self, style)

    @property
    def dirty(self) -> bool:
        """Whether typed words wait to be committed."""
        return bool(self._dirty)

    def count_flush(self) -> bool:
        """Return True after some flushes in a row: the joined typing becomes a step of its own."""
        self._flushes = (self._flushes + 1) % 12
        return self._flushes == 0

    # -- carets

    def index_of(self, row_id: str) -> int:
        """Return the index of a row, or -1."""
        return next((i for i, row in enumerate(self.rows) if row.id == row_id), -1)

    def block_of(self, row_id: str) -> QTextBlock:
        """Return a row's block; an invalid one when it is not there."""
        return self.document().findBlockByNumber(self.index_of(row_id))

    def row_at(self, position: int) -> Row:
        """Return the row at a document position."""
        return self.rows[min(self.document().findBlock(position).blockNumber(), len(self.rows) - 1)]

    def caret_at(self, position: int) -> Caret:
        """Return the caret of a document position (UTF-16) in code points."""
        block = self.document().findBlock(position)
        row = self.rows[min(block.blockNumber(), len(self.rows) - 1)]
        return Caret(row.id, Utf16Map(block.text()).to_text(position - block.position()))

    def caret(self) -> Caret | None:
        """Return where the caret is; None before there are rows."""
        return self.caret_at(selecting.ends(self)[1]) if self.rows else None

    def selection(self) -> tuple[Caret, Caret]:
        """Return the ends of the selection in reading order (equal when nothing is selected)."""
        first, last = sorted(selecting.ends(self))
        return self.caret_at(first), self.caret_at(last)

    def set_caret(self, caret: Caret | None, start: int | None = None, *, reveal: bool = True) -> None:
        """Put the caret there, as near as the page allows; with `start`, select the words from there to it."""
        block = self.block_of(caret.row) if caret else QTextBlock()
        if not block.isValid() or caret is None:
            return
        units = Utf16Map(block.text())
        cursor = self.textCursor()
        if start is not None:
            cursor.setPosition(block.position() + units.to_qt(min(start, len(block.text()))))
        mode = QTextCursor.MoveMode.MoveAnchor if start is None else QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(block.position() + units.to_qt(min(caret.offset, len(block.text()))), mode)
        self.setTextCursor(cursor)
        if reveal:
            lay_out_rest(self.document())
            self.ensureCursorVisible()

    def current_row(self) -> Row | None:
        """Return the row with the caret: the one in which a selection ends."""
        return self.row_at(selecting.ends(self)[1]) if self.rows else None

    def _moved(self) -> None:
        if self._busy or not self.rows:
            return
        row = self.current_row()
        if row is not None and row.id != self._entered:
            self._entered = row.id
            self._flushes = 0
            self.fresh.moved()
            self.row_entered.emit(row.id)
            self.viewport().update()

    # -- events: each goes to the module that knows

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and belongs_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.handle(self, event):
            before = self.textCursor().position()
            super().keyPressEvent(event)
            keys.leave_heading(self, down=self.textCursor().position() >= before)
        selecting.tidy(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        typed = event.commitString() or event.preeditString() or event.replacementLength()
        if typed and not ops.make_room_for_typing(self):
            return
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return transfer.copied(self)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or drops.is_quote(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        transfer.paste(self, source)

    def cut(self) -> None:
        transfer.cut(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.margin.press(event.position()):
            return
        self.flush()
        super().mousePressEvent(event)
        keys.leave_heading(self, down=True)
        selecting.tidy(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        selecting.tidy(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        if row is not None and row.kind == "heading":
            self.heading_clicked.emit(row.id)
            return
        super().mouseDoubleClickEvent(event)
        selecting.tidy(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = not event.buttons() and self.margin.hover(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self.margin.tip_at(event.pos()) or self.underlines.tip_at(event.pos())
            if said:
                QToolTip.showText(event.globalPos(), html.escape(said), self)
                return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, at = keys.take_to_menu(self, event)
        self.menu_requested.emit(row.id if row else "", at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            if self._busy:  # while a page is written its scroll bar goes and comes: it is fitted after
                QTimer.singleShot(0, self, self._fit)
            else:
                self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.margin.paint_under(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.underlines.paint(painter)
        self.margin.paint_over(painter)
        drops.paint(self, painter)
        painter.end()

    def row_under(self, point: QPoint) -> Row | None:
        """Return the row under a point of the viewport."""
        return self.row_at(self.cursorForPosition(point).position()) if self.rows else None

    def sizeHint(self) -> QSize:
        return QSize(560, 600)
