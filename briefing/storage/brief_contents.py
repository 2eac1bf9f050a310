"""A brief with all that belongs to it, as copies and backups take it: from memory, not from the file.

The rows are those of the snapshot in memory; a body is asked for by its hash, wherever it is to be had; of
the history comes what can still be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from briefing.model import Brief
from briefing.storage import building, open_checks, row_hashes, schema, shelf
from briefing.storage.building import BodyOf, Rows
from briefing.storage.codec import Row
from briefing.storage.row_hashes import RowTally

Turn = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Journal:
    """The history of an open file up to step `last`, read part by part; `turn` is held for each part only."""

    connection: sqlite3.Connection
    last: int
    turn: Turn = nullcontext

    def rows(self, first: int = 1, last: int | None = None) -> Iterator[Row]:
        """Yield the steps that can be read and are as they were written."""
        end = self.last if last is None else min(last, self.last)
        for start in range(first, end + 1, 256):
            with self.turn():
                found = list(building.read_journal(self.connection, start, min(start + 255, end)))
            yield from (row for _, row in found)

    def fingerprint(self, first: int, last: int) -> str:
        """Return what stands for these steps, read quickly; "" where they cannot be read."""
        asked = "SELECT h FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq"
        try:
            with self.turn():
                found = self.connection.execute(asked, (first, min(last, self.last))).fetchall()
            return blake2b(b"".join(h for (h,) in found), digest_size=16).hexdigest()
        except (sqlite3.Error, TypeError):
            return ""


@dataclass(frozen=True, slots=True)
class Whole:
    """`mark` stands for the state. `named`: the bodies that the rows name, in words; `loose`: others that
    undo may want.

    `brief` is None for a file of an older version.
    """

    path: Path
    ident: str
    title: str
    version: int
    mark: str
    rows: Rows
    brief: Brief | None
    named: Mapping[str, str]
    loose: frozenset[str]
    body_of: BodyOf
    journal: Journal

    def bodies(self) -> tuple[str, ...]:
        """Return the hashes of all bodies, those that the rows name first."""
        return (*self.named, *sorted(self.loose - self.named.keys()))


def of_snapshot(
    path: Path,
    brief: Brief,
    tallies: Mapping[str, RowTally],
    known: frozenset[str],
    body_of: BodyOf,
    journal: Journal,
) -> Whole:
    """Return the whole of a brief in memory. `known`: the bodies in its file."""
    return Whole(
        path,
        brief.id,
        brief.title,
        schema.version(),
        row_hashes.mark(schema.version(), tallies),
        building.rows_of(brief),
        brief,
        building.named_bodies(brief),
        known,
        body_of,
        journal,
    )


def of_older(path: Path, connection: sqlite3.Connection) -> Whole:
    """Return the whole of an open file of an older version, whose rows are not put together. Raises as
    `check_rows`.
    """
    rows, _ = open_checks.check_rows(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    ident, title = (str(value) for value in rows["brief"][0][:2])
    named = {str(row[0]): "the text of an article" for row in rows["body"]}
    return Whole(
        path,
        ident,
        title,
        version,
        row_hashes.state(connection),
        {table: rows[table] for table in building.TABLES},
        None,
        named,
        frozenset(),
        lambda sha: shelf.body_in(connection, sha),
        journal_of(connection),
    )


def journal_of(connection: sqlite3.Connection, turn: Turn = nullcontext) -> Journal:
    """Return the history of an open file as it stands now; an empty one where it cannot be read."""
    try:
        with turn():
            (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()
    except sqlite3.Error:
        last = 0
    return Journal(connection, int(last), turn)
