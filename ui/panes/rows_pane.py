"""What panes over a list of rows share: a bar of buttons above it, and what is asked of the chosen row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.rows_model import RowsModel
from ui.panes.row_list import RowList

Row = TypeVar("Row")
Asked = TypeVar("Asked")


class RowsPane(QWidget, Generic[Row, Asked]):
    """`carried(row)` is what signals about a row carry; None for a row nothing can be asked of."""

    def __init__(
        self, name: str, title: str, carried: Callable[[Row], Asked | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._carried = carried
        self._editable = True

    def _set_list(self, rows: RowsModel[Row], shown: RowList) -> None:
        """Show `rows` in a list, which has the keys of the pane."""
        self.rows = rows
        self.list = shown
        self.list.setModel(rows)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._current_changed())
        self.setFocusProxy(self.list)

    def _lay_out(self, left: Iterable[QWidget], right: Iterable[QWidget]) -> None:
        """Lay out a bar, with widgets at its left and at its right, above the list."""
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 4, 10, 0)
        for widget in left:
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in right:
            bar.addWidget(widget)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(bar)
        column.addWidget(self.list, 1)

    @property
    def says_little(self) -> bool:
        """Return whether there is no row to see."""
        return not self.rows.rows

    def least_height(self) -> int:
        """Return how many pixels its bar of buttons needs."""
        first = self._column.itemAt(0)
        return (first.sizeHint().height() if first is not None else 0) + 2 * self._column.spacing()

    def chosen(self) -> Asked | None:
        """Return what is chosen, or None."""
        return self._carried_at(self.list.currentIndex().row())

    def _carried_at(self, place: int) -> Asked | None:
        rows = self.rows.rows
        return self._carried(rows[place]) if 0 <= place < len(rows) else None

    def _current_changed(self) -> None:
        self._enable()

    def _enable(self) -> None:
        """Enable the buttons that what is chosen answers."""
        raise NotImplementedError

    def _emit(self, signal: SignalInstance) -> None:
        """Emit a signal with what is chosen; nothing where nothing is."""
        asked = self.chosen()
        if asked is not None:
            signal.emit(asked)
