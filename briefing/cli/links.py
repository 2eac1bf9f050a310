"""Commands on links and on what may go: link, unlink, remove."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing import edits, lookup
from briefing.cli import desk as desks
from briefing.cli.command import Command, brief_argument
from briefing.cli.output import Out
from briefing.errors import BadInput
from briefing.model import STANCES, Actor, Brief, Claim, Evidence, Section, Source

ORIGIN = "command line"


def _link_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("claim", metavar="CLAIM")
    parser.add_argument("source", metavar="SOURCE")
    parser.add_argument("words", metavar="WORDS", help="exact words of the source")
    parser.add_argument("--stance", metavar="S", default="supports", help=", ".join(STANCES))
    parser.add_argument(
        "--occurrence", metavar="N", type=int, default=0, help="which one, counted from 1, where they come twice"
    )


def _link(args: Namespace) -> int:
    if args.occurrence < 0:
        raise BadInput("An occurrence is counted from 1.", "Leave it out where the words come once.")
    with desks.writing(args.brief) as desk:
        claim = desks.find(desk.brief, args.claim, Claim)
        new = desks.evidence(desk, args.source, args.words, occurrence=args.occurrence, stance=args.stance)
        desk.session.apply("Link quote", edits.link_quote, claim.id, new, origin=ORIGIN)
        linked = lookup.claim(desk.brief, claim.id).evidence
        made = next(e.id for e in linked if (e.source, e.quote) == (new.source, new.quote))
    Out(args.json).show(lambda: {"id": made}, [made])
    return 0


def _unlink_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("evidence", metavar="LINK", help="the id of a link, as “outline” shows it")


def _unlink(args: Namespace) -> int:
    with desks.writing(args.brief) as desk:
        link = desks.find(desk.brief, args.evidence, Evidence)
        desk.session.apply("Unlink quote", edits.unlink, link.id, origin=ORIGIN)
    return 0


def _remove_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("id", metavar="ID", help="a claim, judgement, actor, source, section or link")
    parser.add_argument("--unlink", action="store_true", help="take the links to a source with it")


def _remove(args: Namespace) -> int:
    with desks.writing(args.brief) as desk:
        entity = lookup.entity(desk.brief, args.id)
        match entity:
            case Brief():
                raise BadInput("A brief is not removed from itself.", "Delete the file instead.")
            case Source():
                desk.session.apply("Remove article", edits.remove_source, entity.id, args.unlink, origin=ORIGIN)
            case Actor():
                desk.session.apply("Remove actor", edits.remove_actor, entity.id, origin=ORIGIN)
            case Section():
                desk.session.apply("Remove section", edits.remove_section, entity.id, origin=ORIGIN)
            case Evidence():
                desk.session.apply("Unlink quote", edits.unlink, entity.id, origin=ORIGIN)
            case _:
                desk.session.apply("Remove claim", edits.remove_item, entity.id, origin=ORIGIN)
    return 0


COMMANDS: tuple[Command, ...] = (
    Command(
        "link",
        "link words of a source to a claim; prints the link’s id",
        'link idlib.brief c7f s3k "set up joint coordination centers" --stance context',
        _link_arguments,
        _link,
    ),
    Command("unlink", "take a quote away from its claim", "unlink idlib.brief e4m", _unlink_arguments, _unlink, prints=False),
    Command(
        "remove",
        "remove a claim, judgement, actor, source or section",
        "remove idlib.brief c7f\nremove idlib.brief s3k --unlink",
        _remove_arguments,
        _remove,
        prints=False,
    ),
)
