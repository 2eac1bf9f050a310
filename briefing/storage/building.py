"""The one builder of brief files: rows, bodies and history, from wherever they come, as a new file.

It needs no file that can be read: a brief in memory is enough, and bodies by their hashes. What it wrote is
read back in full before the file may get a name.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from pathlib import Path
from typing import Any

from briefing import inline, lookup
from briefing.diff import walk
from briefing.gc_pause import uncollected
from briefing.model import Brief
from briefing.storage import codec, open_checks, row_hashes, schema
from briefing.storage.codec import CODECS, Malformed, Row, codec_of
from briefing.storage.row_hashes import RowTally
from briefing.text import sha256, shortened

Rows = Mapping[str, Sequence[Row]]
BodyOf = Callable[[str], bytes | None]
# The tables of the brief itself, as against `body` and `journal`.
TABLES = tuple(codec.table for codec in CODECS)


def rows_of(brief: Brief) -> dict[str, list[Row]]:
    """Return the rows of a snapshot by table, without `h`."""
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    with uncollected():
        for node in walk(brief):
            record = codec_of(node)
            rows[record.table].append(record.encode(node))
    return rows


def named_bodies(brief: Brief) -> dict[str, str]:
    """Return the hashes of all bodies that a brief names, in its order, each with what it is, in words."""
    named: dict[str, str] = {}
    for source in brief.sources:
        title = source.title or source.filename or source.id
        if source.text_sha:
            named.setdefault(source.text_sha, f"the text of “{title}”")
        if source.original_sha:
            named.setdefault(source.original_sha, f"the original file of “{title}”")
        if source.mends_sha:
            named.setdefault(source.mends_sha, f"the list of repaired places of “{title}”")
        if source.struck_sha:
            named.setdefault(source.struck_sha, f"the struck-out words of “{title}”")
    for figure in lookup.figures(brief):
        title = shortened(inline.plain(figure.text), 60) or figure.id
        named.setdefault(figure.picture_sha, f"the picture of “{title}”")
    for node in walk(brief):
        sha = getattr(getattr(node, "quote", None), "text_sha", "")
        if sha:
            named.setdefault(sha, "the text of an older version that a quote is from")
    for edition in brief.editions:
        named.setdefault(edition.snapshot_sha, f"the frozen edition {edition.number}")
    return named


def lost_bodies(brief: Brief, known: Set[str]) -> frozenset[str]:
    """Return the hashes that sources, figures and editions of a brief name and that are not among `known`."""
    named = {sha for source in brief.sources for sha in source.body_shas}
    named.update(figure.picture_sha for figure in lookup.figures(brief))
    return frozenset(named.union(e.snapshot_sha for e in brief.editions) - known)


def write(
    new: Path,
    rows: Rows,
    shas: Iterable[str],
    body_of: BodyOf,
    *,
    version: int | None = None,
    journal: Iterable[Row] = (),
) -> frozenset[str]:
    """Make a brief file at the free name `new`; return the hashes among `shas` that `body_of` does not give.

    `rows` are those of a file of this version, `journal` whole rows without `h`. Raises sqlite3.Error,
    OSError.
    """
    missing: set[str] = set()
    have = schema.columns(schema.version() if version is None else version)
    tallies = {table: RowTally() for table in have}
    with closing(open_checks.connect(new, create=True)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # the finished file is synced as a whole
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN IMMEDIATE")
        schema.apply(connection, 0, version)
        for table, found in (*((t, rows[t]) for t in TABLES if t in have), ("journal", journal)):
            tallies[table] = _insert(connection, table, found)
        tallies["body"] = _insert(connection, "body", _bodies(shas, body_of, missing), sealed=2)
        row_hashes.write_tallies(connection, tallies.items())
        connection.execute("COMMIT")
    return frozenset(missing)


def _insert(
    connection: sqlite3.Connection, table: str, rows: Iterable[Row], sealed: int | None = None
) -> RowTally:
    tally = RowTally()
    for row in rows:
        h = row_hashes.row_hash(table, row[:sealed])
        marks = ", ".join("?" * (len(row) + 1))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", (h, *row))
        tally = tally.plus(h)
    return tally


def _bodies(shas: Iterable[str], body_of: BodyOf, missing: set[str]) -> Iterator[Row]:
    for sha in dict.fromkeys(shas):
        data = body_of(sha)
        if data is None:
            missing.add(sha)
        else:
            yield (sha, len(data), data)


def verify(file: Path, path: Path) -> Brief | None:
    """Read a file that nothing has open in full, every text against its hash; return its brief.

    Returns None for a file of an older version, whose rows are checked but not put together. Errors
    (StorageError, Malformed, sqlite3.Error, OSError) speak of `path`.
    """
    open_checks.check_header(file, path)
    with closing(open_checks.connect(file)) as connection:
        open_checks.set_deadline(connection, file.stat().st_size)
        version = open_checks.check_structure(connection, path)
        rows, _ = open_checks.check_rows(connection)
        for sha, data in connection.execute("SELECT sha, data FROM body"):
            if sha256(data) != sha:
                raise Malformed("the text of an article is not as it was written")
        # The records read rows of this version only.
        return codec.assemble(rows) if version == schema.version() else None


def verify_as(file: Path, path: Path, brief: Brief) -> None:
    """Read a new file in full; raise Malformed unless it holds exactly this brief. Raises as `verify`."""
    if verify(file, path) != brief:
        raise Malformed("the new file does not hold the brief it was made of")


def read_journal(connection: sqlite3.Connection, first: int, last: int) -> Iterator[tuple[bytes, Row]]:
    """Yield (h, row) of the steps `first` to `last` that can be read and are as they were written."""
    asked = "SELECT h, seq, at, label, origin, inverse FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq"
    try:
        found: list[tuple[Any, ...]] = connection.execute(asked, (first, last)).fetchall()
    except (sqlite3.Error, UnicodeError, OverflowError):
        if first < last:
            middle = (first + last) // 2
            yield from read_journal(connection, first, middle)
            yield from read_journal(connection, middle + 1, last)
        return
    for h, *values in found:
        if row_hashes.row_hash("journal", tuple(values)) == h:
            yield h, tuple(values)


def pack_journal(rows: Iterable[Row]) -> bytes:
    """Return journal rows as a body."""
    import zlib

    return zlib.compress("\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode())


def unpack_journal(data: bytes) -> Iterator[Row]:
    """Yield the rows of `pack_journal`."""
    import zlib

    for line in zlib.decompress(data).decode().split("\n"):
        if line:
            seq, at, *words = json.loads(line)
            yield (seq, float(at), *words)
