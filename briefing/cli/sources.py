"""Commands on articles: add, sources, text."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from briefing import edits, lookup
from briefing.cli import desk as desks
from briefing.cli.command import Command, brief_argument
from briefing.cli.output import Out, notice, safe, write
from briefing.errors import BadInput, Refused
from briefing.importing import door
from briefing.model import Brief, Source


def _add_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("files", metavar="FILE", nargs="+", help="an article or a folder of them; - reads stdin")


def _add(args: Namespace) -> int:
    added: list[Source] = []
    code = 0
    with desks.writing(args.brief) as desk:
        for result in _read(args.files):
            if isinstance(result, door.Failed):
                notice(f"{result.message} {result.hint}".strip())
                code = code if result.skipped else 2
                continue
            source = _add_one(desk, result)
            if source is not None:
                added.append(source)
                if not args.json:
                    Out().show(dict, [f"{source.id}\t{source.title}"])
    if args.json:
        Out(True).show(lambda: [asdict(source) for source in added], ())
    return code


def _read(names: Iterable[str]) -> Iterator[door.Imported | door.Failed]:
    """Read files in the order they were named, each run of them with one worker."""
    paths: list[Path] = []
    for name in names:
        if name != "-":
            paths.append(Path(name).expanduser())
            continue
        yield from door.read_files(paths)
        paths = []
        yield _read_stdin()
    yield from door.read_files(paths)


def _read_stdin() -> door.Imported | door.Failed:
    try:
        return door.read_bytes("-", sys.stdin.buffer.read(door.MAX_BYTES + 1))
    except BadInput as error:
        return door.Failed("-", error.message, error.hint)


def _add_one(desk: desks.Desk, result: door.Imported) -> Source | None:
    """Add an article and say what import noticed; None, and a word, when it is there already."""
    source, bodies = door.to_source(result, accessed=date.today().isoformat())
    try:
        desk.session.apply("Add article", edits.add_source, source, origin="command line", bodies=bodies)
    except Refused as error:
        notice(error.line())
        return None
    for text in source.notices:
        notice(f"“{source.filename or source.title}”: {text}")
    return source


def _sources(args: Namespace) -> int:
    with desks.reading(args.brief) as opened:
        brief = opened.brief
    lines = ("\t".join((s.id, s.published or "no date", s.publisher or "–", s.title)) for s in brief.sources)
    Out(args.json).show(lambda: [_record(brief, source) for source in brief.sources], lines)
    return 0


def _record(brief: Brief, source: Source) -> dict[str, Any]:
    return {**asdict(source), "links": len(lookup.links_of_source(brief, source.id))}


def _text_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("source", metavar="SOURCE")


def _text(args: Namespace) -> int:
    with desks.reading(args.brief) as opened:
        source = desks.find(opened.brief, args.source, Source)
        text = opened.store.text(source.text_sha)
    if args.json:
        Out(True).show(lambda: {"id": source.id, "title": source.title, "text": text}, ())
    else:
        # A file or pipe gets the words exactly as they are kept.
        write((safe(text) if sys.stdout.isatty() else text) + ("" if text.endswith("\n") else "\n"))
    return 0


COMMANDS: tuple[Command, ...] = (
    Command(
        "add",
        "add articles; prints the id and title of each",
        "add idlib.brief voa.txt notes/*.md\npbpaste | briefing add idlib.brief -",
        _add_arguments,
        _add,
        about="Each file stands by itself: a bad one is named on stderr and the others are added. The exit code is then 2.",
    ),
    Command("sources", "list the articles of a brief", "sources idlib.brief --json", brief_argument, _sources),
    Command(
        "text",
        "print the text of an article, exactly as quotes refer to it",
        "text idlib.brief s3k",
        _text_arguments,
        _text,
    ),
)
