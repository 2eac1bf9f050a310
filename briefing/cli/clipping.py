"""The command for pages clipped in a browser: what waits, setting a browser up, the host it starts: clip."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from briefing.cli.command import Command
from briefing.cli.printing import columns, counted, plain, show, tell
from briefing.clips import browsers, inbox
from briefing.clips.inbox import WaitingClip
from briefing.errors import BriefingError


def _arguments(parser: ArgumentParser) -> None:
    names = [known.name for known in browsers.BROWSERS]
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--install", choices=names, metavar="BROWSER",
        help=f"let the clipper of a browser hand pages over: {', '.join(names)}",
    )  # fmt: skip
    which.add_argument("--uninstall", choices=names, metavar="BROWSER", help="take that back")
    which.add_argument("--add", default="", metavar="BRIEF", help="add the pages that wait to a brief")
    which.add_argument("--remove", action="store_true", help="remove the pages that wait")
    which.add_argument("--host", action="store_true", help="what a browser starts; not for people")


def _clip(args: Namespace) -> int:
    if args.host:
        from briefing.clips import native_host

        native_host.serve(sys.stdin.buffer, sys.stdout.buffer)
        return 0
    if args.install:
        show(args, None, [str(browsers.install(browsers.browser(args.install)))])
        return 0
    if args.uninstall:
        which = browsers.browser(args.uninstall)
        if not browsers.uninstall(which):
            tell(f"{which.title} was not set up.")
        return 0
    if args.add:
        from briefing.cli.adding import add_clips  # no other command should wait for importing

        return add_clips(args)
    waiting = inbox.waiting()
    if args.remove:
        for one in waiting:
            inbox.remove(one)
        tell(f"{counted(len(waiting), 'page')} removed.")
        return 0
    rows = [_row(one) for one in waiting]
    show(args, rows, [columns(*(str(value) for value in row.values())) for row in rows])
    return 0


def _row(one: WaitingClip) -> dict[str, object]:
    """Return what is printed of a page that waits; of one that cannot be read, why."""
    try:
        clip = inbox.take(one)
    except BriefingError as error:
        return {"at": "–", "address": one.path.name, "title": error.message, "selected": ""}
    kept = plain(asdict(clip))
    return {name: kept[name] or "–" for name in ("at", "address", "title", "selected")}


CLIP = Command(
    "clip", "list the pages clipped in a browser; set a browser up", "clip --install firefox",
    _arguments, _clip, True, "The pages wait in an inbox until `clip --add BRIEF` or the window takes them. "
    "The browser's extension is in the folder clipper/extension of the source.",
)  # fmt: skip
