"""An importer that does harm from C, past Python: each act is a call of the C library or of the kernel
itself.

As an importer it answers with what became of each act; as a program it does the same without being confined.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import platform
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.importing.common.parsed import Hints, Parsed

_AT_FDCWD = -100
_X86 = platform.machine() == "x86_64"
LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Field:
    """What is there to be harmed: a folder of files, a process, a port of this machine, a file of nobody's
    business.
    """

    folder: Path
    victim: int
    port: int
    private: Path

    def path(self, name: str) -> bytes:
        return bytes(self.folder / name)


def _call(x86_64: int, aarch64: int, *arguments: int | bytes) -> int:
    given = (ctypes.c_long(a) if isinstance(a, int) else ctypes.c_char_p(a) for a in arguments)
    return int(LIBC.syscall(ctypes.c_long(x86_64 if _X86 else aarch64), *given))


def _opened(path: bytes, flags: int) -> int:
    found = int(LIBC.open(path, ctypes.c_int(flags), ctypes.c_int(0o644)))
    if found >= 0 and flags & os.O_RDWR:
        LIBC.write(ctypes.c_int(found), b"harm", ctypes.c_size_t(4))
    return found


def _connected(field: Field, kind: int) -> int:
    held = int(LIBC.socket(2, kind, 0))
    if held < 0:
        return held
    address = struct.pack("=H", 2) + struct.pack("!H", field.port) + bytes([127, 0, 0, 1]) + bytes(8)
    if LIBC.connect(held, address, 16) < 0:
        return -1
    return int(LIBC.send(held, b"stolen", 6, 0))


def _forked() -> int:
    child = int(LIBC.fork())
    if child == 0:
        os._exit(0)
    return child


def _cloned() -> int:
    child = _call(56, 220, 17, 0, 0, 0, 0)  # SIGCHLD, no thread: a process
    if child == 0:
        os._exit(0)
    return child


def _spawned(field: Field) -> int:
    words = (ctypes.c_char_p * 4)(b"/bin/sh", b"-c", b"echo harm > " + field.path("shell"), None)
    number = ctypes.c_int()
    why = LIBC.posix_spawn(ctypes.byref(number), b"/bin/sh", None, None, words, None)
    if why:
        ctypes.set_errno(why)
        return -1
    return int(LIBC.waitpid(number, None, 0))


def _executed(field: Field) -> int:
    words = (ctypes.c_char_p * 4)(b"/bin/sh", b"-c", b"echo harm > " + field.path("exec"), None)
    return int(LIBC.execve(b"/bin/sh", words, None))


def _looked_into(field: Field) -> int:
    """Attach to the victim; a process that could do so would be let go again by ending."""
    return int(LIBC.ptrace(ctypes.c_long(0x4206), ctypes.c_long(field.victim), None, None))  # PTRACE_SEIZE


def _read_memory(field: Field) -> int:
    here = ctypes.create_string_buffer(8)
    pieces = struct.pack("=QQ", ctypes.addressof(here), 8)
    return _call(310, 270, field.victim, pieces, 1, pieces, 1, 0)


def _renamed(field: Field) -> int:
    return int(LIBC.rename(field.path("renamed"), field.path("renamed-to")))


ACTS: dict[str, Callable[[Field], int]] = {
    "connect and send": lambda f: _connected(f, 1),
    "send a packet": lambda f: _connected(f, 2),
    "a pair of sockets": lambda f: LIBC.socketpair(1, 1, 0, ctypes.create_string_buffer(8)),
    "unlink": lambda f: LIBC.unlink(f.path("unlinked")),
    "unlinkat": lambda f: LIBC.unlinkat(_AT_FDCWD, f.path("unlinked-too"), 0),
    "remove a folder": lambda f: LIBC.rmdir(f.path("folder")),
    "rename": _renamed,
    "rename by renameat2": lambda f: _call(316, 276, _AT_FDCWD, f.path("renamed-too"), _AT_FDCWD,
        f.path("to"), 0),
    "truncate": lambda f: LIBC.truncate(f.path("truncated"), ctypes.c_long(0)),
    "chmod": lambda f: LIBC.chmod(f.path("rights"), 0o777),
    "chown": lambda f: LIBC.chown(f.path("rights"), os.getuid(), os.getgid()),
    "change a file's times": lambda f: LIBC.utimensat(_AT_FDCWD, f.path("times"),
        struct.pack("=4q", 1, 0, 1, 0), 0),
    "set an attribute": lambda f: LIBC.setxattr(f.path("rights"), b"user.harm", b"x", ctypes.c_size_t(1), 0),
    "mkdir": lambda f: LIBC.mkdir(f.path("made"), 0o700),
    "symlink": lambda f: LIBC.symlink(b"/etc/passwd", f.path("symlink")),
    "link": lambda f: LIBC.link(f.path("linked"), f.path("hard-link")),
    "make a pipe by name": lambda f: LIBC.mkfifo(f.path("pipe"), 0o600),
    "make a file": lambda f: _opened(f.path("new"), os.O_CREAT | os.O_RDWR),
    "write into a file": lambda f: _opened(f.path("written"), os.O_RDWR),
    "empty a file": lambda f: _opened(f.path("written"), os.O_RDONLY | os.O_TRUNC),
    "make a file by creat": lambda f: LIBC.creat(f.path("new"), 0o600),
    "make a file by openat2": lambda f: _call(437, 437, _AT_FDCWD, f.path("new"),
        struct.pack("=3Q", 0o102, 0o600, 0), 24),
    "a file in memory": lambda f: _call(319, 279, b"harm", 0),
    "fork": lambda f: _forked(),
    "clone a process": lambda f: _cloned(),
    "start a shell": _spawned,
    "become a shell": _executed,
    "ask whether a process lives": lambda f: LIBC.kill(f.victim, 0),
    "kill another process": lambda f: LIBC.kill(f.victim, 15),
    "kill by tgkill": lambda f: _call(234, 131, f.victim, f.victim, 15),
    "kill by a descriptor": lambda f: _call(434, 434, f.victim, 0),
    "signal by a file": lambda f: LIBC.fcntl(0, 8, f.victim),
    "make another process slow": lambda f: LIBC.setpriority(0, f.victim, 19),
    "limit another process": lambda f: LIBC.prlimit(f.victim, 7, struct.pack("=2Q", 3, 3), None),
    "raise an own limit": lambda f: LIBC.prlimit(0, 7, struct.pack("=2Q", 32, 32), None),
    "ptrace": _looked_into,
    "read memory of another process": _read_memory,
    "read a private file": lambda f: _opened(bytes(f.private), os.O_RDONLY),
    "list a private folder": lambda f: _opened(bytes(f.private.parent), os.O_RDONLY | os.O_DIRECTORY),
    "read who has an account": lambda f: _opened(b"/etc/passwd", os.O_RDONLY),
    "read what the parent was given": lambda f: _opened(f"/proc/{f.victim}/environ".encode(), os.O_RDONLY),
    "watch a folder": lambda f: _call(294, 26, 0),
    "memory shared by key": lambda f: LIBC.shmget(0, ctypes.c_size_t(64), 0o1600),
    "a queue that no filter sees": lambda f: _call(425, 425, 1, bytes(120)),
    "leave the group of processes": lambda f: LIBC.setsid(),
    "own name space": lambda f: LIBC.unshare(0x10000000),
    "type into a terminal": lambda f: LIBC.ioctl(0, ctypes.c_ulong(0x5412), b"x"),
    "a call of x32": lambda f: _call(0x40000000 + 39, 0x40000000 + 39),
}  # fmt: skip
# These want a privilege, a terminal or a key of some kind: no proof that they go through elsewhere.
NOT_EVERYWHERE = {
    *(
        "set an attribute",
        "ptrace",
        "read memory of another process",
        "limit another process",
        "own name space",
    ),
    *("type into a terminal", "a call of x32", "a queue that no filter sees", "leave the group of processes"),
    *("read what the parent was given", "become a shell", "signal by a file", "make a file by openat2"),
}


def outcomes(field: Field) -> dict[str, str]:
    """Do each act; return by its name "" where it went through, else the name of the error."""
    done = {}
    for name, act in ACTS.items():
        ctypes.set_errno(0)
        went = act(field)
        done[name] = "" if went >= 0 else errno.errorcode.get(ctypes.get_errno(), "?")
    return done


def read(data: bytes, hints: Hints) -> Parsed:
    """Do the acts on the field that the data describes."""
    return Parsed(text=json.dumps(outcomes(_field(json.loads(data)))))


def _field(given: dict[str, str | int]) -> Field:
    return Field(
        Path(str(given["folder"])), int(given["victim"]), int(given["port"]), Path(str(given["private"]))
    )


if __name__ == "__main__":
    given, confined_as = sys.argv[1:]
    if confined_as == "fetch":
        import socket
        import ssl

        from briefing.importing.web import fetch_worker

        fetch_worker._confine()
        ssl.create_default_context()
        assert socket.getaddrinfo("localhost", 80)
    elif confined_as == "reading":
        from briefing.outside import seccomp

        assert seccomp.install() == ""
    else:
        del ACTS["become a shell"]
    print(json.dumps(outcomes(_field(json.loads(given)))))
