"""An importer that misbehaves in the worker as the name of its file says."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints, Parsed


def read(data: bytes, hints: Hints) -> Parsed:
    """Do what the stem of the file name says, or return the data as text."""
    act = globals().get(f"_{hints.name.partition('.')[0]}")
    return Parsed(text=act(data) if act else data.decode())


def _hang(data: bytes) -> str:
    while True:
        time.sleep(1)


def _die(data: bytes) -> str:
    os._exit(3)


def _leave(data: bytes) -> str:
    os.closerange(3, 64)
    return _hang(data)


def _crash(data: bytes) -> str:
    return str(ctypes.string_at(0))


def _raise(data: bytes) -> str:
    raise RuntimeError("no such\x1b[31m thing")


def _refuse(data: bytes) -> str:
    raise BadInput("It is locked with a password.", "Unlock it first.", "template")


def _rubbish(data: bytes) -> str:
    for descriptor in range(64):
        try:
            os.write(descriptor, b"not an answer\n")
        except OSError:
            continue
    return "never seen"


def _flood(data: bytes) -> str:
    return "x" * 10_000_001


def _hoard(data: bytes) -> str:
    return str(len(bytearray(3 << 30)))


def _print(data: bytes) -> str:
    print("noise on stdout")
    sys.stdout.flush()
    return f"stdin gave {sys.stdin.read()!r}"


def _empty(data: bytes) -> str:
    return "\x00 \n"


def _process(data: bytes) -> str:
    return str(os.getpid())


def _surroundings(data: bytes) -> str:
    return ",".join(sorted(os.environ))


def _trespass(data: bytes) -> str:
    """Try each forbidden act on the path in `data`; return the names of those that went through."""
    target = data.decode()
    acts = {
        "write": lambda: Path(target).write_text("x", encoding="utf-8"),
        "truncate": lambda: os.truncate(__file__, 0),
        "os.open": lambda: os.open(target, os.O_CREAT | os.O_WRONLY),
        "remove": lambda: Path(__file__).unlink(),
        "mkdir": lambda: Path(target).mkdir(),
        "rename": lambda: Path(__file__).rename(target),
        "socket": lambda: socket.socket(),
        "lookup": lambda: socket.getaddrinfo("localhost", 80),
        "program": lambda: subprocess.run([sys.executable, "-V"], check=False),
        "system": lambda: os.system("exit"),
        "fork": lambda: os.fork() if hasattr(os, "fork") else os.startfile(target),  # type: ignore[attr-defined]
    }
    done = []
    for name, act in acts.items():
        try:
            act()
        except PermissionError:
            continue
        done.append(name)
    return f"went through: {done}"


def _limits(data: bytes) -> str:
    import resource

    names = ("RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE", "RLIMIT_CPU")
    return " ".join(str(resource.getrlimit(getattr(resource, name))[0]) for name in names)
