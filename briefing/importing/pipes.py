"""One request and one answer over a process's pipes, with a deadline, a limit and a way to cancel.

No threads: POSIX pipes are waited for with a selector. Windows has no such wait for pipes, so they are
looked at twenty times a second there; writing blocks, which a worker ends by reading or by dying.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
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

    for piece in _pieces(process, request, check):
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
    from collections.abc import Iterator

    def _pieces(process: Popen[bytes], request: bytes, check: Callable[[], None]) -> Iterator[bytes]:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            rest = memoryview(request)
            while rest:
                check()
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
    from collections.abc import Iterator

    def _pieces(process: Popen[bytes], request: bytes, check: Callable[[], None]) -> Iterator[bytes]:
        assert process.stdin is not None
        assert process.stdout is not None
        sink, source = process.stdin.fileno(), process.stdout.fileno()
        os.set_blocking(sink, False)
        rest = memoryview(request)
        with selectors.DefaultSelector() as selector:
            selector.register(source, selectors.EVENT_READ)
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
