"""A line in a pane that asks why something may stay: a field, and what gives or drops the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.widgets import WordsField, button, plain
from ui.translated import tr


class ReasonBar(QWidget):
    """Hidden until it asks. `given(reason)` with Enter or its button, `dropped` with Esc or Cancel."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason_bar")
        self.words = plain("", name="reason_words")
        self.field = WordsField()
        self.field.setObjectName("reason_field")
        self.field.setAccessibleName(tr("Reason"))
        self.field.setPlaceholderText(tr("The reason: it is kept, and an export shows it only when asked"))
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(lambda _: self._enable())
        self.give = button(tr("Waive"), "reason_give", role="primary")
        self.give.clicked.connect(self._give)
        self.cancel = button(tr("Cancel"), "reason_cancel", role="quiet")
        self.cancel.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 4)
        row.addWidget(self.words)
        row.addWidget(self.field, 1)
        row.addWidget(self.give)
        row.addWidget(self.cancel)
        self.hide()

    def ask(self, words: str) -> None:
        """Ask for a reason, with the keys in the field; `words` say for what."""
        self.words.setText(words)
        self.field.setAccessibleName(words.rstrip(":"))
        self.field.clear()
        self._enable()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        else:
            super().keyPressEvent(event)

    def _enable(self) -> None:
        self.give.setEnabled(bool(self.field.text().strip()))

    def _give(self) -> None:
        reason = self.field.text().strip()
        if reason:
            self.hide()
            self.given.emit(reason)

    def _drop(self) -> None:
        self.hide()
        self.dropped.emit()
