"""Commands on articles: add, sources, text."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import date

from briefing import lookup
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import find, reading
from briefing.cli.printing import columns, plain, safe, show
from briefing.errors import BadInput
from briefing.model import Brief, Source
from briefing.origins import Origins
from briefing.source_order import SOURCE_ORDERS, in_order


def _add_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "files", metavar="FILE", nargs="+",
        help="an article, a folder, a mailbox, a web address, a feed, a reference file; - reads standard "
            "input",
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
    from briefing.cli.adding import add  # no other command should wait for importing

    return add(args)


def _sources_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "--order", choices=SOURCE_ORDERS, default="added",
        help="as they were added, or by date, title, outlet, use or grade",
    )  # fmt: skip


def _sources(args: Namespace) -> int:
    from briefing.origins.of_brief import origins_of

    with reading(args.brief) as desk:
        brief = desk.brief
        origins = origins_of(brief, desk.text_of)
    links = {source.id: len(lookup.links_of_source(brief, source.id)) for source in brief.sources}
    listed = in_order(brief.sources, args.order, links)
    superseded = {source.supersedes for source in brief.sources}
    rows = [_data(brief, source, origins, source.id in superseded) for source in listed]
    lines = (
        columns(s.id, s.published or "–", s.publisher or "–", s.title, _use(row))
        for s, row in zip(listed, rows, strict=True)
    )
    show(args, rows, lines)
    return 0


def _data(brief: Brief, source: Source, origins: Origins, superseded: bool) -> dict[str, object]:
    group = origins.of.get(source.id)
    shared = group is not None and len(group.members) > 1
    return {
        **plain(asdict(source)),
        "links": len(lookup.links_of_source(brief, source.id)),
        "origin_id": origins.key(source.id),
        "origin_label": group.label if group is not None and shared else "",
        "origin_members": list(group.members) if group is not None and shared else [],
        "origin_why": group.reason(source.id) if group is not None else "",
        "superseded": superseded,
    }


def _use(row: dict[str, object]) -> str:
    """Say how a source is used, whose story it is, and that a newer version is there."""
    links, label, why = row["links"], row["origin_label"], row["origin_why"]
    parts = [f"{links} link{'' if links == 1 else 's'}"]
    if label:
        parts.append(f"one origin: {label}{f' ({why})' if why else ''}")
    if row["superseded"]:
        parts.append("superseded")
    if not row["text_sha"]:
        parts.append("no text")
    if row["note"]:
        parts.append(f"note: {' '.join(str(row['note']).split())}")
    return " · ".join(parts)


def _text_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("source", metavar="SOURCE", nargs="?", help="a source's id or its beginning")
    parser.add_argument(
        "--all", action="store_true", help="all articles of the brief; with --json one line for each of them"
    )
    parser.add_argument(
        "--dates", action="store_true", help="list its expressions of time and the days they stand for"
    )


def _dates(args: Namespace, source: Source, text: str) -> int:
    from briefing.language import when

    found = when.resolve(text, source.published)
    rows = [
        {
            "start": w.start, "end": w.end, "words": w.words,
            "first": _iso(w.first), "last": _iso(w.last), "how": w.how,
        }
        for w in found
    ]  # fmt: skip
    lines = (columns(w.words, _iso(w.first) or "–", _iso(w.last) or "–", w.how) for w in found)
    show(args, rows, lines)
    return 0


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


_IN_A_LINE = ("filename", "title", "published", "authors", "publisher", "url", "language", "notices")


def _all_texts(args: Namespace) -> int:
    """Print every article: as one JSON object a line, or its text below a line with its id and title."""
    with reading(args.brief) as desk:
        for source in desk.brief.sources:
            # A source that only a record is known of has none.
            text = desk.text_of(source.text_sha) if source.text_sha else ""
            if args.json:
                stated = {name: getattr(source, name) for name in _IN_A_LINE}
                print(json.dumps({"id": source.id, **plain(stated), "text": text}, ensure_ascii=False))
            else:
                print(safe(columns(source.id, source.title)))
                _write(text)
    return 0


def _text(args: Namespace) -> int:
    if args.all == (args.source is not None):
        raise BadInput("The article is named by its id, or all are asked for.", "Give SOURCE or --all.")
    if args.all:
        if args.dates:
            raise BadInput("The days are listed for one article.", "Give SOURCE with --dates.")
        return _all_texts(args)
    with reading(args.brief) as desk:
        source = find(desk.brief, args.source, Source)
        text = desk.text_of(source.text_sha)
    if args.dates:
        return _dates(args, source, text)
    if args.json:
        show(args, {"id": source.id, "title": source.title, "text": text, "pages": list(source.pages)}, ())
        return 0
    _write(text)
    return 0


def _write(text: str) -> None:
    """Print a text: a file or a pipe gets the words as they are kept; a terminal is not steered by them."""
    sys.stdout.write(safe(text) if sys.stdout.isatty() else text)
    if not text.endswith("\n"):
        sys.stdout.write("\n")


ADD = Command(
    "add", "add articles; prints the id and title of each",
    "add idlib.brief voa.txt reports/", _add_arguments, _add, True,
    "A file that cannot be read is named and the others are added; the exit code is then 2. A web address is "
    "fetched once, now; nothing else ever uses the network. The same words are never added twice; another "
    "text at the same address is added as a new version of the article.",
)  # fmt: skip
SOURCES = Command(
    "sources",
    "list the articles: id, date, publisher, title, use and origin",
    "sources idlib.brief",
    _sources_arguments,
    _sources,
    True,
)
TEXT = Command(
    "text", "print the text of an article, as quotes refer to it", "text idlib.brief s4k2m", _text_arguments,
    _text, True,
    "With --all --json each article is one line: id, filename, title, published, authors, publisher, url, "
    "language, notices, text.",
)  # fmt: skip
