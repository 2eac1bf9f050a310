"""The checks a file passes before any row of it is believed. Their order matters.

Size and header are read before SQLite sees the file, limits are set before its first statement, and the
schema is compared before a statement touches a table.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from briefing.errors import Damaged, Locked, StorageError, TooNew
from briefing.storage import disk_files, row_hashes, schema
from briefing.storage.codec import Row
from briefing.storage.file_errors import damaged, is_busy
from briefing.storage.row_hashes import RowTally

MAGIC = b"SQLite format 3\x00"
HEADER = 100  # bytes
# Seconds for all checks: a hostile file can make a check quadratic.
DEADLINE = 5.0
BYTES_PER_SECOND = 10_000_000
READERS_MS = 2_000  # how long one that has the reserved lock waits for readers
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "recursive_triggers = OFF",
)
_NOT_OURS = "Choose a file made by Briefing Desk; articles are added to a brief as sources."


def check_there(path: Path) -> None:
    """Raise StorageError unless there is a file at `path`. Does not open it."""
    if path.is_dir():
        raise StorageError(f"“{path.name}” is a folder, not a brief.", "Choose a file that ends in .brief.")
    if not path.exists():
        raise StorageError(f"There is no brief at {path}.", "Check the name and the folder.")
    if not path.is_file():
        raise StorageError(f"“{path.name}” is a device, not a file.", _NOT_OURS)


def check_header(file: Path, path: Path) -> None:
    """Raise StorageError unless `file` begins as a brief of a version we know. Opens `file`.

    Errors speak of `path`: the file itself, or the one that `file` is a copy of.
    """
    header = disk_files.head(file, HEADER)
    if not header:
        raise Damaged(f"“{path.name}” is empty.", damaged(path, "").hint)
    if not header.startswith(MAGIC):
        raise StorageError(f"“{path.name}” is not a brief file.", _NOT_OURS)
    if len(header) < HEADER:
        raise damaged(path, "it is cut off")
    _check_ids(path, int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big"))
    if header[18:20] != b"\x01\x01":
        # A write-ahead log would put two more files beside it at the first look.
        raise damaged(path, "it was set to a write-ahead log, which a brief never uses")


def _check_ids(path: Path, application: int, version: int) -> None:
    if application != schema.APPLICATION_ID:
        raise StorageError(f"“{path.name}” is a database of another program, not a brief.", _NOT_OURS)
    if version > schema.version():
        raise TooNew(
            f"“{path.name}” was written by a newer Briefing Desk (file version {version}; "
            f"this one knows up to {schema.version()}).",
            "Install the newer version, or ask for a copy in the older format.",
        )
    if version < 1:
        raise damaged(path, "it has no version")


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Return a connection with its limits set. Raises sqlite3.Error."""
    return _connect(path, f"mode={'rwc' if create else 'rw'}")


def connect_to_look(path: Path) -> sqlite3.Connection:
    """Return a connection that takes no lock and writes nothing, whatever the file says. Raises
    sqlite3.Error.

    For a finished file that this process has not open.
    """
    return _connect(path, "mode=ro&immutable=1")


def _connect(path: Path, how: str) -> sqlite3.Connection:
    name = path.as_posix()
    name = name if name.startswith("/") else f"/{name}"
    uri = f"file://{quote(name, errors='surrogateescape')}?{how}"
    # Texts are read by jobs in other threads; the store lets one in at a time.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0, check_same_thread=False)
    try:
        _restrict(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _restrict(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, schema.MAX_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # 0 breaks VACUUM
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def set_durable(connection: sqlite3.Connection) -> None:
    """Every commit on the disk before it returns, power cuts included."""
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")


def lock(connection: sqlite3.Connection) -> None:
    """Take the file for this connection until it is closed. Raises sqlite3.OperationalError when held.

    Of several that ask at one instant exactly one gets it: the reserved lock goes to one only, and while it
    waits for the rest to let go of reading, they fail at once and do so.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA busy_timeout = {READERS_MS}")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # from here on no lock is given back
    connection.execute("COMMIT")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    connection.execute("PRAGMA busy_timeout = 0")


def refuse_if_open(path: Path) -> None:
    """Raise Locked when a window or program holds the file at `path`; nothing there is no hindrance."""
    if not path.is_file():
        return
    held = Locked(f"“{path.name}” is open in another window or program.", "Close it there first.")
    if disk_files.is_open_here(path):
        raise held
    if disk_files.is_hot(disk_files.journal_of(path)):
        return  # asking SQLite would play the journal back into a file that may be kept as it is
    try:
        with closing(connect(path)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        if is_busy(error):
            raise held from error
        # Not a database, or damaged: then nobody works in it.


def check_structure(connection: sqlite3.Connection, path: Path) -> int:
    """Check everything that is not a row; return the file's version. Raises StorageError, sqlite3.Error."""
    application = _one(connection, "PRAGMA application_id")
    version = _one(connection, "PRAGMA user_version")
    _check_ids(path, application, version)
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    if found != ["ok"]:
        raise damaged(path, _first_line(found[0]))
    strange = schema.described(connection) ^ schema.expected(version)
    if strange:
        names = ", ".join(sorted({f"{kind} “{name}”" for kind, name, _, _ in strange})[:3])
        raise damaged(path, f"its tables are not those of a brief ({names})")
    return version


def check_rows(connection: sqlite3.Connection) -> tuple[dict[str, list[Row]], dict[str, RowTally]]:
    """Return all rows and tallies of a file whose structure was checked. Raises Malformed, sqlite3.Error."""
    return row_hashes.read_all(connection)


def set_deadline(connection: sqlite3.Connection, size: int) -> None:
    """Interrupt statements after five seconds and a second for each 10 MB of `size` bytes."""
    end = time.monotonic() + DEADLINE + size / BYTES_PER_SECOND
    connection.set_progress_handler(lambda: time.monotonic() > end, 20_000)


def clear_deadline(connection: sqlite3.Connection) -> None:
    connection.set_progress_handler(None, 0)


def _one(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _first_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("***")]
    return (lines or ["its pages are out of order"])[0].strip()
