"""Commands that keep a brief safe or hand out the file: copy, backups, restore, rescue."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from briefing import storage
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import reading
from briefing.cli.printing import columns, counted, show, tell
from briefing.errors import BadInput, NotFound, StorageError
from briefing.user_folders import expanded


def _copy_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("target", metavar="TARGET", help="the file to make")
    parser.add_argument(
        "--share", action="store_true",
        help="a copy for others: the brief as it stands, without its history; what goes along is listed",
    )  # fmt: skip
    parser.add_argument(
        "--editions",
        action="store_true",
        help="with --share: frozen editions too, with what was deleted since",
    )
    parser.add_argument(
        "--older-versions",
        action="store_true",
        help="with --share: older versions of articles that no quote is from",
    )
    parser.add_argument(
        "--no-originals",
        action="store_true",
        help="with --share: the texts of articles only, without their files",
    )
    parser.add_argument("--replace", action="store_true", help="replace TARGET if it exists")


def _copy(args: Namespace) -> int:
    target = expanded(args.target)
    asked = [name for name in ("editions", "older_versions", "no_originals") if getattr(args, name)]
    if asked and not args.share:
        raise BadInput(f"--{asked[0].replace('_', '-')} is for a shared copy.", "Give --share with it.")
    if target.exists() and not args.replace:
        raise StorageError(f"“{target.name}” exists already.", "Choose another name, or give --replace.")
    choice = (
        storage.ShareChoice(args.editions, args.older_versions, not args.no_originals) if args.share else None
    )
    with reading(args.brief) as desk:
        missing = desk.store.save_copy(target, choice=choice)
        listing = storage.listing(desk.brief, choice) if choice else storage.ShareListing((), ())
    data = {
        "path": str(target),
        "along": [asdict(part) for part in listing.along],
        "left": [asdict(part) for part in listing.left],
        "missing": list(missing),
    }
    show(args, data, ())
    if not args.json:
        for part in listing.along:
            tell(f"Goes along: {part.line()}.")
        for part in listing.left:
            tell(f"Left out: {part.line()}.")
    for words in missing:
        tell(f"Not in the copy, since it could not be found: {words}.")
    return 0


def _backups(args: Namespace) -> int:
    known = storage.backups_of(Path(args.brief))
    data = [
        {"number": n, "at": _moment(b.at), "bytes": b.bytes, "path": str(b.path), "place": b.place}
        for n, b in enumerate(known, 1)
    ]
    show(args, data, (columns(*(v for v in row.values() if v != "")) for row in data))
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
    missing = storage.missing_in(backup)
    show(
        args,
        {
            "path": str(path),
            "backup": str(backup),
            "kept": str(kept) if kept else "",
            "missing": list(missing),
        },
        [str(kept)] if kept else [],
    )
    if kept:
        tell(f"“{path.name}” is restored. The file that was there is kept as “{kept.name}”.")
    for words in missing:
        tell(f"Not in this backup: {words}.")
    return 0


def _backup_named(path: Path, name: str) -> Path:
    if not name.isascii() or not name.isdigit():
        return expanded(name)
    known = storage.backups_of(path)
    if not 1 <= int(name) <= len(known):
        raise NotFound(
            f"There is no backup {name} of “{path.name}”: it has {counted(len(known), 'backup')}.",
            "See `backups` for their numbers, or name a file.",
        )
    return known[int(name) - 1].path


def _rescue_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="NEW",
        required=True,
        help="the new brief; a file that exists is never touched",
    )


def _rescue(args: Namespace) -> int:
    report = storage.rescue(Path(args.brief), Path(args.output))
    show(args, {**asdict(report), "path": str(report.path), "whole": report.whole}, [str(report.path)])
    for line in report.lines():
        tell(line)
    return 0 if report.whole else 1


def _moment(at: float) -> str:
    """Return seconds since the epoch as local time, ISO 8601."""
    return datetime.fromtimestamp(at).astimezone().isoformat(timespec="seconds")


COPY = Command(
    "copy", "save a copy, or one to share", "copy idlib.brief for-the-desk.brief --share", _copy_arguments,
    _copy,
    True,
    "A copy to share holds the brief as it stands and the texts of its articles. The history of steps, "
    "texts of removed articles and the paths of the last export never go along; frozen editions only when "
    "asked for, since they hold what was deleted later.",
)  # fmt: skip
BACKUPS = Command(
    "backups", "list the backups of a brief, newest first", "backups idlib.brief", brief_argument, _backups,
    True,
    "They are found by the path of the file and by the id of the brief in it: those made at another place "
    "name it.",
)  # fmt: skip
RESTORE = Command(
    "restore", "put a backup in the place of a damaged or lost brief", "restore idlib.brief 1",
    _restore_arguments, _restore, True, "The file that was there is kept under another name, which is "
        "printed.",
)  # fmt: skip
RESCUE = Command(
    "rescue", "save what a damaged brief still holds, as a new one",
    "rescue idlib.brief -o idlib-rescued.brief",
    _rescue_arguments, _rescue, True,
    "Every row that is as it was written is saved; lost texts come from the backups, where they are. What "
    "is lost is named. The damaged file is never written to. Exit code 1: something of the brief is lost.",
)  # fmt: skip
