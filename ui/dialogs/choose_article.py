"""Choose one article of the brief: a list that narrows as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QVBoxLayout, QWidget

from ui.parts import heading, plain

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class ChooseArticle(QDialog):
    """Emits `chosen(id)`. `choices`: ids, each with the line that is shown; the first is chosen to begin with."""

    chosen = Signal(str)

    def __init__(
        self, question: str, about: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choose_article")
        self.setWindowTitle(question)
        self._choices = tuple(choices)
        self._shown: tuple[str, ...] = ()
        self.filter = QLineEdit()
        self.filter.setObjectName("choose_filter")
        self.filter.setAccessibleName(self.tr("Words of the article's title or outlet"))
        self.filter.setPlaceholderText(self.tr("Type to narrow the list"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("choose_list")
        self.list.setAccessibleName(question)
        self.list.setProperty("role", "boxed")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._narrow("")
        self.filter.setFocus()

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        fits = [(ident, line) for ident, line in self._choices if all(w in line.casefold() for w in words)]
        self._shown = tuple(ident for ident, _ in fits)
        self.list.clear()
        self.list.addItems([line for _, line in fits])
        self.list.setCurrentRow(0 if fits else -1)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(fits))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the field move through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._shown:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(len(self._shown) - 1, row)))
                return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Close with the article that is chosen."""
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            super().accept()
            self.chosen.emit(self._shown[row])
