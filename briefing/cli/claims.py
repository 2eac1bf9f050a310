"""Commands that write: claim, statement, actor, judge, set."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from briefing import edits, model, rows
from briefing.cli import desk as desks
from briefing.cli.command import Command, brief_argument, quote_option
from briefing.cli.output import Out
from briefing.errors import BadInput
from briefing.model import ACTOR_KINDS, CLAIM_KINDS, FACETS, Actor, Brief, Claim, Judgement, Section
from briefing.scales import CONFIDENCE

ORIGIN = "command line"


def _claim_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("section", metavar="SECTION", help="a section’s id, title or kind")
    parser.add_argument("text", metavar="TEXT", help="the claim: one line; bold, italic, links in Markdown")
    parser.add_argument("--kind", metavar="K", help=f"{', '.join(CLAIM_KINDS)}; else what the section holds")
    quote_option(parser)


def _claim(args: Namespace) -> int:
    with desks.writing(args.brief) as desk:
        section = desks.section(desk.brief, args.section)
        claim = _new_claim(desk, args, rows.NEW_KIND[section.kind])
        desk.session.apply("New claim", edits.add_claim, section.id, claim, origin=ORIGIN)
    return _made(args, claim.id)


def _new_claim(desk: desks.Desk, args: Namespace, kind: str) -> Claim:
    return Claim(
        model.new_id("c"),
        desks.words(args.text, "A claim"),
        desks.field(Claim, "kind", args.kind or kind),
        desks.quotes(desk, args.quote),
    )


def _made(args: Namespace, ident: str) -> int:
    Out(args.json).show(lambda: {"id": ident}, [ident])
    return 0


def _statement_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("actor", metavar="ACTOR", help="an actor’s id or name")
    parser.add_argument("text", metavar="TEXT", help="what the actor says, does, wants or can do")
    parser.add_argument("--facet", metavar="F", default="", help=", ".join(f for f in FACETS if f))
    parser.add_argument("--kind", metavar="K", help=f"{', '.join(CLAIM_KINDS)}; else reported")
    quote_option(parser)


def _statement(args: Namespace) -> int:
    with desks.writing(args.brief) as desk:
        actor = desks.actor(desk.brief, args.actor)
        claim = _new_claim(desk, args, rows.NEW_KIND["actors"])
        claim = replace(claim, facet=desks.field(Claim, "facet", args.facet))
        desk.session.apply("New statement", edits.add_statement, actor.id, claim, origin=ORIGIN)
    return _made(args, claim.id)


def _actor_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--role", metavar="R", default="", help="such as “Turkish defence minister”")
    parser.add_argument("--alias", metavar="A", action="append", default=[], help="another name; may be repeated")
    parser.add_argument("--kind", metavar="K", default="", help=", ".join(k for k in ACTOR_KINDS if k))


def _actor(args: Namespace) -> int:
    with desks.writing(args.brief) as desk:
        actor = Actor(
            model.new_id("a"),
            desks.words(args.name, "An actor"),
            tuple(args.alias),
            desks.field(Actor, "kind", args.kind),
            args.role,
        )
        desk.session.apply("New actor", edits.add_actor, actor, origin=ORIGIN)
    return _made(args, actor.id)


def _judge_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("text", metavar="TEXT", help="the judgement, without its likelihood")
    parser.add_argument("--likelihood", metavar="T", required=True, help="a term of the brief’s standard")
    parser.add_argument("--confidence", metavar="C", required=True, help=", ".join(c for c, _ in CONFIDENCE))
    parser.add_argument("--confidence-reason", metavar="R", default="", help="why that much")
    parser.add_argument("--horizon", metavar="H", default="", help="by when, such as “to 15 April”")
    parser.add_argument(
        "--basis", metavar="CLAIM", action="append", default=[], help="a claim it rests on; may be repeated"
    )
    parser.add_argument(
        "--indicator", metavar="I", action="append", default=[], help="a sign to watch; may be repeated"
    )
    parser.add_argument("--section", metavar="S", help="where it goes; else the first section for an outlook")


def _judge(args: Namespace) -> int:
    with desks.writing(args.brief) as desk:
        section = desks.section(desk.brief, args.section) if args.section else _outlook(desk.brief)
        basis = tuple(dict.fromkeys(desks.find(desk.brief, claim, Claim).id for claim in args.basis))
        judgement = Judgement(
            model.new_id("j"),
            desks.words(args.text, "A judgement"),
            basis=basis,
            indicators=tuple(dict.fromkeys(i.strip() for i in args.indicator if i.strip())),
        )
        fields = {
            "likelihood": desks.words(args.likelihood, "A likelihood"),
            "confidence": desks.words(args.confidence, "A confidence"),
            "confidence_reason": args.confidence_reason,
            "horizon": args.horizon,
        }
        desk.session.apply("New judgement", _add_judged, section.id, judgement, fields, origin=ORIGIN)
    return _made(args, judgement.id)


def _outlook(brief: Brief) -> Section:
    for section in brief.sections:
        if section.kind == "outlook":
            return section
    names = ", ".join(s.id for s in brief.sections)
    raise BadInput("This brief has no section for an outlook.", f"Name one with --section: {names}.")


def _add_judged(brief: Brief, section_id: str, judgement: Judgement, fields: dict[str, str]) -> Brief:
    brief = edits.add_judgement(brief, section_id, judgement)
    for name, value in fields.items():
        brief = edits.set_field(brief, judgement.id, name, value)
    return brief


def _set_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("id", metavar="ID", help="an id or the beginning of one, or “brief” for the brief itself")
    parser.add_argument("field", metavar="FIELD", help="for example title, published, text, stance")
    parser.add_argument("value", metavar="VALUE", help="lists are separated by semicolons; “” empties a field")


def _set(args: Namespace) -> int:
    name = args.field.replace("-", "_")
    with desks.writing(args.brief) as desk:
        desk.session.apply(f"Set {name}", edits.set_field, args.id, name, args.value, origin=ORIGIN)
    return 0


def _fields() -> str:
    """Return the table of what may be set, for the help."""
    return "Fields that may be set:\n" + "\n".join(
        f"  {kind.__name__.lower():<10} {', '.join(readers)}" for kind, readers in edits.FIELDS.items()
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        "claim",
        "write a claim, with its quotes; prints its id",
        'claim idlib.brief situation "Patrols start on Sunday." --quote s3k "on Sunday"',
        _claim_arguments,
        _claim,
    ),
    Command(
        "statement",
        "write a statement under an actor; prints its id",
        'statement idlib.brief "Hulusi Akar" "Wants a lasting truce." --facet position --quote s3k "permanent one"',
        _statement_arguments,
        _statement,
    ),
    Command(
        "actor",
        "add an actor; prints its id",
        'actor idlib.brief "Hulusi Akar" --role "Turkish defence minister" --alias Akar --kind person',
        _actor_arguments,
        _actor,
    ),
    Command(
        "judge",
        "write a judgement of the outlook; prints its id",
        'judge idlib.brief "The truce will last the month." --likelihood likely --confidence low --basis c7f',
        _judge_arguments,
        _judge,
    ),
    Command(
        "set",
        "set any field of the brief or of something in it",
        'set idlib.brief brief marking TLP:GREEN\nset idlib.brief s3k publisher "Northern Wire"',
        _set_arguments,
        _set,
        prints=False,
        about=_fields(),
    ),
)
