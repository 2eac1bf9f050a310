"""What goes to standard output (data) and to standard error (messages, one line each)."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence

PROGRAM = "briefing"
# Foreign words must not steer a terminal: C0 and C1 controls but tab and line end, bidi overrides and
# isolates.
_STEERING = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)


def show(args: Namespace, data: object, lines: Iterable[str]) -> None:
    """Print `data` as JSON when asked for, else the lines."""
    if args.json:
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for line in lines:
        print(safe(line))


def tell(message: str) -> None:
    """Print one line to standard error."""
    print(f"{PROGRAM}: {safe(' '.join(message.split()))}", file=sys.stderr)


def safe(text: str) -> str:
    """Return a text in which nothing steers a terminal."""
    return text.translate(_STEERING)


def columns(*cells: object) -> str:
    """Return cells as one tab-separated line."""
    return "\t".join(" ".join(str(cell).split()) for cell in cells)


def counted(number: int, noun: str) -> str:
    """Return “1 quote”, “2 quotes”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def plain(fields: Mapping[str, object], leave_out: Sequence[str] = ()) -> dict[str, object]:
    """Return the fields as JSON has them, tuples as lists, without some."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in fields.items() if k not in leave_out}
