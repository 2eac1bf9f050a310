"""What was saved of a damaged brief and what was not."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from briefing.storage import Rescue
from ui.dialogs.dialog import Dialog
from ui.look.widgets import heading, plain, report
from ui.translated import tr


class RescuedDialog(Dialog):
    """A report to read; the rescued brief is open behind it."""

    def __init__(self, rescue: Rescue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rescued")
        self.setWindowTitle(tr("Rescued"))
        first, *lines = rescue.lines()
        self.told = report("rescued_list", tr("What is lost"))
        self.told.setPlainText("\n\n".join(lines))
        self.told.setVisible(bool(lines))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        where = tr("It is saved as {file}. The damaged file was not touched.").format(file=rescue.path.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(heading(tr("Rescued")))
        column.addWidget(plain(first, wrap=True, name="rescued_outcome"))
        column.addWidget(plain(where, "muted", wrap=True))
        column.addWidget(self.told, 1)
        column.addWidget(buttons)
        self.resize(560, 420 if lines else 160)
