"""What SQLite and the system report, as errors a person can act on."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import Damaged, Locked, StorageError
from briefing.storage.codec import Malformed
from briefing.user_folders import all_backups_dir

ELSEWHERE = "Save a copy in another place; nothing you wrote is lost while this window is open."
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)
# What reading, checking and writing a file that came from anywhere may raise.
TROUBLE = (
    sqlite3.DatabaseError,
    Malformed,
    UnicodeError,
    MemoryError,
    OverflowError,
    OSError,
)


def is_busy(error: sqlite3.Error) -> bool:
    """Say whether another connection holds the lock."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_denied(error: sqlite3.Error) -> bool:
    """Say whether the file or its folder cannot be written."""
    return _code(error) in _READ_ONLY


def is_io(error: sqlite3.Error) -> bool:
    """Say whether the disk failed, and not the file's contents."""
    return _code(error) in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, *_READ_ONLY)


def damaged(path: Path, why: str) -> Damaged:
    """Return the error for a file that fails a check; its hint names the folder of the backups."""
    return Damaged(
        f"“{path.name}” is damaged: {why}.",
        f"The file was not touched. Restore one of its backups in {all_backups_dir().parent}, if there are "
        f"any, or rescue what it still holds.",
    )


def full(path: Path) -> StorageError:
    return StorageError(
        f"The disk is full: “{path.name}” could not be written.", "Free some space, then try again."
    )


def unconfirmed(path: Path, error: Exception) -> StorageError:
    """Return the error for a change that stands in the file, but maybe not after a power cut."""
    return StorageError(
        f"The disk did not confirm what was last written to “{path.name}” ({error}).", ELSEWHERE
    )


def explain(error: BaseException, path: Path) -> StorageError:
    """Return what `error`, one of TROUBLE, means for the file at `path`."""
    if isinstance(error, sqlite3.Error):
        return _explain_sqlite(error, path)
    if isinstance(error, OSError):
        return _explain_system(error, path)
    if isinstance(error, UnicodeEncodeError):
        return StorageError(
            "The text holds half a character (a lone surrogate), which no file can keep.",
            "Remove the character that shows as a box, then try again.",
        )
    if isinstance(error, MemoryError):
        return StorageError(f"There is not enough memory for “{path.name}”.", "Close other programs.")
    if isinstance(error, OverflowError):
        return StorageError("A number is larger than a brief can hold.", "Nothing was changed; correct it.")
    if isinstance(error, UnicodeError):
        return damaged(path, "its text is not UTF-8")
    return damaged(path, str(error))


def _explain_sqlite(error: sqlite3.Error, path: Path) -> StorageError:
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return full(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Locked(f"“{path.name}” is open in another window or program.", "Close it there first.")
    if code in _READ_ONLY:
        return not_writable(path)
    if code == sqlite3.SQLITE_IOERR:
        # SQLite keeps the system's reason to itself: a file that was locked against writing is asked.
        if path.exists() and not os.access(path, os.W_OK):
            return not_writable(path)
        return StorageError(f"The disk failed while working on “{path.name}” ({error}).", ELSEWHERE)
    if code == sqlite3.SQLITE_TOOBIG:
        return StorageError(
            f"Something in “{path.name}” is larger than 64 MiB.", "Split the article, or leave it out."
        )
    if code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH):
        return StorageError(
            f"A value is outside what a brief may hold ({error}).", "Nothing was changed; correct the value."
        )
    if code == sqlite3.SQLITE_INTERRUPT:
        return damaged(path, "checking it takes far longer than its size allows")
    return damaged(path, str(error))


def _explain_system(error: OSError, path: Path) -> StorageError:
    if error.errno in _FULL:
        return full(path)
    if error.errno in _DENIED:
        return not_writable(path)
    if error.errno == errno.ENOENT:
        return StorageError(f"There is no “{path}”.", "Check the name and the folder.")
    return StorageError(f"“{path.name}” could not be used: {error.strerror or error}.", ELSEWHERE)


def not_writable(path: Path) -> StorageError:
    """Return the error for a file that may be read only."""
    return StorageError(
        f"“{path.name}” cannot be written: the file or its folder {path.parent} is read-only.",
        "Save a copy in a folder of your own.",
    )


def _code(error: sqlite3.Error) -> int:
    # The low byte is the primary code; the rest says where inside SQLite it came from.
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the troubles of the world inside the block into a StorageError about `path`."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # our fault: a closed store, a value of a wrong type
    except TROUBLE as error:
        raise explain(error, path) from error
