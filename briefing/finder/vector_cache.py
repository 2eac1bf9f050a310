"""Vectors of sentences in a cache file beside the index: what a model once made of a text is not made again.

A cache may be lost: one that is damaged is thrown away and made again, and where none can be had (another
window writes it, the folder is read-only or full) nothing is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from briefing.finder.cache import discard, is_damage

FILE_NAME = "vectors.sqlite"
MOST_BYTES = 32_000_000  # of vectors; the oldest go first
_AT_ONCE = 500  # keys in one question; older versions of SQLite take 999
_WAIT = 0.5  # seconds for another window that writes
_SCHEMA = """
CREATE TABLE IF NOT EXISTS vector (
    id INTEGER PRIMARY KEY, model TEXT NOT NULL, text BLOB NOT NULL, numbers BLOB NOT NULL,
    UNIQUE (model, text)
)
"""
# What another program wrote as text is still bytes, and then of no use.
_ASKED = "SELECT text, CAST(numbers AS BLOB) FROM vector WHERE model = ?"

Rows = dict[bytes, bytes]


class VectorCache:
    """Keeps vectors (bytes, as they were given) by the hash of a model and the hash of a text."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._path = folder / FILE_NAME
        self._most_bytes = most_bytes

    def get(self, model: str, texts: Sequence[bytes]) -> Rows:
        """Return the vectors that are kept, by the hashes of their texts."""

        def act(db: sqlite3.Connection) -> Rows:
            found: Rows = {}
            for at in range(0, len(texts), _AT_ONCE):
                some = texts[at : at + _AT_ONCE]
                asked = f"text IN ({','.join('?' * len(some))})"
                found.update(db.execute(f"{_ASKED} AND {asked}", (model, *some)))
            return found

        return self._done(act) if texts and self._path.exists() else {}

    def put(self, model: str, rows: Mapping[bytes, bytes]) -> None:
        """Keep vectors; the oldest are thrown away where there are too many."""
        if not rows:
            return
        most = self._most_bytes // max(1, *map(len, rows.values()))

        def act(db: sqlite3.Connection) -> Rows:
            db.executemany(
                "INSERT OR REPLACE INTO vector (model, text, numbers) VALUES (?, ?, ?)",
                [(model, text, numbers) for text, numbers in rows.items()],
            )
            db.execute("DELETE FROM vector WHERE id <= (SELECT max(id) FROM vector) - ?", (most,))
            return {}

        self._done(act)

    def _done(self, act: Callable[[sqlite3.Connection], Rows]) -> Rows:
        """Return what `act` returns, in one transaction; nothing where the cache cannot be had."""
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                with closing(sqlite3.connect(self._path, timeout=_WAIT)) as db, db:
                    db.execute("PRAGMA trusted_schema = OFF")
                    db.execute(_SCHEMA)
                    return act(db)
            except OSError:
                return {}
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    return {}
                discard(self._path)
        return {}
