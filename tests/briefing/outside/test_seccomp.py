"""The filter over the kernel's calls, run here as the kernel runs it; its table held against the system's
own.
"""

from __future__ import annotations

import os
import re
import struct
from pathlib import Path

import pytest

from briefing.outside import seccomp, syscalls
from briefing.outside.seccomp import ALLOW, AS_UNKNOWN, KILL_PROCESS, MACHINES, REFUSE, program
from briefing.outside.syscalls import Call

OWN = 4321
# The kernel's headers as distributions install them, where they do.
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
EVERY = (
    *(call for group in syscalls.REFUSED for call in group.calls),
    *syscalls.UNKNOWN,
    *(syscalls.OPEN, syscalls.OPENAT, syscalls.CLONE, syscalls.KILL, syscalls.TGKILL, syscalls.PRLIMIT),
    *(syscalls.IOCTL, syscalls.FCNTL, syscalls.SOCKET),
)


def _answer(
    machine: str, number: int, *arguments: int, network: bool = False, word: int | None = None
) -> int:
    """Run the filter on one call, as linux/kernel/seccomp.c and net/core/filter.c say."""
    machine_word = MACHINES[machine][0] if word is None else word
    data = struct.pack("<IIQ6Q", number, machine_word, 0, *(*arguments, *[0] * 6)[:6])
    steps, at, loaded = program(machine, OWN, network=network), 0, 0
    while True:
        code, if_so, if_not, value = steps[at]
        at += 1
        if code == seccomp.LOAD:
            (loaded,) = struct.unpack_from("<I", data, value)
        elif code == seccomp.RETURN:
            return value
        else:
            so = {
                seccomp.EQUAL: loaded == value,
                seccomp.AT_LEAST: loaded >= value,
                seccomp.ANY_BIT: bool(loaded & value),
            }[code]
            at += if_so if so else if_not


@pytest.mark.parametrize("machine", MACHINES)
def test_it_refuses_every_call_of_the_table_and_no_other(machine: str) -> None:
    refused = {getattr(c, machine) for group in syscalls.REFUSED for c in group.calls} - {None}
    looked_at = {getattr(c, machine) for c in EVERY} - refused
    for number in range(syscalls.NEWEST + 1):
        if number not in looked_at:
            assert _answer(machine, number) == (REFUSE if number in refused else ALLOW), number
    assert _answer(machine, syscalls.NEWEST + 1) == AS_UNKNOWN
    assert len(program(machine, OWN)) < 4096


_WRITE, _CREATE, _APPEND = os.O_WRONLY, os.O_CREAT, os.O_APPEND
USES: list[tuple[str, tuple[int, ...], bool]] = [
    ("openat", (0, 0, 0), True),
    ("openat", (0, 0, os.O_CLOEXEC | os.O_DIRECTORY), True),
    *(("openat", (0, 0, flag), False) for flag in (_WRITE, os.O_RDWR, _CREATE, _APPEND, os.O_TRUNC)),
    ("openat", (0, 0, (1 << 32) | _WRITE), False),
    ("open", (0, 0), True),
    ("open", (0, _WRITE), False),
    ("clone", (0x3D0F00,), True),
    ("clone", (17,), False),
    ("clone", (0x4111,), False),
    ("clone3", (), False),
    ("openat2", (), False),
    ("kill", (OWN, 6), True),
    ("kill", (OWN + 1, 6), False),
    ("kill", (0, 15), False),
    ("kill", ((1 << 64) - 1, 9), False),
    ("tgkill", (OWN, 1, 6), True),
    ("tgkill", (1, 1, 6), False),
    ("prlimit64", (0, 0, 1 << 40), True),
    ("prlimit64", (0, 7, 0, 1), True),
    ("prlimit64", (OWN, 7, 0, 1), True),
    ("prlimit64", (0, 7, 1 << 40), False),
    ("prlimit64", (0, 7, 5), False),
    ("prlimit64", (1, 0, 5), False),
    ("prlimit64", (1, 7, 0, 1), False),
    ("ioctl", (0, 0x5401), True),
    ("ioctl", (0, 0x5412), False),
    ("fcntl", (0, 1030), True),
    ("fcntl", (0, 8, 1), False),
    ("fcntl", (0, 6), False),
]


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(("name", "arguments", "allowed"), USES)
def test_it_looks_at_what_a_call_is_given(
    machine: str, name: str, arguments: tuple[int, ...], allowed: bool
) -> None:
    number = getattr(next(call for call in EVERY if call.name == name), machine)
    if number is not None:
        assert (_answer(machine, number, *arguments) == ALLOW) is allowed


@pytest.mark.parametrize("machine", MACHINES)
def test_one_that_fetches_may_connect_and_still_nothing_else(machine: str) -> None:
    def asked(call: Call, *arguments: int) -> int:
        return _answer(machine, getattr(call, machine), *arguments, network=True)

    assert {asked(call) for call in syscalls.TO_FETCH} == {ALLOW}
    assert asked(syscalls.SOCKET, 2) == ALLOW
    assert asked(syscalls.SOCKET, 40) == REFUSE  # AF_VSOCK
    others = [c for g in syscalls.REFUSED for c in g.calls if c not in syscalls.TO_FETCH]
    here = [c for c in others if getattr(c, machine) is not None]
    assert {asked(call) for call in here} == {REFUSE}


@pytest.mark.parametrize("machine", MACHINES)
def test_a_call_of_another_machine_ends_the_process(machine: str) -> None:
    assert _answer(machine, 5, word=0x40000003) == KILL_PROCESS  # AUDIT_ARCH_I386
    assert _answer(machine, 0x40000000) == REFUSE


@pytest.mark.parametrize("machine", HEADERS)
def test_its_numbers_are_those_of_the_kernels_own_headers(machine: str) -> None:
    if not HEADERS[machine].exists():
        pytest.skip(f"no {HEADERS[machine]} here")
    lines = HEADERS[machine].read_text(encoding="utf-8")
    found = re.findall(r"^#define __NR(?:3264)?_(\w+)\s+(\d+)$", lines, re.MULTILINE)
    known = {name: int(number) for name, number in found}
    assert len(known) > 280
    told = {call.name: getattr(call, machine) for call in EVERY if getattr(call, machine) is not None}
    assert {name: number for name, number in told.items() if known.get(name, number) != number} == {}
    assert set(told) - set(known) == set()
    missed = {call.name for call in EVERY if getattr(call, machine) is None and call.name in known}
    assert missed == set()
