"""The backups of a brief, newest first; one is opened as a brief of its own beside it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing.storage import Backup
from ui.dialogs.dialog import Dialog, boxed
from ui.look.widgets import button, heading, plain
from ui.translated import tr


class BackupsDialog(Dialog):
    """Emits `restore_requested(path of the backup)`."""

    restore_requested = Signal(object)

    def __init__(self, brief: Path, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle(tr("Backups"))
        self.list = boxed(QListWidget(), "backups_list", tr("Backups"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for backup in sorted(backups, key=lambda b: b.at, reverse=True):
            when = datetime.fromtimestamp(backup.at).strftime("%Y-%m-%d %H:%M")
            place = tr("   of {place}").format(place=backup.place) if backup.place else ""
            kb = max(1, backup.bytes // 1024)
            item = QListWidgetItem(tr("{when}   {kb} KB{place}").format(when=when, kb=kb, place=place))
            item.setToolTip(html.escape(backup.place))
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
            self.list.addItem(item)
        self.open_button = button(tr("Restore as a new brief"), "backups_restore", role="primary")
        self.open_button.setEnabled(bool(backups))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        words = (
            tr(
                "The chosen backup is written beside {file} as a brief of its own. Nothing is overwritten. "
                "The texts of articles are kept once for all backups, so each is small."
            )
            if backups
            else tr("There are no backups of {file} yet. One is made when it is opened and as you work.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(heading(tr("Backups")))
        column.addWidget(plain(words.format(file=brief.name), "muted", wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.resize(460, 420)

    def accept(self) -> None:
        """Close and restore the chosen backup."""
        item = self.list.currentItem()
        super().accept()
        if item is not None:
            self.restore_requested.emit(Path(str(item.data(Qt.ItemDataRole.UserRole))))
