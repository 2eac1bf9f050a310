"""Commands on anything that has an id: set, remove; and on words wherever they stand: replace."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections import Counter

from briefing import edits, lookup
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import CommandDesk, editing, reading
from briefing.cli.printing import columns, counted, show
from briefing.errors import BadInput, Refused
from briefing.lookup import Entity
from briefing.model import Actor, Brief, Claim, Evidence, Figure, Judgement, Section, Source
from briefing.rows import rows

_FIELDS = "; ".join(f"{kind.__name__.lower()}: {', '.join(fields)}" for kind, fields in edits.FIELDS.items())


def _set_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("id", metavar="ID", help="an id or its beginning; “brief” for the brief itself")
    parser.add_argument("field", metavar="FIELD", help="see below")
    parser.add_argument("value", metavar="VALUE", help="the new value; lists are separated by semicolons")


def _set(args: Namespace) -> int:
    with editing(args.brief) as desk:
        entity = lookup.entity(desk.brief, args.id)
        ident = entity.id
        if isinstance(entity, Evidence) and args.field == "credibility":
            _refuse_grade(desk, ident, args.value.strip())
        if args.field in ("waivers", "rules_off", "rules-off"):
            _refuse_rules(args.value)
        desk.apply(f"Set {args.field}", edits.set_field, ident, args.field.replace("-", "_"), args.value)
    return 0


def _refuse_rules(value: str) -> None:
    """Raise BadInput for an id that no rule has: it would stand in the brief and do nothing."""
    from briefing.checks import CHECKS

    known = [rule.id for rule in CHECKS]
    for ident in re.findall(r"(?:^|[;,\s])\+?(L[0-9]+)(?=\s*(?:[:;,]|$))", value, re.IGNORECASE):
        if ident.upper() not in known:
            raise BadInput(f"There is no rule “{ident}”.", f"One of: {', '.join(known)}.")


def _refuse_grade(desk: CommandDesk, evidence_id: str, grade: str) -> None:
    """Raise Refused for grade 1 where the evidence of the claim does not come from two origins."""
    from briefing.checks.corroboration import CONFIRMED, grade_refused
    from briefing.origins.of_brief import keys_of, origins_of

    if grade == CONFIRMED:
        claim = next(c for c, e in lookup.evidence(desk.brief) if e.id == evidence_id)
        why = grade_refused(claim, evidence_id, grade, keys_of(origins_of(desk.brief, desk.text_of)))
        if why:
            raise Refused(why, "Grade it 2, or link a quote of another origin first.")


def _remove_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "id", metavar="ID", help="the id of a source, claim, judgement, figure, actor, link or section"
    )
    parser.add_argument(
        "--unlink", action="store_true", help="of a source: take its quotes away from claims too"
    )
    parser.add_argument("--all", action="store_true", help="of a section: what is in it too")


def _remove(args: Namespace) -> int:
    with editing(args.brief) as desk:
        entity = lookup.entity(desk.brief, args.id)
        desk.apply(f"Remove {type(entity).__name__.lower()}", _without, entity, args.unlink, args.all)
    return 0


def _without(brief: Brief, entity: Entity, unlinking: bool, whole: bool) -> Brief:
    match entity:
        case Source():
            return edits.remove_source(brief, entity.id, unlinking)
        case Claim() | Judgement() | Figure():
            return edits.remove_item(brief, entity.id)
        case Actor():
            return edits.remove_actor(brief, entity.id)
        case Evidence():
            return edits.unlink(brief, entity.id)
        case Section():
            if entity.items and not whole:
                raise Refused(
                    f"The section “{entity.title}” is not empty.",
                    "Give --all to remove what is in it too.",
                )
            return edits.remove_section(brief, entity.id)
        case Brief():
            raise BadInput("A brief cannot be removed from itself.", "Delete the file.")


def _replace_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("old", metavar="OLD", help="the words to find")
    parser.add_argument("new", metavar="NEW", help="the words to put in their place; “” for none")
    parser.add_argument("--case", action="store_true", help="capitals and accents count")
    parser.add_argument("--words", action="store_true", help="whole words only")
    parser.add_argument(
        "--in", dest="parts", action="append", choices=edits.PARTS, help="in this part only; may be repeated"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")


def _replace(args: Namespace) -> int:
    wanted = edits.SoughtWords(args.old, args.case, args.words, frozenset(args.parts or edits.PARTS))
    with (reading if args.dry_run else editing)(args.brief) as desk:
        places = Counter(place.row for place in edits.find_words(desk.brief, wanted))
        after = edits.replace_words(desk.brief, wanted, args.new)
        words = {row.id: row.words(after) for row in rows(after) if row.id in places}
        if not args.dry_run and places:
            desk.apply("Replace", edits.replace_words, wanted, args.new)
    changed = [{"id": row, "places": places[row], "text": text} for row, text in words.items()]
    lines = [columns(*row.values()) for row in changed]
    show(args, changed, [*lines, counted(sum(places.values()), "place")])
    return 0


SET = Command(
    "set", "set a field of the brief or of anything in it", 'set idlib.brief s4k2m published 2020-03-13',
    _set_arguments, _set, False,
    f"Fields of a {_FIELDS}. A value that begins with a dash goes after --.",
)  # fmt: skip
REMOVE = Command(
    "remove", "remove a source, claim, judgement, figure, actor, link or section", "remove idlib.brief c7dp2",
    _remove_arguments, _remove,
)  # fmt: skip
REPLACE = Command(
    "replace", "put other words in the place of some, wherever they stand",
    'replace idlib.brief Turkey Türkiye --case --words', _replace_arguments, _replace, True,
    "Quotes stay linked; articles are not touched. Capitals, accents, quotation marks and dashes make no "
    "difference, unless --case is given.",
)  # fmt: skip
