"""Edits of origins: what a person says of whose story an article is, against the computed answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing import lookup
from briefing.errors import BadInput
from briefing.model import Brief


def set_origin(brief: Brief, source_ids: Iterable[str], name: str) -> Brief:
    """Say that these sources have one origin of this name, apart from all others; "" means as computed.

    Raises NotFound for a source that is not there.
    """
    wanted = {lookup.source(brief, ident).id for ident in source_ids}
    name = " ".join(name.split())
    if all(s.origin == name for s in brief.sources if s.id in wanted):
        return brief
    return replace(
        brief, sources=tuple(replace(s, origin=name) if s.id in wanted else s for s in brief.sources)
    )


def join(brief: Brief, a: str, b: str, others: Iterable[str] = ()) -> Brief:
    """Say that `a` has the same origin as `b`.

    `others` are the members of b's computed origin: they come along, because a name given by hand
    sets its bearers apart from all that do not bear it. Raises BadInput for one source twice.
    """
    if a == b:
        raise BadInput("That is one and the same article.", "Choose another one.")
    first, second = lookup.source(brief, a), lookup.source(brief, b)
    name = second.origin or first.origin or _free_name(brief, second.title or second.id)
    borne = {s.id for s in brief.sources if s.origin and s.origin == second.origin}
    return set_origin(brief, {a, b, *others} | borne, name)


def apart(brief: Brief, source_id: str) -> Brief:
    """Say that an article is an origin of its own."""
    source = lookup.source(brief, source_id)
    if source.origin and sum(s.origin == source.origin for s in brief.sources) == 1:
        return brief
    return set_origin(brief, [source_id], _free_name(brief, source.title or source.id))


def automatic(brief: Brief, source_id: str) -> Brief:
    """Leave the origin of an article to be computed again."""
    return set_origin(brief, [source_id], "")


def _free_name(brief: Brief, wanted: str) -> str:
    taken = {source.origin for source in brief.sources}
    wanted = " ".join(wanted.split())
    if wanted not in taken:
        return wanted
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wanted} ({n})") not in taken)
