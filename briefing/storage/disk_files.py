"""Files as such: copying, publishing, and asking who has them open.

POSIX drops all of a process's locks on a file when the process closes *any* descriptor of it. The live
file may be held by another window of this same process, so it is never opened here while that is so: we
ask the system's own table of our open files, and let a child process (`cp`) read it instead.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import StorageError

POSIX = os.name == "posix"
COPY_ATTEMPTS = 100
COPY_PAUSE = 0.025  # seconds
# Systems stamp files by a clock that ticks every 1 to 15 ms: two writes of one tick look the same.
TICK_NS = 20_000_000
_SYNCED = ("dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud")


def journal_of(path: Path) -> Path:
    """Return the name SQLite gives the rollback journal of a database."""
    return path.with_name(path.name + "-journal")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the system notes of a file's last change: bytes, and two times in nanoseconds.

    The time of its status (POSIX) cannot be put back by programs that put back the time of the contents.
    """

    size: int
    modified: int
    changed: int


def stamp(path: Path) -> Stamp:
    """Return the stamp of the file at `path`. Raises OSError."""
    stat = path.stat()
    return Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns if POSIX else 0)


def is_writable(path: Path) -> bool:
    """Say whether file and folder (which takes the journal) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def identity(path: Path) -> tuple[int, int]:
    """Return (device, inode) of the file at `path`."""
    stat = path.stat()
    return stat.st_dev, stat.st_ino


def is_open_here(path: Path) -> bool:
    """Say whether this process has the file open (on Windows always no: closing drops no lock there)."""
    if not POSIX:
        return False
    wanted = identity(path)
    for descriptor in _descriptors():
        # The list changes while it is read: descriptors of other threads, and of the listing itself.
        with suppress(OSError):
            stat = os.fstat(descriptor)
            if (stat.st_dev, stat.st_ino) == wanted:
                return True
    return False


def _descriptors() -> tuple[int, ...]:
    try:
        return tuple(int(entry.name) for entry in Path("/dev/fd").iterdir())
    except OSError:
        return tuple(range(4096))  # no /proc here


def head(path: Path, size: int) -> bytes:
    """Return the first bytes of a file that this process has not open."""
    with path.open("rb") as file:
        return file.read(size)


def copy_file(source: Path, target: Path) -> None:
    """Copy bytes, without opening in this process what this process holds. Raises OSError."""
    if not is_open_here(source):
        shutil.copyfile(source, target)
        return
    import subprocess

    done = subprocess.run(
        ["cp", "--", os.fspath(source), os.fspath(target)], capture_output=True, check=False, text=True
    )
    if done.returncode:
        raise OSError(f"the copy failed: {done.stderr.strip()}")


def is_hot(journal: Path) -> bool:
    """Say whether a rollback journal holds pages to put back. One with a zeroed header is finished."""
    try:
        return any(head(journal, 28))
    except FileNotFoundError:
        return False


def copy_still(source: Path, target: Path) -> bool:
    """Copy a brief file that another window may be writing, with its hot journal if a crash left one.

    Returns False when it changed under the copy, or so lately that a change would not show.
    """
    before = _stamp(source)
    if abs(time.time_ns() - source.stat().st_mtime_ns) < TICK_NS:
        return False
    copy_file(source, target)
    if is_hot(journal_of(source)):
        copy_file(journal_of(source), journal_of(target))
    return _stamp(source) == before


def copy_when_still(source: Path, target: Path) -> None:
    """Copy as `copy_still`, again until nothing moved; raise StorageError after 2.5 seconds of trying."""
    for _ in range(COPY_ATTEMPTS):
        journal_of(target).unlink(missing_ok=True)
        if copy_still(source, target):
            return
        time.sleep(COPY_PAUSE)
    raise StorageError(f"“{source.name}” is being written without a pause.", "Try again in a moment.")


def _stamp(path: Path) -> tuple[object, ...]:
    stamps: list[object] = []
    for file in (path, journal_of(path)):
        try:
            stat = file.stat()
            stamps.append((stat.st_size, stat.st_mtime_ns, stat.st_ino))
        except FileNotFoundError:
            stamps.append(None)
    return tuple(stamps)


def sync_file(path: Path) -> None:
    """Bring a closed file to the disk."""
    # Windows flushes only what is open for writing.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk (POSIX; Windows does it itself)."""
    if not POSIX:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def hidden_name(stem: str) -> str:
    """Return a name that nobody has, for a file that is being made; it names this process (see
    `sweeping`).
    """
    return f".~{stem[:40]}-{os.getpid()}-{secrets.token_hex(4)}.tmp"


@contextmanager
def temporary_beside(target: Path) -> Iterator[Path]:
    """Give a hidden name in the folder of `target`, free for a new file; what is left there is removed."""
    handle, name = tempfile.mkstemp(
        prefix=f".~{target.stem[:40]}-{os.getpid()}-", suffix=".tmp", dir=target.parent
    )
    os.close(handle)
    path = Path(name)
    path.unlink()
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
        journal_of(path).unlink(missing_ok=True)


def publish(new: Path, target: Path, *, replace: bool) -> None:
    """Give a finished file its name, durably. Without `replace` an existing file raises FileExistsError."""
    sync_file(new)
    _set_journal_aside(target)
    if replace:
        new.replace(target)
    else:
        _name_without_replacing(new, target)
    sync_folder(target.parent)


def _name_without_replacing(new: Path, target: Path) -> None:
    try:
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError as error:
        # The file system has no hard links.
        if os.path.lexists(target):
            raise FileExistsError(target) from error
        new.rename(target)
    else:
        new.unlink()


def _set_journal_aside(target: Path) -> None:
    # A journal left by a crash under this name would be played back into the new file.
    journal = journal_of(target)
    if journal.exists():
        journal.replace(free_name(journal.with_name(f"{target.stem} (left over).journal")))


def free_name(path: Path) -> Path:
    """Return `path`, or with the first number that makes it a name nobody has."""
    number = 2
    candidate = path
    while os.path.lexists(candidate):
        candidate = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return candidate


def shared_place(path: Path) -> str:
    """Return what is unsafe about the place of a file: a sync or network folder, in words, or ""."""
    text = path.as_posix()
    if text.startswith("//"):
        return "a network folder"
    for part in path.parts[:-1]:
        for name in _SYNCED:
            if part.casefold().startswith(name):
                return f"a synchronised folder ({part})"
    return ""
