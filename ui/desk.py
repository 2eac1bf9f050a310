"""One open brief as the window sees it: every edit of every view goes through `Desk.do`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from briefing.diff import Change
from briefing.errors import BriefingError, StorageError
from briefing.model import Brief
from briefing.session import Body, Session, Store
from ui.bridge import Bridge

TYPING = "typing"


class Texts(Protocol):
    """What the window reads of the store."""

    def text(self, sha: str) -> str:
        """Return the source text with this SHA-256."""

    def original(self, sha: str) -> bytes:
        """Return the bytes kept under this SHA-256."""

    def keep(self, bodies: Sequence[Body]) -> None:
        """Write texts ahead of the edit that names them."""


class Kept(Texts, Store, Protocol):
    """What a brief is written to and its texts are read from."""


class Desk(QObject):
    """`changed(Change)` after each edit; `refused(message, hint)` when one could not be done.

    Views that hold typed words register `flusher`s: they are asked to commit before any other edit.
    """

    changed = Signal(object)
    refused = Signal(str, str)
    saved = Signal()

    def __init__(self, session: Session, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._texts = texts
        self._flushers: list[Callable[[], bool]] = []
        self._closed = False
        self.file_failed = False  # the last edit could not be written; set before `refused` tells it
        self._bridge = Bridge(session, self)
        self._bridge.changed.connect(self._pass_on)

    def _pass_on(self, change: Change) -> None:
        self.changed.emit(change)
        self.saved.emit()

    @property
    def brief(self) -> Brief:
        return self.session.brief

    @property
    def read_only(self) -> bool:
        return self.session.read_only

    def text_of(self, sha: str) -> str:
        """Return the source text with this hash; raise StorageError when it cannot be read."""
        return self._texts.text(sha)

    def original_of(self, sha: str) -> bytes:
        """Return the file or list kept under this hash; raise StorageError when it cannot be read."""
        return self._texts.original(sha)

    def keep(self, bodies: Sequence[Body]) -> None:
        """Write texts ahead of the edit that names them; from any thread. Raises StorageError."""
        self._texts.keep(bodies)

    def go_on_in(self, store: Kept) -> bool:
        """Write to another file, which holds the snapshot; then commit typed words, as `flush` does."""
        self.session.go_on_in(store)
        self._texts = store
        return self.flush()

    def add_flusher(self, flush: Callable[[], bool]) -> None:
        """Ask `flush` to commit typed words before each other edit."""
        self._flushers.append(flush)

    def flush(self) -> bool:
        """Commit all typed words; False when the file could not be written."""
        ok = True
        for flush in self._flushers:
            ok = flush() and ok
        return ok

    def do(
        self,
        label: str,
        edit: Callable[..., Brief],
        *args: Any,
        origin: str = "",
        join: str = "",
        bodies: Sequence[Body] = (),
    ) -> bool:
        """Apply an edit; return False, with `refused` emitted, when it could not be done."""
        if origin != TYPING and not self.flush():
            return False
        return self._attempt(
            lambda: self.session.apply(label, edit, *args, origin=origin, join=join, bodies=bodies)
        )

    def look(self, label: str, edit: Callable[..., Brief], *args: Any) -> bool:
        """Commit what was looked at only (see `Session.look`): no step of the history; typed words may wait."""
        return self._attempt(lambda: self.session.look(label, edit, *args))

    def undo(self) -> bool:
        """Take the last step back, typed words first."""
        return self.flush() and self._attempt(self.session.undo)

    def redo(self) -> bool:
        """Bring the next step again."""
        return self.flush() and self._attempt(self.session.redo)

    def go_to(self, index: int) -> None:
        """Undo or redo until `index` steps are in the past."""
        while len(self.session.past) > index and self.undo():
            pass
        while len(self.session.past) < index and self.session.future and self.redo():
            pass

    def close(self) -> None:
        """The file is let go: what a job still answers edits nothing any more."""
        self._closed = True

    def _attempt(self, act: Callable[[], object]) -> bool:
        if self._closed:
            return False
        try:
            act()
        except BriefingError as error:
            self.file_failed = isinstance(error, StorageError)
            self.refused.emit(error.message, error.hint)
            return False
        self.file_failed = False
        return True
