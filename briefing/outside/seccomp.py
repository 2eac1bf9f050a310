"""A filter over the calls of the Linux kernel, for C code as for Python code (seccomp(2), mode 2).

`program` writes it in the kernel's own small language (classic BPF), `install` puts it on this process, for
good. Only x86-64 and AArch64 have one; elsewhere `install` says so and does nothing.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Sequence

from briefing.outside import syscalls
from briefing.outside.syscalls import Call

_EPERM, _ENOSYS = 1, 38
ALLOW, KILL_PROCESS, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
REFUSE, AS_UNKNOWN = _ERRNO | _EPERM, _ERRNO | _ENOSYS

# struct seccomp_data: where each word of 32 bits lies, in bytes; both machines are little-endian.
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16
# Classic BPF: load a word, jump on equal, on at least, on a bit set, return.
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
Step = tuple[int, int, int, int]  # code, steps to skip if so, steps to skip if not, number

# Machine: its word in seccomp_data (AUDIT_ARCH_…), and the number of the call seccomp.
MACHINES = {"x86_64": (0xC000003E, 317), "aarch64": (0xC00000B7, 277)}
_X32 = 0x40000000  # the bit of the x32 calls, which come under the same machine word

# The flags of open that let anything change; O_TMPFILE works with these only. The same numbers on both.
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CLONE_THREAD = 0x00010000
# The questions that Python asks of a file: is it a terminal, how much waits, keep it from children or not.
_IOCTL_ALLOWED = (0x5401, 0x541B, 0x5450, 0x5451, 0x5421)
# Copying descriptors and their flags. Not locks, nor F_SETOWN, which sends signals to other processes.
_FCNTL_ALLOWED = (0, 1, 2, 3, 4, 1030)
_RLIMIT_CPU = 0
# AF_UNIX (the name services of the machine), AF_INET, AF_INET6, AF_NETLINK (which addresses there are).
_FAMILIES = (1, 2, 10, 16)


def install(*, network: bool = False) -> str:
    """Put the filter on this process and its threads. Returns "" once it holds, else why there is none.

    `network`: connections may be made. What it refuses fails as not permitted (EPERM); a call of a foreign
    machine ends the process.
    """
    machine = os.uname().machine if sys.platform == "linux" and sys.maxsize > 1 << 32 else ""
    if machine not in MACHINES:
        return "there is a filter for Linux on x86-64 and AArch64 only"
    import ctypes

    steps = program(machine, os.getpid(), network=network)
    packed = b"".join(struct.pack("<HBBI", *step) for step in steps)
    code = ctypes.create_string_buffer(packed, len(packed))
    given = struct.pack("<HxxxxxxQ", len(steps), ctypes.addressof(code))  # struct sock_fprog
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, set_mode_filter, all_threads = 38, 1, 1
    zero = ctypes.c_ulong(0)
    if libc.prctl(no_new_privileges, ctypes.c_ulong(1), zero, zero, zero):
        return f"the system refused it ({os.strerror(ctypes.get_errno())})"
    number = ctypes.c_long(MACHINES[machine][1])
    if libc.syscall(number, ctypes.c_ulong(set_mode_filter), ctypes.c_ulong(all_threads), given):
        return f"the system refused it ({os.strerror(ctypes.get_errno())})"
    return ""


def program(machine: str, own: int, *, network: bool = False) -> list[Step]:
    """Return the filter for a machine of MACHINES, for the process whose number is `own`."""
    steps: list[Step] = [
        (LOAD, 0, 0, _MACHINE),
        (EQUAL, 1, 0, MACHINES[machine][0]),
        (RETURN, 0, 0, KILL_PROCESS),
        (LOAD, 0, 0, _NUMBER),
        (ANY_BIT, 0, 1, _X32),
        (RETURN, 0, 0, REFUSE),
        (AT_LEAST, 0, 1, syscalls.NEWEST + 1),
        (RETURN, 0, 0, AS_UNKNOWN),
    ]
    for call, body in _bodies(own, network):
        number = getattr(call, machine)
        if number is not None:
            steps += [(EQUAL, 0, len(body), number), *body]
    return [*steps, (RETURN, 0, 0, ALLOW)]


def _bodies(own: int, network: bool) -> list[tuple[Call, list[Step]]]:
    """Return what is done at each call: steps that end in an answer, for they load over its number."""
    left = syscalls.TO_FETCH if network else ()
    refused = [call for group in syscalls.REFUSED for call in group.calls if call not in left]
    if network:
        refused.remove(syscalls.SOCKET)
    return [
        (syscalls.OPENAT, _unless_any_bit(2, _WRITING)),
        (syscalls.OPEN, _unless_any_bit(1, _WRITING)),
        (syscalls.IOCTL, _only(1, _IOCTL_ALLOWED)),
        (syscalls.FCNTL, _only(1, _FCNTL_ALLOWED)),
        (syscalls.CLONE, [_load(0), (ANY_BIT, 1, 0, _CLONE_THREAD), _answer(REFUSE), _answer(ALLOW)]),
        (syscalls.KILL, _only(0, (own,))),
        (syscalls.TGKILL, _only(0, (own,))),
        (syscalls.PRLIMIT, _own_limits(own)),
        *([(syscalls.SOCKET, _only(0, _FAMILIES))] if network else []),
        *((call, [_answer(AS_UNKNOWN)]) for call in syscalls.UNKNOWN),
        *((call, [_answer(REFUSE)]) for call in refused),
    ]


def _load(argument: int, high: bool = False) -> Step:
    return (LOAD, 0, 0, _ARGUMENTS + 8 * argument + 4 * high)


def _answer(value: int) -> Step:
    return (RETURN, 0, 0, value)


def _unless_any_bit(argument: int, bits: int) -> list[Step]:
    return [_load(argument), (ANY_BIT, 0, 1, bits), _answer(REFUSE), _answer(ALLOW)]


def _only(argument: int, values: Sequence[int]) -> list[Step]:
    """Return steps that refuse all but some values of an argument, of which the kernel reads 32 bits."""
    last = len(values)
    tests = [(EQUAL, last - at, 0, value) for at, value in enumerate(values)]
    return [_load(argument), *tests, _answer(REFUSE), _answer(ALLOW)]


def _own_limits(own: int) -> list[Step]:
    """Return steps that let limits be asked for, and that of processor time be set: of this process only."""
    return [
        _load(0),
        (EQUAL, 2, 0, 0),
        (EQUAL, 1, 0, own),
        _answer(REFUSE),
        _load(1),
        (EQUAL, 4, 0, _RLIMIT_CPU),
        _load(2),
        (EQUAL, 0, 3, 0),
        _load(2, high=True),
        (EQUAL, 0, 1, 0),
        _answer(ALLOW),
        _answer(REFUSE),
    ]
