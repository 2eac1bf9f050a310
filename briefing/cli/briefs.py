"""Commands on whole brief files: new, copy, history, backups, restore, templates, sample."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from briefing import edits, scales, storage, templates
from briefing.cli.command import Command, brief_argument
from briefing.cli.opening import reading
from briefing.cli.printing import columns, counted, show, tell
from briefing.errors import BadInput, NotFound, StorageError
from briefing.places import expanded

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


def _copy_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("target", metavar="TARGET", help="the file to make")
    parser.add_argument(
        "--share", action="store_true", help="leave out the history and the texts of removed sources"
    )
    parser.add_argument("--replace", action="store_true", help="replace TARGET if it exists")


def _copy(args: Namespace) -> int:
    target = expanded(args.target)
    if target.exists() and not args.replace:
        raise StorageError(f"“{target.name}” exists already.", "Choose another name, or say --replace.")
    with reading(args.brief) as desk:
        desk.store.save_copy(target, history=not args.share)
    return 0


def _history_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="the latest N steps (200)")


def _history(args: Namespace) -> int:
    if args.limit < 1:
        raise BadInput(f"“{args.limit}” is no number of steps.", "Give a number from 1.")
    with reading(args.brief) as desk:
        entries = desk.store.history(args.limit)
    data = [{"seq": e.seq, "at": _moment(e.at), "label": e.label, "origin": e.origin} for e in entries]
    show(args, data, (columns(e.seq, _moment(e.at), e.label) for e in entries))
    return 0


def _backups(args: Namespace) -> int:
    known = storage.backups_of(Path(args.brief))
    data = [
        {"number": n, "at": _moment(b.at), "bytes": b.bytes, "path": str(b.path)}
        for n, b in enumerate(known, 1)
    ]
    show(args, data, (columns(*row.values()) for row in data))
    if not known:
        tell(f"There is no backup of “{Path(args.brief).name}”. One is made when it is opened to be changed.")
    return 0


def _restore_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "backup",
        metavar="BACKUP",
        nargs="?",
        default="1",
        help="a number of `backups`, or a file; 1, the newest",
    )


def _restore(args: Namespace) -> int:
    path = Path(args.brief)
    backup = _backup_named(path, args.backup)
    kept = storage.restore(backup, path)
    show(
        args,
        {"path": str(path), "backup": str(backup), "kept": str(kept) if kept else ""},
        [str(kept)] if kept else [],
    )
    if kept:
        tell(f"“{path.name}” is restored. The file that was there is kept as “{kept.name}”.")
    return 0


def _backup_named(path: Path, name: str) -> Path:
    known = storage.backups_of(path)
    if not name.isascii() or not name.isdigit():
        return expanded(name)
    if not 1 <= int(name) <= len(known):
        raise NotFound(
            f"There is no backup {name} of “{path.name}”: it has {counted(len(known), 'backup')}.",
            "See `backups` for their numbers, or name a file.",
        )
    return known[int(name) - 1].path


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
    from briefing import sample

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
COPY = Command(
    "copy", "save a copy, or share one without its history",
    "copy idlib.brief for-the-desk.brief --share", _copy_arguments, _copy,
)  # fmt: skip
HISTORY = Command(
    "history", "list the steps made, newest first", "history idlib.brief --limit 20", _history_arguments,
    _history, True,
)  # fmt: skip
BACKUPS = Command(
    "backups",
    "list the backups of a brief, newest first",
    "backups idlib.brief",
    brief_argument,
    _backups,
    True,
)
RESTORE = Command(
    "restore", "put a backup in the place of a damaged or lost brief", "restore idlib.brief 1",
    _restore_arguments, _restore, True, "The file that was there is kept under another name, which is printed.",
)  # fmt: skip
TEMPLATES = Command("templates", "list the templates", "templates", _no_arguments, _templates, True)
SAMPLE = Command("sample", "build the sample brief", "sample sample.brief", _sample_arguments, _sample, True)
