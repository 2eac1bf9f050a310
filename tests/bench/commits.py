"""An edit and its commit, beyond what the disk itself takes for one small synchronous write."""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from briefing import edits, storage
from briefing.session import Session
from tests.bench.briefs import large
from tests.bench.measure import percentile, row


def main() -> None:
    """Print the median over 200 edits in a brief of 2,000 claims."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BRIEFING_HOME"] = folder
        brief, bodies, _ = large(2000, 20)
        ours, disk = [], []
        with storage.create(Path(folder) / "large.brief", brief, bodies) as store:
            session = Session(brief, store)
            bare = _bare(Path(folder) / "bare.db")
            for i in range(200):
                disk.append(_timed(lambda i=i: _write(bare, i)))
                ours.append(
                    _timed(lambda i=i: session.apply("x", edits.set_text, f"c{i:08d}", f"Other words {i}"))
                )
            bare.close()
        beyond = (statistics.median(ours) - statistics.median(disk)) * 1000
        row("edit + commit, 2,000 claims, beyond the disk, median", beyond, "ms", 2)
        row("  the same, 95th percentile", (percentile(ours, 0.95) - percentile(disk, 0.95)) * 1000, "ms")
        row("  one bare row through SQLite with the same settings", statistics.median(disk) * 1000, "ms")


def _bare(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; CREATE TABLE t (id INTEGER PRIMARY KEY, v "
        "TEXT)"
    )
    return db


def _write(db: sqlite3.Connection, i: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT OR REPLACE INTO t VALUES (?, ?)", (i, "words " * 20))
    db.execute("COMMIT")


def _timed(act) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
