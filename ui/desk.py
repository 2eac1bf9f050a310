"""One open brief as the window sees it: every edit of every view goes through `Desk.do`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError, StorageError
from briefing.model import Brief
from briefing.session import Body, NewStep, Session, SessionStore
from ui.qt.bridge import Bridge

TYPING = "typing"
P = ParamSpec("P")


class Texts(Protocol):
    """What the window reads of the store."""

    def text(self, sha: str) -> str:
        """Return the source text with this SHA-256."""

    def original(self, sha: str) -> bytes:
        """Return the bytes kept under this SHA-256."""

    def keep(self, bodies: Sequence[Body]) -> None:
        """Write texts ahead of the edit that names them."""

    def check(self) -> None:
        """Raise StorageError when the file is not there, or no longer ours."""


class Kept(Texts, SessionStore, Protocol):
    """What a brief is written to and its texts are read from."""


class Desk(QObject):
    """`changed(Change)` after each edit; `refused(message, hint)` when one could not be done.

    `saved_at` is when an edit was last written, None before the first one here.
    `answered` after each time the file was asked for something: `unsaved` may have become another.
    Views that hold typed words register `flusher`s: they are asked to commit before any other edit.
    """

    changed = Signal(object)
    refused = Signal(str, str)
    answered = Signal()

    def __init__(self, session: Session, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._texts = texts
        self._flushers: list[Callable[[], bool]] = []
        self._closed = False
        self.saved_at: datetime | None = None
        self._waiting: BriefingError | None = None  # why typed words are still on the page only
        self._bridge = Bridge(session, self)
        self._bridge.changed.connect(self.changed)

    @property
    def brief(self) -> Brief:
        return self.session.brief

    @property
    def read_only(self) -> bool:
        return self.session.read_only

    @property
    def file_trouble(self) -> StorageError | None:
        """What is wrong with the file, by its last answer. Texts that are kept in memory only have no
        trouble.
        """
        trouble: StorageError | None = getattr(self._texts, "trouble", None)
        return trouble

    @property
    def unsaved(self) -> BriefingError | None:
        """Why not all words are on the disk; None when they are."""
        return self.file_trouble or self._waiting

    def ask_file(self) -> None:
        """Ask whether the file is there and ours; from any thread. Raises StorageError."""
        try:
            self._texts.check()
        finally:
            self.answered.emit()

    def text_of(self, sha: str) -> str:
        """Return the source text with this hash; raise StorageError when it cannot be read."""
        return self._texts.text(sha)

    def original_of(self, sha: str) -> bytes:
        """Return the file or list kept under this hash; raise StorageError when it cannot be read."""
        return self._texts.original(sha)

    def keep(self, bodies: Sequence[Body]) -> None:
        """Write texts ahead of the edit that names them; from any thread. Raises StorageError."""
        try:
            self._texts.keep(bodies)
        finally:
            self.answered.emit()

    def go_on_in(self, store: Kept) -> bool:
        """Write to another file, which holds the snapshot; then commit typed words, as `flush` does."""
        self.session.go_on_in(store)
        self._texts = store
        written = self.flush()
        self.answered.emit()
        return written

    def add_flusher(self, flush: Callable[[], bool]) -> None:
        """Ask `flush` to commit typed words before each other edit."""
        self._flushers.append(flush)

    def flush(self) -> bool:
        """Commit all typed words; False when the file could not be written."""
        ok = True
        for flush in self._flushers:
            ok = flush() and ok
        if ok and self._waiting is not None:  # the words that were refused have been taken away again
            self._waiting = None
            self.answered.emit()
        return ok

    def do(
        self,
        step: str | NewStep,
        edit: Callable[Concatenate[Brief, P], Brief],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Apply an edit; return False, with `refused` emitted, when it could not be done."""
        typed = NewStep.of(step).origin == TYPING
        if not typed and not self.flush():
            return False
        return self._attempt(lambda: self.session.apply(step, edit, *args, **kwargs), typed=typed)

    def look(
        self,
        step: str | NewStep,
        edit: Callable[Concatenate[Brief, P], Brief],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Commit what was looked at only (see `Session.look`): no step of the history; typed words may
        wait.
        """
        return self._attempt(lambda: self.session.look(step, edit, *args, **kwargs), looked=True)

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

    def _attempt(self, act: Callable[[], object], *, typed: bool = False, looked: bool = False) -> bool:
        if self._closed:
            return False
        refusal: BriefingError | None = None
        try:
            act()
        except BriefingError as error:
            refusal = error
        if refusal is None and not looked:
            self.saved_at = datetime.now()  # by the clock on the wall
        if typed or (refusal is None and not looked):  # an edit that is not typed comes after all typed words
            self._waiting = refusal
        self.answered.emit()
        # An edit may be done and its file not well: the disk did not confirm it.
        if reason := refusal or self.file_trouble:
            self.refused.emit(reason.message, reason.hint)
        return refusal is None
