"""Search as it is typed: one index of the brief's articles, filled and asked in threads, the last word
wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.diff import Change
from briefing.model import Brief, Source
from ui.desk import Desk
from ui.following.claim_states import links_by_source
from ui.models.hits import HitRow, hit_row
from ui.qt.jobs import Jobs, Ticket

if TYPE_CHECKING:
    from briefing.finder import Index

_PAUSE_MS = 40


class Searching(QObject):
    """`found(typed, rows)` after each search. The index is made with the first one."""

    found = Signal(str, object)
    FEW = 40  # articles: up to so many are read whole for a suggestion, without the index

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._index: Index | None = None
        self._stale = True
        self._busy = False
        self._typed = ""
        self._asked: str | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self._run)
        desk.changed.connect(self._changed)

    def _changed(self, change: Change) -> None:
        if any(isinstance(node, Source) for node in (*change.put, *change.dropped)):
            self._stale = True
            if self._typed:
                self._wait.start()

    @property
    def index(self) -> Index:
        """The index of this brief, made on first use; over very many sources it lies in a cache."""
        if self._index is None:
            from briefing.finder import index_for

            self._index = index_for(self._desk.brief)
        return self._index

    def filled(self, brief: Brief, ticket: Ticket) -> Index:
        """Return the index with all articles of a brief in it; to be called in a job."""
        self.index.update(brief.sources, self._desk.text_of, cancelled=ticket.cancelled)
        return self.index

    def search(self, typed: str) -> None:
        """Search for what is typed; "" finds nothing at once."""
        self._typed = typed.lstrip()  # a space behind it ends the last word
        if not self._typed:
            self._asked = None
            self.found.emit("", ())
            return
        self._wait.start()

    def _run(self) -> None:
        if self._busy:
            return
        typed, desk = self._typed, self._desk
        brief, index, stale = desk.brief, self.index, self._stale
        self._busy, self._stale, self._asked = True, False, typed

        def act(ticket: Ticket) -> tuple[HitRow, ...]:
            from briefing.finder import search

            if stale:
                index.update(brief.sources, desk.text_of, cancelled=ticket.cancelled)
            used = frozenset(links_by_source(brief))
            hits = search(index, brief.sources, typed, desk.text_of, used=used)
            by_id = {source.id: source for source in brief.sources}
            return tuple(
                hit_row(h, by_id[h.source_id], desk.text_of(by_id[h.source_id].text_sha)) for h in hits
            )

        self._jobs.run(act, lambda rows: self._done(typed, rows), self._failed)

    def _done(self, typed: str, rows: tuple[HitRow, ...]) -> None:
        self._busy = False
        if self._typed == typed:
            self.found.emit(typed, rows)
        if self._typed and (self._typed != typed or self._stale):
            self._run()

    def _failed(self, message: str, hint: str) -> None:
        self._busy, self._stale = False, True
        self._desk.refused.emit(message, hint)

    def close(self) -> None:
        """Let the index go: before the window does, after its jobs have ended."""
        if self._index is not None:
            self._index.close()
