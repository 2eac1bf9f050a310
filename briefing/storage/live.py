"""The file under an open brief: is it still as we left it, and one way to write to it.

The lock keeps out SQLite, not a copying, synchronising or restoring program that writes the file in place.
So before each transaction the file is looked at: device and inode as at opening, size and times as after
our own last commit, the tallies as they were written. Where only a time differs (a hard link, an attribute,
a file system with a coarse clock) everything in the file is read and decides.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefing.errors import StorageError
from briefing.storage import disk_files
from briefing.storage.codec import Malformed
from briefing.storage.file_errors import ELSEWHERE, is_io, not_writable, unconfirmed
from briefing.storage.row_writes import Tallies
from briefing.storage.transaction import FileState, read, read_in_full, states, transact


class Live:
    """A brief file that this process holds under its lock. `standing` is what it holds by its last answer."""

    def __init__(self, path: Path, connection: sqlite3.Connection, standing: FileState) -> None:
        self.path = path
        self.standing = standing
        self._connection = connection
        self._identity = disk_files.identity(path)
        self._stamp: disk_files.Stamp | None = disk_files.stamp(path)
        self.unconfirmed: StorageError | None = None
        # What to say of a file in which a write of our own left something else than was to stand.
        self._doubt: StorageError | None = None
        # What a write that was refused would have made, where nobody could read whether it has; and whom to
        # notify.
        self._pending: tuple[FileState, Callable[[], object]] | None = None

    def check(self) -> None:
        """Raise StorageError unless the file is there and as our last commit left it.

        Also raises sqlite3.Error and OSError when it cannot be looked at.
        """
        stamp = self._look()
        try:
            same = stamp == self._stamp and states(self._connection, self.standing)
            if not same:
                same = self._is_whole(stamp)
        except (Malformed, UnicodeError, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.Error) and is_io(error):
                raise
            raise self._rewritten() from error
        if not same:
            raise self._rewritten()
        self._stamp, self._doubt = stamp, None

    def _look(self) -> disk_files.Stamp:
        try:
            found = disk_files.identity(self.path)
            stamp = disk_files.stamp(self.path)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise StorageError(
                f"“{self.path.name}” was moved or deleted while it was open.", ELSEWHERE
            ) from error
        if found != self._identity:
            raise StorageError(
                f"“{self.path.name}” was replaced by another file while it was open.", ELSEWHERE
            )
        return stamp

    def _is_whole(self, stamp: disk_files.Stamp) -> bool:
        """Ask the whole file, where its size allows that it is still ours."""
        known = self._stamp is None or stamp.size == self._stamp.size
        return known and read_in_full(self._connection) == self.standing

    def _rewritten(self) -> StorageError:
        return self._doubt or StorageError(
            f"“{self.path.name}” was rewritten by another program while it was open.", ELSEWHERE
        )

    def transact(
        self,
        write: Callable[[Tallies], tuple[Tallies, frozenset[str]]],
        settled: Callable[[frozenset[str]], object],
    ) -> frozenset[str]:
        """Check the file, then run `write` on its tallies in one transaction; return the hashes `write`
        returned.

        The file then holds what `write` made, and `unconfirmed` says whether the disk has left that in doubt.
        Raises what failed, with `standing` as it was: the file holds that, or every later call raises until
        it does. Where `settle` finds later that the file does hold what `write` made, it calls `settled` with
        the hashes.
        """
        self.check()
        if _is_locked(self.path):
            raise not_writable(self.path)  # it would fail in mid-commit, and leave a journal to play back
        known, self._stamp = self._stamp, None  # until it is known what stands
        hashes: frozenset[str] = frozenset()

        def checked() -> FileState:
            nonlocal hashes
            tallies, hashes = write(self.standing.tallies)
            self._look()
            return FileState(self.standing.version, tallies)

        outcome = transact(self._connection, checked)
        self._pending = None
        if outcome.stands and outcome.after is not None:
            self.standing = outcome.after
            self._restamp(known)
            self.unconfirmed = unconfirmed(self.path, outcome.error) if outcome.error else None
            return hashes
        assert outcome.error is not None
        if outcome.standing == self.standing:
            self._restamp(known)
            raise outcome.error
        self._doubt = StorageError(
            f"“{self.path.name}” holds neither the brief before the last change nor the one after it.",
            ELSEWHERE,
        )
        if outcome.standing is None and outcome.after is not None:
            self._pending = outcome.after, lambda: settled(hashes)
        # Where nothing could be read, what failed says more; the next check asks again.
        unread = outcome.standing is None or isinstance(outcome.error, StorageError)
        raise outcome.error if unread else self._doubt from outcome.error

    def settle(self) -> None:
        """Find out what became of a write that was refused while nothing could be read.

        Raises as `check` where that still cannot be known.
        """
        if self._pending is None:
            return
        after, settled = self._pending
        self._look()
        try:
            found = read(self._connection)
        except Malformed:
            return  # the check that follows says what is so
        if found == after:
            self.standing, self._stamp, self._doubt, self._pending = after, None, None, None
            settled()

    def _restamp(self, known: disk_files.Stamp | None) -> None:
        """Take the file's times as ours: we wrote it last, unless it is not ours or not there any more."""
        self._stamp = known
        with suppress(OSError):  # the next look raises what is wrong
            if disk_files.identity(self.path) == self._identity:
                self._stamp = disk_files.stamp(self.path)


def _is_locked(path: Path) -> bool:
    """Say whether a file that was writable is so no longer: its mode, an attribute, its disk."""
    return not os.access(path, os.W_OK)
