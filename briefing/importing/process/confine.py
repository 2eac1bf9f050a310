"""What the worker process may not do: use much memory or time, read what is not its own, write, reach the
network, start programs.

On Linux the kernel refuses it, to C code too: `landlock` for reading, `seccomp` for all else. The limits are
POSIX ones (setrlimit). Where Python has no `resource` module (Windows), and for a limit the system refuses,
they are left out: there the watchdog and the parent's deadline are what ends a worker. The audit hook is a
tripwire for systems that have none of this (PEP 578): it stops Python code, not C code that turned hostile.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
from dataclasses import dataclass
from importlib.machinery import PathFinder
from typing import Any

from briefing.outside import landlock, seccomp

MEMORY = 1 << 30  # bytes of address space
CPU_SECONDS = 20  # of one file
WATCHDOG_SECONDS = 30  # of one file; later than the parent's deadline, for a worker left alone
OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process may use: `memory` in bytes of address space, `cpu` and `watchdog` in seconds of one
    file.
    """

    memory: int
    cpu: int
    watchdog: int


USUAL = Limits(MEMORY, CPU_SECONDS, WATCHDOG_SECONDS)
# Recognising text takes a model, its memory, and seconds for each page.
HEAVY = Limits(2 << 30, 200, 150)

_DENIED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.utime",
    "shutil.",
    "tempfile.",
    "pty.",
    "winreg.",
    "_winapi.CreateProcess",
    "sqlite3.connect",
    "urllib.",
    "webbrowser.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(limits: Limits = USUAL) -> None:
    """Set what holds for the life of this process: limits, what the kernel refuses, and the audit hook.

    What a system does not have is left out: SECURITY.md says which system has what. Nothing foreign is read
    yet, and no thread but this one is running.
    """
    _limit("RLIMIT_AS", limits.memory)
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_NOFILE", OPEN_FILES)
    _limit("RLIMIT_CORE", 0)
    # Folders are listed now, to find modules in them later: most of them may not be listed then.
    PathFinder.find_spec("briefing_has_no_such_module")
    if landlock.version():
        landlock.read_only_beneath(landlock.of_python(sys.path))
    seccomp.install()
    sys.addaudithook(_audit)


def begin_file(limits: Limits = USUAL) -> None:
    """Give the next file its seconds of processor time, and start the watchdog that ends the process."""
    faulthandler.dump_traceback_later(limits.watchdog, exit=True, file=2)
    if sys.platform != "win32":
        import resource

        spent = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        wanted = int(spent.ru_utime + spent.ru_stime) + limits.cpu + 1
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def end_file() -> None:
    """Stop the watchdog."""
    faulthandler.cancel_dump_traceback_later()


def _limit(name: str, value: int) -> None:
    """Lower a limit for good, unless the system has none such or refuses it."""
    if sys.platform != "win32":
        import resource

        which = getattr(resource, name, None)
        if which is None:
            return
        hard = resource.getrlimit(which)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # macOS knows RLIMIT_AS and refuses to set it.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (value, value))


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if event == "open":
        flags = args[2] if isinstance(args[2], int) else 0
        if flags & _WRITING:
            raise PermissionError("an importer may not open a file to write")
    elif event.startswith(_DENIED):
        raise PermissionError(f"an importer may not use {event}")
