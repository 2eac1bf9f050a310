"""The backups of a brief: which there are, and which the ladder keeps.

All of the last two days, then the last of each of 12 days, 10 weeks and 9 months. A backup is small: the
bodies lie beside the ladder once (see `keeping`). They are found by the path of the brief and by its id, so a
brief that was renamed, moved or received finds its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from briefing.storage import backup_manifest, carving
from briefing.storage.codec import Malformed
from briefing.user_folders import all_backups_dir, backups_dir, brief_backups_dir, place_key

KEEP_ALL = 2 * 86_400.0  # seconds
STEPS: tuple[tuple[int, str], ...] = ((12, "%Y-%m-%d"), (10, "%G-W%V"), (9, "%Y-%m"))
MAX_BYTES = 2 * 1024**3  # of one ladder, without the bodies
TEXTS = "texts"
_STAMP = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: `at` in seconds since the epoch, `bytes` its size on the disk, without bodies that lie
    beside it.

    `place`: the path of the file it was made of, where that is another one than was asked for.
    """

    path: Path
    at: float
    bytes: int
    place: str = ""

    @property
    def mark(self) -> str:
        """What stands for the state it holds."""
        return self.path.stem.rpartition("-")[2]


def name_of(at: float, mark: str) -> str:
    """Return the file name of a backup made at a moment (seconds since the epoch)."""
    return f"{datetime.fromtimestamp(at, UTC).strftime(_STAMP)}-{mark}{backup_manifest.SUFFIX}"


def backups_of(path: Path, ident: str = "") -> tuple[Backup, ...]:
    """Return the backups of the brief at `path`, newest first. The brief itself need not be readable.

    They are looked for by its path, in the folders of earlier versions too, and by its id: `ident`, or what
    the file says where it can be read.
    """
    here, old = place_key(path), backups_dir(path)
    ident = ident or carving.ident_of(path)
    ladders = [old, *_folders(all_backups_dir(), here)]
    if ident:
        ladders += [f for f in _subfolders(brief_backups_dir(ident)) if f.name not in (here, TEXTS)]
    found = [backup for ladder in ladders for backup in _in(ladder, foreign=ladder.name != here)]
    return tuple(sorted(found, key=lambda b: b.at, reverse=True))


def ladder_of(path: Path, ident: str) -> tuple[Backup, ...]:
    """Return the backups of one brief at one place, newest first: those that are thinned together."""
    found = (*_in(brief_backups_dir(ident) / place_key(path)), *_in(backups_dir(path)))
    return tuple(sorted(found, key=lambda b: b.at, reverse=True))


def _folders(root: Path, name: str) -> Iterator[Path]:
    return (folder / name for folder in _subfolders(root) if (folder / name).is_dir())


def _subfolders(root: Path) -> tuple[Path, ...]:
    return tuple(entry for entry in root.iterdir() if entry.is_dir()) if root.is_dir() else ()


def _in(folder: Path, *, foreign: bool = False) -> tuple[Backup, ...]:
    if not folder.is_dir():
        return ()
    files = (f for f in folder.iterdir() if f.suffix in (backup_manifest.SUFFIX, ".brief"))
    found = tuple(backup for backup in map(_read_name, files) if backup is not None)
    if not foreign or not found:
        return found
    place = _place(found) or folder.name
    return tuple(Backup(b.path, b.at, b.bytes, place) for b in found)


def _place(found: Sequence[Backup]) -> str:
    try:
        return backup_manifest.read_head(max(found, key=lambda b: b.at).path).place
    except (Malformed, OSError):
        return ""


def _read_name(file: Path) -> Backup | None:
    stamp = file.stem.rpartition("-")[0]
    try:
        at = datetime.fromisoformat(stamp)  # a tenth of the time of strptime, which reads the locale first
    except ValueError:
        return None  # somebody else's file
    if at.strftime(_STAMP) != stamp:
        return None
    try:
        return Backup(file, at.timestamp(), file.stat().st_size)
    except FileNotFoundError:
        return None  # the ladder gave it up meanwhile


def superfluous(have: Sequence[Backup], now: float, max_bytes: int = MAX_BYTES) -> tuple[Backup, ...]:
    """Return the backups that the ladder gives up, newest first; never the newest.

    Where the rest is larger than `max_bytes`, the close ones of the last two days go before any step of the
    ladder, the oldest first.
    """
    newest_first = sorted(have, key=lambda b: b.at, reverse=True)
    steps = set(newest_first[:1])
    for count, period in STEPS:
        steps |= _last_of_each(newest_first, count, _period_of(period))
    kept = steps | {b for b in newest_first if now - b.at <= KEEP_ALL}
    too_much = sum(b.bytes for b in kept) - max_bytes
    oldest_first = [b for b in reversed(newest_first[1:]) if b in kept]
    for backup in (*(b for b in oldest_first if b not in steps), *(b for b in oldest_first if b in steps)):
        if too_much <= 0:
            break
        kept.discard(backup)
        too_much -= backup.bytes
    return tuple(b for b in newest_first if b not in kept)


def _period_of(pattern: str) -> Callable[[Backup], str]:
    return lambda backup: _period(pattern, backup.at)


@lru_cache(maxsize=8192)
def _period(pattern: str, at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime(pattern)


def _last_of_each(newest_first: Sequence[Backup], count: int, period: Callable[[Backup], str]) -> set[Backup]:
    """Return the newest backup of each of the latest `count` periods (UTC) that have one."""
    last: dict[str, Backup] = {}
    for backup in newest_first:
        last.setdefault(period(backup), backup)
    return set(list(last.values())[:count])
