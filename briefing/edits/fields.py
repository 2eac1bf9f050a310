"""Any plain field by its name: one table of what may be set and how a typed value is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from briefing import lookup, scales
from briefing.edits.containers import change_item, replace_actor, replace_section
from briefing.edits.evidence import change_evidence
from briefing.errors import BadInput
from briefing.inline import link_allowed, one_line
from briefing.model import (
    ACTOR_KINDS,
    CLAIM_KINDS,
    FACETS,
    SOURCE_KINDS,
    STANCES,
    Actor,
    Brief,
    Claim,
    Evidence,
    Judgement,
    Section,
    Source,
    Waiver,
)
from briefing.text import normalise

Reader = Callable[[str], Any]
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:?\d{2})?", re.ASCII)


def _line(value: str) -> str:
    return one_line(value).strip()


def _text(value: str) -> str:
    return normalise(value).strip()


def _title(value: str) -> str:
    if not _line(value):
        raise BadInput("A section needs a title.")
    return _line(value)


def _list(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_line(part) for part in re.split(r"[;\n]", value) if part.strip()))


def _names(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_line(part) for part in re.split(r"[;,\n]", value) if part.strip()))


def _date(value: str) -> str:
    """Read YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601)."""
    typed = value.strip()
    parts = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", typed)
    if typed and not parts:
        raise BadInput(f"“{typed}” is not a date.", "Write it as 2020-03-13, 2020-03 or 2020.")
    if parts:
        try:
            date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
        except ValueError:
            raise BadInput(f"“{typed}” is not in the calendar.", "Write it as 2020-03-13.") from None
    return typed


def _moment(value: str) -> str:
    """Read a date, or a date and time such as 2020-03-13T18:00."""
    typed = value.strip()
    day, mark, hour = typed.partition("T" if "T" in typed else " ")
    if mark and (len(day) < 10 or not _HOUR.fullmatch(hour)):
        raise BadInput(f"“{typed}” is not a date and time.", "Write it as 2020-03-13 or 2020-03-13T18:00.")
    return _date(day) + (f"T{hour}" if mark else "")


def _one_of(*allowed: str) -> Reader:
    def read(value: str) -> str:
        typed = value.strip()
        for choice in allowed:
            if typed.casefold() == choice.casefold():
                return choice
        raise BadInput(
            f"“{typed}” is not possible here.", f"Use one of: {', '.join(a or '“”' for a in allowed)}."
        )

    return read


def _url(value: str) -> str:
    typed = value.strip()
    if typed and not link_allowed(typed):
        raise BadInput(
            f"“{typed[:80]}” is not a web address.", "It begins with http://, https:// or mailto:."
        )
    return typed


def _marking(value: str) -> str:
    typed = _line(value)
    upper = typed.upper()
    if upper.startswith("TLP"):
        known = [m.label for m in scales.MARKINGS]
        if upper not in known:
            raise BadInput(f"“{typed}” is not a TLP marking.", f"Use one of: {', '.join(known)}.")
        return upper
    return typed


def _edition(value: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,3}", value.strip()):
        raise BadInput(f"“{value.strip()}” is not an edition.", "Write a whole number from 1.")
    return int(value)


def _standard(value: str) -> str:
    return scales.standard(value.strip().casefold()).id


def _waivers(value: str) -> tuple[Waiver, ...]:
    parts = re.split(r"[;\n](?=\s*L[0-9]+\s*:|\s*$)", value)  # a reason may hold a semicolon
    pairs = [part.partition(":") for part in parts if part.strip()]
    for rule, _, reason in pairs:
        if not re.fullmatch(r"L[0-9]+", rule.strip()) or not reason.strip():
            raise BadInput("A waiver is a rule and a reason.", "Write it as “L1: agreed with the desk”.")
    return tuple(Waiver(rule.strip(), reason.strip()) for rule, _, reason in pairs)


def _rules(value: str) -> tuple[str, ...]:
    rules = tuple(dict.fromkeys(part.upper() for part in re.split(r"[\s;,]+", value.strip()) if part))
    for rule in rules:
        if not re.fullmatch(r"L[0-9]{1,2}", rule):
            raise BadInput(f"“{rule}” is not a rule.", "Write rules as L8; L14.")
    return rules


def _days(value: str) -> int:
    if not re.fullmatch(r"[0-9]{0,5}", value.strip()):
        raise BadInput(f"“{value.strip()}” is not a number of days.", "Write a whole number; 0 is no limit.")
    return int(value.strip() or 0)


def _flag(value: str) -> bool:
    return bool(_one_of("yes", "no")(value) == "yes")


_GRADES = tuple(letter for letter, _ in scales.RELIABILITY)
_CREDIBILITY = tuple(digit for digit, _ in scales.CREDIBILITY)
_CONFIDENCE = tuple(level for level, _ in scales.CONFIDENCE)

FIELDS: dict[type, dict[str, Reader]] = {
    Brief: {
        "title": _line, "as_of": _moment, "cut_off": _moment, "audience": _line, "author": _line,
        "marking": _marking, "standard": _standard, "edition": _edition, "language": _line,
        "change_statement": _text, "stale_days": _days, "rules_off": _rules, "waivers": _waivers,
    },
    Section: {"title": _title, "guidance": _text},
    Source: {
        "kind": _one_of(*SOURCE_KINDS), "title": _line, "publisher": _line, "authors": _list,
        "published": _date, "url": _url, "accessed": _date, "language": _line,
        "grade": _one_of("", *_GRADES), "descriptor": _text, "marking": _marking, "read": _flag,
        "origin": _line, "waivers": _waivers,
    },
    Claim: {
        "text": one_line, "kind": _one_of(*CLAIM_KINDS), "marking": _marking, "facet": _one_of(*FACETS),
        "waivers": _waivers,
    },
    Actor: {"name": _line, "aliases": _names, "kind": _one_of(*ACTOR_KINDS), "role": _line},
    Judgement: {
        "text": one_line, "likelihood": _line, "standard": _standard,
        "confidence": _one_of("", *_CONFIDENCE), "confidence_reason": _line, "horizon": _line,
        "basis": _names, "indicators": _list, "marking": _marking, "waivers": _waivers,
    },
    Evidence: {
        "stance": _one_of(*STANCES), "credibility": _one_of("", *_CREDIBILITY), "translation": _text,
        "note": _text,
    },
}  # fmt: skip


def set_field(brief: Brief, ident: str, field: str, value: str) -> Brief:
    """Set one field of the brief ("brief"), or of the thing that `ident` names, to a typed value.

    Lists are separated by semicolons. Raises BadInput for an unknown field or a value that does not fit.
    """
    entity = lookup.entity(brief, ident)
    readers = FIELDS[type(entity)]
    if field not in readers:
        what = type(entity).__name__.lower()
        raise BadInput(f"A {what} has no field “{field}” to set.", f"Fields: {', '.join(readers)}.")
    read = readers[field](value)
    if field == "waivers" and isinstance(entity, Claim | Judgement):
        read = tuple(replace(waiver, words=lookup.words_of(entity)) for waiver in read)
    if isinstance(entity, Judgement):
        return _set_judgement(brief, entity, field, read)
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
