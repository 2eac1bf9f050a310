"""Where items stand: a section, or an actor's statements. Shared by the edits; not an edit itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from briefing.errors import NotFound, Refused
from briefing.language.typed_days import day_order
from briefing.model import Actor, Brief, Claim, Placed, Section

Container = Section | Actor


def container_of(brief: Brief, item_id: str) -> tuple[Container, int]:
    """Return the section or actor that holds an item, and the item's index; raise NotFound."""
    for section in brief.sections:
        for i, item in enumerate(section.items):
            if item.id == item_id:
                return section, i
    for actor in brief.actors:
        for i, claim in enumerate(actor.statements):
            if claim.id == item_id:
                return actor, i
    raise NotFound(
        f"There is no claim, judgement or figure “{item_id}”.", "It may have been removed meanwhile."
    )


def container(brief: Brief, container_id: str) -> Container:
    """Return the section or actor with this id; raise NotFound."""
    for section in brief.sections:
        if section.id == container_id:
            return section
    for actor in brief.actors:
        if actor.id == container_id:
            return actor
    raise NotFound(f"There is no section or actor “{container_id}”.")


def items_of(holder: Container) -> tuple[Placed, ...]:
    return holder.items if isinstance(holder, Section) else holder.statements


def with_items(brief: Brief, holder: Container, items: tuple[Placed, ...]) -> Brief:
    """Return the brief in which `holder` (as it stands there) has these items."""
    if isinstance(holder, Section):
        return replace_section(brief, replace(holder, items=items))
    if not all(isinstance(item, Claim) for item in items):
        raise Refused("An actor holds statements, no judgements or figures.", "Put it in a section.")
    return replace_actor(brief, replace(holder, statements=cast(tuple[Claim, ...], items)))


def replace_section(brief: Brief, section: Section) -> Brief:
    """Return the brief with the section of the same id replaced; a chronology comes back in order of days."""
    if section.kind == "chronology":
        section = replace(section, items=in_order_of_days(section.items))
    return replace(brief, sections=tuple(section if s.id == section.id else s for s in brief.sections))


def in_order_of_days(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return items sorted by their days; those of one day keep their order, those without stand last."""
    return tuple(sorted(items, key=lambda item: day_order(item.day if isinstance(item, Claim) else "")))


def replace_actor(brief: Brief, actor: Actor) -> Brief:
    """Return the brief with the actor of the same id replaced."""
    return replace(brief, actors=tuple(actor if a.id == actor.id else a for a in brief.actors))


def change_item(brief: Brief, item_id: str, change: Callable[[Placed], Placed]) -> Brief:
    """Return the brief with one item replaced by `change(item)`; the same brief when that is equal."""
    holder, i = container_of(brief, item_id)
    items = items_of(holder)
    new = change(items[i])
    if new == items[i]:
        return brief
    return with_items(brief, holder, (*items[:i], new, *items[i + 1 :]))


def insert_item(brief: Brief, holder: Container, item: Placed, after: str) -> Brief:
    """Return the brief with `item` after the item `after`, at the end for "", first for "^"."""
    items = items_of(holder)
    if after == "^":
        return with_items(brief, holder, (item, *items))
    if not after:
        return with_items(brief, holder, (*items, item))
    at = next((i for i, known in enumerate(items) if known.id == after), None)
    if at is None:
        raise NotFound(f"There is no “{after}” in {holder.id}.")
    return with_items(brief, holder, (*items[: at + 1], item, *items[at + 1 :]))
