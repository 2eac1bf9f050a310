"""What a process may read on Linux, by name: nothing but some folders and files, for good (landlock(7)).

The kernel refuses all else that its version can: reading and listing, writing, making, removing, moving,
ways to other processes. Asking whether a name is there, and how large the file is, it does not refuse.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every machine
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
# How many kinds of acts each version knows. All are handled, so all but reading are refused everywhere.
_ACTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_BIND_TCP, _CONNECT_TCP = 1 << 0, 1 << 1  # from version 4
_ABSTRACT_SOCKETS, _SIGNALS = 1 << 0, 1 << 1  # from version 6

# What the C library and Python read by themselves: shared libraries, languages, time zones, letters.
_SYSTEM = (
    *("/lib", "/lib32", "/lib64", "/libx32", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libx32"),
    *("/usr/local/lib", "/usr/local/lib64", "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/alternatives"),
    *("/usr/share/locale", "/usr/share/i18n", "/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone"),
    *("/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/dev/null", "/dev/urandom", "/dev/random"),
    *("/etc/ssl/openssl.cnf", "/etc/pki/tls/openssl.cnf", "/etc/crypto-policies", "/etc/mime.types"),
)
# How names of the network are looked up, and whose certificates count.
_NETWORK = (
    *("/etc/resolv.conf", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/gai.conf"),
    *("/etc/services", "/etc/protocols", "/etc/ssl/certs", "/etc/ssl/cert.pem", "/etc/pki", "/usr/share/pki"),
    *("/etc/ca-certificates", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates"),
    *("/run/systemd/resolve", "/run/resolvconf", "/run/NetworkManager"),
)
_SITE = ("site-packages", "dist-packages")


def version() -> int:
    """Return which version of Landlock this kernel has; 0 for none."""
    if sys.platform != "linux":
        return 0
    import ctypes

    found: int = ctypes.CDLL(None).syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    return max(found, 0)


def read_only_beneath(readable: Iterable[str], *, network: bool = False) -> str:
    """Let this thread, and those it starts, read beneath these and nothing else. Returns "", or why not.

    What does not exist is left out. `network`: connections may be made. To be called before other threads.
    """
    known = version()
    if not known:
        return "this system has no Landlock"
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    given = _handled(known, network)
    rules = libc.syscall(_CREATE_RULESET, given, ctypes.c_size_t(len(given)), ctypes.c_uint(0))
    if rules < 0:
        return f"the system refused it ({os.strerror(ctypes.get_errno())})"
    try:
        for name in dict.fromkeys(readable):
            _allow(libc, rules, name)
        no_new_privileges, zero = 38, ctypes.c_ulong(0)
        refused = libc.prctl(no_new_privileges, ctypes.c_ulong(1), zero, zero, zero) or libc.syscall(
            _RESTRICT_SELF, ctypes.c_int(rules), ctypes.c_uint(0)
        )
    finally:
        os.close(rules)
    return f"the system refused it ({os.strerror(ctypes.get_errno())})" if refused else ""


def of_python(folders: Iterable[str], *, network: bool = False) -> list[str]:
    """Return what a process that imports from `folders` has to read: those, the libraries, the system's
    tables.
    """
    libraries = [
        f"{prefix}/{lib}" for prefix in (sys.base_prefix, sys.base_exec_prefix) for lib in ("lib", "lib64")
    ]
    asked = ("SSL_CERT_FILE", "SSL_CERT_DIR") if network else ()
    return [
        *libraries,
        *(name for folder in folders for name in _importable(folder, libraries)),
        *_mapped(),
        *os.environ.get("LD_LIBRARY_PATH", "").split(":"),
        *_SYSTEM,
        *(_NETWORK if network else ()),
        *(os.environ[name] for name in asked if name in os.environ),
    ]


def _importable(folder: str, libraries: list[str]) -> list[str]:
    """Return a folder of packages whole. Any other may hold its owner's files too: modules and packages
    only.
    """
    if Path(folder).name in _SITE or any(folder.startswith(f"{library}/") for library in libraries):
        return [folder]
    try:
        with os.scandir(folder) as found:
            return [entry.path for entry in found if _is_module(entry)]
    except OSError:
        return [folder]  # packages in a zip file


def _is_module(entry: os.DirEntry[str]) -> bool:
    name, _, ending = entry.name.partition(".")
    if not name.isidentifier() or entry.is_symlink():
        return False
    if entry.is_dir():
        return Path(entry.path, "__init__.py").exists()
    return ending.endswith(("py", "so"))


def _mapped() -> list[str]:
    """Return the files this process was loaded from, wherever its system keeps them."""
    try:
        with Path("/proc/self/maps").open(encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        return []
    return [line[line.index("/") :] for line in lines if "/" in line]


def _handled(known: int, network: bool) -> bytes:
    """Return struct landlock_ruleset_attr as long as this version knows it."""
    files = (1 << _ACTS.get(known, 16)) - 1
    if known < 4:
        return struct.pack("<Q", files)
    ports = _BIND_TCP if network else _BIND_TCP | _CONNECT_TCP
    if known < 6:
        return struct.pack("<QQ", files, ports)
    return struct.pack("<QQQ", files, ports, _SIGNALS if network else _SIGNALS | _ABSTRACT_SOCKETS)


def _allow(libc: object, rules: int, name: str) -> None:
    """Let what lies beneath a folder, or a file, be read. One that cannot be had is not there to be read."""
    import ctypes

    if not name.startswith("/"):
        return
    try:
        held = os.open(name, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights = _READ_FILE | _READ_DIR if Path(name).is_dir() else _READ_FILE
        beneath = ctypes.create_string_buffer(struct.pack("<Qi", rights, held), 12)
        path_beneath = ctypes.c_int(1)
        # A file system that takes no rules (a pipe's) is left out: nothing of it can then be read.
        libc.syscall(_ADD_RULE, ctypes.c_int(rules), path_beneath, beneath, ctypes.c_uint(0))  # type: ignore[attr-defined]
    finally:
        os.close(held)
