"""Sharing a copy: what goes along, what stays, and what may be chosen, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QVBoxLayout, QWidget

from briefing.model import Brief
from briefing.storage import ShareChoice, SharePart, listing
from ui.dialogs.dialog import Dialog
from ui.look.widgets import button, heading, plain, report
from ui.translated import tr


class ShareDialog(Dialog):
    """Emits `chosen(Choice)`; the place is asked for after it."""

    chosen = Signal(object)

    def __init__(self, brief: Brief, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share")
        self.setWindowTitle(tr("Share a copy"))
        self._brief = brief
        every = listing(brief, ShareChoice(editions=True, older_versions=True))
        count = {part.what: part for part in every.along}
        self.originals = self._box(
            "share_originals",
            tr("Original files of articles"),
            count.get("original files of articles"),
            True,
        )
        self.older = self._box(
            "share_older",
            tr("Older versions of articles"),
            count.get("older versions of articles"),
            False,
        )
        self.editions = self._box(
            "share_editions", tr("Frozen editions"), count.get("frozen editions"), False
        )
        self.told = report("share_list", tr("What goes along, and what stays"))
        self.share_button = button(tr("Choose where…"), "share_choose", role="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.share_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        words = tr(
            "The copy holds the brief as it stands and the texts of its articles. The history of your edits "
            "and the texts of removed articles always stay here."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(heading(tr("Share a copy")))
        column.addWidget(plain(words, "muted", wrap=True))
        for box in (self.originals, self.older, self.editions):
            column.addWidget(box)
        column.addWidget(self.told, 1)
        column.addWidget(buttons)
        self.share_button.setDefault(True)
        self._show()
        self.resize(560, 460)

    def _box(self, name: str, text: str, part: SharePart | None, on: bool) -> QCheckBox:
        box = QCheckBox(f"{text} ({part.count:,}): {part.why}" if part and part.why else text)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setChecked(on)
        box.setVisible(part is not None)
        box.toggled.connect(lambda _: self._show())
        return box

    def choice(self) -> ShareChoice:
        """Return what is chosen."""
        return ShareChoice(self.editions.isChecked(), self.older.isChecked(), self.originals.isChecked())

    def _show(self) -> None:
        parts = listing(self._brief, self.choice())
        lines = [tr("Goes along: {what}.").format(what=part.line()) for part in parts.along]
        lines += [tr("Stays here: {what}.").format(what=part.line()) for part in parts.left]
        self.told.setPlainText("\n\n".join(lines))

    def accept(self) -> None:
        """Close, and have the place asked for."""
        choice = self.choice()
        super().accept()
        self.chosen.emit(choice)
