"""What the command line says: data on stdout, notices and errors on stderr, one line each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from briefing.errors import StorageError

PROGRAM = "briefing"
# Foreign words must not steer the terminal: C0 and C1 controls but tab and line end, and bidi overrides.
_STEERING = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)


@dataclass(frozen=True, slots=True)
class Out:
    """Where a command says what it found: as JSON when that was asked for, else as lines."""

    as_json: bool = False

    def show(self, value: Callable[[], Any], lines: Iterable[str]) -> None:
        """Print `value()` as JSON, or the lines."""
        if self.as_json:
            write(json.dumps(value(), ensure_ascii=False, indent=2) + "\n")
        else:
            write("".join(safe(one_line(line)) + "\n" for line in lines))


def write(text: str) -> None:
    """Write to stdout at once. Raises BrokenPipeError when nobody reads, StorageError when it is full."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageError(
            f"The output could not be written ({error.strerror}).", "What was done before stands."
        ) from error


def notice(text: str) -> None:
    """Say something on stderr that is no failure, or names one."""
    print(f"{PROGRAM}: {safe(one_line(text))}", file=sys.stderr, flush=True)


def one_line(text: str) -> str:
    """Return a text with its line ends as blanks."""
    return text.replace("\n", " ")


def safe(text: str) -> str:
    """Return a text in which nothing steers a terminal."""
    return text.translate(_STEERING)


def shortened(text: str, most: int) -> str:
    """Return a text on one line of at most `most` code points, cut with an ellipsis."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def use_utf8() -> None:
    """Make both streams write UTF-8 with LF wherever we are; what is no character is written escaped."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is not None:
            change(encoding="utf-8", errors="backslashreplace", newline="\n")
