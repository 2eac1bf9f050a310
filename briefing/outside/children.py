"""Processes of our own that meet what is foreign: how each is started, and how it is ended, whatever it is
doing.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import briefing
from briefing.errors import BadInput

# Seconds for a process that was killed to be gone. One that waits for a disk that does not answer cannot go
# before the disk does (state D): it is left behind, and the system clears it away one day.
GRACE = 2.0

# -I and -S keep environment, user and site folders out; so the folders to import from are handed over.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {} import main; sys.exit(main())"
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def main_of(module: str) -> str:
    """Return the code that runs `main()` of a module of ours, for `start`."""
    return _START.format(module)


def start(
    code: str,
    *arguments: str,
    does: str,
    stdin: int | None = subprocess.PIPE,
    descriptors: Sequence[int] = (),
    kept: Sequence[str] = (),
) -> subprocess.Popen[bytes]:
    """Start some code (`main_of`) in a process with next to no environment; its stdout is a pipe.

    `does` ends the sentence “the separate program that …”. `stdin` as `subprocess.Popen` takes it; of the
    open descriptors it gets `descriptors` only, of the environment also `kept`. Raises BadInput where it
    cannot start.
    """
    command = [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", code, json.dumps(import_folders())]
    names = (*_KEPT_ENVIRONMENT, *kept)
    try:
        return subprocess.Popen(
            [*command, *arguments],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={name: os.environ[name] for name in names if name in os.environ},
            pass_fds=tuple(descriptors),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise BadInput(
            f"The separate program that {does} could not be started ({error.strerror}).",
            "Close other programs and try again.",
        ) from error


def end(process: subprocess.Popen[bytes], grace: float = GRACE) -> None:
    """End a process and close its pipes. Returns after `grace` seconds at the latest, if need be without
    it.
    """
    process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(grace)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def import_folders() -> list[str]:
    """Return where this process imports from, ours first; no relative folder, and none above the user's
    files.
    """
    own = str(Path(briefing.__file__).resolve().parents[1])
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  as it is, where nobody can say whose home it is
    personal = (home, *home.parents)
    kept = (entry for entry in map(Path, sys.path) if entry.is_absolute() and entry not in personal)
    return list(dict.fromkeys((own, *map(str, kept))))
