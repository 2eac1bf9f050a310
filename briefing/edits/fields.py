"""Any plain field by its name: one table of what may be set and how a typed value is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing import lookup, scales
from briefing.edits import readers
from briefing.edits.containers import change_item, replace_actor, replace_section
from briefing.edits.evidence import change_evidence
from briefing.edits.source_fields import READERS
from briefing.errors import BadInput
from briefing.inline import one_line
from briefing.model import (
    ACTOR_KINDS,
    CLAIM_KINDS,
    CONFIDENCE_LEVELS,
    CREDIBILITIES,
    FACETS,
    STANCES,
    Actor,
    Brief,
    Claim,
    Evidence,
    Figure,
    Judgement,
    Placed,
    Section,
    Source,
)

FIELDS: dict[type, dict[str, readers.Reader]] = {
    Brief: {
        "title": readers.line,
        "as_of": readers.moment,
        "cut_off": readers.moment,
        "audience": readers.line,
        "author": readers.line,
        "marking": readers.marking,
        "standard": readers.standard,
        "edition": readers.edition,
        "language": readers.line,
        "change_statement": readers.text,
        "stale_days": readers.days,
        "rules_off": readers.rules,
        "waivers": readers.waivers,
    },
    Section: {"title": readers.section_title, "guidance": readers.text, "limit": readers.length},
    Source: READERS,
    Claim: {
        "text": one_line,
        "kind": readers.one_of(*CLAIM_KINDS),
        "marking": readers.marking,
        "facet": readers.one_of(*FACETS),
        "day": readers.happened,
        "waivers": readers.waivers,
    },
    Actor: {
        "name": readers.line,
        "aliases": readers.names,
        "kind": readers.one_of(*ACTOR_KINDS),
        "role": readers.line,
    },
    Judgement: {
        "text": one_line,
        "likelihood": readers.line,
        "standard": readers.standard,
        "confidence": readers.one_of(*CONFIDENCE_LEVELS),
        "confidence_reason": readers.line,
        "horizon": readers.line,
        "basis": readers.names,
        "indicators": readers.list_of,
        "marking": readers.marking,
        "waivers": readers.waivers,
    },
    Figure: {
        "text": one_line,
        "alternative": readers.line,
        "credit": readers.line,
        "source": readers.line,
        "share": readers.share,
        "marking": readers.marking,
        "waivers": readers.waivers,
    },
    Evidence: {
        "stance": readers.one_of(*STANCES),
        "credibility": readers.one_of(*CREDIBILITIES),
        "translation": readers.text,
        "note": readers.text,
    },
}


def set_field(brief: Brief, ident: str, field: str, value: str) -> Brief:
    """Set one field of the brief ("brief"), or of the thing that `ident` names, to a typed value.

    Lists are separated by semicolons. Raises BadInput for an unknown field or a value that does not fit.
    """
    entity = lookup.entity(brief, ident)
    fields = FIELDS[type(entity)]
    if field not in fields:
        what = type(entity).__name__.lower()
        raise BadInput(f"A {what} has no field “{field}” to set.", f"Fields: {', '.join(fields)}.")
    read = fields[field](value)
    if field == "waivers" and isinstance(entity, Placed):
        read = tuple(replace(waiver, words=lookup.words_of(entity)) for waiver in read)
    if isinstance(entity, Judgement):
        return _set_judgement(brief, entity, field, read)
    if isinstance(entity, Figure) and field == "source" and read:
        read = lookup.source(brief, _full_id(brief, read)).id
    return _put(brief, replace(entity, **{field: read}))


def _set_judgement(brief: Brief, judgement: Judgement, field: str, value: Any) -> Brief:
    if field == "likelihood":
        if value:
            scales.rung(brief.standard, value)
        term = " ".join(value.casefold().split())
        return _put(brief, replace(judgement, likelihood=term, standard=brief.standard if term else ""))
    if field == "standard" and judgement.likelihood:
        scales.rung(value, judgement.likelihood)
    if field == "basis":
        value = tuple(dict.fromkeys(lookup.claim(brief, _full_id(brief, b)).id for b in value))
    return _put(brief, replace(judgement, **{field: value}))


def _full_id(brief: Brief, ident: str) -> str:
    return lookup.entity(brief, ident).id


def _put(brief: Brief, entity: Any) -> Brief:
    match entity:
        case Brief():
            return entity
        case Section():
            return replace_section(brief, entity)
        case Actor():
            return replace_actor(brief, entity)
        case Evidence():
            return change_evidence(brief, entity)
        case Source():
            return replace(brief, sources=tuple(entity if s.id == entity.id else s for s in brief.sources))
        case _:
            return change_item(brief, entity.id, lambda _: entity)
