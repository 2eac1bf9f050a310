"""Where the program keeps what is not in a brief file: settings and backups.

`BRIEFING_HOME` in the environment moves all of it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

HOME_VARIABLE = "BRIEFING_HOME"


def data_dir() -> Path:
    """Return the folder of this user's data; it may not exist yet."""
    override = os.environ.get(HOME_VARIABLE)
    if override:
        return Path(override)
    import platformdirs

    return Path(platformdirs.user_data_path("briefing-desk", appauthor=False))


def backups_dir(path: Path) -> Path:
    """Return the folder of the backups of the brief at `path`; it may not exist yet.

    It is named after the file and, since two folders may hold files of one name, a hash of the whole path.
    """
    from hashlib import blake2b

    whole = os.fsencode(path.expanduser().resolve())
    stem = re.sub(r"[^\w-]+", "-", path.stem).strip("-")[:40] or "brief"
    return data_dir() / "backups" / f"{stem}-{blake2b(whole, digest_size=5).hexdigest()}"
