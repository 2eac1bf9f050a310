"""What a killed process left: hidden drafts beside briefs, copies and exports, and private folders.

Such a file may be a whole confidential document that nobody sees. It goes at the next start: when its name is
one that only this program gives, and the process that its name gives has ended and nobody wrote to it for a
while. A name of an earlier version gives no process: then it must be a day old.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.user_folders import private_dir

QUIET = 900.0  # seconds without a write, where the name gives a process that has ended
OLD = 86_400.0  # seconds, where it gives none
PRIVATE = "briefing-desk-"
_HIDDEN = re.compile(r"\.~.*?(?:-(?P<pid>\d{1,10}))?-[\w]{8}\.tmp(?:-journal)?", re.DOTALL)
_EXPORT = re.compile(r"\.briefing-(?:(?P<pid>\d{1,10})-)?[0-9a-f]{12}\.tmp")
_FOLDER = re.compile(rf"{PRIVATE}(?P<pid>\d{{1,10}})-\w{{8}}")
_MOST = 20_000  # names that are looked at in one folder


@contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder that only this user can look into, and that is never shared; it goes at the end.

    Raises OSError where none can be made.
    """
    root = private_dir()
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f"{PRIVATE}{os.getpid()}-", dir=root, ignore_cleanup_errors=True) as name:
        yield Path(name)


def lasting_folder() -> TemporaryDirectory[str]:
    """Return such a folder that stays until it is cleaned up; in the system's place where the user's cannot
    be written.
    """
    prefix, root = f"{PRIVATE}{os.getpid()}-", private_dir()
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        return TemporaryDirectory(prefix=prefix, dir=root, ignore_cleanup_errors=True)
    except OSError:
        return TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)


def export_name(random: str) -> str:
    """Return the hidden name of an export that is being written; `random` are twelve hex digits."""
    return f".briefing-{os.getpid()}-{random}.tmp"


def sweep(folders: Iterable[Path], *, now: float | None = None) -> int:
    """Delete what killed processes left in these folders and in the private one; return how much went.

    A folder that cannot be read, and what cannot be deleted, is passed over. `now`: seconds since the epoch.
    """
    moment = time.time() if now is None else now
    places = dict.fromkeys([*folders, private_dir()])
    return sum(_sweep(folder, moment) for folder in places)


def _sweep(folder: Path, now: float) -> int:
    gone = 0
    try:
        with os.scandir(folder) as entries:
            left = [Path(e.path) for _, e in zip(range(_MOST), entries, strict=False) if is_left(e.name)]
    except (OSError, ValueError):  # not there, not ours to read, or a name that no system takes
        return 0
    for path in left:
        gone += _delete(path, now)
    return gone


def is_left(name: str) -> bool:
    """Say whether a file or folder of this name is one that only this program makes."""
    return any(pattern.fullmatch(name) for pattern in (_HIDDEN, _EXPORT, _FOLDER))


def _delete(path: Path, now: float) -> bool:
    match = next(m for p in (_HIDDEN, _EXPORT, _FOLDER) if (m := p.fullmatch(path.name)))
    pid = int(match.group("pid") or 0)
    try:
        found = path.lstat()
        if now - found.st_mtime < (QUIET if pid else OLD) or (pid and _runs(pid)):
            return False
        if hasattr(os, "getuid") and found.st_uid != os.getuid():
            return False
        if stat.S_ISDIR(found.st_mode) and match.re is _FOLDER:
            shutil.rmtree(path, ignore_errors=True)
        elif stat.S_ISREG(found.st_mode) and match.re is not _FOLDER:
            path.unlink()
        else:
            return False
    except OSError:
        return False
    return True


def _runs(pid: int) -> bool:
    """Say whether a process of this number runs here; on Windows always no, where an open file cannot be
    deleted.
    """
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
