"""Backups of a brief: one folder a brief, thinned by a ladder.

All of the last two days, then the last of each of 12 days, 10 weeks and 9 months. Each was read back in
full before it got its name, and a brief that fails its checks gets no backup, so the newest one is good.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.places import backups_dir
from briefing.storage import copies, seal

KEEP_ALL = 2 * 86_400.0  # seconds
STEPS: tuple[tuple[int, str], ...] = ((12, "%Y-%m-%d"), (10, "%G-W%V"), (9, "%Y-%m"))
MAX_BYTES = 2 * 1024**3
_STAMP = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: `at` in seconds since the epoch, `bytes` its size."""

    path: Path
    at: float
    bytes: int


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the brief at `path`, newest first. The brief itself need not be readable."""
    folder = backups_dir(path)
    if not folder.is_dir():
        return ()
    found = (_read_name(file) for file in folder.glob("*.brief"))
    return tuple(sorted((b for b in found if b is not None), key=lambda b: b.at, reverse=True))


def _read_name(file: Path) -> Backup | None:
    stamp = file.stem.rpartition("-")[0]
    try:
        at = datetime.fromisoformat(stamp)  # a tenth of the time of strptime, which reads the locale first
    except ValueError:
        return None  # somebody else's file
    if at.strftime(_STAMP) != stamp:
        return None
    return Backup(file, at.timestamp(), file.stat().st_size)


def back_up(connection: sqlite3.Connection, path: Path, now: float, *, min_age: float = 0.0) -> Path | None:
    """Write a backup of an open brief and thin the ladder; return the new file.

    Returns None when nothing changed since the last one, or that is younger than `min_age` seconds.
    Raises StorageError, sqlite3.Error, OSError.
    """
    have = backups_of(path)
    mark = seal.state(connection)
    if have and (have[0].path.stem.endswith(f"-{mark}") or 0 <= now - have[0].at < min_age):
        return None
    folder = backups_dir(path)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"{datetime.fromtimestamp(now, UTC).strftime(_STAMP)}-{mark}.brief"
    copies.write_copy(connection, target, path)
    for old in superfluous(backups_of(path), now):
        old.path.unlink(missing_ok=True)
    return target


def superfluous(have: Sequence[Backup], now: float, max_bytes: int = MAX_BYTES) -> tuple[Backup, ...]:
    """Return the backups that the ladder gives up, and the oldest beyond `max_bytes`; never the newest."""
    newest_first = sorted(have, key=lambda b: b.at, reverse=True)
    kept = set(newest_first[:1]) | {b for b in newest_first if now - b.at <= KEEP_ALL}
    for count, period in STEPS:
        kept |= _last_of_each(newest_first, count, _period_of(period))
    room = max_bytes
    for backup in newest_first:
        if backup in kept:
            room -= backup.bytes
            if room < 0 and backup is not newest_first[0]:
                kept.discard(backup)
    return tuple(b for b in newest_first if b not in kept)


def _period_of(pattern: str) -> Callable[[Backup], str]:
    return lambda backup: datetime.fromtimestamp(backup.at, UTC).strftime(pattern)


def _last_of_each(newest_first: Sequence[Backup], count: int, period: Callable[[Backup], str]) -> set[Backup]:
    """Return the newest backup of each of the latest `count` periods (UTC) that have one."""
    last: dict[str, Backup] = {}
    for backup in newest_first:
        last.setdefault(period(backup), backup)
    return set(list(last.values())[:count])
