"""Find words: a field, a count, next and previous."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look import speech
from ui.look.widgets import IconButton, WordsField, plain
from ui.qt.shortcuts import spelled
from ui.translated import tr


class FindBar(QWidget):
    """Emits what is typed and where to go; the reader answers with a count."""

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(
        self, where: str, prefix: str = "find", choices: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        """`where` says what is searched, `prefix` begins the object names; `choices` stand after the
        field.
        """
        super().__init__(parent)
        self.setObjectName(f"{prefix}_bar")
        self.field = WordsField()
        self.field.setObjectName(f"{prefix}_field")
        self.field.setAccessibleName(where)
        self.field.setPlaceholderText(where)
        self.count = plain("", "muted", name=f"{prefix}_count")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.field, 1)
        for choice in choices:
            row.addWidget(choice)
        row.addWidget(self.count)
        self._steps: list[tuple[IconButton, str]] = []
        for icon, name, tip, act in (
            (
                "arrow-up",
                f"{prefix}_previous",
                tr("Previous ({edit.find_previous})"),
                lambda: self.stepped.emit(-1),
            ),
            ("arrow-down", f"{prefix}_next", tr("Next ({edit.find_next})"), lambda: self.stepped.emit(1)),
            ("close", f"{prefix}_close", tr("Close (Esc)"), self.closed.emit),
        ):
            button = IconButton(icon, tip, name)
            button.clicked.connect(act)
            row.addWidget(button)
            self._steps.append((button, tip))
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        # Only now it stands in a window, whose actions have the keys.
        for button, tip in self._steps:
            button.set_words(spelled(tip, self))
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.stepped.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def set_count(self, at: int, total: int) -> None:
        """Show which of how many is lit; nothing for an empty field."""
        if not self.field.text():
            self.count.setText("")
        elif not total:
            self.count.setText(tr("not found"))
            speech.say(self.field, tr("not found"))
        else:
            self.count.setText(tr("{at} of {total}").format(at=at, total=total))
            speech.say(self.field, self.count.text())
