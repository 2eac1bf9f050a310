"""An open brief file."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from types import TracebackType

from briefing.diff import Change, diff
from briefing.errors import BriefingError, NotFound, StorageError
from briefing.model import Brief
from briefing.session import Body
from briefing.storage import backup_manifest, backups, copies, keeping, open_checks, row_writes, schema, shelf
from briefing.storage.backups import Backup
from briefing.storage.brief_contents import Whole, journal_of, of_snapshot
from briefing.storage.building import BodyOf, lost_bodies
from briefing.storage.codec import Malformed
from briefing.storage.file_errors import damaged, explained
from briefing.storage.live import Live
from briefing.storage.row_tree import RowTree
from briefing.storage.row_writes import Tallies
from briefing.storage.sharing import ShareChoice
from briefing.storage.transaction import FileState
from briefing.text import sha256
from briefing.user_folders import resolved

CACHED_TEXTS = 24
CACHED_CHARS = 8_000_000


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the history: `at` in seconds since the epoch, `origin` the view that asked."""

    seq: int
    at: float
    label: str
    origin: str


class Store:
    """The one connection to a brief file, held under SQLite's exclusive lock until `close`.

    Reading texts and making copies may be called from other threads; one call runs at a time. A
    read-only store works on a private copy in `folder`, which goes when it is closed.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        brief: Brief,
        tallies: Tallies,
        known: frozenset[str],
        *,
        folder: TemporaryDirectory[str] | None = None,
        backing_up: bool = True,
    ) -> None:
        self.path = path
        self.read_only = folder is not None
        self._refused: StorageError | None = None  # what was last given to the file, and not taken
        self._amiss: StorageError | None = None  # what a look at it found
        self._connection = connection
        self._row_tree = RowTree(brief)
        self._opened_with = brief
        self._backing_up = backing_up and folder is None
        self._closed = False
        self.unfound: tuple[str, ...] = ()
        self._known = set(known)
        self._lost = lost_bodies(brief, known)
        self._folder = folder
        self._live = None if folder else Live(path, connection, FileState(schema.version(), tallies))
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._turn = RLock()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def commit(self, change: Change, bodies: Sequence[Body] = ()) -> None:
        """Write the change in one transaction; it is on the disk when this returns and `trouble` is None.

        Raises StorageError, and leaves store and file as they were; a file that cannot be brought there
        gets nothing more until it can.
        """
        with self._writing() as live:
            try:
                self._write(live, change, bodies)
            except Malformed as error:
                raise StorageError(
                    f"This edit would leave a brief that cannot be read again: {error}.",
                    "It was not made. Please report it: the program should not have tried.",
                ) from error

    def _write(self, live: Live, change: Change, bodies: Sequence[Body]) -> None:
        def settled(hashes: frozenset[str]) -> None:
            """Take back what was refused and stands: memory has gone on without it."""
            self._known |= hashes
            self._row_tree.accept(change)
            label = f"Taken back: {change.label}"
            self._write(live, diff(change.after, change.before, label, change.origin, time.time()), ())

        self._row_tree.check(change)
        self._known |= live.transact(
            lambda tallies: row_writes.write_change(
                self._connection, change, bodies, tallies, self._known, self._lost
            ),
            settled,
        )
        self._row_tree.accept(change)

    def keep(self, bodies: Sequence[Body]) -> None:
        """Write texts ahead of the edit that names them, in a transaction of their own.

        For long imports, from another thread: the edit is then short. Texts that no edit comes to name go
        at the next opening. Raises StorageError.
        """
        with self._writing() as live:
            self._known |= live.transact(
                lambda tallies: row_writes.write_bodies(self._connection, bodies, tallies, self._known),
                self._known.update,
            )

    def check(self) -> None:
        """Raise StorageError unless the file is there and as the last commit left it.

        Another program may have moved, deleted, replaced or rewritten it. A read-only store has a copy of
        its own, with which nothing is wrong.
        """
        if self._live is None:
            return
        with self._turn:
            try:
                with explained(self.path):
                    self._live.check()
            except StorageError as error:
                self._amiss = error
                raise
            self._amiss = None

    @property
    def trouble(self) -> StorageError | None:
        """Why what was last given to the file may not be on the disk, or will not be; None when all is well.

        The file's last answer: what refused a write stands until one succeeds, what a look at the file found
        until another finds nothing.
        """
        return self._amiss or self._refused

    @contextmanager
    def _writing(self) -> Iterator[Live]:
        """Give the file to the block, which writes to it, and keep its answer.

        Before that, what was refused when nobody could read what stands is settled.
        """
        if self._live is None:
            raise StorageError("This brief is open to read only.", "Save a copy to work on it.")
        with self._turn:
            try:
                with explained(self.path):
                    self._live.settle()
                    yield self._live
            except StorageError as error:
                self._refused = error
                raise
            self._refused, self._amiss = self._live.unconfirmed, None

    def has(self, sha: str) -> bool:
        """Say whether a text or original is kept under this hash."""
        return sha in self._known

    def text(self, sha: str) -> str:
        """Return the source text kept under its SHA-256 (hex), checked against it.

        Raises NotFound, or Damaged when the words are not those that were written.
        """
        with self._turn:
            if sha in self._texts:
                self._texts.move_to_end(sha)
                return self._texts[sha]
            data = self.original(sha)
            with explained(self.path):
                text = data.decode()
            self._remember(sha, text)
            return text

    def _remember(self, sha: str, text: str) -> None:
        self._texts[sha] = text
        while len(self._texts) > 1 and (
            len(self._texts) > CACHED_TEXTS or sum(map(len, self._texts.values())) > CACHED_CHARS
        ):
            self._texts.popitem(last=False)

    def original(self, sha: str) -> bytes:
        """Return the bytes kept under their SHA-256 (hex), checked against it.

        Bytes that the file has lost come from the backups, where they are. Raises as `text`; and as `check`
        where the file that lacks them is no longer ours.
        """
        with self._turn:
            data = self._body_in_file(sha)
            if data is None or sha256(data) != sha:
                data = self._body_of(self._row_tree.brief.id)(sha)
            if data is not None:
                return data
            self.check()
            if sha in self._known:
                raise damaged(self.path, "the text of an article is not as it was written")
            raise NotFound(f"No text is kept under {sha[:12]}….", "Add the article again.")

    def history(self, limit: int = 200) -> tuple[HistoryEntry, ...]:
        """Return the latest commits, newest first."""
        with self._turn, explained(self.path):
            rows = self._connection.execute(
                "SELECT seq, at, label, origin FROM journal ORDER BY seq DESC LIMIT ?", (limit,)
            )
            return tuple(HistoryEntry(*row) for row in rows)

    def save_copy(
        self, path: Path, *, history: bool = True, choice: ShareChoice | None = None
    ) -> tuple[str, ...]:
        """Write a verified copy to `path`, replacing what is there; this store stays on its own file.

        The copy is built from memory, with texts from wherever they are to be had; returned is in words what
        could not be found. Without `history`, or with a `choice`, it is one to share (see `sharing`). Raises
        StorageError; what stood at `path` is then untouched.
        """
        target = resolved(path)
        if target == self.path or (target.exists() and self.path.exists() and target.samefile(self.path)):
            raise StorageError(f"“{target.name}” is the brief you work on.", "Give the copy another name.")
        if not target.parent.is_dir():
            raise StorageError(f"There is no folder {target.parent}.", "Make it first, or choose another.")
        with explained(target):
            open_checks.refuse_if_open(target)
            whole = self._whole()
            if history and choice is None:
                return copies.write_copy(whole, target)
            return copies.share(whole, target, choice or ShareChoice())

    def back_up(self, *, min_age: float = 0.0, thin: bool = True) -> Path | None:
        """Write a verified backup, and with `thin` thin the ladder of backups; return the new file.

        Returns None when nothing changed since the last one, when that is younger than `min_age`
        seconds, or when the store is read-only. What no backup can hold is then in `unfound`. Raises
        StorageError; and, once the backup is made from memory, as `check` where the file is no longer ours.
        """
        if self.read_only:
            return None
        path = self._back_up(min_age, thin)
        self.check()
        return path

    def _back_up(self, min_age: float, thin: bool) -> Path | None:
        with explained(self.path):
            whole = self._whole()
            made = keeping.back_up(whole, time.time(), min_age=min_age, thin=thin)
        self.unfound = tuple(words for sha, words in whole.named.items() if sha in made.missing)
        return made.path

    def _whole(self) -> Whole:
        """Return the brief as it is in memory, with all that belongs to it."""
        with self._turn:
            brief, known = self._row_tree.brief, frozenset(self._known)
            tallies = dict(self._live.standing.tallies) if self._live else {}
            journal = journal_of(self._connection, lambda: self._turn)
        return of_snapshot(self.path, brief, tallies, known, self._body_of(brief.id), journal)

    def _body_of(self, ident: str) -> BodyOf:
        """Return a function that finds bytes by their hash: in the file, in memory, beside the backups, in
        old backups.
        """
        beside = keeping.shelf_of(ident)
        old = [b.path for b in backups.ladder_of(self.path, ident) if b.path.suffix != backup_manifest.SUFFIX]
        return shelf.first_of(self._body_in_file, self._body_in_memory, beside.get, shelf.from_files(old))

    def _body_in_file(self, sha: str) -> bytes | None:
        with self._turn:
            return shelf.body_in(self._connection, sha)

    def _body_in_memory(self, sha: str) -> bytes | None:
        text = self._texts.get(sha)
        return None if text is None else text.encode()

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of this brief, newest first, those made at other places too."""
        return backups.backups_of(self.path, self._row_tree.brief.id)

    def has_unreferenced(self) -> bool:
        """Say whether texts are kept that no source and no quote names any more."""
        with self._turn, explained(self.path):
            return row_writes.has_unreferenced(self._connection)

    def drop_unreferenced(self) -> None:
        """Delete such texts. For the moment of opening only: undo may want them later. Raises
        StorageError.
        """
        with self._writing() as live:
            self._known -= live.transact(
                lambda tallies: row_writes.drop_unreferenced(self._connection, tallies),
                self._known.difference_update,
            )

    def close(self) -> None:
        """Back up what was changed, and let the file go. May be called again."""
        if not self._closed:
            self._closed = True
            if self._refused is not None:
                with suppress(BriefingError), self._writing():
                    pass  # what was refused may stand, and is settled now or never
            self._back_up_at_the_end()
        with self._turn:
            self._connection.close()
            if self._folder is not None:
                self._folder.cleanup()

    def _back_up_at_the_end(self) -> None:
        if not self._backing_up or self._row_tree.brief is self._opened_with:
            return
        try:
            self._back_up(0.0, thin=False)
        except BriefingError as error:
            # The words are in the brief; the next opening reports it too, and tries again.
            logging.getLogger(__name__).warning("No backup could be made at closing. %s", error.line())
