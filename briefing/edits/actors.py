"""Edits of actors and their statements."""

from __future__ import annotations

from dataclasses import replace

from briefing import lookup
from briefing.actor_line import parse_line
from briefing.edits.containers import insert_item, replace_actor
from briefing.edits.items import drop_from_basis
from briefing.errors import NotFound, Refused
from briefing.inline import one_line
from briefing.model import Actor, Brief, Claim


def add_actor(brief: Brief, actor: Actor, after: str = "") -> Brief:
    """Add an actor after the actor `after` ("" for the end, "^" for the beginning)."""
    names = (one_line(alias).strip() for alias in actor.aliases)
    actor = replace(
        actor,
        name=one_line(actor.name).strip(),
        aliases=tuple(dict.fromkeys(alias for alias in names if alias)),
        role=one_line(actor.role).strip(),
    )
    if not lookup.has_actors_section(brief):
        raise Refused("This brief has no section for actors.", "Add a section of the kind “actors” first.")
    actors = list(brief.actors)
    if after == "^":
        at = 0
    elif after:
        at = 1 + actors.index(lookup.actor(brief, after))
    else:
        at = len(actors)
    return replace(brief, actors=(*actors[:at], actor, *actors[at:]))


def set_actor_line(brief: Brief, actor_id: str, line: str) -> Brief:
    """Read name, aliases and role from an actor's line on the page (see `actor_line`)."""
    actor = lookup.actor(brief, actor_id)
    name, aliases, role = parse_line(one_line(line))
    changed = replace(actor, name=name, aliases=aliases, role=role)
    return brief if changed == actor else replace_actor(brief, changed)


def remove_actor(brief: Brief, actor_id: str) -> Brief:
    """Remove an actor with its statements."""
    actor = lookup.actor(brief, actor_id)
    without = replace(brief, actors=tuple(a for a in brief.actors if a.id != actor_id))
    return drop_from_basis(without, {s.id for s in actor.statements})


def move_actor(brief: Brief, actor_id: str, by: int) -> Brief:
    """Move an actor up (-1) or down (+1); at the end it stays."""
    actors = list(brief.actors)
    i = actors.index(lookup.actor(brief, actor_id))
    to = i + by
    if not 0 <= to < len(actors):
        return brief
    actors[i], actors[to] = actors[to], actors[i]
    return replace(brief, actors=tuple(actors))


def add_statement(brief: Brief, actor_id: str, claim: Claim, after: str = "") -> Brief:
    """Add a statement to an actor after the statement `after` ("" for the end, "^" for the beginning)."""
    actor = lookup.actor(brief, actor_id)
    if after not in ("", "^") and all(s.id != after for s in actor.statements):
        raise NotFound(f"There is no statement “{after}” under {actor.name}.")
    return insert_item(brief, actor, replace(claim, text=one_line(claim.text)), after)
