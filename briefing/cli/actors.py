"""Commands on actors, judgements and sections: actor, judge, section."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing import edits, lookup, scales
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import editing, find_claim, words_of
from briefing.cli.printing import show
from briefing.errors import NotFound
from briefing.inline import one_line
from briefing.model import ACTOR_KINDS, SECTION_KINDS, Actor, Brief, Judgement, Section, new_id


def _actor_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("name", metavar="NAME", help="the name as the brief should give it")
    parser.add_argument("--role", default="", help="such as “Turkish defence minister”")
    parser.add_argument("--alias", action="append", default=[], metavar="A", help="another name; repeat")
    parser.add_argument("--kind", default="", choices=ACTOR_KINDS[1:], help="what it is")


def _actor(args: Namespace) -> int:
    actor = Actor(new_id("a"), words_of(args.name, "An actor"), tuple(args.alias), args.kind, args.role)
    with editing(args.brief) as desk:
        desk.apply("New actor", edits.add_actor, actor)
    show(args, {"id": actor.id}, [actor.id])
    return 0


def _judge_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("text", metavar="TEXT", help="what you expect, without a word of likelihood")
    parser.add_argument("--likelihood", required=True, metavar="T", help="a term of the brief's ladder")
    levels = [level for level, _ in scales.CONFIDENCE]
    parser.add_argument("--confidence", required=True, choices=levels, help="how well founded it is")
    parser.add_argument(
        "--confidence-reason", "--reason", dest="reason", default="", metavar="R", help="why that confidence"
    )
    parser.add_argument("--horizon", default="", help="by when, such as “to 15 April 2020”")
    parser.add_argument(
        "--basis", action="append", default=[], metavar="CLAIM", help="a claim it rests on; repeat"
    )
    parser.add_argument(
        "--indicator", action="append", default=[], metavar="SIGN", help="what would show it; repeat"
    )
    parser.add_argument(
        "--section", default="outlook", metavar="SECTION", help="where it stands; the outlook"
    )
    parser.add_argument("--marking", default="", help="such as TLP:GREEN")


def _judge(args: Namespace) -> int:
    text = words_of(args.text, "A judgement")
    with editing(args.brief) as desk:
        section = _outlook(desk.brief, args.section)
        judgement = Judgement(
            new_id("j"), text, basis=tuple(dict.fromkeys(find_claim(desk.brief, c).id for c in args.basis)),
            indicators=tuple(dict.fromkeys(one_line(i).strip() for i in args.indicator if i.strip())),
        )  # fmt: skip
        fields = {
            "likelihood": args.likelihood, "confidence": args.confidence, "confidence_reason": args.reason,
            "horizon": args.horizon, "marking": args.marking,
        }  # fmt: skip
        desk.apply("New judgement", _judged, section.id, judgement, fields)
    show(args, {"id": judgement.id}, [judgement.id])
    return 0


def _judged(brief: Brief, section_id: str, judgement: Judgement, fields: dict[str, str]) -> Brief:
    """Add a judgement and set its fields, in one step."""
    brief = edits.add_judgement(brief, section_id, judgement)
    for field, value in fields.items():
        brief = edits.set_field(brief, judgement.id, field, value)
    return brief


def _outlook(brief: Brief, name: str) -> Section:
    try:
        return lookup.section(brief, name)
    except NotFound as error:
        if name != "outlook":
            raise
        raise NotFound(
            "This brief has no section of the kind “outlook”.", "Say where it should stand with --section."
        ) from error


def _section_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("title", metavar="TITLE", help="its heading")
    parser.add_argument("--kind", default="prose", choices=SECTION_KINDS, help="what it holds (prose)")
    parser.add_argument("--after", default="", metavar="SECTION", help="the section it follows; the last")


def _section(args: Namespace) -> int:
    with editing(args.brief) as desk:
        known = {section.id for section in desk.brief.sections}
        desk.apply("Add section", edits.add_section, args.title, args.kind, args.after)
        (made,) = (section.id for section in desk.brief.sections if section.id not in known)
    show(args, {"id": made}, [made])
    return 0


ACTOR = Command(
    "actor", "add an actor; prints its id",
    'actor idlib.brief "Hulusi Akar" --alias Akar --kind person --role "Turkish defence minister"',
    _actor_arguments, _actor, True,
)  # fmt: skip
JUDGE = Command(
    "judge", "write a judgement; prints its id",
    'judge idlib.brief "The truce holds to mid-April." --likelihood likely --confidence low --basis c7dp2',
    _judge_arguments, _judge, True,
    "Terms of ICD 203: " + ", ".join(r.term for r in scales.standard("icd203").rungs) + ". "
    "Terms of PHIA: " + ", ".join(r.term for r in scales.standard("phia").rungs) + ".",
)  # fmt: skip
SECTION = Command(
    "section", "add a section; prints its id", 'section idlib.brief "Actors" --kind actors --after situation',
    _section_arguments, _section, True,
)  # fmt: skip
