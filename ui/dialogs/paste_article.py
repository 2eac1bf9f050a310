"""Paste an article: its words, and what is known of it, read from the words where they say it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.edits import FIELDS
from briefing.errors import BriefingError
from briefing.model import Source
from ui.dialogs.date_line import DateLine
from ui.dialogs.dialog import Dialog
from ui.look.widgets import button, heading, plain
from ui.translated import tr


@dataclass(frozen=True, slots=True)
class Pasted:
    """The pasted words, and the fields as they stood when the dialog closed."""

    text: str
    fields: tuple[tuple[str, str], ...]


_FIELDS = ("title", "publisher", "authors", "published", "url")


class PasteDialog(Dialog):
    """Emits `chosen(Pasted)`. `guess(text)` returns a draft source, or None for no words."""

    chosen = Signal(object)

    def __init__(
        self, guess: Callable[[str], Source | None], text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paste_article")
        self.setWindowTitle(tr("Paste an article"))
        self._guess = guess
        self._typed: set[str] = set()
        self.body = QPlainTextEdit()
        self.body.setObjectName("paste_text")
        self.body.setAccessibleName(tr("Text of the article"))
        self.body.setPlaceholderText(tr("Paste the text of the article here."))
        self.body.setProperty("role", "field")
        self.body.setTabChangesFocus(True)
        labels = {
            "title": tr("&Title"),
            "publisher": tr("&Publisher"),
            "authors": tr("&Authors"),
            "published": tr("P&ublished"),
            "url": tr("&Web address"),
        }
        self.lines = {name: DateLine() if name == "published" else QLineEdit() for name in _FIELDS}
        form = QFormLayout()
        for name, edit in self.lines.items():
            edit.setObjectName(f"paste_{name}")
            edit.setAccessibleName(labels[name].replace("&", ""))
            edit.textEdited.connect(lambda _text, n=name: self._typed.add(n))
            edit.textChanged.connect(self._check)
            form.addRow(labels[name], edit)
        self.lines["published"].setPlaceholderText(tr("13 March 2020"))
        self.fault = plain("", "error", wrap=True, name="paste_fault")
        self.add = button(tr("Add the article"), "paste_add", role="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(tr("Paste an article")))
        column.addWidget(self.body, 1)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(200)
        self._wait.timeout.connect(self._fill)
        self.body.textChanged.connect(self._wait.start)
        self.body.textChanged.connect(self._check)
        self._pasted = text
        self.body.setPlainText(text)
        self.body.selectAll()  # what is typed or pasted takes the place of words that were not meant
        self.resize(640, 620)
        self._check()

    def text(self) -> str:
        """Return the words: the ones handed in, as they were, while nobody has changed them."""
        shown = self.body.document().toRawText().replace("\u2029", "\n")
        return self._pasted if self._pasted and shown.split() == self._pasted.split() else shown

    def _fill(self) -> None:
        draft = self._guess(self.text())
        if draft is None:
            return
        for name, edit in self.lines.items():
            if name not in self._typed:
                value = getattr(draft, name)
                edit.setText("; ".join(value) if isinstance(value, tuple) else value)

    def _fault(self) -> str:
        for name, edit in self.lines.items():
            try:
                FIELDS[Source][name](edit.text())
            except BriefingError as error:
                return error.line()
        return ""

    def _check(self) -> None:
        fault = self._fault()
        self.fault.setText(fault)
        self.add.setEnabled(not fault and bool(self.body.toPlainText().strip()))

    def accept(self) -> None:
        """Close with the words and the fields."""
        if not self.add.isEnabled():
            return
        if self._wait.isActive():
            self._wait.stop()
            self._fill()
        super().accept()
        self.chosen.emit(Pasted(self.text(), tuple((n, e.text()) for n, e in self.lines.items())))
