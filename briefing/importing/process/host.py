"""The parent's end of the worker process: starts it, asks it, distrusts its answers, replaces it."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from types import TracebackType
from typing import Any, TypeVar

from briefing.errors import REASONS, BadInput, NeedsPassword
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.process.wire import from_wire
from briefing.importing.process.worker import MAX_TEXT
from briefing.outside import children, pipes

T = TypeVar("T")

SECONDS = 25.0  # for one file
_GRACE = 0.3  # seconds for a process that closed its pipe to end by itself
FILES = 50  # read by one process before it is replaced
# An escaped character takes at most twelve bytes of an answer (a surrogate pair); attachments add theirs.
_MOST_BYTES = MAX_TEXT * 12 + (64 << 20)

_START = children.main_of("briefing.importing.process.worker")
_START_HEAVY = children.main_of("briefing.importing.process.heavy_worker")


class Host:
    """Keeps one worker warm. Use it in a `with`: leaving it ends the process.

    `heavy`: with the memory and the time that a model needs.
    """

    def __init__(
        self, *, seconds: float = SECONDS, cancelled: Callable[[], bool] | None = None, heavy: bool = False
    ) -> None:
        self._start = _START_HEAVY if heavy else _START
        self._seconds = seconds
        self.cancelled = cancelled or pipes.asked_to_stop
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Host:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def parse(self, module: str, data: bytes, hints: Hints) -> Parsed:
        """Return what `module` makes of `data`.

        Raises BadInput when it cannot, saying why (without the file's name), and pipes.Cancelled.
        After any of them the next file gets a fresh process.
        """
        header = {"module": module, "size": len(data), "hints": asdict(hints)}
        return self._exchange(header, data, parsed_of)

    def ask(self, module: str, data: bytes, given: Any, read: Callable[[Any], T]) -> T:
        """Return what `read` makes of the answer of `module` to `data` and `given` (both as JSON has them).

        `read` raises ValueError, TypeError, KeyError or AttributeError for an answer that makes no sense.
        Otherwise as `parse`.
        """
        header = {"module": module, "size": len(data), "given": given}
        return self._exchange(header, data, lambda line: _answer_of(line, "answer", read))

    def _exchange(self, header: dict[str, Any], data: bytes, read: Callable[[bytes], T]) -> T:
        request = json.dumps(header).encode("ascii") + b"\n" + data
        try:
            line = pipes.exchange(
                self._running(), request, seconds=self._seconds, most=_MOST_BYTES, cancelled=self.cancelled
            )
            answer = read(line)
        except pipes.TooSlow as error:
            self.stop()
            raise _not_through(f"Reading it took longer than {self._seconds:g} seconds.") from error
        except pipes.TooMuch as error:
            self.stop()
            raise _rubbish() from error
        except pipes.Died as error:
            raise _not_through(self._last_words()) from error
        except BaseException:
            self.stop()
            raise
        self._served += 1
        return answer

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        children.end(process)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._served >= FILES:
            self.stop()
        if self._process is None:
            self._process = children.start(self._start, does="reads files")
            self._served = 0
        return self._process

    def _last_words(self) -> str:
        """Say why the process died, and clear it away."""
        code: int | None = None
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = self._process.wait(_GRACE)
        self.stop()
        if sys.platform != "win32":
            import signal

            if code == -signal.SIGXCPU:
                return "Reading it took too much processor time."
        how = "stopped answering" if code is None else f"stopped (code {code})"
        return f"The program that read it {how}: it is damaged, or needs too much memory."


def of_file(error: BadInput, name: str) -> BadInput:
    """Return an error of `Host.ask` with the name of the file, and with advice that does not speak of adding
    it.
    """
    hint = "Is it the right file?" if error.reason == "worker" or not error.hint else error.hint
    return BadInput(f"“{name}” could not be read. {error.message}", hint)


def parsed_of(line: bytes) -> Parsed:
    """Return the answer in a line of a worker; raises BadInput for an error, or for no answer at all."""
    return _answer_of(line, "parsed", from_wire)


def _answer_of(line: bytes, name: str, read: Callable[[Any], T]) -> T:
    try:
        answer = json.loads(line)
        if "error" in answer:
            raise _error_of(str(answer["error"]), str(answer.get("hint", "")), answer.get("reason"))
        return read(answer[name])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _rubbish() from error


def _error_of(message: str, hint: str, reason: object) -> BadInput:
    if reason == "password":
        return NeedsPassword(message, hint)
    return BadInput(message, hint, next((known for known in REASONS if known == reason), ""))


def _rubbish() -> BadInput:
    return _not_through("The program that read it gave an answer that makes no sense.")


def _not_through(message: str) -> BadInput:
    return BadInput(message, "It was left out.", "worker")
