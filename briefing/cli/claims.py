"""Commands on claims and their quotes: claim, statement, link, unlink."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing import edits, lookup, rows
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import (
    CommandDesk,
    editing,
    evidence_of,
    find,
    find_actor,
    find_claim,
    linked_as,
    quoted,
    words_of,
)
from briefing.cli.printing import show
from briefing.errors import BadInput
from briefing.model import CLAIM_KINDS, FACETS, STANCES, Claim, ClaimKind, Evidence, Facet, new_id


def _claim_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("section", metavar="SECTION", help="a section's id, title or kind")
    _writing_arguments(parser, "what it asserts; bold, italic and links in Markdown")


def _writing_arguments(parser: ArgumentParser, text: str) -> None:
    parser.add_argument("text", metavar="TEXT", help=text)
    parser.add_argument("--kind", choices=CLAIM_KINDS, help="if not given, the usual kind of that section")
    parser.add_argument(
        "--quote",
        nargs=2,
        action="append",
        metavar=("SOURCE", "WORDS"),
        help="exact words of a source that support it; repeat",
    )


def _claim(args: Namespace) -> int:
    with editing(args.brief) as desk:
        section = lookup.section(desk.brief, args.section)
        claim = _written(desk, args, rows.NEW_KIND[section.kind])
        desk.apply("New claim", edits.add_claim, section.id, claim)
    return _show_id(args, claim.id)


def _written(desk: CommandDesk, args: Namespace, usual: ClaimKind, facet: Facet = "") -> Claim:
    """Return the new claim with its quotes, so that both are one step."""
    text = words_of(args.text, "A claim")
    return Claim(new_id("c"), text, args.kind or usual, quoted(desk, args.quote), facet=facet)


def _show_id(args: Namespace, ident: str) -> int:
    show(args, {"id": ident}, [ident])
    return 0


def _statement_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("actor", metavar="ACTOR", help="an actor's id, name or alias")
    _writing_arguments(parser, "what the actor says, does, wants or can do")
    parser.add_argument("--facet", default="", choices=FACETS[1:], help="what it is about")


def _statement(args: Namespace) -> int:
    with editing(args.brief) as desk:
        actor = find_actor(desk.brief, args.actor)
        claim = _written(desk, args, rows.NEW_KIND["actors"], args.facet)
        desk.apply("New statement", edits.add_statement, actor.id, claim)
    return _show_id(args, claim.id)


def _link_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("claim", metavar="CLAIM", help="a claim's id or its beginning")
    parser.add_argument("source", metavar="SOURCE", help="a source's id or its beginning")
    parser.add_argument("words", metavar="WORDS", help="exact words of the source")
    parser.add_argument("--stance", default="supports", choices=STANCES, help="what they do to the claim")
    parser.add_argument(
        "--occurrence",
        type=int,
        metavar="N",
        help="which occurrence, counted from 1, where there are several",
    )


def _link(args: Namespace) -> int:
    if args.occurrence is not None and args.occurrence < 1:
        raise BadInput(f"There is no occurrence {args.occurrence}.", "They are counted from 1.")
    with editing(args.brief) as desk:
        claim = find_claim(desk.brief, args.claim)
        made = evidence_of(desk, args.source, args.words, args.stance, args.occurrence or 0)
        desk.apply("Link quote", edits.link_quote, claim.id, made)
        ident = linked_as(desk.brief, claim.id, made).id
    return _show_id(args, ident)


def _unlink_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("link", metavar="LINK", help="the id of a link, as `outline` shows it")


def _unlink(args: Namespace) -> int:
    with editing(args.brief) as desk:
        desk.apply("Unlink quote", edits.unlink, find(desk.brief, args.link, Evidence).id)
    return 0


CLAIM = Command(
    "claim", "write a claim with its quotes; prints its id",
    'claim idlib.brief situation "Patrols start on Sunday." --quote s4k2m "on Sunday"',
    _claim_arguments, _claim, True, "Claim and quotes are one step: when a quote is not found, nothing is "
        "written.",
)  # fmt: skip
STATEMENT = Command(
    "statement", "write a statement under an actor; prints its id",
    'statement idlib.brief "Hulusi Akar" "Hopes for a lasting truce." --facet position --quote s4k2m "our '
    'hope"',
    _statement_arguments, _statement, True,
)  # fmt: skip
LINK = Command(
    "link", "link words of a source to a claim; prints the link's id",
    'link idlib.brief c7dp2 s4k2m "joint coordination centers" --stance context', _link_arguments, _link,
    True,
    "Linking the same words again changes their stance only.",
)  # fmt: skip
UNLINK = Command(
    "unlink", "take a quote away from its claim", "unlink idlib.brief e9qwx", _unlink_arguments, _unlink
)
