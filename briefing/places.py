"""Where the program keeps what is not in a brief file: settings and backups.

`BRIEFING_HOME` in the environment moves all of it.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from briefing.errors import StorageError

HOME_VARIABLE = "BRIEFING_HOME"
_CANNOT_RESOLVE = 1921  # ERROR_CANT_RESOLVE_FILENAME of Windows


def data_dir() -> Path:
    """Return the folder of this user's data; it may not exist yet."""
    override = os.environ.get(HOME_VARIABLE)
    if override:
        return Path(override)
    import platformdirs

    return Path(platformdirs.user_data_path("briefing-desk", appauthor=False))


def expanded(name: str | Path) -> Path:
    """Return the path with `~` as the home of its user; as a shell, unchanged where there is no such user."""
    path = Path(name)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def resolved(name: str | Path) -> Path:
    """Return the absolute path of what `name` leads to, `~` and links followed; nothing need be there.

    Raises StorageError for links that lead in a circle, and for a name that no system takes.
    """
    path = expanded(name)
    try:
        if not _circles(path):
            return path.resolve()
    except RuntimeError:
        pass  # how Python 3.11 and 3.12 report a circle
    except ValueError as error:
        raise StorageError(
            "The name of a file cannot hold a NUL character.", "Choose another name."
        ) from error
    raise StorageError(
        f"“{path.name}” is a link that leads in a circle.", "Name the file itself, or mend the link."
    )


def _circles(path: Path) -> bool:
    """Say whether links on the way lead in a circle: newer Pythons resolve one to itself, without a word."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP or getattr(error, "winerror", 0) == _CANNOT_RESOLVE
    return False


def backups_dir(path: Path) -> Path:
    """Return the folder of the backups of the brief at `path`; it may not exist yet.

    It is named after the file and, since two folders may hold files of one name, a hash of the whole path.
    """
    from hashlib import blake2b

    whole = os.fsencode(resolved(path))
    stem = re.sub(r"[^\w-]+", "-", path.stem).strip("-")[:40] or "brief"
    return data_dir() / "backups" / f"{stem}-{blake2b(whole, digest_size=5).hexdigest()}"
