"""Whole copies of an open brief: made through SQLite, read back in full, then given their name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from briefing.storage import codec, files, gate, schema, writing
from briefing.storage.codec import Malformed
from briefing.storage.seal import Tally
from briefing.text import sha256


def write_copy(
    connection: sqlite3.Connection,
    target: Path,
    path: Path,
    alter: Callable[[sqlite3.Connection], None] | None = None,
) -> None:
    """Put a verified copy of the open brief `path` at `target`, replacing what is there.

    `alter` changes the copy before it is verified. Raises StorageError, sqlite3.Error, OSError;
    `target` is then as it was.
    """
    with files.temporary_beside(target) as new:
        with closing(gate.connect(new, create=True)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # the finished file is synced as a whole
            connection.backup(copy)
            if alter:
                alter(copy)
        verify(new, path)
        files.publish(new, target, replace=True)


def without_history(connection: sqlite3.Connection) -> None:
    """Take out of a copy what its reader should not get: the journal, and texts of removed sources."""
    _, tallies = gate.check_rows(connection)
    connection.execute("BEGIN IMMEDIATE")
    tallies = writing.drop_journal(connection, tallies)
    writing.drop_unreferenced(connection, tallies)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def verify(file: Path, path: Path) -> None:
    """Read a file that nothing has open in full, every text against its hash.

    Errors (StorageError, Malformed, sqlite3.Error, OSError) speak of `path`.
    """
    gate.check_header(file, path)
    with closing(gate.connect(file)) as connection:
        gate.set_deadline(connection, file.stat().st_size)
        version = gate.check_structure(connection, path)
        rows, _ = gate.check_rows(connection)
        for sha, data in connection.execute("SELECT sha, data FROM body"):
            if sha256(data) != sha:
                raise Malformed("the text of an article is not as it was written")
        if version == schema.version():  # the records read rows of this version only
            codec.assemble(rows)


def empty_tallies(tables: tuple[tuple[str, str], ...]) -> dict[str, Tally]:
    """Return the tallies of a new file."""
    return {table: Tally() for table, _ in tables}
