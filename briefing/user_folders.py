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
        f"“{path.name}” is a link that leads in a circle.", "Name the file itself, or repair the link."
    )


def _circles(path: Path) -> bool:
    """Say whether links on the way lead in a circle: newer Pythons resolve one to itself, without a word."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP or getattr(error, "winerror", 0) == _CANNOT_RESOLVE
    return False


def private_dir() -> Path:
    """Return the folder for work that no other user and no shared folder may see; it may not exist yet."""
    return data_dir() / "private"


def place_key(path: Path) -> str:
    """Return a name that stands for the place of a file: its name and, since two folders may hold files of
    one name, a hash of the whole path.
    """
    return _key(path.stem, os.fsencode(resolved(path)))


def brief_backups_dir(ident: str) -> Path:
    """Return the folder of the backups of the brief with this id; it may not exist yet.

    In it: `texts/`, every article text once, under its hash; and for each place the brief was edited at a
    folder named by `place_key`, with its ladder.
    """
    return all_backups_dir() / _key(ident, ident.encode("utf-8", "surrogatepass"))


def all_backups_dir() -> Path:
    """Return the folder of the backups of all briefs; it may not exist yet."""
    return data_dir() / "backups" / "briefs"


def backups_dir(path: Path) -> Path:
    """Return the folder in which earlier versions kept the backups of the brief at `path`; it may not
    exist.
    """
    return data_dir() / "backups" / place_key(path)


def _key(name: str, whole: bytes) -> str:
    from hashlib import blake2b

    stem = re.sub(r"[^\w-]+", "-", name).strip("-")[:40] or "brief"
    return f"{stem}-{blake2b(whole, digest_size=5).hexdigest()}"
