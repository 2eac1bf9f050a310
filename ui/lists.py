"""The small lists of the panel: problems, and the history of steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QListView, QWidget

from briefing.checks.findings import Finding
from briefing.session import Step
from ui import icons
from ui.models.rows import RowsModel

_SEVERITY_ICONS = {"error": "error", "warning": "warning", "note": "info"}
Role = Qt.ItemDataRole


class _List(QListView):
    """A plain list that answers Enter and click alike."""

    picked = Signal(int)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setWordWrap(True)
        self.activated.connect(self._pick)
        self.clicked.connect(self._pick)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(index.row())


class ProblemsPane(_List):
    """Findings of the checks; picking one goes to its words."""

    problem_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("problems_pane", self.tr("Checks"), parent)
        self.rows = RowsModel[Finding](
            {
                Role.DisplayRole: lambda f: f"{f.rule}  {f.message} {f.hint}".strip(),
                Role.DecorationRole: self._icon,
            },
            self,
        )
        self.setModel(self.rows)
        self.picked.connect(lambda i: self.problem_picked.emit(self.rows.rows[i].item_id))

    def _icon(self, finding: Finding) -> QIcon:
        return icons.icon(_SEVERITY_ICONS.get(finding.severity, "info"), self.palette())

    def step(self, by: int) -> str:
        """Choose the next (1) or previous (-1) problem; return its item's id, or ""."""
        count = len(self.rows.rows)
        if not count:
            return ""
        now = self.currentIndex().row()
        at = (now + by) % count if now >= 0 else 0 if by > 0 else count - 1
        self.setCurrentIndex(self.rows.index(at))
        return self.rows.rows[at].item_id


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


class HistoryPane(_List):
    """The steps of this sitting; picking one goes back, or forward, to it."""

    go_to = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history_pane", self.tr("History"), parent)
        self.rows = RowsModel[HistoryRow]({Role.DisplayRole: _history_text, Role.FontRole: self._font}, self)
        self.setModel(self.rows)
        self.picked.connect(lambda i: self.go_to.emit(self.rows.rows[i].index))

    def _font(self, row: HistoryRow) -> QFont:
        font = QFont(self.font())
        font.setBold(row.current)
        font.setItalic(row.undone)
        return font


def _history_text(row: HistoryRow) -> str:
    when = datetime.fromtimestamp(row.at).strftime("%H:%M:%S") if row.at else ""
    return f"{when}  {row.label}".strip()
