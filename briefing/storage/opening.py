"""Opening and making brief files.

A window that finds the file held, or cannot write it, gets a private copy to read. The holder's lock
shuts out every reader, SQLite's own included, so the copy is made of bytes: by a child process when the
holder is another window of this process (see `files`), again until nothing was written meanwhile, and
it is believed only after all its hashes agree.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.diff import Change, walk
from briefing.errors import BriefingError, StorageError
from briefing.model import Brief
from briefing.places import resolved
from briefing.session import Body
from briefing.storage import backups, codec, copies, files, gate, schema, seal, transaction, writing
from briefing.storage.faults import TROUBLE, explain, explained, is_busy, is_denied
from briefing.storage.files import is_writable
from briefing.storage.store import Store
from briefing.storage.transaction import Standing
from briefing.storage.writing import Tallies

RECOVERIES = 8  # attempts to open what a crash left, beside the last
BACKUP_AGE = 600.0  # seconds: commands in a row do not each make a backup


@dataclass(frozen=True, slots=True)
class Opened:
    """A brief as it was opened. `notices` are sentences the user should see."""

    store: Store
    brief: Brief
    read_only: bool
    notices: tuple[str, ...] = ()


def create(path: Path, brief: Brief, bodies: Sequence[Body] = ()) -> Store:
    """Make a new brief file and open it. Raises StorageError; an existing file is never touched."""
    path = resolved(path)
    if not path.parent.is_dir():
        raise StorageError(f"There is no folder {path.parent}.", "Make it first, or choose another.")
    taken = StorageError(f"“{path.name}” exists already.", "Choose another name, or open it.")
    if path.exists():
        raise taken
    with explained(path):
        try:
            with files.temporary_beside(path) as new:
                _write_new(new, brief, bodies)
                files.publish(new, path, replace=False)
        except FileExistsError as error:
            raise taken from error
        return _open_live(path, backing_up=False).store


def _write_new(path: Path, brief: Brief, bodies: Sequence[Body]) -> None:
    blank = Brief(brief.id)
    change = Change("New brief", "", blank, brief, tuple(walk(brief)), (), time.time())
    with closing(gate.connect(path, create=True)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # the finished file is synced as a whole
        connection.execute("BEGIN IMMEDIATE")
        schema.apply(connection, 0)
        tallies = copies.empty_tallies(schema.SEALED)
        seal.write_tallies(connection, tallies.items())
        writing.write_change(connection, change, bodies, tallies, frozenset())
        connection.execute("COMMIT")


def open_brief(path: Path, *, read_only: bool = False) -> Opened:
    """Open a brief file, to write where that is possible, else (or when asked) a copy to read.

    Raises StorageError with what is wrong (no file, a folder, empty, not ours), TooNew, Damaged.
    """
    path = resolved(path)
    with explained(path):
        gate.check_there(path)
        if read_only:
            return _open_copy(path, ())
        if files.is_open_here(path):
            return _open_copy(path, (_held(path),))
        gate.check_header(path, path)
        if not is_writable(path):
            return _open_copy(path, (_not_writable(path),))
        try:
            return _open_first(path)
        except sqlite3.Error as error:
            if is_busy(error):
                return _open_copy(path, (_held(path),))
            if is_denied(error):
                return _open_copy(path, (_not_writable(path),))
            raise


def _open_first(path: Path) -> Opened:
    """Open as `_open_live`; where a crash left a journal, again, at a time of chance, when others are at it too.

    SQLite gives the pages back before any lock is asked for, and of two that try it at one instant both fail.
    """
    for _ in range(RECOVERIES):
        try:
            return _open_live(path)
        except sqlite3.Error as error:
            if not (is_busy(error) and files.is_hot(files.journal_of(path))):
                raise
        time.sleep(random.uniform(0.002, 0.05))
    return _open_live(path)


def _open_live(path: Path, *, backing_up: bool = True) -> Opened:
    connection = gate.connect(path)
    try:
        gate.set_deadline(connection, path.stat().st_size)
        gate.set_durable(connection)
        gate.lock(connection)
        version = gate.check_structure(connection, path)
        if version < schema.version():
            _migrate(connection, path)
        brief, tallies, known = _read(connection)
        gate.clear_deadline(connection)
        store = Store(path, connection, brief, tallies, known)
    except BaseException:
        connection.close()
        raise
    notices = _tidy(store) if backing_up else ()
    return Opened(store, brief, False, (*notices, *_place_notice(path)))


def _read(connection: sqlite3.Connection) -> tuple[Brief, Tallies, frozenset[str]]:
    rows, tallies = gate.check_rows(connection)
    return codec.assemble(rows), tallies, frozenset(sha for sha, _ in rows["body"])


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    gate.check_rows(connection)
    backups.back_up(connection, path, time.time())
    _bring_up_to_date(connection)


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Bring an older file to our version, in one transaction. Raises StorageError, Malformed, sqlite3.Error."""
    before = transaction.read(connection)

    def write() -> Standing:
        schema.apply(connection, before.version)
        return Standing(schema.version(), seal.reseal(connection))

    outcome = transaction.transact(connection, write)
    if outcome.error is not None:  # the change may stand, but then the disk has not confirmed it
        raise outcome.error


def _tidy(store: Store) -> tuple[str, ...]:
    """Back up, then delete the texts that nothing names any more: never without a backup of them."""
    try:
        loose = store.has_unreferenced()
        store.back_up(min_age=0.0 if loose else BACKUP_AGE)
        if loose:
            store.drop_unreferenced()
    except BriefingError as error:
        return (f"No backup could be made. {error.line()}",)
    return ()


def _open_copy(path: Path, notices: tuple[str, ...]) -> Opened:
    folder = TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True)
    connection: sqlite3.Connection | None = None
    try:
        file = Path(folder.name) / "copy.brief"
        files.copy_when_still(path, file)
        gate.check_header(file, path)
        connection = gate.connect(file)
        gate.set_deadline(connection, file.stat().st_size)
        if gate.check_structure(connection, path) < schema.version():
            _bring_up_to_date(connection)  # the copy is ours
        brief, tallies, known = _read(connection)
        gate.clear_deadline(connection)
        connection.execute("PRAGMA query_only = ON")
        return Opened(Store(path, connection, brief, tallies, known, folder=folder), brief, True, notices)
    except BaseException as error:
        if connection is not None:
            connection.close()
        folder.cleanup()
        if isinstance(error, TROUBLE):
            raise explain(error, path) from error
        raise


def _held(path: Path) -> str:
    now = datetime.now().astimezone().strftime("%H:%M")
    return (
        f"“{path.name}” is open in another window or program. This is a copy to read, as it was at {now}; "
        "save a copy to work on it."
    )


def _not_writable(path: Path) -> str:
    return (
        f"“{path.name}” cannot be written here: the file or its folder is read-only. This is a copy to read; "
        "save a copy in a folder of your own to work on it."
    )


def _place_notice(path: Path) -> tuple[str, ...]:
    place = files.shared_place(path)
    if not place:
        return ()
    return (f"“{path.name}” lies in {place}. Do not open it on two machines at once.",)
