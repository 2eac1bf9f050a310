"""The page: the brief as one text and what is painted beside it; each event goes to the module that knows."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from briefing.edits import Caret
from ui.desk import Desk
from ui.page import ops, page_keys, pasted_pictures, selecting, styling, transfer
from ui.page.drops import Drops, is_quote
from ui.page.found_words import FoundWords
from ui.page.margin import Margin, PageSpot
from ui.page.page_state import PageState
from ui.page.page_text import PageText
from ui.page.page_voice import PageVoice
from ui.page.row_blocks import Look
from ui.page.row_findings import RowFindings
from ui.page.spelled_lines import SpelledLines
from ui.page.underlines import Underlines
from ui.qt.shortcuts import belongs_to_window, spelled
from ui.translated import tr


class PageView(PageText):
    """The brief as one page. Signals carry ids of rows, and global points in pixels of the screens."""

    number_clicked = Signal(str)
    chip_clicked = Signal(str, str)
    day_clicked = Signal(str)
    length_clicked = Signal(str)
    state_clicked = Signal(str, str)
    meta_clicked = Signal()
    heading_clicked = Signal(str)
    quote_dropped = Signal(object, str)
    pictures_given = Signal(object, str)
    figure_clicked = Signal(str)
    menu_requested = Signal(str, QPoint)
    zoom_requested = Signal(int)
    keys_left = Signal()

    def __init__(self, desk: Desk, look: Callable[[], Look], parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.setObjectName("page")
        self.setAccessibleName(tr("Brief"))
        self.margin = Margin(self, self.room, self._clicked)
        self.underlines = Underlines(self)
        self.spelling = SpelledLines(self)
        self.found = FoundWords(self)
        self.voice = PageVoice(self)
        self.row_entered.connect(lambda _: self.voice.describe())
        self.drops = Drops(self, self.quote_dropped.emit, self.pictures_given.emit)

    def set_state(self, state: PageState) -> None:
        """Take numbers and states to paint; blocks whose chips or numbers need other room are reshaped."""
        self.room.numbers = state.numbers
        self.margin.set_state(state)
        self.voice.set_state(state)
        self.fit()

    def set_findings(self, findings: Mapping[str, RowFindings]) -> None:
        """Take what the findings say of each item, for the marks beside it."""
        self.margin.set_findings(findings)
        self.voice.set_findings(findings)

    def set_style(self, style: str) -> None:
        """Toggle "bold" or "italic" on the selection."""
        styling.toggle(self, style)

    def _clicked(self, spot: PageSpot) -> None:
        match spot.kind:
            case "number":
                self.number_clicked.emit(spot.key)
            case "chip":
                self.chip_clicked.emit(spot.row, spot.key)
            case "day":
                self.day_clicked.emit(spot.row)
            case "state":
                self.state_clicked.emit(spot.row, spot.key)
            case "length":
                self.length_clicked.emit(spot.row)
            case "figure":
                self.flush()
                self.set_caret(Caret(spot.row, 0), reveal=False)
                self.setFocus()
            case _:
                self.meta_clicked.emit()

    def tip_at_caret(self) -> tuple[str, QPoint]:
        """Return what the mouse would show at the caret, and the global point (pixels) below its row."""
        row, caret = self.current_row(), self.caret()
        if row is None or caret is None:
            return "", QPoint()
        block = self.block_of(row.id)
        marked = (self.underlines, self.spelling.lines)
        here = (lines.tips_of(row.id, block.text(), caret.offset) for lines in marked)
        tips = "\n".join(filter(None, here))
        below = self.cursorRect().bottomLeft()
        rect = self.document().documentLayout().blockBoundingRect(block)
        end = int(rect.bottom()) - self.verticalScrollBar().value()
        below.setY(max(below.y(), min(end, self.viewport().height())))
        words = "\n".join(filter(None, (tips, self.voice.tip_of(row))))
        return words, self.viewport().mapToGlobal(below)

    # -- events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and belongs_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stood = self.textCursor().position()
        if not page_keys.handle(self, event):
            before = self.textCursor().position()
            super().keyPressEvent(event)
            page_keys.leave_heading(self, down=self.textCursor().position() >= before)
        selecting.tidy(self)
        if self.textCursor().position() != stood:
            self.keep_room()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        typed = event.commitString() or event.preeditString() or event.replacementLength()
        if typed and not ops.make_room_for_typing(self):
            return
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return transfer.copied(self)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or is_quote(source) or bool(pasted_pictures.given(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        row = self.current_row()
        if not self.isReadOnly() and row is not None and (given := pasted_pictures.given(source)):
            self.pictures_given.emit(given, row.id)
            return
        transfer.paste(self, source)

    def cut(self) -> None:
        transfer.cut(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.drops.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drops.drop(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.margin.press(event.position()):
            return
        self.flush()
        super().mousePressEvent(event)
        page_keys.leave_heading(self, down=True)
        selecting.tidy(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        selecting.tidy(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        if row is not None and row.kind == "heading":
            self.heading_clicked.emit(row.id)
            return
        if figure := self.margin.figure_at(event.position()):
            self.figure_clicked.emit(figure)
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
            tip = self.margin.tip_at(event.pos()) or self.underlines.tip_at(event.pos())
            if tip:
                QToolTip.showText(event.globalPos(), html.escape(tip), self)
                return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, at = page_keys.take_to_menu(self, event)
        self.menu_requested.emit(row.id if row else "", at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.voice.describe(before=self._ways_out())

    def _ways_out(self) -> str:
        """Say where Tab goes (WCAG 2.2, 2.1.2): it does not leave the page while it goes to sections."""
        if self.tabChangesFocus() or self.isReadOnly():
            return ""
        keys = "{view.sources}, {view.reader}, {view.evidence}"
        words = tr("Tab goes to the next section; these leave the brief: {keys}")
        return spelled(words.format(keys=keys), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
        self.typed_days.left()
        self.keys_left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.margin.paint_under(painter, self.drops.target_row)
        self.found.paint(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.spelling.lines.paint(painter)
        self.underlines.paint(painter)
        self.margin.paint_over(painter)
        self.drops.paint(painter)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(560, 600)
