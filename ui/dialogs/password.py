"""Asks for the password of files that open with one only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from ui.translated import tr


def ask_password(names: str, then: Callable[[str], object], parent: QWidget) -> None:
    """Ask for the password of the files named, and hand it to `then`."""
    dialog = QInputDialog(parent)
    dialog.setObjectName("ask_password")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Password"))
    dialog.setLabelText(tr("Password of {names}:").format(names=names))
    dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
    dialog.textValueSelected.connect(then)
    dialog.open()
