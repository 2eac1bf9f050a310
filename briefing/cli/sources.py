"""Commands on articles: add, sources, text."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from briefing import edits, lookup
from briefing.cli.command import Command, brief_argument
from briefing.cli.opening import Desk, editing, find, reading
from briefing.cli.printing import columns, plain, safe, show, tell
from briefing.errors import BadInput, Refused
from briefing.importing import door
from briefing.model import Brief, Source


def _add_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="an article or a folder; - reads standard input"
    )


def _add(args: Namespace) -> int:
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


def _sources(args: Namespace) -> int:
    with reading(args.brief) as desk:
        brief = desk.brief
    lines = (columns(s.id, s.published or "–", s.publisher or "–", s.title) for s in brief.sources)
    show(args, [_data(brief, source) for source in brief.sources], lines)
    return 0


def _data(brief: Brief, source: Source) -> dict[str, object]:
    return {**plain(asdict(source)), "links": len(lookup.links_of_source(brief, source.id))}


def _text_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("source", metavar="SOURCE", help="a source's id or its beginning")


def _text(args: Namespace) -> int:
    with reading(args.brief) as desk:
        source = find(desk.brief, args.source, Source)
        text = desk.text_of(source.text_sha)
    if args.json:
        show(args, {"id": source.id, "title": source.title, "text": text}, ())
        return 0
    # A file or a pipe gets the words as they are kept; a terminal is not steered by them.
    sys.stdout.write(safe(text) if sys.stdout.isatty() else text)
    if not text.endswith("\n"):
        sys.stdout.write("\n")
    return 0


ADD = Command(
    "add", "add articles; prints the id and title of each",
    "add idlib.brief voa.txt reports/", _add_arguments, _add, True,
    "A file that cannot be read is named and the others are added; the exit code is then 2.",
)  # fmt: skip
SOURCES = Command(
    "sources",
    "list the articles: id, date, publisher, title",
    "sources idlib.brief",
    brief_argument,
    _sources,
    True,
)
TEXT = Command(
    "text", "print the text of an article, as quotes refer to it", "text idlib.brief s4k2m", _text_arguments,
    _text, True,
)  # fmt: skip
