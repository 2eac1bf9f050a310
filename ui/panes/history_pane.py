"""The history of steps, as a list of the panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from briefing.session import Step
from ui.models.rows_model import RowsModel
from ui.panes.row_list import RowList
from ui.translated import tr

Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One step: how many steps are past once it is done, its name, when, and whether it is undone now."""

    index: int
    label: str
    at: float
    undone: bool
    current: bool


def history_rows(past: tuple[Step, ...], future: tuple[Step, ...], start: str) -> tuple[HistoryRow, ...]:
    """Return the steps of a session, newest first, undone ones above, the start last."""
    rows = [HistoryRow(0, start, 0.0, False, not past)]
    rows += [HistoryRow(i + 1, s.label, s.at, False, i + 1 == len(past)) for i, s in enumerate(past)]
    rows += [
        HistoryRow(len(past) + i + 1, s.label, s.at, True, False) for i, s in enumerate(reversed(future))
    ]
    return tuple(reversed(rows))


class HistoryPane(RowList):
    """The steps of this sitting; picking one goes back, or forward, to it."""

    go_to = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history_pane", tr("History"), parent)
        self.rows = RowsModel[HistoryRow]({Role.DisplayRole: _history_text, Role.FontRole: self._font}, self)
        self.setModel(self.rows)
        self.setWordWrap(True)
        self.activated.connect(self._pick)
        self.clicked.connect(self._pick)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show the steps; a chosen one that has gone leaves none chosen."""
        self.take(self.rows, rows, lambda row: (row.index, row.label, row.at), lambda _: -1)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.go_to.emit(self.rows.rows[index.row()].index)

    def _font(self, row: HistoryRow) -> QFont:
        font = QFont(self.font())
        font.setBold(row.current)
        font.setItalic(row.undone)
        return font


def _history_text(row: HistoryRow) -> str:
    when = datetime.fromtimestamp(row.at).strftime("%H:%M:%S") if row.at else ""
    return f"{when}  {row.label}".strip()
