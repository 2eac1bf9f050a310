"""The window without a brief: what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.look.widgets import button, heading, plain
from ui.translated import tr

_OFFERED = 6


def missing(paths: Sequence[Path]) -> frozenset[Path]:
    """Return which of these files are gone; for a job, since a share may not answer."""
    from briefing.outside import reader

    return reader.missing(paths)


class Welcome(QWidget):
    """New, open, the sample, the recent ones; takes dropped briefs and articles."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(tr("Start"))
        box = QWidget()
        box.setFixedWidth(520)
        column = QVBoxLayout(box)
        column.setSpacing(10)
        column.addWidget(heading(tr("Briefing Desk"), title=True))
        words = tr(
            "Read articles on one side, write the brief on the other, and link every claim to the exact "
            "words of a source."
        )
        column.addWidget(plain(words, "muted", wrap=True, name="welcome_words"))
        column.addSpacing(8)
        row = QHBoxLayout()
        new = button(tr("New brief…"), "welcome_new", role="primary")
        new.clicked.connect(self.new_requested)
        open_ = button(tr("Open…"), "welcome_open")
        open_.clicked.connect(self.open_requested)
        sample = button(tr("Open the sample brief"), "welcome_sample")
        sample.clicked.connect(self.sample_requested)
        for made in (new, open_, sample):
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        self._recent_words = plain(tr("Recent"), "muted")
        column.addSpacing(12)
        column.addWidget(self._recent_words)
        self._recent: dict[Path, QPushButton] = {}
        for n, path in enumerate(recent):
            link = button(f"{path.stem}   {path.parent}", f"welcome_recent_{n}", role="link")
            link.clicked.connect(lambda _=False, p=path: self.recent_requested.emit(p))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._recent[path] = link
        self.leave_out(frozenset())
        column.addSpacing(8)
        column.addWidget(
            plain(tr("Drop a brief here to open it, or articles to begin one with them."), "muted")
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

    def leave_out(self, gone: frozenset[Path]) -> None:
        """Offer the first recent briefs that are not among these. Whether they are there is asked elsewhere:

        a share that is gone would hold the start of the window.
        """
        known = [path for path in self._recent if path not in gone][:_OFFERED]
        for path, link in self._recent.items():
            link.setVisible(path in known)
        self._recent_words.setVisible(bool(known))
