"""What SQLite and the system report, in words."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from briefing.errors import Damaged, Locked, StorageError
from briefing.storage import Store, open_brief
from briefing.storage.codec import Malformed
from briefing.storage.file_errors import ELSEWHERE, explained, is_io, unconfirmed
from briefing.user_folders import all_backups_dir

PATH = Path("/data/x.brief")
READ_ONLY = "“x.brief” cannot be written: the file or its folder /data is read-only."


def _sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("so it says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (_sqlite(sqlite3.SQLITE_FULL), StorageError, "The disk is full: “x.brief” could not be written."),
        (OSError(errno.ENOSPC, "full"), StorageError, "The disk is full: “x.brief” could not be written."),
        (_sqlite(sqlite3.SQLITE_BUSY), Locked, "“x.brief” is open in another window or program."),
        (_sqlite(sqlite3.SQLITE_BUSY_RECOVERY), Locked, "“x.brief” is open in another window or program."),
        (_sqlite(sqlite3.SQLITE_READONLY), StorageError, READ_ONLY),
        (_sqlite(sqlite3.SQLITE_CANTOPEN), StorageError, READ_ONLY),
        (PermissionError(errno.EACCES, "no"), StorageError, READ_ONLY),
        (OSError(errno.EROFS, "no"), StorageError, READ_ONLY),
        (FileNotFoundError(errno.ENOENT, "no"), StorageError, "There is no “/data/x.brief”."),
        (OSError(errno.EIO, "bad"), StorageError, "“x.brief” could not be used: bad."),
        (OSError("odd"), StorageError, "“x.brief” could not be used: odd."),
        (
            _sqlite(sqlite3.SQLITE_IOERR_FSYNC),
            StorageError,
            "The disk failed while working on “x.brief” (so it says).",
        ),
        (_sqlite(sqlite3.SQLITE_TOOBIG), StorageError, "Something in “x.brief” is larger than 64 MiB."),
        (
            _sqlite(sqlite3.SQLITE_CONSTRAINT_CHECK),
            StorageError,
            "A value is outside what a brief may hold (so it says).",
        ),
        (_sqlite(sqlite3.SQLITE_CORRUPT), Damaged, "“x.brief” is damaged: so it says."),
        (
            _sqlite(sqlite3.SQLITE_INTERRUPT),
            Damaged,
            "“x.brief” is damaged: checking it takes far longer than its size allows.",
        ),
        (Malformed("a list is not a list"), Damaged, "“x.brief” is damaged: a list is not a list."),
        (
            UnicodeDecodeError("utf-8", b"x", 0, 1, "no"),
            Damaged,
            "“x.brief” is damaged: its text is not UTF-8.",
        ),
        (
            UnicodeEncodeError("utf-8", "x", 0, 1, "no"),
            StorageError,
            "The text holds half a character (a lone surrogate), which no file can keep.",
        ),
        (OverflowError("big"), StorageError, "A number is larger than a brief can hold."),
        (MemoryError(), StorageError, "There is not enough memory for “x.brief”."),
    ],
)
def test_the_trouble_of_the_world_is_told(error: Exception, kind: type[StorageError], message: str) -> None:
    with pytest.raises(StorageError) as caught, explained(PATH):
        raise error
    assert type(caught.value) is kind
    assert caught.value.message == message
    assert caught.value.hint


def test_damage_points_to_the_backups() -> None:
    with pytest.raises(Damaged) as caught, explained(PATH):
        raise Malformed("so")
    assert str(all_backups_dir().parent) in caught.value.hint


def test_a_disk_that_fails_asks_for_a_copy_elsewhere() -> None:
    with pytest.raises(StorageError) as caught, explained(PATH):
        raise _sqlite(sqlite3.SQLITE_IOERR)
    assert caught.value.hint == ELSEWHERE


@pytest.mark.parametrize(
    ("code", "whose"),
    [
        (sqlite3.SQLITE_IOERR_READ, True),
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_READONLY, True),
        (sqlite3.SQLITE_CANTOPEN, True),
        (sqlite3.SQLITE_CORRUPT, False),
        (sqlite3.SQLITE_BUSY, False),
    ],
)
def test_the_disk_is_told_from_what_stands_on_it(code: int, whose: bool) -> None:
    assert is_io(_sqlite(code)) is whose


def test_what_the_disk_did_not_confirm_asks_for_a_copy_elsewhere() -> None:
    error = unconfirmed(PATH, _sqlite(sqlite3.SQLITE_IOERR))
    assert error.message == "The disk did not confirm what was last written to “x.brief” (so it says)."
    assert error.hint == ELSEWHERE


def test_but_our_own_fault_is_raised_as_it_is(store: Store) -> None:
    store.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        store.history()


def test_a_place_that_sqlite_cannot_write_is_read_from_a_copy(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: sqlite3.Connection) -> None:
        raise _sqlite(sqlite3.SQLITE_READONLY)

    monkeypatch.setattr("briefing.storage.open_checks.lock", denied)
    opened = open_brief(closed)
    opened.store.close()
    assert opened.read_only
    assert "cannot be written here" in opened.notices[0]
