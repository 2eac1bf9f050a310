"""One transaction of a brief file, and the question what stands in the file after one has failed.

SQLite may report an error for a COMMIT that stands: the last sync of a commit only makes the end of its
journal durable. It may also fail to take a change back. So after any failure the file is asked: every row
is read past SQLite's cache, held against its hash, and the tallies are compared with both states.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from briefing.storage import row_hashes
from briefing.storage.codec import Malformed
from briefing.storage.file_errors import is_io
from briefing.storage.row_hashes import RowTally
from briefing.text import sha256

CONFIRMATIONS = 3  # attempts to make durable what stands though its commit failed


@dataclass(frozen=True, slots=True)
class FileState:
    """What distinguishes one state of a brief file from every other: its version, and a tally for each
    table.
    """

    version: int
    tallies: dict[str, RowTally]


@dataclass(frozen=True, slots=True)
class CommitOutcome:
    """How a transaction ended.

    `standing` is what the file holds now, None when that could not be read; `after` what was to be
    written, None when it did not come to that. `error` is what failed: with `standing` equal to `after`
    the change stands all the same, but the disk did not confirm it.
    """

    standing: FileState | None
    after: FileState | None
    error: Exception | None = None

    @property
    def stands(self) -> bool:
        """Whether the file holds the change."""
        return self.after is not None and self.standing == self.after


def transact(connection: sqlite3.Connection, write: Callable[[], FileState]) -> CommitOutcome:
    """Run `write`, which returns what will stand, in one transaction; say how it ended.

    Raises only what is no Exception (a signal): nobody has asked then what stands.
    """
    after: FileState | None = None
    try:
        connection.execute("BEGIN IMMEDIATE")
        after = write()
        connection.execute("COMMIT")
    except Exception as error:  # noqa: BLE001  returned: the caller raises it once it knows what stands
        _take_back(connection)
        standing = ask(connection)
        if after is None or standing != after:
            return CommitOutcome(standing, after, error)
        return _confirm(connection, after, error)
    except BaseException:
        _take_back(connection)
        raise
    return CommitOutcome(after, after)


def _take_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        # Where it fails the next reading takes it back, or the next opening, from the journal.
        with suppress(sqlite3.Error, MemoryError):
            connection.execute("ROLLBACK")


def _confirm(connection: sqlite3.Connection, after: FileState, error: Exception) -> CommitOutcome:
    """Make durable what stands: a transaction that changes nothing goes through every sync again."""
    for _ in range(CONFIRMATIONS):
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA user_version = {after.version}")  # writes the first page, always
            connection.execute("COMMIT")
        except sqlite3.Error as again:
            _take_back(connection)
            error = again
        else:
            return CommitOutcome(after, after)
    return CommitOutcome(ask(connection), after, error)


def ask(connection: sqlite3.Connection) -> FileState | None:
    """Return what stands in the file, every row read from the disk; None when the disk does not give it.

    Rows that are not as any commit wrote them are a standing that equals no other one.
    """
    try:
        return read(connection)
    except sqlite3.DatabaseError as error:
        return None if is_io(error) else FileState(0, {})
    except (Malformed, UnicodeError):
        return FileState(0, {})
    except MemoryError:
        return None


def read(connection: sqlite3.Connection) -> FileState:
    """Return what stands in the file, every row held against its hash. Raises Malformed, sqlite3.Error."""
    forget_pages(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return FileState(version, row_hashes.read_all(connection)[1])


def read_in_full(connection: sqlite3.Connection) -> FileState:
    """Return what stands, after a look at every page and every text too. Raises as `read`."""
    standing = read(connection)
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise Malformed(str(found))
    for sha, data in connection.execute("SELECT sha, data FROM body"):
        if sha256(data) != sha:
            raise Malformed("the text of an article is not as it was written")
    return standing


def states(connection: sqlite3.Connection, standing: FileState) -> bool:
    """Say whether the tallies in the file, read past the cache, are those of `standing`.

    Costs some microseconds, and shows another version of the brief whatever the clock of its file says.
    """
    forget_pages(connection)
    stated = dict(connection.execute("SELECT key, value FROM meta"))
    return all(stated.get(f"sum.{table}") == str(tally) for table, tally in standing.tallies.items())


def forget_pages(connection: sqlite3.Connection) -> None:
    """Let the next statement read the file: under its exclusive lock SQLite trusts its pages for ever.

    What a transaction changed is taken back first, where that has failed: its pages would pass for the
    file’s. Raises sqlite3.Error where it fails again.
    """
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.execute("PRAGMA shrink_memory")
