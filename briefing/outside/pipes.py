"""Requests and answers over a process's pipes, with a deadline, a limit and a way to cancel.

No threads: POSIX pipes are waited for with a selector. Windows has no such wait for pipes, so they are
looked at twenty times a second there; writing blocks, which a worker ends by reading or by dying.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from subprocess import Popen

TICK = 0.05  # seconds between two looks at `cancelled`
_CHUNK = 1 << 16


class Died(Exception):
    """The other end closed its pipe before its answer was complete."""


class TooSlow(Exception):
    """The deadline has passed."""


class TooMuch(Exception):
    """The answer is larger than allowed, or more than a line."""


class Cancelled(Exception):
    """The caller wants no answer any more."""


_STOP: ContextVar[Callable[[], bool] | None] = ContextVar("stop", default=None)


@contextmanager
def stopping(asked: Callable[[], bool]) -> Iterator[None]:
    """While this lasts, in this thread, waiting that is given no other way to be cancelled asks `asked`."""
    token = _STOP.set(asked)
    try:
        yield
    finally:
        _STOP.reset(token)


def asked_to_stop() -> bool:
    """Return whether the act that runs in this thread (`stopping`) is to end."""
    asked = _STOP.get()
    return asked is not None and asked()


def exchange(
    process: Popen[bytes], request: bytes, *, seconds: float, most: int, cancelled: Callable[[], bool]
) -> bytes:
    """Send `request` and return the line answered, without its line end, at most `most` bytes long.

    Raises Died, TooSlow after `seconds`, TooMuch, or Cancelled; the process is then of no more use.
    """
    until = time.monotonic() + seconds
    answer = bytearray()

    def check() -> None:
        if cancelled():
            raise Cancelled
        if time.monotonic() > until:
            raise TooSlow

    for piece in pieces(process, request, check):
        answer += piece
        if len(answer) > most:
            raise TooMuch
        if b"\n" in piece:
            break
    line, _, rest = answer.partition(b"\n")
    if rest:
        raise TooMuch
    return bytes(line)


if sys.platform == "win32":
    import _winapi
    import msvcrt

    def pieces(process: Popen[bytes], request: bytes, check: Callable[[], None]) -> Iterator[bytes]:
        """Send `request` and yield what comes back as it comes, for ever. `check` is called often, and may
        raise.

        Raises Died. A process without a pipe to it takes no request: then `request` is b"".
        """
        assert process.stdout is not None
        try:
            rest = memoryview(request)
            while rest:
                check()
                assert process.stdin is not None
                rest = rest[process.stdin.write(rest[:_CHUNK]) :]
            handle = msvcrt.get_osfhandle(process.stdout.fileno())
            while True:
                check()
                waiting = int(_winapi.PeekNamedPipe(handle, 0)[0])
                if waiting:
                    yield process.stdout.read(min(waiting, _CHUNK))
                else:
                    time.sleep(TICK)
        except OSError as error:
            raise Died from error

else:
    import os
    import selectors

    def pieces(process: Popen[bytes], request: bytes, check: Callable[[], None]) -> Iterator[bytes]:
        """Send `request` and yield what comes back as it comes, for ever. `check` is called often, and may
        raise.

        Raises Died. A process without a pipe to it takes no request: then `request` is b"".
        """
        assert process.stdout is not None
        source = process.stdout.fileno()
        sink = -1
        rest = memoryview(request)
        with selectors.DefaultSelector() as selector:
            selector.register(source, selectors.EVENT_READ)
            if request:
                assert process.stdin is not None
                sink = process.stdin.fileno()
                os.set_blocking(sink, False)
                selector.register(sink, selectors.EVENT_WRITE)
            while True:
                check()
                for key, _ in selector.select(TICK):
                    if key.fd == sink:
                        rest = rest[_sent(sink, rest) :]
                        if not rest:
                            selector.unregister(sink)
                        continue
                    piece = os.read(source, _CHUNK)
                    if not piece:
                        raise Died
                    yield piece

    def _sent(sink: int, rest: memoryview) -> int:
        try:
            return os.write(sink, rest[:_CHUNK])
        except BlockingIOError:
            return 0
        except OSError as error:
            raise Died from error
