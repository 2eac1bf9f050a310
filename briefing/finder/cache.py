"""The cache file of the index: tables, opening, and throwing away what cannot be read. A cache may be
lost.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import suppress
from pathlib import Path

FILE_NAME = "search.sqlite"
# Raised with every change of the folding or of the tables. Unicode's own version stands beside it.
_VERSION = f"2 {unicodedata.unidata_version}"
# Begun words of up to three letters have an index of their own: joined while they are typed they cost most.
LONGEST_HELD = 3
_SCHEMA = f"""
CREATE TABLE about (version TEXT NOT NULL);
CREATE TABLE article (id INTEGER PRIMARY KEY, sha TEXT NOT NULL, head TEXT NOT NULL, UNIQUE (sha, head));
CREATE TABLE word (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE held USING fts5(
    head, body, content='', tokenize='ascii', prefix='1 2 3', columnsize=1
);
INSERT INTO about VALUES ('{_VERSION}');
"""


def opened(path: Path) -> sqlite3.Connection | None:
    """Return the cache file at `path`, made when it is not there, made again when it is damaged or of another
    version.

    None when it cannot be had: another window holds it, the folder is read-only or full.
    """
    for attempt in range(2):
        try:
            return _cache(path)
        except OSError:
            return None
        except sqlite3.DatabaseError as error:
            if attempt or not is_damage(error):
                return None
            discard(path)
    return None


def in_memory() -> sqlite3.Connection:
    """Return an empty index that is lost when it is closed."""
    return _made(":memory:")


def _cache(path: Path) -> sqlite3.Connection:
    """Return the cache file of this version; raise sqlite3.DatabaseError when it is damaged or held."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = not path.exists() or not path.stat().st_size
    if fresh:
        return _made(path)
    db = _connected(path)
    try:
        found = db.execute("SELECT version FROM about").fetchall()
        if found != [(_VERSION,)]:
            raise sqlite3.DatabaseError("of another version")
        db.execute("SELECT count(*) FROM article").fetchone()
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def _made(path: Path | str) -> sqlite3.Connection:
    db = _connected(path)
    try:
        db.executescript(f"BEGIN;{_SCHEMA}COMMIT;")
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def _connected(path: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=0, check_same_thread=False)
    try:
        # A cache may be lost; what counts is that it is never half written.
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cache_size = -32768")
        db.execute("PRAGMA temp_store = MEMORY")
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Return whether a new file would help: not when another program holds it or the place is read-only."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code not in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    )


def discard(path: Path) -> None:
    """Throw the cache file away, where that is allowed."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
