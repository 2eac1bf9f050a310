"""The page's text: a document that follows the brief, and gives typing back to it.

The document is never the truth: rows come from the snapshot (`sync`), typed words go to it
(`flush`, at most 0.4 s after the first key).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.actor_line import reads_as
from briefing.diff import Change
from briefing.edits import Caret
from briefing.model import Actor
from briefing.rows import Row, rows
from ui.desk import Desk
from ui.page.commit import commit_row
from ui.page.day_taking import TypedDays
from ui.page.focus import caret_of
from ui.page.fresh import Fresh, is_empty
from ui.page.holding import held, hold_caret, hold_view
from ui.page.plan import plan
from ui.page.room import GUTTER, SIDE, RowRoom
from ui.page.row_blocks import Look, recolour
from ui.page.row_text import RowText
from ui.page.writer import RowWriter

FLUSH_MS = 400
_FLUSHES_A_STEP = 12


class PageText(RowText):
    """Shows the rows of the desk's brief, and commits what is typed in them."""

    row_entered = Signal(str)

    def __init__(self, desk: Desk, look: Callable[[], Look], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._look = look
        self._looks = look()
        self.room = RowRoom(lambda: desk.brief, lambda: self._looks, lambda: self.viewport().width())
        self._writer = RowWriter(self.document(), lambda: self._looks, self.room, lambda: desk.brief.title)
        self.typed_days = TypedDays(self)
        self.fresh = Fresh(self, lambda: self.dirty)
        self._dirty: dict[str, None] = {}
        self._busy = False
        self._entered = ""
        self._flushes = 0
        self._set_up()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLUSH_MS)
        self._timer.timeout.connect(self.flush)
        self.document().contentsChange.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)
        desk.changed.connect(self._changed)
        desk.add_flusher(self.flush)
        self.rebuild()

    def _set_up(self) -> None:
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setReadOnly(self.desk.read_only)
        if self.desk.read_only:
            by = Qt.TextInteractionFlag
            self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)

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
        """Write the whole page again: at the start, and when fonts or colours change."""
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

    def restyle(self) -> None:
        """Take fonts and colours as they are now; where only colours are others, no row is written again."""
        was, now = self._looks, self._look()
        if now.fonts != was.fonts:
            self.rebuild()
            return
        with self._writing():
            self._looks = now
            recolour(self.document(), self.rows, now)
        self.viewport().update()

    def _changed(self, change: Change) -> None:
        self.sync(caret_of(change) if change.origin in ("undo", "redo") else None)

    def sync(self, focus: Caret | None = None) -> None:
        """Bring the document to the desk's brief, touching only the rows that changed."""
        new = list(rows(self.desk.brief))
        step = plan(self.rows, new)
        place = held(self)
        with self._writing():
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            moved = (step.old_end, step.new_end) != (step.first, step.first)
            if moved:
                self._writer.replace(cursor, step.first, step.old_end, new[step.first : step.new_end])
            self.rows = new
            for i in (0, *step.restyled):
                if new[i].id not in self._dirty and not self._stays_as_typed(i, new[i]):
                    self._writer.rewrite(i, new[i])
            cursor.endEditBlock()
        if focus is not None:
            self.set_caret(focus)
        else:
            hold_caret(self, place)
            hold_view(self, place)
        self._moved()
        self.viewport().update()

    def _stays_as_typed(self, i: int, row: Row) -> bool:
        """Return whether a row stands as it is being typed: an actor's line takes its form when it is left.

        Else a space or a dash would go, or another sign come, under the hand that types the next word.
        """
        typed = self.document().findBlockByNumber(i).text()
        return isinstance(row.node, Actor) and row.id == self._entered and reads_as(typed, row.node)

    def fit(self) -> None:
        """Reshape the blocks whose chips or numbers need other room under their words."""
        with self._writing():
            for i, row in enumerate(self.rows):
                if self.room.keeps_some(row):
                    self._writer.reshape(self.document().findBlockByNumber(i), row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = QRect(QPoint(0, 0), event.oldSize()).intersects(self.cursorRect())
        super().resizeEvent(event)
        row = self.current_row()
        if seen and row is not None and event.size().height() < event.oldSize().height():
            # A bar came, or the panel grew: the line that is written or asked about stays in sight.
            self.keep_room()
            self.show_whole(row.id)
        if event.size().width() != event.oldSize().width():
            if self._busy:  # while a page is written its scroll bar goes and comes: it is fitted after
                QTimer.singleShot(0, self, self.fit)
            else:
                self.fit()

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
            self.typed_days.typed(self.rows[block.blockNumber()].id)
            block = block.next()
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> bool:
        """Commit typed words; return False when the file was not written: they stay, to be tried again."""
        self._timer.stop()
        while self._dirty:
            row_id = next(iter(self._dirty))
            del self._dirty[row_id]
            self._flushes = (self._flushes + 1) % _FLUSHES_A_STEP
            if not commit_row(self, row_id, ends_step=self._flushes == 0):
                self._dirty[row_id] = None
                self._timer.start(5 * FLUSH_MS)
                return False
        self._timer.setInterval(FLUSH_MS)
        return True

    @property
    def dirty(self) -> bool:
        """Return whether typed words wait to be committed."""
        return bool(self._dirty)

    def _moved(self) -> None:
        if self._busy or not self.rows:
            return
        row = self.current_row()
        if row is not None and row.id != self._entered:
            left, self._entered = self.index_of(self._entered), row.id
            if left >= 0 and is_empty(self.rows[left]):
                self.fresh.begun(self.rows[left].id)
            if left >= 0 and self.rows[left].kind == "actor" and self.rows[left].id not in self._dirty:
                with self._writing():
                    self._writer.rewrite(left, self.rows[left])
            self._flushes = 0
            self.typed_days.left()
            self.fresh.moved()
            self.row_entered.emit(row.id)
            self.viewport().update()
