"""What became of each file of a batch, as a table: added, known, with notices, not readable and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing.tasks.add_sources import OUTCOMES, Outcome, OutcomeLine
from ui.dialogs.dialog import Dialog
from ui.look.widgets import Combo, heading, plain
from ui.translated import tr

_Index = QModelIndex | QPersistentModelIndex
_ID = Qt.ItemDataRole.UserRole
_SAID = _ID + 1
# The outcomes in the order in which a person wants to hear of them.
_ORDER: tuple[Outcome, ...] = ("failed", "left", "version", "filled", "record", "known", "listing", "added")


def summary_words(lines: Sequence[OutcomeLine]) -> str:
    """Return one line on a batch: “312 added · 4 in the brief already · 31 with notices”."""
    counts = (
        (sum(line.outcome == outcome for line in lines), OUTCOMES[outcome]) for outcome in reversed(_ORDER)
    )
    parts = [f"{count:,} {tr(words)}" for count, words in counts if count]
    noticed = sum(bool(line.notices) and line.outcome not in ("failed", "left") for line in lines)
    if noticed:
        parts.append(tr("{n} with notices").format(n=f"{noticed:,}"))
    return " · ".join(parts)


def notices_of_line(line: OutcomeLine) -> str:
    """Return all that is to be known of a line, "" where nothing is."""
    return " ".join((*line.notices, line.hint)).strip()


class _SummaryTable(QAbstractTableModel):
    """Rows are lines; the columns are the file, what became of it, and what is to be reported."""

    def __init__(self, lines: Sequence[OutcomeLine]) -> None:
        super().__init__()
        self._all = tuple(sorted(lines, key=lambda line: _ORDER.index(line.outcome)))
        self._lines = self._all

    def show_only(self, outcome: str) -> None:
        """Show the lines with one outcome; "" for all, "notices" for those with something to say."""
        self.beginResetModel()
        self._lines = tuple(
            line
            for line in self._all
            if not outcome or line.outcome == outcome or (outcome == "notices" and line.notices)
        )
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("File"), tr("What became of it"), tr("What to know"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == _ID:
            return line.source_id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (line.name or line.title, tr(OUTCOMES[line.outcome]), notices_of_line(line))[
                index.column()
            ]
        if role == _SAID:
            return notices_of_line(line)
        return None


class SummaryDialog(Dialog):
    """Emits `picked(source id)` when a row of an article is opened. It does not block the window."""

    picked = Signal(str)

    def __init__(self, lines: Sequence[OutcomeLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adding_summary")
        self.setWindowTitle(tr("What was added"))
        self.table_model = _SummaryTable(lines)
        self.only = Combo()
        self.only.setObjectName("summary_only")
        self.only.setAccessibleName(tr("Show"))
        self.only.addItem(tr("Everything"), "")
        if any(line.notices for line in lines):
            self.only.addItem(tr("With notices"), "notices")
        for outcome in _ORDER:
            if any(line.outcome == outcome for line in lines):
                self.only.addItem(tr(OUTCOMES[outcome]).capitalize(), outcome)
        self.only.currentIndexChanged.connect(lambda _: self._show_only())
        self.table = QTableView()
        self.table.setObjectName("summary_table")
        self.table.setAccessibleName(tr("What became of each file"))
        self.table.setModel(self.table_model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        across = self.table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        self.table.setColumnWidth(0, 240)
        self.table.setColumnWidth(1, 170)
        self.table.activated.connect(self._open)
        self.said = plain("", wrap=True, name="summary_said")
        self.said.setMinimumHeight(3 * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table.selectionModel().currentChanged.connect(self._say)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(tr("What was added")))
        column.addWidget(plain(summary_words(lines), "muted", wrap=True, name="summary_words"))
        column.addWidget(self.only)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.resize(860, 560)
        self.table.setFocus()
        self.table.setCurrentIndex(self.table_model.index(0, 0))

    def _show_only(self) -> None:
        self.table_model.show_only(str(self.only.currentData()))
        self.table.setCurrentIndex(self.table_model.index(0, 0))

    def _say(self, current: QModelIndex) -> None:
        self.said.setText(str(current.data(_SAID) or "") if current.isValid() else "")

    def _open(self, index: QModelIndex) -> None:
        source_id = index.data(_ID)
        if source_id:
            self.picked.emit(source_id)
