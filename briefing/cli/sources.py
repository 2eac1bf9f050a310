"""Commands on articles: add, sources, text."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from briefing import lookup
from briefing.cli.command import Command, brief_argument
from briefing.cli.opening import find, reading
from briefing.cli.printing import columns, plain, safe, show
from briefing.model import Brief, Source


def _add_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "files", metavar="FILE", nargs="+",
        help="an article, a folder, a mailbox, a web address, a feed, a reference file; - reads standard input",
    )  # fmt: skip
    parser.add_argument(
        "--charset", default="", metavar="NAME", help="the encoding of a text that does not say it"
    )
    parser.add_argument(
        "--password",
        default="",
        metavar="FILE",
        help="a file whose first line is the password; - asks for it",
    )
    parser.add_argument("--attachments", action="store_true", help="add a mail's attachments as sources too")
    parser.add_argument("--pick", default="", metavar="N,N…", help="the entries of a feed to add, or all")
    parser.add_argument(
        "--private", action="store_true", help="fetch also from this machine and private networks"
    )


def _add(args: Namespace) -> int:
    from briefing.cli.adding import add  # no other command should wait for the importing door

    return add(args)


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
    "A file that cannot be read is named and the others are added; the exit code is then 2. A web address is "
    "fetched once, now; nothing else ever uses the network. The same words are never added twice; another text at "
    "the same address is added as a new version of the article.",
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
