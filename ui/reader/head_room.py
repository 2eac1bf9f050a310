"""The head of an article scrolls away with its text: the room it takes, and how much of it is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget


class HeadRoom(QWidget):
    """Shows the lower part of a head that is scrolled away in part.

    `gone_for(lines)` returns the pixels of so many lines of the text, and `left_below(pixels)` hears how much
    of the head is gone: the text keeps as much room below its end, so that its range stays the same.
    """

    def __init__(
        self,
        head: QWidget,
        bar: QScrollBar,
        gone_for: Callable[[int], float],
        left_below: Callable[[int], object],
    ) -> None:
        super().__init__()
        self.setObjectName("reader_head_room")
        self._head = head
        self._bar = bar
        self._gone_for = gone_for
        self._left_below = left_below
        self._gone = 0
        head.setParent(self)
        head.installEventFilter(self)
        bar.valueChanged.connect(self.fit)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.fit)

    def whole(self) -> int:
        """Return the height of the whole head in pixels."""
        width = max(1, self.width())
        return max(self._head.heightForWidth(width), 0) or self._head.sizeHint().height()

    def fit(self) -> None:
        """Show what is in sight of the head where the text stands now."""
        whole = self.whole()
        gone = min(whole, round(self._gone_for(self._bar.value())))
        self._head.setGeometry(0, -gone, self.width(), whole)
        if gone != self._gone:
            self._gone = gone
            self._left_below(gone)
        if self.height() != whole - gone or self.minimumHeight() != whole - gone:
            self.setFixedHeight(whole - gone)

    def show_whole(self) -> None:
        """Scroll up to the head."""
        self._bar.setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start(0)
        return super().eventFilter(watched, event)
