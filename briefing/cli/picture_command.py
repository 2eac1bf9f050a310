"""The command figure: a picture with its caption, credit and alternative text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing import edits, lookup
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import editing
from briefing.cli.printing import show, tell
from briefing.model import Brief, Figure
from briefing.session import NewStep

# What may be given, and the field of the figure that it is.
_FIELDS = {
    "alt": "alternative",
    "credit": "credit",
    "source": "source",
    "width": "share",
    "marking": "marking",
}


def _arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("file", metavar="FILE", help="a picture: PNG or JPEG")
    parser.add_argument("--section", required=True, metavar="SECTION", help="a section's id, title or kind")
    parser.add_argument(
        "--after", default="", metavar="ID", help="the item it follows; if not given, the last"
    )
    parser.add_argument("--caption", default="", metavar="TEXT", help="bold, italic and links in Markdown")
    parser.add_argument("--alt", metavar="TEXT", help="what it shows, for who cannot see it")
    parser.add_argument("--credit", metavar="TEXT", help="whose it is")
    parser.add_argument("--source", metavar="SOURCE", help="the id of the article it is from")
    parser.add_argument("--width", metavar="PERCENT", help="of the width of the words: 10 to 100")
    parser.add_argument("--marking", metavar="MARKING", help="its marking")


def _figure(args: Namespace) -> int:
    from briefing.tasks import add_figure

    picture = add_figure.from_disk(Path(args.file))
    figure, body = add_figure.figure_of(picture, args.caption)
    given = {field: getattr(args, name) for name, field in _FIELDS.items()}
    with editing(args.brief) as desk:
        section = lookup.section(desk.brief, args.section)
        after = lookup.entity(desk.brief, args.after).id if args.after else ""
        desk.apply(NewStep("New figure", bodies=(body,)), _added, section.id, figure, after, given)
    show(args, {"id": figure.id, "notices": list(picture.notices)}, [figure.id])
    for notice in picture.notices:
        tell(notice)
    return 0


def _added(brief: Brief, section_id: str, figure: Figure, after: str, given: dict[str, str | None]) -> Brief:
    brief = edits.add_figure(brief, section_id, figure, after)
    for field, value in given.items():
        if value is not None:
            brief = edits.set_field(brief, figure.id, field, value)
    return brief


FIGURE = Command(
    "figure", "put a picture into a section; prints its id",
    'figure idlib.brief map.png --section situation --caption "The road." --alt "A map of the road."',
    _arguments, _figure, True,
    "Only the pixels are kept: what a camera wrote into the file (place, time, names) is removed, which is "
    "reported. At most 50 MB and 40 million pixels.",
)  # fmt: skip
