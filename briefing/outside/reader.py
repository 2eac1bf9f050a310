"""The caller's end of the process that opens what a person named (`reader_process`): its deadline, and a way
to cancel.

A read can take for ever: a share that is gone, a file kept in a cloud, a pipe nobody writes to. The system
lets nobody call it back, so it is made in a process that can be ended, or left behind.
"""

from __future__ import annotations

import errno
import io
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from briefing.errors import BadInput
from briefing.outside import children, pipes, reader_process
from briefing.outside.folders import FoundFile, LeftOut

SECONDS = 25.0  # of waiting for one answer
_TO_LOOK = 5.0  # seconds to learn whether a file is there
_RATE = 100_000  # bytes: for each so many that come, it may take a second more
_MODULE = "briefing.outside.reader_process"
_DOES = "opens files"
_LONGEST_LINE = 1 << 20
_HANDED = re.compile(r"/(?:dev|proc/self)/fd/(\d+)")


class NoAnswer(TimeoutError):
    """Nothing came within the deadline; `strerror` says so in words."""


class NotAFile(OSError):
    """A folder, a pipe, a device; `strerror` says so in words."""


class LeadsOut(OSError):
    """A way out of the folder in which the file was found."""


class Reader:
    """Keeps one reading process. Use it in a `with`: leaving it ends the process.

    `seconds` may be set between two calls. What stops short (an error, a deadline, a caller that goes) ends
    the process, and the next call has another.
    """

    def __init__(self, *, seconds: float | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        self.seconds = SECONDS if seconds is None else seconds
        self._cancelled = cancelled or pipes.asked_to_stop
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            children.end(process)

    def walk(self, path: Path) -> Iterator[FoundFile | LeftOut]:
        """Yield what `folders.walk` finds at a path. Raises OSError (NoAnswer) and pipes.Cancelled."""
        for frame, _ in self._frames({"walk": str(path)}):
            if "found" in frame:
                yield FoundFile(*frame["found"])
            else:
                yield LeftOut(*frame["left"])

    def pieces(self, path: Path, most: int, within: str = "") -> Generator[bytes, None, None]:
        """Yield the first `most` bytes of a file, as they come.

        `within`: the real path of a folder that it must lie in. Raises OSError (NoAnswer, NotAFile, LeadsOut)
        and pipes.Cancelled.
        """
        request = {"read": str(path), "most": most, "within": within, "waits": False}
        for _, data in self._frames(request):
            yield data

    def bytes_of(self, path: Path, most: int, within: str = "") -> bytes:
        """Return the first `most` bytes of a file; raises as `pieces`."""
        return b"".join(self.pieces(path, most, within))

    def file(self, path: Path, within: str = "") -> BinaryIO:
        """Return a file to read from once, from its beginning; reading raises as `pieces`."""
        return io.BufferedReader(_Piped(self.pieces(path, 1 << 62, within)))

    def _frames(self, request: dict[str, Any]) -> Iterator[tuple[dict[str, Any], bytes]]:
        if self._process is None:
            self._process = children.start(children.main_of(_MODULE), does=_DOES)
        line = json.dumps(request).encode("ascii") + b"\n"
        whole = False
        try:
            for frame, data in _frames(self._process, line, self.seconds, self._cancelled):
                if "end" not in frame:
                    yield frame, data
                    continue
                whole = True
                _raise(frame)
        finally:
            if not whole:
                self.stop()


def read(
    path: Path,
    most: int,
    *,
    waits: bool = False,
    seconds: float | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the first `most` bytes of a file that a person named.

    `waits`: a pipe or a device is read too, with the same deadline. Raises OSError (NoAnswer, NotAFile) and
    pipes.Cancelled.
    """
    handed = _HANDED.fullmatch(str(path)) if waits else None
    is_input = waits and str(path) in ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")
    descriptors = () if handed is None or is_input or sys.platform == "win32" else (int(handed[1]),)
    request = {"read": None if is_input else str(path), "most": most, "within": "", "waits": waits}
    return _once(
        request, subprocess.DEVNULL if not is_input else None, descriptors,
        SECONDS if seconds is None else seconds, cancelled,
    )  # fmt: skip


def missing(paths: Iterable[Path], *, seconds: float | None = None) -> frozenset[Path]:
    """Return which of these are not there. What cannot be known, or not within `seconds` each, is not
    missing.

    Raises pipes.Cancelled.
    """
    gone = set()
    with Reader(seconds=_TO_LOOK if seconds is None else seconds) as opened:
        for path in paths:
            try:
                opened.bytes_of(path, 0)
            except (FileNotFoundError, NotADirectoryError):
                gone.add(path)
            except OSError:
                continue  # it is there, or its disk does not answer
    return frozenset(gone)


def read_input(most: int, *, seconds: float | None = None) -> bytes:
    """Return the first `most` bytes of standard input. A terminal is waited for as long as its person types.

    Raises OSError (NoAnswer).
    """
    try:
        sys.stdin.fileno()
    except (AttributeError, io.UnsupportedOperation):
        # Something that stands in for it in this very process, which no other can read.
        return sys.stdin.buffer.read(most)
    allowed = float("inf") if sys.stdin.isatty() else SECONDS if seconds is None else seconds
    return _once({"read": None, "most": most}, None, (), allowed, None)


def _once(
    request: dict[str, Any],
    stdin: int | None,
    descriptors: tuple[int, ...],
    seconds: float,
    cancelled: Callable[[], bool] | None,
) -> bytes:
    process = children.start(
        children.main_of(_MODULE), json.dumps(request), does=_DOES, stdin=stdin, descriptors=descriptors
    )
    try:
        got = list(_frames(process, b"", seconds, cancelled or pipes.asked_to_stop))
        _raise(got.pop()[0])
        return b"".join(data for _, data in got)
    finally:
        children.end(process)


class _Clock:
    """Counts the seconds spent waiting for a process, not those in which its caller did something else."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool]) -> None:
        self._left = seconds
        self._cancelled = cancelled
        self.since = time.monotonic()

    def stop(self, gained: int) -> None:
        """Stop counting; so many bytes have come."""
        self._left += gained / _RATE - (time.monotonic() - self.since)

    def check(self) -> None:
        """Raise TooSlow or Cancelled when it is time."""
        if self._cancelled():
            raise pipes.Cancelled
        if time.monotonic() - self.since > self._left:
            raise pipes.TooSlow


def _frames(
    process: subprocess.Popen[bytes], line: bytes, seconds: float, cancelled: Callable[[], bool]
) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Yield each frame of an answer; the last has an "end". Raises NoAnswer, OSError and pipes.Cancelled."""
    clock = _Clock(seconds, cancelled)
    incoming = _Incoming(pipes.pieces(process, line, clock.check))
    try:
        while True:
            clock.since = time.monotonic()
            frame, data = incoming.frame()
            clock.stop(len(data) or 1000)
            yield frame, data
            if "end" in frame:
                return
    except pipes.TooSlow as error:
        raise NoAnswer(errno.ETIMEDOUT, f"no answer for {seconds:g} seconds") from error
    except (pipes.Died, pipes.TooMuch, ValueError, KeyError, TypeError) as error:
        raise OSError(errno.EIO, "the program that opens files stopped") from error


def _raise(end: dict[str, Any]) -> None:
    """Raise what the last frame says went wrong, if anything did."""
    match end.get("errno", 0):
        case 0:
            return
        case reader_process.NOT_A_FILE:
            raise NotAFile(errno.EINVAL, "it is not a file that can be read")
        case reader_process.LEADS_OUT:
            raise LeadsOut(errno.EXDEV, "it leads out of the folder")
        case number:
            raise OSError(int(number), str(end["end"]))


class _Incoming:
    """Frames out of the pieces in which bytes come."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = bytearray()

    def frame(self) -> tuple[dict[str, Any], bytes]:
        while b"\n" not in self._held:
            if len(self._held) > _LONGEST_LINE:
                raise pipes.TooMuch
            self._held += next(self._pieces)
        line, _, rest = self._held.partition(b"\n")
        header: dict[str, Any] = json.loads(line)
        size = int(header.get("data", 0))
        self._held = rest
        while len(self._held) < size:
            self._held += next(self._pieces)
        data = bytes(self._held[:size])
        del self._held[:size]
        return header, data


class _Piped(io.RawIOBase):
    """Pieces of bytes as a file that can be read once."""

    def __init__(self, pieces: Generator[bytes, None, None]) -> None:
        self._pieces = pieces
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        if not self._held:
            self._held = memoryview(next(self._pieces, b""))
        count = min(len(into), len(self._held))
        into[:count] = self._held[:count]
        self._held = self._held[count:]
        return count

    def close(self) -> None:
        self._pieces.close()
        super().close()


def why_not(error: OSError | ValueError, name: str) -> BadInput:
    """Return in words why a file that a person named could not be read."""
    match error:
        case NoAnswer():
            return BadInput(
                f"“{name}” could not be read: {error.strerror}.",
                "Is it on a share, a disk or a cloud that is not connected? Copy it to this computer first.",
            )
        case NotAFile() | IsADirectoryError():
            return BadInput(f"“{name}” is not a file that can be read.", "Choose files or folders.")
        case LeadsOut():
            return BadInput(f"“{name}” leads out of its folder and was left out.", "Add the file itself.")
        case BlockingIOError():
            return BadInput(
                f"“{name}” could not be read: it gave no data at once, as a stored file does.",
                "Copy it to this computer first.",
            )
        case FileNotFoundError():
            return BadInput(f"“{name}” is not there.", "Check the name, or whether it was moved.")
        case PermissionError():
            return BadInput(f"You have no permission to read “{name}”.", "Ask its owner for permission.")
    why = getattr(error, "strerror", None) or error
    return BadInput(f"“{name}” could not be read ({why}).", "Try again, or copy it elsewhere first.")
