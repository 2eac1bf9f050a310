"""The lists of the panes: a list in focus shows it, its current row stays what it is when other rows come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from ui.look.colours import Tokens
from ui.models.rows_model import RowsModel

T = TypeVar("T")
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


def types(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter: no command, and no space, which lists and buttons answer."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return modifiers in _PLAIN and bool(event.text().strip()) and event.text().isprintable()


class RowList(QListView):
    """A list of rows over a `RowsModel`.

    It passes letters on to who shows it: they are meant for the brief.
    """

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "rows")
        self.setFrameShape(QListView.Shape.NoFrame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if types(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def take(
        self,
        model: RowsModel[T],
        rows: Sequence[T],
        same: Callable[[T], Any],
        otherwise: Callable[[int], int],
    ) -> None:
        """Show other rows. The current one stays current by what it is (`same`), not by its number.

        `otherwise(place)` is the row to go to when it is gone, which stood at `place` (-1: none did).
        """
        place = self.currentIndex().row()
        held = same(model.rows[place]) if 0 <= place < len(model.rows) else None
        model.set_rows(rows)
        again = next((n for n, row in enumerate(rows) if held is not None and same(row) == held), None)
        at = again if again is not None else min(otherwise(place), len(rows) - 1)
        if at != self.currentIndex().row():
            self.setCurrentIndex(model.index(at) if at >= 0 else QModelIndex())


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, *, hover: bool = False
) -> None:
    """Paint what lies behind a row: soft and with a bar when it is the current one.

    It has a ring while its list has the keys.
    """
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    over = hover and bool(option.state & QStyle.StateFlag.State_MouseOver)
    if not chosen and not over:
        return
    in_focus = chosen and option.widget is not None and option.widget.hasFocus()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QRectF(option.rect).adjusted(5, 2, -5, -2)
    painter.setPen(QPen(QColor(tokens.accent), 2) if in_focus else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.hover))
    painter.drawRoundedRect(ground, 6, 6)
    if chosen:  # few eyes see the soft ground alone
        bar = QRectF(ground.left(), ground.top() + 6, 3, ground.height() - 12)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(ground.right())
        painter.fillRect(bar, QColor(tokens.accent))
    painter.restore()
