"""The process that opens what a person named: it lists folders and hands over bytes, and looks into none of
them.

A request is a line of JSON on stdin, or one as the last argument. The answer is frames, each a line of JSON:
{"found": [path, within]}, {"left": [path, why, by_rule, leads_out]}, {"data": n} with n bytes after it, and
last {"end": ""} or {"end": why, "errno": n}. `reader` is the other end.

Nothing foreign is parsed here, so this process may read what its owner may; all else is refused to it.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.outside import seccomp
from briefing.outside.folders import FoundFile, beneath, walk

if TYPE_CHECKING:
    from typing import Any, BinaryIO

_CHUNK = 1 << 20
_STDIN = 0
# In place of a number of the system: what was named is no file, or lies outside the folder it was found in.
NOT_A_FILE, LEADS_OUT = -1, -2


class Unfit(Exception):
    """What was named is there, and is not to be read: NOT_A_FILE or LEADS_OUT."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main() -> int:
    """Answer requests until there are no more. Returns the exit code."""
    seccomp.install()
    requests = iter(sys.argv[2:3]) if len(sys.argv) > 2 else iter(sys.stdin.buffer.readline, b"")
    for request in requests:
        _answer(json.loads(request), sys.stdout.buffer)
    return 0


def _answer(request: dict[str, Any], out: BinaryIO) -> None:
    end: dict[str, Any] = {"end": ""}
    try:
        if "walk" in request:
            for item in walk(request["walk"]):
                row = [item.path, item.within] if isinstance(item, FoundFile) else [
                    item.path, item.why, item.by_rule, item.leads_out,
                ]  # fmt: skip
                _send(out, {"found" if isinstance(item, FoundFile) else "left": row})
        else:
            for data in _pieces(request):
                _send(out, {"data": len(data)}, data)
    except Unfit as unfit:
        end = {"end": "unfit", "errno": unfit.number}
    except OSError as error:
        end = {"end": error.strerror or str(error), "errno": error.errno or errno.EIO}
    except ValueError as error:  # a zero byte in a name
        end = {"end": str(error), "errno": errno.EINVAL}
    _send(out, end)


def _send(out: BinaryIO, header: dict[str, Any], data: bytes = b"") -> None:
    out.write(json.dumps(header).encode("ascii") + b"\n" + data)
    out.flush()


def _pieces(request: dict[str, Any]) -> Iterator[bytes]:
    """Yield at most `most` bytes of the file at `read`, or of standard input where that is None."""
    left: int = request["most"]
    path: str | None = request["read"]
    handle = _STDIN if path is None else _opened(path, request["within"], request["waits"])
    try:
        while left > 0 and (data := os.read(handle, min(left, _CHUNK))):
            left -= len(data)
            yield data
    finally:
        if path is not None:
            os.close(handle)


def _opened(path: str, within: str, waits: bool) -> int:
    """Open a file to read. Raises OSError, and Unfit for a pipe or device (unless it `waits`) or a way out.

    Opening a pipe waits for whoever writes to it, and a device may act on being opened: so it is looked at
    first.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    if waits:
        return os.open(path, flags)
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise Unfit(NOT_A_FILE)
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise Unfit(NOT_A_FILE)
    # A link may have been put in the file's place since the folder was listed.
    if within and not beneath(_place_of(handle, path), within):
        raise Unfit(LEADS_OUT)
    return handle


def _place_of(handle: int, path: str) -> str:
    """Return the real path of an open file: by what is open where the system says it, else by its name."""
    if sys.platform == "linux":
        try:
            return os.readlink(f"/proc/self/fd/{handle}")
        except OSError:
            pass  # no /proc here
    return os.path.realpath(path)
