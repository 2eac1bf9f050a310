"""The words of the house, as a table to edit, and the file of them that a desk shares."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BadInput
from briefing.house_terms import HouseTerm, term_of
from ui.dialogs.dialog import Dialog
from ui.look.widgets import button, heading, plain
from ui.translated import tr


class TermsDialog(Dialog):
    """Emits `chosen(terms, path of the shared file)` when it is closed with OK; a line that is no term keeps
    it open.
    """

    chosen = Signal(tuple, str)

    def __init__(self, terms: Sequence[HouseTerm], shared: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("terms")
        self.setWindowTitle(tr("House terms"))
        self.table = QTableWidget(0, 3)
        self.table.setObjectName("terms_table")
        self.table.setAccessibleName(tr("House terms"))
        self.table.setHorizontalHeaderLabels([tr("Write"), tr("Not"), tr("Long form, once")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(True)
        for term in terms:
            self._append(term.cells())
        self.shared = QLineEdit(shared)
        self.shared.setObjectName("terms_shared")
        self.shared.setAccessibleName(tr("File of the desk"))
        self.shared.setPlaceholderText(tr("none: a CSV file that others use too"))
        self.wrong = plain("", "error", wrap=True, name="terms_wrong")
        self._lay_out()
        self.resize(640, 480)

    def _lay_out(self) -> None:
        add = button(tr("&Add a line"), "terms_add")
        add.clicked.connect(self.add)
        remove = button(tr("&Remove the line"), "terms_remove")
        remove.clicked.connect(lambda: self.table.removeRow(self.table.currentRow()))
        choose = button(tr("&Choose…"), "terms_choose")
        choose.clicked.connect(self._choose)
        lines = QHBoxLayout()
        for made in (add, remove):
            lines.addWidget(made)
        lines.addStretch(1)
        label = plain(tr("&File of the desk"))
        label.setBuddy(self.shared)
        file = QHBoxLayout()
        for widget in (label, self.shared, choose):
            file.addWidget(widget)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(tr("House terms")))
        words = tr(
            "“Türkiye”, not “Turkey”; several words are parted by “;”. An abbreviation has a long form. "
            "The rule L25 finds them, once it is on in “Rules of the brief”."
        )
        column.addWidget(plain(words, "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(lines)
        column.addLayout(file)
        column.addWidget(self.wrong)
        column.addWidget(buttons)
        self.wrong.hide()

    def _append(self, cells: Sequence[str]) -> QTableWidgetItem:
        """Put a line at the end; return its first cell."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        made = [QTableWidgetItem(words) for words in cells]
        for column, item in enumerate(made):
            self.table.setItem(row, column, item)
        return made[0]

    def add(self) -> None:
        """Begin a line at the end."""
        first = self._append(("", "", ""))
        self.table.setCurrentItem(first)
        self.table.setFocus()
        self.table.editItem(first)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("File of the desk"), "", tr("Tables (*.csv)"))
        if name:
            self.shared.setText(name)

    def terms(self) -> tuple[HouseTerm, ...]:
        """Return the terms as they stand. Raises BadInput that names the line which is none."""
        found = []
        for row in range(self.table.rowCount()):
            items = (self.table.item(row, column) for column in range(3))
            cells = [item.text() if item is not None else "" for item in items]
            if any(cell.strip() for cell in cells):
                try:
                    found.append(term_of(cells))
                except BadInput as error:
                    raise BadInput(tr("Line {n}: {why}.").format(n=row + 1, why=error)) from error
        return tuple(found)

    def accept(self) -> None:
        """Close with the terms, or say which line is none."""
        try:
            terms = self.terms()
        except BadInput as error:
            self.wrong.setText(error.message)
            self.wrong.show()
            return
        super().accept()
        self.chosen.emit(terms, self.shared.text().strip())
