"""Whose story each article is, found in a thread whenever the articles change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.diff import Change
from briefing.model import Source
from briefing.origins import Origins, Signatures
from briefing.origins.of_brief import origins_of
from ui.desk import Desk
from ui.qt.jobs import Jobs

_SETTLE_MS = 300


class Tracing(QObject):
    """`found(Origins)` after each look; `origins` is the last one."""

    found = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._signatures = Signatures()
        self._running = False
        self.origins = Origins()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SETTLE_MS)
        self._wait.timeout.connect(self.look)
        desk.changed.connect(self._changed)

    def _changed(self, change: Change) -> None:
        if any(isinstance(node, Source) for node in (*change.put, *change.dropped)):
            self._wait.start()

    def look(self) -> None:
        """Group the articles; asked again meanwhile, once more after."""
        if self._running:
            self._wait.start()
            return
        brief, text_of, signatures = self._desk.brief, self._desk.text_of, self._signatures
        self._running = True
        self._jobs.run(lambda _ticket: origins_of(brief, text_of, signatures), self._done, self._failed)

    def _done(self, origins: Origins) -> None:
        self._running = False
        if origins != self.origins:
            self.origins = origins
            self.found.emit(origins)

    def _failed(self, message: str, hint: str) -> None:
        self._running = False
        self._desk.refused.emit(message, hint)
