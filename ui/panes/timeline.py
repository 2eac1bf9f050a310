"""The chronology of the brief as a timeline: a row a line, its mark on one axis, Enter goes to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QDialogButtonBox, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from briefing.exporting.timeline_layout import Timeline, TimelineMark
from ui.dialogs.dialog import Dialog, boxed
from ui.look.colours import Tokens
from ui.look.widgets import heading, plain
from ui.models.rows_model import RowsModel
from ui.panes.row_delegate import Index, RowDelegate, draw_line
from ui.translated import tr

_PAD, _GAP = 14, 12
_DAY, _AXIS = 0.27, 0.38  # parts of a row's width
_THIN = 6.0  # pixels of a mark that lasts less
_BREAK = 3.0


class TimelineDelegate(RowDelegate):
    """Paints a row's day, its mark on the axis, and what happened."""

    WIDTH = 480

    def __init__(self, placed: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._placed = placed

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens) -> None:
        mark: TimelineMark = index.data(Qt.ItemDataRole.UserRole)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        day, axis = int(room.width() * _DAY), int(room.width() * _AXIS)
        draw_line(painter, QRect(room.left(), room.top(), day - _GAP, room.height()), mark.day, tokens.text)
        self._draw_axis(painter, QRectF(room.left() + day, room.top(), axis, room.height()), mark, tokens)
        left = room.left() + day + axis + _GAP
        words = QRect(left, room.top(), room.right() - left, room.height())
        draw_line(painter, words, mark.label, tokens.text)

    def _draw_axis(self, painter: QPainter, rect: QRectF, mark: TimelineMark, tokens: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line), 1))
        middle = rect.center().y()
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        painter.setPen(QPen(QColor(tokens.line_strong), 1, Qt.PenStyle.DotLine))
        for gap in self._placed.breaks:
            x = rect.left() + rect.width() * gap.at
            for side in (x - _BREAK, x + _BREAK):
                painter.drawLine(QPointF(side, rect.top()), QPointF(side, rect.bottom()))
        wide = max(_THIN, rect.width() * (mark.end - mark.start))
        left = min(rect.left() + rect.width() * mark.start, rect.right() - wide)
        dashed = Qt.PenStyle.DashLine if mark.circa else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(tokens.accent), 1.2, dashed))
        painter.setBrush(QColor(tokens.surface if mark.circa else tokens.accent))
        painter.drawRoundedRect(QRectF(left, rect.center().y() - 5, wide, 10), 3, 3)


class TimelineDialog(Dialog):
    """Emits `picked(id)` for the row that is gone to."""

    picked = Signal(str)

    def __init__(self, placed: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setWindowTitle(tr("Timeline"))
        self.rows = RowsModel[TimelineMark](
            {
                Qt.ItemDataRole.DisplayRole: lambda mark: f"{mark.day}: {mark.label}",
                Qt.ItemDataRole.ToolTipRole: lambda mark: f"{mark.day}: {mark.label}",
                Qt.ItemDataRole.UserRole: lambda mark: mark,
            },
            self,
        )
        self.rows.set_rows(placed.marks)
        self.list = boxed(QListView(), "timeline_rows", tr("Timeline"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TimelineDelegate(placed, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setCurrentIndex(self.rows.index(0))
        self.list.activated.connect(self._pick)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(tr("Timeline")))
        note = plain(placed.described, "muted")
        note.setWordWrap(True)
        column.addWidget(note)
        column.addWidget(self.list, 1)
        column.addWidget(plain(tr("Enter goes to the chosen row."), "muted"))
        column.addWidget(buttons)
        self.resize(820, 480)
        self.list.setFocus()

    def _pick(self, index: QModelIndex) -> None:
        row_id = self.rows.rows[index.row()].id
        self.accept()
        self.picked.emit(row_id)
