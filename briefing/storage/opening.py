"""Opening and making brief files.

A window that finds the file held, or cannot write it, gets a private copy to read. The holder's lock
shuts out every reader, SQLite's own included, so the copy is made of bytes: by a child process when the
holder is another window of this process (see `disk_files`), again until nothing was written meanwhile, and
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

from briefing.diff import Change, walk
from briefing.errors import BriefingError, StorageError
from briefing.model import Brief
from briefing.session import Body
from briefing.storage import (
    backup_manifest,
    codec,
    disk_files,
    keeping,
    open_checks,
    restoring,
    row_hashes,
    row_writes,
    schema,
    sweeping,
    transaction,
)
from briefing.storage.brief_contents import of_older
from briefing.storage.disk_files import is_writable
from briefing.storage.file_errors import TROUBLE, explain, explained, is_busy, is_denied
from briefing.storage.row_hashes import RowTally
from briefing.storage.row_writes import Tallies
from briefing.storage.store import Store
from briefing.storage.transaction import FileState
from briefing.user_folders import resolved

RECOVERIES = 8  # attempts to open what a crash left, beside the last


@dataclass(frozen=True, slots=True)
class Opened:
    """A brief as it was opened. `notices` are sentences the user should see."""

    store: Store
    brief: Brief
    read_only: bool
    notices: tuple[str, ...] = ()


def create(path: Path, brief: Brief, bodies: Sequence[Body] = (), *, backing_up: bool = True) -> Store:
    """Make a new brief file and open it. Raises StorageError; an existing file is never touched.

    Without `backing_up` no backup is made at closing: for a file that is only a step to another.
    """
    path = resolved(path)
    if not path.parent.is_dir():
        raise StorageError(f"There is no folder {path.parent}.", "Make it first, or choose another.")
    taken = StorageError(f"“{path.name}” exists already.", "Choose another name, or open it.")
    if path.exists():
        raise taken
    with explained(path):
        try:
            with disk_files.temporary_beside(path) as new:
                _write_new(new, brief, bodies)
                disk_files.publish(new, path, replace=False)
        except FileExistsError as error:
            raise taken from error
        return _open_live(path, tidying=False, backing_up=backing_up).store


def _write_new(path: Path, brief: Brief, bodies: Sequence[Body]) -> None:
    blank = Brief(brief.id)
    change = Change("New brief", "", blank, brief, tuple(walk(brief)), (), time.time())
    with closing(open_checks.connect(path, create=True)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # the finished file is synced as a whole
        connection.execute("BEGIN IMMEDIATE")
        schema.apply(connection, 0)
        tallies = {table: RowTally() for table, _ in schema.SEALED}
        row_hashes.write_tallies(connection, tallies.items())
        row_writes.write_change(connection, change, bodies, tallies, frozenset())
        connection.execute("COMMIT")


def open_brief(path: Path, *, read_only: bool = False) -> Opened:
    """Open a brief file, to write where that is possible, else (or when asked) a copy to read.

    Raises StorageError with what is wrong (no file, a folder, empty, not ours), TooNew, Damaged.
    """
    path = resolved(path)
    with explained(path):
        open_checks.check_there(path)
        if read_only:
            return _open_copy(path, ())
        if disk_files.is_open_here(path):
            return _open_copy(path, (_held(path),))
        if backup_manifest.is_backup(path):
            return _open_copy(path, (_a_backup(path),))
        open_checks.check_header(path, path)
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
    """Open as `_open_live`; where a crash left a journal, again, at a time of chance, when others are at it
    too.

    SQLite gives the pages back before any lock is asked for, and of two that try it at one instant both fail.
    """
    for _ in range(RECOVERIES):
        try:
            return _open_live(path)
        except sqlite3.Error as error:
            if not (is_busy(error) and disk_files.is_hot(disk_files.journal_of(path))):
                raise
        time.sleep(random.uniform(0.002, 0.05))
    return _open_live(path)


def _open_live(path: Path, *, tidying: bool = True, backing_up: bool = True) -> Opened:
    connection = open_checks.connect(path)
    try:
        open_checks.set_deadline(connection, path.stat().st_size)
        open_checks.set_durable(connection)
        open_checks.lock(connection)
        version = open_checks.check_structure(connection, path)
        older = version < schema.version()
        if older:
            _migrate(connection, path)
        brief, tallies, known = _read(connection)
        open_checks.clear_deadline(connection)
        store = Store(path, connection, brief, tallies, known, backing_up=backing_up)
    except BaseException:
        connection.close()
        raise
    notices = _tidy(store, backing_up=not older) if tidying else ()
    return Opened(store, brief, False, (*notices, *_place_notice(path)))


def _read(connection: sqlite3.Connection) -> tuple[Brief, Tallies, frozenset[str]]:
    rows, tallies = open_checks.check_rows(connection)
    return codec.assemble(rows), tallies, frozenset(sha for sha, _ in rows["body"])


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    keeping.back_up(of_older(path, connection), time.time())
    _bring_up_to_date(connection)


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Bring an older file to our version, in one transaction. Raises StorageError, Malformed,
    sqlite3.Error.
    """
    before = transaction.read(connection)

    def write() -> FileState:
        schema.apply(connection, before.version)
        return FileState(schema.version(), row_hashes.reseal(connection))

    outcome = transaction.transact(connection, write)
    if outcome.error is not None:  # the change may stand, but then the disk has not confirmed it
        raise outcome.error


def _tidy(store: Store, *, backing_up: bool) -> tuple[str, ...]:
    """Back up, then delete the texts that nothing names any more: never without a backup of them.

    Without `backing_up` that has been done. The state before any edit of this session is then in a backup.
    What killed processes left beside the brief goes.
    """
    sweeping.sweep([store.path.parent])
    try:
        if backing_up:
            store.back_up()
        if store.has_unreferenced():
            store.drop_unreferenced()
    except BriefingError as error:
        return (f"No backup could be made. {error.line()}",)
    return _unfound_notice(store)


def _unfound_notice(store: Store) -> tuple[str, ...]:
    if not store.unfound:
        return ()
    first, *more = store.unfound
    others = f" and {len(more)} more" if more else ""
    return (
        f"Something in “{store.path.name}” is not as it was written, and no backup has it: {first}{others}. "
        "Everything else is whole and backed up. Add the article again to have its quotes checked.",
    )


def _open_copy(path: Path, notices: tuple[str, ...]) -> Opened:
    folder = sweeping.lasting_folder()
    connection: sqlite3.Connection | None = None
    try:
        file = Path(folder.name) / "copy.brief"
        if backup_manifest.is_backup(path):
            restoring.rebuild(path, file)
        else:
            disk_files.copy_when_still(path, file)
        open_checks.check_header(file, path)
        connection = open_checks.connect(file)
        open_checks.set_deadline(connection, file.stat().st_size)
        if open_checks.check_structure(connection, path) < schema.version():
            _bring_up_to_date(connection)  # the copy is ours
        brief, tallies, known = _read(connection)
        open_checks.clear_deadline(connection)
        connection.execute("PRAGMA query_only = ON")
        return Opened(Store(path, connection, brief, tallies, known, folder=folder), brief, True, notices)
    except BaseException as error:
        if connection is not None:
            connection.close()
        folder.cleanup()
        if isinstance(error, TROUBLE):
            raise explain(error, path) from error
        raise


def _a_backup(path: Path) -> str:
    return f"“{path.name}” is a backup. This is a copy to read; save a copy to work on it."


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
    place = disk_files.shared_place(path)
    if not place:
        return ()
    return (f"“{path.name}” lies in {place}. Do not open it on two machines at once.",)
