"""The article: read-only text with a caret, marks painted under it, quotes dragged out of it."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ui.reader import quote_mime, reader_keys
from ui.reader.article_text import ArticleText
from ui.reader.article_voice import ArticleVoice


class ArticleView(ArticleText):
    """Answers the mouse and the keys; what is asked for is emitted."""

    span_changed = Signal()
    mark_clicked = Signal(object)
    zoom_requested = Signal(int)
    key_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._dragging = False
        self.voice = ArticleVoice(self)
        self.selectionChanged.connect(self.span_changed)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_under(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.paint_over(painter)
        painter.end()

    # -- mouse and keys

    def _snapped(self, event: QMouseEvent) -> QMouseEvent:
        return QMouseEvent(
            event.type(), self.on_line(event.position()), event.scenePosition(), event.globalPosition(),
            event.button(), event.buttons(), event.modifiers(), event.pointingDevice(),
        )  # fmt: skip

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._snapped(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        self._dragging = self._pressed is not None and self.over_selection(event.position().toPoint())
        if not self._dragging:
            super().mousePressEvent(self._snapped(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        far = self._pressed is not None and (point - self._pressed).manhattanLength()
        if self._dragging and far and far >= QApplication.startDragDistance():
            self._start_drag()
            return
        if not self._dragging:
            super().mouseMoveEvent(self._snapped(event))
        if not event.buttons():
            over = self.marks_at(point) or self.over_selection(point)
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        still = (
            self._pressed is not None
            and (point - self._pressed).manhattanLength() < QApplication.startDragDistance()
        )
        if self._dragging:
            self.clear_selection()
        super().mouseReleaseEvent(self._snapped(event))
        self._pressed, self._dragging = None, False
        if still and not self.textCursor().hasSelection() and (hits := self.marks_at(point)):
            self.mark_clicked.emit(tuple(mark.evidence_id for mark in hits))

    def _start_drag(self) -> None:
        self._dragging, self._pressed = False, None
        data = self.drag_data()
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)

    def drag_data(self) -> QMimeData | None:
        """Return the selection as a drag carries it: where it stands, and its words as plain text."""
        span = self.selection()
        if span is None:
            return None
        dragged = quote_mime.Dragged(self.source_id, *span)
        return quote_mime.data_of(dragged, self.text[span[0] : span[1]])

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        span = self.selection()
        data.setText(self.text[span[0] : span[1]] if span else "")
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = reader_keys.name_of(event)
        if name:
            self.key_pressed.emit(name)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and reader_keys.name_of(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos())
            if tip:
                QToolTip.showText(event.globalPos(), html.escape(tip), self)
                return True
        return super().viewportEvent(event)
