"""A line for a date: typed as people write it, and shown back in full at its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.edits import readers
from briefing.errors import BriefingError
from briefing.language.when.calendar import published_days, span_named
from ui.look import theme

_GAP = 16  # pixels between what is typed and what is shown back


def in_full(typed: str) -> str:
    """Return a typed date as it is read: “Friday 14 November 2025”, “March 2020, 18:00”; "" for none."""
    try:
        read = readers.moment(typed)
    except BriefingError:
        return ""
    day, _, hour = read.partition("T")
    days = published_days(day) if day else None
    if days is None:
        return ""
    return f"{span_named(days)}, {hour}" if hour else span_named(days)


class DateLine(QLineEdit):
    """Paints the date that was read behind the words, where it has room; a screen reader hears it too."""

    def __init__(self, typed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._read)
        self.read = ""
        self.setText(typed)

    def _read(self, typed: str) -> None:
        self.read = in_full(typed)
        self.setAccessibleDescription(self.read)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        metrics = self.fontMetrics()
        inside = self.rect().adjusted(10, 0, -10, 0)
        taken = metrics.horizontalAdvance(self.text()) + _GAP + metrics.horizontalAdvance(self.read)
        if not self.read or self.read == self.text() or taken > inside.width():
            return
        painter = QPainter(self)
        painter.setPen(QColor(theme.of(self.palette()).text_muted))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self.read)
