"""What is missing in form, as a table to fill in: a row a source, a column a detail; and the summary."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.checks.completeness import NEEDED, Lacking, name_of
from briefing.edits import FIELDS
from briefing.errors import BriefingError
from briefing.model import Source
from ui.dialogs.dialog import Dialog
from ui.look import theme
from ui.look.widgets import heading, plain
from ui.translated import tr

_ROWS_SHOWN = 8
_DATES, _DATE_WIDTH = ("published", "accessed"), 120


def _headings() -> list[str]:
    return [tr("Authors"), tr("Title"), tr("Published"), tr("Accessed"), tr("Descriptor")]


class MissingForm(Dialog):
    """Emits `filled({id of a source: {field: typed}}, whether the summary is to be drafted)`.

    What a source has already is shown and stays; the fields are checked as they are typed.
    """

    filled = Signal(object, bool)

    def __init__(self, rows: Sequence[Lacking], no_summary: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missing_form")
        title = tr("Fill in what is missing")
        self.setWindowTitle(title)
        self._rows = tuple(rows)
        self.table = self._table(title)
        self.draft = QCheckBox(tr("Write a &draft of the source summary from the data"))
        self.draft.setObjectName("missing_draft")
        self.draft.setChecked(no_summary)
        self.draft.setVisible(no_summary)
        self.fault = plain("", "error", wrap=True, name="missing_fault")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(tr("Fill in"))
        ok.setProperty("role", "primary")
        hint = tr(
            "What a source has already is greyed, and stays. Several authors: separate with semicolons. "
            "Dates as 13 March 2020, 13 Mar 2020 or 2020. A descriptor says what a source is, and how it "
            "can know."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(title))
        column.addWidget(self.table)
        column.addWidget(plain(hint, "muted", wrap=True, name="missing_hint"))
        for widget in (self.draft, self.fault, self.buttons):
            column.addWidget(widget)
        self.table.setVisible(bool(self._rows))
        self.setMinimumWidth(820)
        self.table.itemChanged.connect(lambda _: self._check())
        self._check()
        self._begin()

    def _table(self, title: str) -> QTableWidget:
        table = QTableWidget(len(self._rows), len(NEEDED))
        table.setObjectName("missing_table")
        table.setAccessibleName(title)
        table.setHorizontalHeaderLabels(_headings())
        names = [row.source.title or name_of(row.source) for row in self._rows]
        table.setVerticalHeaderLabels(names)
        for at, name in enumerate(names):
            table.verticalHeaderItem(at).setToolTip(name)
        table.verticalHeader().setMaximumWidth(320)
        table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.verticalHeader().setHighlightSections(False)
        across = table.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for at, needed in enumerate(NEEDED):
            table.setColumnHidden(at, not any(needed in row.needed for row in self._rows))
            if needed.field in _DATES:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                across.resizeSection(at, _DATE_WIDTH)
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.setTabKeyNavigation(True)
        tokens = theme.of(self.palette())
        for at, row in enumerate(self._rows):
            for column, needed in enumerate(NEEDED):
                cell = QTableWidgetItem(_typed(row.source, needed.field))
                if needed not in row.needed:
                    cell.setFlags(Qt.ItemFlag.NoItemFlags)  # Tab goes from one empty cell to the next
                    cell.setForeground(QColor(tokens.text_muted))
                    cell.setBackground(QColor(tokens.surface_2))
                table.setItem(at, column, cell)
        height = table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth()
        lines = min(max(len(self._rows), 1), _ROWS_SHOWN)
        table.setFixedHeight(height + lines * table.verticalHeader().defaultSectionSize())
        return table

    def _begin(self) -> None:
        """Put the cursor into the first cell that is empty."""
        if self._rows:
            first = NEEDED.index(self._rows[0].needed[0])
            self.table.setCurrentCell(0, first)
            self.table.setFocus()

    def typed(self) -> dict[str, dict[str, str]]:
        """Return what is typed, by the ids of the sources and the names of their fields."""
        held: dict[str, dict[str, str]] = {}
        for at, row in enumerate(self._rows):
            for needed in row.needed:
                cell = self.table.item(at, NEEDED.index(needed))
                words = cell.text().strip() if cell is not None else ""
                if words:
                    held.setdefault(row.source.id, {})[needed.field] = words
        return held

    def fault_text(self) -> str:
        """Return what is wrong with the first cell that cannot be used, or ""."""
        for fields in self.typed().values():
            for name, words in fields.items():
                try:
                    FIELDS[Source][name](words)
                except BriefingError as error:
                    return error.line()
        return ""

    def _check(self) -> None:
        fault = self.fault_text()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not fault)

    def accept(self) -> None:
        """Close with what is typed; a cell that cannot be used keeps the table open."""
        if self.fault_text():
            return
        typed, draft = self.typed(), self.draft.isChecked()
        super().accept()
        self.filled.emit(typed, draft)


def _typed(source: Source, field: str) -> str:
    value = getattr(source, field)
    return "; ".join(value) if isinstance(value, tuple) else str(value)
