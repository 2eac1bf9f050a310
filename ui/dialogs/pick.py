"""Pick from what a file offers: the entries of a feed, the attachments of a mail."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.importing.common.parsed import Part
from ui.dialogs.dialog import Dialog, boxed
from ui.look.bidi import joined
from ui.look.widgets import button, heading, plain
from ui.translated import tr

ROW_PAD = 8  # a row that can be ticked is measured without the room the style leaves around its words


class PickDialog(Dialog):
    """Emits `picked(tuple of Part)`. Nothing is opened before."""

    picked = Signal(object)

    def __init__(
        self,
        title: str,
        words: str,
        parts: Sequence[Part],
        parent: QWidget | None = None,
        *,
        all_on: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pick_parts")
        self.setWindowTitle(title)
        self._parts = tuple(parts)
        self.list = boxed(QListWidget(), "pick_list", title)
        state = Qt.CheckState.Checked if all_on else Qt.CheckState.Unchecked
        for part in self._parts:
            item = QListWidgetItem(part_line(part))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(state)
            if not (part.data or part.url):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setData(Qt.ItemDataRole.CheckStateRole, None)
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + ROW_PAD))
            item.setToolTip(html.escape(part_line(part)))
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _: self._count())
        self.add = button("", "pick_add", role="primary")
        self._lay_out(title, words)
        self.resize(640, 460)
        self._count()
        self.list.setFocus()
        if self._parts:
            self.list.setCurrentRow(0)

    def _lay_out(self, title: str, words: str) -> None:
        everything = button(tr("All"), "pick_all")
        everything.clicked.connect(lambda: self._set_all(Qt.CheckState.Checked))
        nothing = button(tr("None"), "pick_none")
        nothing.clicked.connect(lambda: self._set_all(Qt.CheckState.Unchecked))
        row = QHBoxLayout()
        row.addWidget(everything)
        row.addWidget(nothing)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(title))
        column.addWidget(plain(words, "muted", wrap=True, name="pick_words"))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(buttons)

    def chosen(self) -> tuple[Part, ...]:
        """Return the parts that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            part
            for part, item in zip(self._parts, items, strict=True)
            if item.data(Qt.ItemDataRole.CheckStateRole) is not None
            and item.checkState() == Qt.CheckState.Checked
        )

    def _set_all(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(state)

    def _count(self) -> None:
        count = len(self.chosen())
        self.add.setEnabled(count > 0)
        self.add.setText(tr("Add {n}").format(n=count) if count else tr("Add"))

    def accept(self) -> None:
        """Close with what is ticked."""
        if self.chosen():
            super().accept()
            self.picked.emit(self.chosen())


def part_line(part: Part) -> str:
    """Return one line for a part: title or name, date, size or address, and what is to be known of it."""
    size = QLocale().formattedDataSize(part.size or len(part.data)) if part.size or part.data else ""
    where = size if not part.url else part.url
    return joined(part.title or part.name, part.published, where, part.note)
