"""What the command add does. Loaded by it alone: the importing door takes time."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from briefing import edits
from briefing.cli.opening import Desk, editing
from briefing.cli.printing import columns, plain, show, tell
from briefing.errors import BadInput, Refused
from briefing.importing import door
from briefing.model import Source


def add(args: Namespace) -> int:
    """Add what was named and print each new source; return 2 when some of it could not be read."""
    added: list[dict[str, object]] = []
    failed = False
    with editing(args.brief) as desk:
        for result in _read(args.files):
            if isinstance(result, door.Failed):
                tell(f"{result.message} {result.hint}")
                failed = failed or not result.skipped
                continue
            source = _add_one(desk, result)
            if source is None:
                continue
            added.append(plain(asdict(source)))
            if not args.json:  # each at once: a full disk may stop the next one
                show(args, None, [columns(source.id, source.title)])
    if args.json:
        show(args, added, ())
    return 2 if failed else 0


def _read(names: Iterable[str]) -> Iterator[door.Imported | door.Failed]:
    """Read what was named, in order; each run of files has one worker."""
    paths: list[Path] = []
    for name in names:
        if name == "-":
            yield from door.read_files(paths)
            paths = []
            yield _read_input()
        else:
            paths.append(Path(name).expanduser())
    yield from door.read_files(paths)


def _read_input() -> door.Imported | door.Failed:
    try:
        return door.read_bytes("-", sys.stdin.buffer.read(door.MAX_BYTES + 1))
    except BadInput as error:
        return door.Failed("-", error.message, error.hint)


def _add_one(desk: Desk, result: door.Imported) -> Source | None:
    """Add an article and tell its notices; None, and a word, when its text is in the brief already."""
    source, bodies = door.to_source(result, accessed=date.today().isoformat())
    try:
        desk.apply("Add article", edits.add_source, source, bodies=bodies)
    except Refused as error:
        tell(error.line())
        return None
    for notice in source.notices:
        tell(f"“{source.filename or source.title}”: {notice}")
    return source
