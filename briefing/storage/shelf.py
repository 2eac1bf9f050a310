"""Bodies kept once beside the backups, each in a file named by its hash; and other places that may have one.

A body gets its name only when it is whole on the disk, and is believed only when it fits its name.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.errors import StorageError
from briefing.storage import disk_files, open_checks
from briefing.storage.file_errors import is_busy
from briefing.text import sha256

_SHA = re.compile(r"[0-9a-f]{64}")
_AT_ONCE = 64  # files written before the first of them is waited for
_PATIENCE = 30.0  # seconds


class Shelf:
    """A folder of bodies. Reading needs no lock; writing and `drop` want the one of `locked`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _place(self, sha: str) -> Path:
        return self.folder / sha

    def has(self, sha: str) -> bool:
        """Say whether there is a file for this hash. It was whole when it got its name."""
        return _SHA.fullmatch(sha) is not None and self._place(sha).is_file()

    def get(self, sha: str) -> bytes | None:
        """Return the bytes of this hash, None where they are not here or not as they were written."""
        if _SHA.fullmatch(sha) is None:
            return None
        try:
            data = self._place(sha).read_bytes()
        except OSError:
            return None
        return data if sha256(data) == sha else None

    def size(self, shas: Iterable[str]) -> int:
        """Return the bytes of bodies together; those that are not here count nothing."""
        wanted = frozenset(shas)
        if not self.folder.is_dir():
            return 0
        with os.scandir(self.folder) as entries:
            return sum(entry.stat().st_size for entry in entries if entry.name in wanted)

    def names(self) -> frozenset[str]:
        """Return the hashes of all files here."""
        if not self.folder.is_dir():
            return frozenset()
        return frozenset(entry.name for entry in self.folder.iterdir() if _SHA.fullmatch(entry.name))

    def put(self, shas: Iterable[str], body_of: Callable[[str], bytes | None]) -> frozenset[str]:
        """Keep bodies, durably; return the hashes that `body_of` does not give. Raises OSError."""
        missing: set[str] = set()
        batch: list[tuple[Path, Path]] = []
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            for sha in shas:
                data = body_of(sha)
                if data is None or sha256(data) != sha:
                    missing.add(sha)
                    continue
                place = self._place(sha)
                draft = place.with_name(disk_files.hidden_name("body"))
                batch.append((draft, place))
                draft.write_bytes(data)
                if len(batch) >= _AT_ONCE:
                    _name_all(batch)
                    batch.clear()
            _name_all(batch)
            disk_files.sync_folder(self.folder)
        except BaseException:
            for draft, _ in batch:
                draft.unlink(missing_ok=True)
            raise
        return frozenset(missing)

    def drop(self, shas: Iterable[str]) -> None:
        """Delete bodies."""
        for sha in shas:
            self._place(sha).unlink(missing_ok=True)


def _name_all(batch: list[tuple[Path, Path]]) -> None:
    for draft, place in batch:
        disk_files.sync_file(draft)
        draft.replace(place)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other windows and programs from changing the backups in `folder`; the system ends it with the
    process.

    Raises StorageError when another holds it for half a minute.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / "lock", isolation_level=None, timeout=_PATIENCE)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if not is_busy(error):
                raise
            raise StorageError(
                f"The backups in {folder} are being written by another window or program.",
                "Try again in a moment.",
            ) from error
        yield


def first_of(*places: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
    """Return a function that asks each place in turn for the bytes of a hash, and believes what fits it."""

    def body_of(sha: str) -> bytes | None:
        for place in places:
            data = place(sha)
            if data is not None and sha256(data) == sha:
                return data
        return None

    return body_of


def body_in(connection: sqlite3.Connection, sha: str) -> bytes | None:
    """Return what a brief file keeps under a hash, None where it has nothing or cannot be read."""
    try:
        found = connection.execute("SELECT data FROM body WHERE sha = ?", (sha,)).fetchone()
    except (sqlite3.Error, MemoryError, OverflowError, UnicodeError):
        return None
    return bytes(found[0]) if found is not None and isinstance(found[0], bytes) else None


def from_files(paths: Iterable[Path]) -> Callable[[str], bytes | None]:
    """Return a function that looks for a hash in whole brief files, one after the other, without writing."""
    known = tuple(paths)

    def body_of(sha: str) -> bytes | None:
        for path in known:
            data = _look_into(path, sha)
            if data is not None:
                return data
        return None

    return body_of


def _look_into(path: Path, sha: str) -> bytes | None:
    try:
        with closing(open_checks.connect_to_look(path)) as connection:
            data = body_in(connection, sha)
    except (sqlite3.Error, OSError):
        return None
    return data if data is not None and sha256(data) == sha else None
