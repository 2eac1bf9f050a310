"""Choose one article of the brief: a list that narrows as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QListWidget, QVBoxLayout, QWidget

from ui.dialogs.dialog import Dialog, boxed
from ui.look.narrowing import ListLine, Narrowing
from ui.look.widgets import heading, plain
from ui.translated import tr


class ChooseArticle(Dialog):
    """Emits `chosen(id)`.

    `choices`: ids, each with the line that is shown; the first is chosen to begin with.
    """

    chosen = Signal(str)

    def __init__(
        self, question: str, about: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choose_article")
        self.setWindowTitle(question)
        self.filter = QLineEdit()
        self.filter.setObjectName("choose_filter")
        self.filter.setAccessibleName(tr("Words of the article's title or outlet"))
        self.filter.setPlaceholderText(tr("Type to narrow the list"))
        self.filter.setClearButtonEnabled(True)
        self.list = boxed(QListWidget(), "choose_list", question)
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(question))
        column.addWidget(plain(about, "muted", wrap=True, name="choose_about"))
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.resize(560, 420)
        self.narrowing = Narrowing(self.filter, self.list, [ListLine(ident, line) for ident, line in choices])
        self.narrowing.changed.connect(self._enable)
        self.narrowing.entered.connect(self.accept)
        self._enable()
        self.filter.setFocus()

    def _enable(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.narrowing.shown))

    def accept(self) -> None:
        """Close with the article that is chosen."""
        line = self.narrowing.current()
        if line is not None:
            super().accept()
            self.chosen.emit(line.key)
