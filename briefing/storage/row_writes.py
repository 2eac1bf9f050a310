"""The statements of one commit. Each function works inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence, Set

from briefing.diff import Change, Node
from briefing.errors import StorageError
from briefing.model import Brief, Figure, Source
from briefing.session import Body
from briefing.storage import row_hashes, schema
from briefing.storage.codec import Codec, Malformed, Row, codec_of
from briefing.storage.row_hashes import RowTally
from briefing.text import sha256

Tallies = dict[str, RowTally]


def write_change(
    connection: sqlite3.Connection,
    change: Change,
    bodies: Sequence[Body],
    tallies: Tallies,
    known: Set[str],
    lost: Set[str] = frozenset(),
) -> tuple[Tallies, frozenset[str]]:
    """Write rows, new bodies, a journal row with the inverse, and the tallies.

    Returns the new tallies and the hashes of the bodies that were added. `known` are those in the file,
    `lost` those that its brief named without having them when it was opened: after a rescue.
    """
    fresh = dict(tallies)
    added = _write_bodies(connection, bodies, fresh, known)
    _check_bodies(change.put, known | added | lost)
    inverse = [_drop(connection, node, fresh) for node in change.dropped]
    inverse += [_put(connection, node, fresh) for node in change.put]
    _write_journal(connection, change, inverse, fresh)
    row_hashes.write_tallies(connection, [(t, tally) for t, tally in fresh.items() if tallies[t] != tally])
    return fresh, added


def write_bodies(
    connection: sqlite3.Connection, bodies: Sequence[Body], tallies: Tallies, known: Set[str]
) -> tuple[Tallies, frozenset[str]]:
    """Write bodies that no row names yet; return the new tallies and the hashes that were added."""
    fresh = dict(tallies)
    added = _write_bodies(connection, bodies, fresh, known)
    row_hashes.write_tallies(connection, [("body", fresh["body"])])
    return fresh, added


def _write_bodies(
    connection: sqlite3.Connection, bodies: Sequence[Body], tallies: Tallies, known: Set[str]
) -> frozenset[str]:
    new = {body.sha: body for body in bodies if body.sha not in known}
    for body in new.values():
        if sha256(body.data) != body.sha:
            raise Malformed("a text is not the one its hash names")
        if len(body.data) >= schema.MAX_VALUE:
            raise StorageError(
                "A text or file is larger than 64 MiB.", "Split the article, or leave out the original."
            )
        h = row_hashes.row_hash("body", (body.sha, len(body.data)))
        connection.execute("INSERT INTO body VALUES (?, ?, ?, ?)", (h, body.sha, len(body.data), body.data))
        tallies["body"] = tallies["body"].plus(h)
    return frozenset(new)


def _check_bodies(put: Sequence[Node], known: Set[str]) -> None:
    for node in put:
        if isinstance(node, Source):
            for sha in node.body_shas:
                if sha not in known:
                    raise Malformed(f"the text of the source “{node.id}” was not given")
        elif isinstance(node, Figure):
            if node.picture_sha not in known:
                raise Malformed(f"the picture of the figure “{node.id}” was not given")
        elif isinstance(node, Brief):
            for edition in node.editions:
                if edition.snapshot_sha not in known:
                    raise Malformed(f"the snapshot of edition {edition.number} was not given")


def _put(connection: sqlite3.Connection, node: Node, tallies: Tallies) -> tuple[str, str, Row | None]:
    codec = codec_of(node)
    row = codec.encode(node)
    before = _forget(connection, codec, node.id, tallies)
    h = row_hashes.row_hash(codec.table, row)
    marks = ", ".join("?" * (len(row) + 1))
    connection.execute(f"INSERT OR REPLACE INTO {codec.table} VALUES ({marks})", (h, *row))
    tallies[codec.table] = tallies[codec.table].plus(h)
    return codec.table, node.id, before


def _drop(connection: sqlite3.Connection, node: Node, tallies: Tallies) -> tuple[str, str, Row | None]:
    codec = codec_of(node)
    before = _forget(connection, codec, node.id, tallies)
    connection.execute(f"DELETE FROM {codec.table} WHERE id = ?", (node.id,))
    return codec.table, node.id, before


def _forget(connection: sqlite3.Connection, codec: Codec, ident: str, tallies: Tallies) -> Row | None:
    """Take the row as it is now out of its tally; return it without `h`, None when there is none."""
    found = connection.execute(f"SELECT * FROM {codec.table} WHERE id = ?", (ident,)).fetchone()
    if found is None:
        return None
    tallies[codec.table] = tallies[codec.table].minus(found[0])
    return tuple(found[1:])


def _write_journal(
    connection: sqlite3.Connection,
    change: Change,
    inverse: Sequence[tuple[str, str, Row | None]],
    tallies: Tallies,
) -> None:
    before = json.dumps(inverse, ensure_ascii=False, separators=(",", ":"))
    (seq,) = connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM journal").fetchone()
    row = (seq, float(change.at), change.label, change.origin, before)
    h = row_hashes.row_hash("journal", row)
    connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)", (h, *row))
    tallies["journal"] = tallies["journal"].plus(h)


_UNREFERENCED = """
SELECT h, sha FROM body WHERE sha NOT IN (
  SELECT text_sha FROM source UNION SELECT original_sha FROM source
  UNION SELECT mends_sha FROM source UNION SELECT struck_sha FROM source
  UNION SELECT text_sha FROM evidence UNION SELECT picture_sha FROM figure
  UNION SELECT json_extract(edition.value, '$[3]') FROM brief, json_each(brief.editions) AS edition)
"""


def has_unreferenced(connection: sqlite3.Connection) -> bool:
    """Say whether there are bodies that nothing in the brief names any more."""
    return connection.execute(f"{_UNREFERENCED} LIMIT 1").fetchone() is not None


def drop_unreferenced(connection: sqlite3.Connection, tallies: Tallies) -> tuple[Tallies, frozenset[str]]:
    """Delete bodies that nothing names; return the new tallies and the hashes that went."""
    gone = connection.execute(_UNREFERENCED).fetchall()
    fresh = dict(tallies)
    for h, sha in gone:
        connection.execute("DELETE FROM body WHERE sha = ?", (sha,))
        fresh["body"] = fresh["body"].minus(h)
    row_hashes.write_tallies(connection, [("body", fresh["body"])])
    return fresh, frozenset(sha for _, sha in gone)
