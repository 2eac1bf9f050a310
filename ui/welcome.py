"""The window without a brief: what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.parts import button, heading, plain


class Welcome(QWidget):
    """New, open, the sample, the recent ones; takes dropped briefs and articles."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Start"))
        box = QWidget()
        box.setFixedWidth(520)
        column = QVBoxLayout(box)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("Briefing Desk"), title=True))
        words = self.tr(
            "Read articles on one side, write the brief on the other, and link every claim to the exact words of a source."
        )
        column.addWidget(plain(words, "muted", wrap=True, name="welcome_words"))
        column.addSpacing(8)
        row = QHBoxLayout()
        new = button(self.tr("New brief…"), "welcome_new", role="primary")
        new.clicked.connect(self.new_requested)
        open_ = button(self.tr("Open…"), "welcome_open")
        open_.clicked.connect(self.open_requested)
        sample = button(self.tr("Open the sample brief"), "welcome_sample")
        sample.clicked.connect(self.sample_requested)
        for made in (new, open_, sample):
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        known = [path for path in recent if path.exists()]
        if known:
            column.addSpacing(12)
            column.addWidget(plain(self.tr("Recent"), "muted"))
        for n, path in enumerate(known[:6]):
            link = button(f"{path.stem}   {path.parent}", f"welcome_recent_{n}", role="link")
            link.clicked.connect(lambda _=False, p=path: self.recent_requested.emit(p))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(
            plain(self.tr("Drop a brief here to open it, or articles to begin one with them."), "muted")
        )
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.first = new
