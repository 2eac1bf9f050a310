"""What every dialog shares: it ends when it is closed, and it is no larger than the screen it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.screens import fit


class Dialog(QDialog):
    """Closing it deletes it, with all that it holds: a window that is open all day would gather them.

    One without a parent is its maker's, and goes when the maker lets it go.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, parent is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)
