"""The parent's end of the worker process: starts it, asks it, distrusts its answers, replaces it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import briefing
from briefing.errors import BadInput, NeedsPassword
from briefing.importing import pipes
from briefing.importing.parsed import Hints, Parsed
from briefing.importing.wire import from_wire
from briefing.importing.worker import MAX_TEXT

T = TypeVar("T")

SECONDS = 25.0  # for one file
_GRACE = 0.3  # seconds for a process that closed its pipe to end by itself
FILES = 50  # read by one process before it is replaced
# An escaped character takes at most twelve bytes of an answer (a surrogate pair); attachments add theirs.
_MOST_BYTES = MAX_TEXT * 12 + (64 << 20)

# -I and -S keep environment, user and site folders out; so the folders to import from are handed over.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from briefing.importing.worker import main; sys.exit(main())"
)
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class Host:
    """Keeps one worker warm. Use it in a `with`: leaving it ends the process."""

    def __init__(self, *, seconds: float = SECONDS, cancelled: Callable[[], bool] | None = None) -> None:
        self._seconds = seconds
        self._cancelled = cancelled or (lambda: False)
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
                self._running(), request, seconds=self._seconds, most=_MOST_BYTES, cancelled=self._cancelled
            )
            answer = read(line)
        except pipes.TooSlow as error:
            self.stop()
            raise BadInput(
                f"Reading it took longer than {self._seconds:g} seconds.", "It was left out."
            ) from error
        except pipes.TooMuch as error:
            self.stop()
            raise _rubbish() from error
        except pipes.Died as error:
            raise BadInput(self._last_words(), "It was left out.") from error
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
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._served >= FILES:
            self.stop()
        if self._process is None:
            self._process = _start()
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


def parsed_of(line: bytes) -> Parsed:
    """Return the answer in a line of a worker; raises BadInput for an error, or for no answer at all."""
    return _answer_of(line, "parsed", from_wire)


def _answer_of(line: bytes, name: str, read: Callable[[Any], T]) -> T:
    try:
        answer = json.loads(line)
        if "error" in answer:
            kind = NeedsPassword if answer.get("needs") == "password" else BadInput
            raise kind(str(answer["error"]), str(answer.get("hint", "")))
        return read(answer[name])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _rubbish() from error


def _rubbish() -> BadInput:
    return BadInput("The program that read it gave an answer that makes no sense.", "It was left out.")


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _START, json.dumps(import_folders())]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise BadInput(
            f"The separate program that reads files could not be started ({error.strerror}).",
            "Close other programs and try again.",
        ) from error


def import_folders() -> list[str]:
    """Return where this process imports from, our own folder first; no relative one, and none above the user's files."""
    own = str(Path(briefing.__file__).resolve().parents[1])
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  as it is, where nobody can say whose home it is
    personal = (home, *home.parents)
    kept = (entry for entry in map(Path, sys.path) if entry.is_absolute() and entry not in personal)
    return list(dict.fromkeys((own, *map(str, kept))))
