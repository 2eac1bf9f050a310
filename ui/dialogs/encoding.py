"""Choose the encoding of a text that did not say it: a list, and how the text reads by each."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from briefing.importing.encoding import charsets
from briefing.text import normalise
from ui.dialogs.dialog import Dialog
from ui.look.widgets import Combo, button, heading, plain
from ui.translated import tr

_AROUND = 90  # bytes before and after the first place that decides
_PLACES = 6


class EncodingDialog(Dialog):
    """Emits `chosen(encoding)`. `data` are the kept bytes of the file."""

    chosen = Signal(str)

    def __init__(self, title: str, data: bytes, encoding: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choose_encoding")
        self.setWindowTitle(tr("Encoding of the text"))
        self._data = data
        self._now = encoding
        self.box = Combo()
        self.box.setObjectName("encoding_box")
        self.box.setAccessibleName(tr("Encoding"))
        for name, words in charsets.choices():
            self.box.addItem(words, name)
        self.box.setCurrentIndex(max(0, self.box.findData(encoding)))
        self.box.currentIndexChanged.connect(self._show)
        self.sample = QPlainTextEdit()
        self.sample.setObjectName("encoding_sample")
        self.sample.setAccessibleName(tr("How the text reads"))
        self.sample.setReadOnly(True)
        self.sample.setTabChangesFocus(True)
        self.sample.setProperty("role", "field")
        self.note = plain("", "muted", wrap=True, name="encoding_note")
        self.use = button(tr("Read it this way"), "encoding_use", role="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(title))
        words = tr("Choose the encoding in which the words below read correctly.")
        column.addWidget(plain(words, "muted", wrap=True))
        column.addWidget(self.box)
        column.addWidget(self.sample, 1)
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.resize(560, 420)
        self._show()

    def _show(self) -> None:
        encoding = str(self.box.currentData())
        words, broken = sample_of(self._data, encoding)
        self.sample.setPlainText(words)
        self.note.setText(
            tr("{n} characters cannot be read this way.").format(n=broken)
            if broken
            else tr("Every character can be read this way.")
        )
        self.use.setEnabled(encoding != self._now)

    def accept(self) -> None:
        """Close with the encoding."""
        if self.use.isEnabled():
            super().accept()
            self.chosen.emit(str(self.box.currentData()))


def sample_of(data: bytes, encoding: str) -> tuple[str, int]:
    """Return the places of a file that tell encodings apart, read by one, and how many characters fail."""
    whole = data.decode(encoding, "replace")
    if not charsets.holds_lines(encoding):
        return normalise(whole[: _AROUND * _PLACES]), whole.count("\ufffd")
    lines = re.findall(rb"[^\r\n]*[\x80-\xff][^\r\n]*", data)[:_PLACES] or data.splitlines()[:_PLACES]
    shown = "\n".join(line[: 2 * _AROUND].decode(encoding, "replace") for line in lines)
    return normalise(shown), whole.count("\ufffd")
