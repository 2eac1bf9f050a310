"""Add a page by its address: shows where it goes before anything goes there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.importing.web import address
from ui.dialogs.dialog import Dialog
from ui.look.widgets import button, heading, plain
from ui.translated import tr


class FetchDialog(Dialog):
    """Emits `chosen(address)`: the one act that sends this machine to the network."""

    chosen = Signal(str)

    def __init__(self, typed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fetch_page")
        self.setWindowTitle(tr("Add a web page"))
        self.line = QLineEdit(typed)
        self.line.setObjectName("fetch_address")
        self.line.setAccessibleName(tr("Web address"))
        self.line.setPlaceholderText("https://…")
        self.line.textChanged.connect(self._look)
        self.goes_to = plain("", wrap=True, name="fetch_goes_to")
        self.hint = plain("", "muted", wrap=True, name="fetch_hint")
        self.get = button(tr("Fetch and add"), "fetch_get", role="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.get, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(tr("Add a web page")))
        column.addWidget(self.line)
        column.addWidget(self.goes_to)
        column.addWidget(self.hint)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(560)
        # Else Enter would close the dialog where the address leads nowhere.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.get.setDefault(True)
        self._look()

    def _look(self) -> None:
        """Say where the typed address leads, or why it leads nowhere."""
        typed = self.line.text().strip()
        fault, hint = (
            "",
            tr("One page is fetched, now. Nothing else is asked for: no pictures, no cookies."),
        )
        words = ""
        if typed:
            try:
                found = address.check(typed)
                words = tr("Goes to {host}, {how}.").format(
                    host=found.shown,
                    how=tr("encrypted") if found.scheme == "https" else tr("not encrypted"),
                )
            except BriefingError as error:
                fault, hint = error.message, error.hint
        self.goes_to.setText(fault or words)
        self.goes_to.setProperty("role", "error" if fault else "")
        self.goes_to.style().polish(self.goes_to)
        self.hint.setText(hint)
        self.get.setEnabled(bool(typed) and not fault)

    def accept(self) -> None:
        """Close with the address."""
        if self.get.isEnabled():
            super().accept()
            self.chosen.emit(self.line.text().strip())
