"""Commands on whole brief files: new, history, templates, sample. Copies and backups are in `safety`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from briefing import edits, scales, storage, templates
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import reading
from briefing.cli.printing import columns, show, tell
from briefing.errors import BadInput

_NEW_FIELDS = ("as_of", "cut_off", "audience", "author", "marking")


def _new_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("brief", metavar="BRIEF", help="the file to make; one that exists is never touched")
    parser.add_argument("--template", metavar="ID", default=templates.DEFAULT, help="see `templates`")
    parser.add_argument("--title", metavar="T", help="the title; the file's name if not given")
    parser.add_argument(
        "--standard", default="icd203", choices=[s.id for s in scales.STANDARDS], help="the likelihood ladder"
    )
    parser.add_argument("--author", default="", help="who writes it")
    parser.add_argument(
        "--as-of", default="", metavar="DATE", help="the day it speaks of, such as 2020-03-18"
    )
    parser.add_argument("--cut-off", default="", metavar="DATE", help="no source is later than this")
    parser.add_argument("--audience", default="", help="who reads it")
    parser.add_argument("--marking", default="", help="such as TLP:GREEN")


def _new(args: Namespace) -> int:
    path = Path(args.brief)
    template = templates.get(args.template)
    brief = templates.start(template, title="", standard=args.standard)
    title = args.title if args.title is not None else path.stem
    for field, value in (("title", title), *((f, getattr(args, f)) for f in _NEW_FIELDS)):
        brief = edits.set_field(brief, "brief", field, value)
    with storage.create(path, brief) as store:
        made = {"id": brief.id, "path": str(store.path), "title": brief.title, "template": template.id}
        show(args, {**made, "standard": brief.standard}, [str(store.path)])
    return 0


def _history_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="the latest N steps (200)")


def _history(args: Namespace) -> int:
    if args.limit < 1:
        raise BadInput(f"“{args.limit}” is not a number of steps.", "Give a number from 1.")
    with reading(args.brief) as desk:
        entries = desk.store.history(args.limit)
    data = [{"seq": e.seq, "at": _moment(e.at), "label": e.label, "origin": e.origin} for e in entries]
    show(args, data, (columns(e.seq, _moment(e.at), e.label) for e in entries))
    return 0


def _templates(args: Namespace) -> int:
    listing = templates.listing()
    data = [
        {
            "id": t.id,
            "name": t.name,
            "description": t.description,
            "sections": [s.title for s in t.sections],
            "path": str(t.path),
        }
        for t in listing.templates
    ]
    show(args, data, (columns(t.id, t.name, t.description) for t in listing.templates))
    for notice in listing.notices:
        tell(notice)
    if not args.json:
        built_in, own = templates.built_in_folder(), templates.user_folder()
        tell(f"To make one of your own, copy a file from {built_in} to {own} and change it.")
    return 0


def _sample_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("brief", metavar="FILE", help="the file to make; one that exists is never touched")


def _sample(args: Namespace) -> int:
    from briefing.tasks import sample

    path = sample.build(Path(args.brief))
    show(args, {"path": str(path)}, [str(path)])
    return 0


def _moment(at: float) -> str:
    """Return seconds since the epoch as local time, ISO 8601."""
    return datetime.fromtimestamp(at).astimezone().isoformat(timespec="seconds")


def _no_arguments(parser: ArgumentParser) -> None:
    """`templates` takes none."""


NEW = Command(
    "new", "make an empty brief from a template",
    'new idlib.brief --title "Idlib: joint patrols" --standard icd203', _new_arguments, _new, True,
)  # fmt: skip
HISTORY = Command(
    "history", "list the steps made, newest first", "history idlib.brief --limit 20", _history_arguments,
    _history, True,
)  # fmt: skip
TEMPLATES = Command("templates", "list the templates", "templates", _no_arguments, _templates, True)
SAMPLE = Command("sample", "build the sample brief", "sample sample.brief", _sample_arguments, _sample, True)
