"""The index of words over all articles: SQLite's FTS5, in memory or in a cache file, never in the brief.

It is given folded words parted by blanks and keeps no text ("contentless"). Rows of articles that are gone
cannot be taken out of such a table; they are passed over until there are too many, then all is built anew.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

from briefing.errors import NotFound
from briefing.model import Source
from briefing.finder.fold import words

FILE_NAME = "search.sqlite"
# Raised with every change of the folding or of the tables. Unicode's own version stands beside it.
_VERSION = f"1 {unicodedata.unidata_version}"
_BATCH = 300
RAREST = 6
TITLE_WEIGHT = 5.0
_SCHEMA = f"""
CREATE TABLE about (version TEXT NOT NULL);
CREATE TABLE article (id INTEGER PRIMARY KEY, sha TEXT NOT NULL, head TEXT NOT NULL, UNIQUE (sha, head));
CREATE TABLE word (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE held USING fts5(head, body, content='', tokenize='ascii', columnsize=1);
INSERT INTO about VALUES ('{_VERSION}');
"""
_COUNT = "INSERT INTO word VALUES (?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles"

Key = tuple[str, str]
TextOf = Callable[[str], str]
Result = TypeVar("Result")


class Index:
    """Which article holds which words. Any thread may call; calls wait for one another."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index in memory, or as a cache file in `folder`, which is made when it is not there.

        A cache that is damaged or of another version is built anew; one that cannot be had (another window
        holds it, the folder is read-only) leaves the index in memory. Raises nothing for any of these.
        """
        self._path = folder / FILE_NAME if folder else None
        self._lock = RLock()
        self._sources: dict[int, list[str]] = {}
        self._given: tuple[Sequence[Source], TextOf] | None = None
        self._db = self._opened()

    def update(
        self,
        sources: Sequence[Source],
        text_of: TextOf,
        *,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> None:
        """Bring the index to these sources: new texts and changed titles in, what is gone out.

        `text_of` returns a text by its SHA-256; a text that is not there (NotFound) is left out, to be tried
        again at the next update. Stops between batches when `cancelled`; `progress` gets done, total, title.
        """
        self._given = (sources, text_of)
        try:
            self._update(sources, text_of, cancelled, progress)
        except sqlite3.DatabaseError:
            self._start_over()
            self._update(sources, text_of, cancelled, progress)

    def _update(
        self,
        sources: Sequence[Source],
        text_of: TextOf,
        cancelled: Callable[[], bool] | None,
        progress: Callable[[int, int, str], None] | None,
    ) -> None:
        wanted: dict[Key, list[str]] = {}
        for source in sources:
            wanted.setdefault(_key(source), []).append(source.id)
        with self._lock:
            known = self._known()
            gone = [row for key, row in known.items() if key not in wanted]
            if self._crowded(len(wanted), gone):
                self._start_over()
                known, gone = {}, []
            with self._db:
                self._db.executemany("DELETE FROM article WHERE id = ?", ((row,) for row in gone))
            self._sources = {known[key]: ids for key, ids in wanted.items() if key in known}
        new = [key for key in wanted if key not in known]
        for at in range(0, len(new), _BATCH):
            if cancelled and cancelled():
                return
            batch = new[at : at + _BATCH]
            if progress:
                progress(at, len(new), batch[0][1].partition("\n")[0])
            with self._lock, self._db:
                self._add(batch, wanted, text_of)
        if progress and new:
            progress(len(new), len(new), "")

    def _known(self) -> dict[Key, int]:
        return {(sha, head): row for row, sha, head in self._db.execute("SELECT id, sha, head FROM article")}

    def _crowded(self, wanted: int, gone: list[int]) -> bool:
        """Return whether rows of articles that are gone would outnumber the others."""
        (rows,) = self._db.execute("SELECT coalesce(max(id), 0) FROM held_docsize").fetchone()
        (live,) = self._db.execute("SELECT count(*) FROM article").fetchone()
        return bool(rows - live + len(gone) > max(wanted, _BATCH))

    def _add(self, batch: Sequence[Key], wanted: dict[Key, list[str]], text_of: TextOf) -> None:
        counts: Counter[str] = Counter()
        (row,) = self._db.execute("SELECT coalesce(max(id), 0) FROM held_docsize").fetchone()
        for key in batch:
            sha, head = key
            try:
                body = words(text_of(sha)) if sha else ()
            except NotFound:
                continue
            row += 1
            titled = words(head)
            self._db.execute("INSERT INTO article VALUES (?, ?, ?)", (row, sha, head))
            self._db.execute(
                "INSERT INTO held (rowid, head, body) VALUES (?, ?, ?)",
                (row, " ".join(titled), " ".join(body)),
            )
            counts.update({*titled, *body})
            self._sources[row] = wanted[key]
        self._db.executemany(_COUNT, sorted(counts.items()))

    def ranked(self, expression: str) -> list[tuple[tuple[str, ...], float]]:
        """Return the ids of the sources that meet an FTS5 expression with their score, best (highest) first.

        Sources of one text and one title stand together.
        """
        return self._asked(lambda: self._ranked(expression))

    def _ranked(self, expression: str) -> list[tuple[tuple[str, ...], float]]:
        found = self._db.execute(
            f"SELECT rowid, bm25(held, {TITLE_WEIGHT}, 1.0) AS rank FROM held WHERE held MATCH ? ORDER BY rank",
            (expression,),
        )
        return [(tuple(self._sources[row]), -rank) for row, rank in found if row in self._sources]

    def candidates(self, words: Sequence[str], limit: int = 20) -> tuple[str, ...]:
        """Return the SHA-256 of the texts that hold the rarest of these words (any of them), best first.

        Only the six rarest that occur at all are asked for: the common ones cost time and say little.
        """
        return self._asked(lambda: self._candidates(words, limit))

    def _candidates(self, said: Sequence[str], limit: int) -> tuple[str, ...]:
        counted: list[tuple[int, str]] = []
        for word in dict.fromkeys(words(" ".join(said))):
            row = self._db.execute("SELECT articles FROM word WHERE word = ?", (word,)).fetchone()
            counted += [(row[0], word)] if row else []
        if not counted:
            return ()
        expression = " OR ".join(f'"{word}"' for _, word in sorted(counted)[:RAREST])
        found = self._db.execute(
            "SELECT sha FROM held JOIN article ON article.id = held.rowid WHERE held MATCH ? AND sha != ''"
            f" ORDER BY bm25(held, {TITLE_WEIGHT}, 1.0)",
            (expression,),
        )
        shas: dict[str, None] = {}
        for (sha,) in found:
            shas[sha] = None
            if len(shas) == limit:
                break
        return tuple(shas)

    def close(self) -> None:
        """Let go of the cache file; the index answers no more."""
        with self._lock:
            self._db.close()

    def _asked(self, ask: Callable[[], Result]) -> Result:
        with self._lock:
            try:
                return ask()
            except sqlite3.DatabaseError:
                if self._given is None:
                    raise
                self.update_anew()
                return ask()

    def update_anew(self) -> None:
        """Build everything anew from what the last update was given."""
        self._start_over()
        if self._given:
            self._update(*self._given, None, None)

    def _start_over(self) -> None:
        with self._lock:
            self._db.close()
            if self._path:
                _discard(self._path)
            self._sources = {}
            self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        for attempt in range(2 if self._path else 0):
            try:
                assert self._path is not None
                return _cache(self._path)
            except (sqlite3.DatabaseError, OSError) as error:
                if attempt or isinstance(error, OSError) or not _is_damage(error):
                    break
                _discard(self._path)
        self._path = None
        return _made(":memory:")


def _key(source: Source) -> Key:
    head = f"{source.title}\n{source.publisher}"
    return source.text_sha, head.encode(errors="replace").decode()


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


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Return whether a new file would help: not when another program holds it or the place is read-only."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code not in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    )


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
