"""The command outline: the whole brief as a tree, with ids, note numbers and states."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from briefing import inline, lookup, scales
from briefing.actor_line import DOT, format_line
from briefing.checks import quotes
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import reading
from briefing.cli.printing import plain, show
from briefing.errors import BadInput
from briefing.exporting import options
from briefing.language.typed_days import day_in_full
from briefing.model import Actor, Brief, Claim, Evidence, Figure, Judgement, Placed, Section
from briefing.text import shortened

_BRIEF_LISTS = ("sections", "actors", "sources")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is worked out beside the brief: note numbers by evidence, the broken ones, the counts."""

    numbers: dict[str, int]
    broken: frozenset[str]
    tally: quotes.ClaimTally


def _outline(args: Namespace) -> int:
    from briefing.exporting import numbers

    with reading(args.brief) as desk:
        brief = desk.brief
        verdicts = quotes.verify(brief, desk.text_of)
    facts = _Facts(
        numbers(brief, options.read(brief.export_choices)),
        quotes.broken_ids(verdicts),
        quotes.tally(brief, verdicts),
    )
    show(args, _data(brief, facts), _lines(brief, facts))
    return 0


def _lines(brief: Brief, facts: _Facts) -> Iterator[str]:
    yield brief.title or "(no title)"
    about = (
        brief.marking,
        scales.standard(brief.standard).name,
        f"as of {brief.as_of}" if brief.as_of else "",
    )
    yield DOT.join((brief.id, *(part for part in about if part), f"edition {brief.edition}"))
    for section in brief.sections:
        yield ""
        yield f"{section.title}  [{section.id}]{_length(brief, section)}"
        if section.kind == "actors":
            for actor in brief.actors:
                yield from _actor_lines(actor, facts)
        for item in section.items:
            yield from _item_lines(item, facts, "  ")
    if brief.actors and not lookup.has_actors_section(brief):
        yield ""
        yield "Actors  (in no section)"
        for actor in brief.actors:
            yield from _actor_lines(actor, facts)
    yield ""
    yield quotes.summary(facts.tally)


def _length(brief: Brief, section: Section) -> str:
    """Return how much of its length a section has taken, "" where it has none."""
    if not section.limit:
        return ""
    words = lookup.section_words(brief, section)
    return f"  {words} of {section.limit} words{' (over)' if words > section.limit else ''}"


def _actor_lines(actor: Actor, facts: _Facts) -> Iterator[str]:
    yield f"  {actor.id}  {format_line(actor)}{f' ({actor.kind})' if actor.kind else ''}"
    for claim in actor.statements:
        yield from _item_lines(claim, facts, "    ")


def _item_lines(item: Placed, facts: _Facts, indent: str) -> Iterator[str]:
    if isinstance(item, Judgement):
        yield from _judgement_lines(item, indent)
        return
    if isinstance(item, Figure):
        yield from _figure_lines(item, indent)
        return
    state = quotes.state_of(item, facts.broken)
    about = ", ".join(
        part for part in (day_in_full(item.day), item.kind, item.facet, state, item.marking) if part
    )
    numbers = "".join(f" [{facts.numbers[e.id]}]" for e in item.evidence if e.id in facts.numbers)
    yield f"{indent}{item.id}  {inline.plain(item.text) or '(empty)'}{numbers}  ({about})"
    for linked in item.evidence:
        yield f"{indent}  {_evidence_line(linked, facts)}"
    for waiver in item.waivers:
        yield f"{indent}  waived {waiver.rule}: {waiver.reason}"


def _evidence_line(linked: Evidence, facts: _Facts) -> str:
    number = f"[{facts.numbers[linked.id]}] " if linked.id in facts.numbers else ""
    lost = "  BROKEN" if linked.id in facts.broken else ""
    return (
        f"{number}{linked.id}  {linked.stance} · {linked.source}  “{shortened(linked.quote.exact, 70)}”{lost}"
    )


def _judgement_lines(item: Judgement, indent: str) -> Iterator[str]:
    yield f"{indent}{item.id}  {inline.plain(item.text) or '(empty)'}"
    term = _term(item)
    confidence = f"{item.confidence} confidence" if item.confidence else ""
    about = [part for part in (term, confidence, item.horizon, item.marking) if part]
    if about:
        yield f"{indent}  {DOT.join(about)}"
    if item.basis:
        yield f"{indent}  rests on {', '.join(item.basis)}"
    for sign in item.indicators:
        yield f"{indent}  watch: {sign}"
    for waiver in item.waivers:
        yield f"{indent}  waived {waiver.rule}: {waiver.reason}"


def _figure_lines(item: Figure, indent: str) -> Iterator[str]:
    kind = item.mime.partition("/")[2].upper()
    about = (f"figure, {kind} {item.width} × {item.height}, {item.share} % wide", item.marking)
    words = inline.plain(item.text) or "(no caption)"
    yield f"{indent}{item.id}  {words}  ({', '.join(filter(None, about))})"
    if item.credit or item.source:
        yield f"{indent}  credit {DOT.join(filter(None, (item.credit, item.source)))}"
    yield f"{indent}  shows {item.alternative or '(no alternative text)'}"
    for waiver in item.waivers:
        yield f"{indent}  waived {waiver.rule}: {waiver.reason}"


def _term(item: Judgement) -> str:
    """Return the likelihood with its ladder and range; the bare term where it is on no ladder we know."""
    try:
        ladder = scales.standard(item.standard).name if item.likelihood else ""
        return (
            f"{item.likelihood} ({ladder}, {scales.range_text(item.standard, item.likelihood)})"
            if ladder
            else ""
        )
    except BadInput:
        return item.likelihood


def _data(brief: Brief, facts: _Facts) -> dict[str, object]:
    return {
        **plain(_own_fields(brief)),
        "sections": [
            {**_section_data(section, facts), "words": lookup.section_words(brief, section)}
            for section in brief.sections
        ],
        "actors": [_actor_data(actor, facts) for actor in brief.actors],
        "sources": [
            {"id": s.id, "title": s.title, "links": len(lookup.links_of_source(brief, s.id))}
            for s in brief.sources
        ],
        "tally": asdict(facts.tally),
    }


def _own_fields(brief: Brief) -> dict[str, object]:
    return {f: getattr(brief, f) for f in brief.__dataclass_fields__ if f not in _BRIEF_LISTS}


def _section_data(section: Section, facts: _Facts) -> dict[str, object]:
    return {
        "id": section.id, "kind": section.kind, "title": section.title, "guidance": section.guidance,
        "limit": section.limit, "items": [_item_data(item, facts) for item in section.items],
    }  # fmt: skip


def _actor_data(actor: Actor, facts: _Facts) -> dict[str, object]:
    return {
        "id": actor.id, "name": actor.name, "aliases": list(actor.aliases), "kind": actor.kind,
        "role": actor.role,
        "statements": [_item_data(claim, facts) for claim in actor.statements],
    }  # fmt: skip


def _item_data(item: Placed, facts: _Facts) -> dict[str, object]:
    data = plain(asdict(item))
    if isinstance(item, Claim):
        data["state"] = quotes.state_of(item, facts.broken)
        data["evidence"] = [
            {**plain(asdict(e)), "number": facts.numbers.get(e.id), "broken": e.id in facts.broken}
            for e in item.evidence
        ]
    return {"type": type(item).__name__.lower(), **data}


OUTLINE = Command(
    "outline", "print the brief as a tree: ids, note numbers, states", "outline idlib.brief", brief_argument,
    _outline, True, "States: sourced, unsourced, contradicted, broken.",
)  # fmt: skip
