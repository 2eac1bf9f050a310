"""Freezing an edition while something stands: asked once, with what it is and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from briefing.checks import Stands
from briefing.checks.statement import capital
from ui.dialogs.dialog import Dialog
from ui.look.widgets import button, heading, plain
from ui.translated import tr


class FreezeDialog(Dialog):
    """Emits `freeze_requested`, or `show_requested(Finding)`."""

    freeze_requested = Signal()
    show_requested = Signal(object)

    def __init__(self, number: int, what: Stands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("freeze")
        self._what = what
        title = tr("Freeze edition {n} as it is?").format(n=number)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(title))
        message = f"{capital(what.said)}."
        column.addWidget(plain(message, "error" if what.locks else "warn", wrap=True, name="freeze_findings"))
        column.addWidget(plain(tr("A frozen edition stays as it was handed on."), "muted", wrap=True))
        column.addWidget(self._buttons())
        self.setMinimumWidth(460)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        look = button(tr("&Show the findings"), "freeze_show", role="primary")
        look.clicked.connect(self._show)
        go = button(tr("&Freeze anyway"), "freeze_go")
        go.clicked.connect(self._freeze)
        buttons.addButton(look, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        look.setDefault(True)
        look.setFocus()
        return buttons

    def _show(self) -> None:
        self.reject()
        self.show_requested.emit(self._what.all[0])

    def _freeze(self) -> None:
        self.accept()
        self.freeze_requested.emit()
