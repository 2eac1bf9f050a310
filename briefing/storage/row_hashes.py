"""Hashes that show damage. SQLite keeps no checksums: a flipped byte in prose passes all its own checks.

Each row carries BLAKE2b-16 of its table's name and values; `meta` carries, for each table, the number of
its rows and the XOR of their hashes, so that a lost, doubled or older row shows as well.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from briefing.storage.codec import Malformed, Row
from briefing.storage.schema import SEALED, sealed_in

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class RowTally:
    """The rows of one table: how many, and the XOR of their hashes."""

    rows: int = 0
    xor: int = 0

    def plus(self, h: bytes) -> RowTally:
        return RowTally(self.rows + 1, self.xor ^ int.from_bytes(h, "big"))

    def minus(self, h: bytes) -> RowTally:
        return RowTally(self.rows - 1, self.xor ^ int.from_bytes(h, "big"))

    def __str__(self) -> str:
        return f"{self.rows} {self.xor:032x}"


def row_hash(table: str, row: Row) -> bytes:
    """Return the 16 bytes that seal a row: BLAKE2b of [table, values…] as compact JSON in UTF-8."""
    return blake2b(_CANONICAL.encode((table, *row)).encode(), digest_size=16).digest()


def read_table(connection: sqlite3.Connection, table: str, columns: str) -> tuple[list[Row], RowTally]:
    """Return the rows of a table without `h`, each checked, and their tally. Raises Malformed."""
    rows: list[Row] = []
    xor = 0
    for h, *values in connection.execute(f"SELECT {columns} FROM {table}"):
        row = tuple(values)
        if row_hash(table, row) != h:
            raise Malformed(f"a row of “{table}” is not as it was written")
        xor ^= int.from_bytes(h, "big")
        rows.append(row)
    return rows, RowTally(len(rows), xor)


def read_all(connection: sqlite3.Connection) -> tuple[dict[str, list[Row]], dict[str, RowTally]]:
    """Return the rows of every sealed table, checked against `meta`; none of a table that a file of an older
    version has not. Raises Malformed.
    """
    stated = dict(connection.execute("SELECT key, value FROM meta"))
    tables: dict[str, list[Row]] = {table: [] for table, _ in SEALED}
    tallies: dict[str, RowTally] = {}
    for table, columns in sealed_in(connection):
        tables[table], tallies[table] = read_table(connection, table, columns)
        if stated.get(f"sum.{table}") != str(tallies[table]):
            raise Malformed(f"rows of “{table}” are missing or were put there by something else")
    return tables, tallies


def write_tallies(connection: sqlite3.Connection, tallies: Iterable[tuple[str, RowTally]]) -> None:
    """Write tallies into `meta`, inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [(f"sum.{table}", str(tally)) for table, tally in tallies],
    )


def reseal(connection: sqlite3.Connection) -> dict[str, RowTally]:
    """Compute every hash and tally again, inside the caller's transaction: after a migration only.

    Returns the tallies.
    """
    tallies: dict[str, RowTally] = {}
    for table, columns in sealed_in(connection):
        tally = RowTally()
        for rowid, _, *values in connection.execute(f"SELECT rowid, {columns} FROM {table}").fetchall():
            h = row_hash(table, tuple(values))
            connection.execute(f"UPDATE {table} SET h = ? WHERE rowid = ?", (h, rowid))
            tally = tally.plus(h)
        tallies[table] = tally
    write_tallies(connection, tallies.items())
    return tallies


def state(connection: sqlite3.Connection) -> str:
    """Return eight hex digits that stand for the version of the file and all that is in it."""
    stated = connection.execute("SELECT key, value FROM meta ORDER BY key").fetchall()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return _mark(version, [(str(key), str(value)) for key, value in stated])


def mark(version: int, tallies: Mapping[str, RowTally]) -> str:
    """Return what `state` gives for a file of this version with these tallies."""
    return _mark(version, sorted((f"sum.{table}", str(tally)) for table, tally in tallies.items()))


def _mark(version: int, stated: Sequence[tuple[str, str]]) -> str:
    return blake2b(json.dumps([(version,), stated]).encode(), digest_size=4).hexdigest()
