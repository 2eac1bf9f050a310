"""What goes with the proposals of a review, shown before they are taken up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.dialog import Dialog
from ui.look.widgets import heading, plain
from ui.translated import tr


class TakenDialog(Dialog):
    """Is accepted when all are to be taken up in spite of what goes with them.

    It does not block the window.
    """

    def __init__(self, effects: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taken")
        self.setWindowTitle(tr("Accept all that are certain"))
        words = tr("This goes with them. One step of undo brings all of it back.")
        self.list = QPlainTextEdit("\n".join(effects))
        self.list.setObjectName("taken_list")
        self.list.setAccessibleName(tr("What goes with the proposals"))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(tr("Accept all"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("taken_accept")
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(tr("Before all are accepted")))
        column.addWidget(plain(words, "muted", wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(640, 320)
