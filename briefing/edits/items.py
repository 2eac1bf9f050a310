"""Edits of claims, judgements and figures."""

from __future__ import annotations

from dataclasses import replace

from briefing import inline, lookup
from briefing.edits.containers import (
    change_item,
    container,
    container_of,
    insert_item,
    items_of,
    with_items,
)
from briefing.errors import Refused
from briefing.model import Brief, Claim, Figure, Judgement, Placed, Section


def add_claim(brief: Brief, section_id: str, claim: Claim, after: str = "") -> Brief:
    """Add a claim to a section after the item `after` ("" for the end, "^" for the beginning)."""
    for linked in claim.evidence:
        lookup.source(brief, linked.source)
    return insert_item(brief, _section(brief, section_id), _tidy(claim), after)


def add_judgement(brief: Brief, section_id: str, judgement: Judgement, after: str = "") -> Brief:
    """Add a judgement to a section after the item `after` ("" for the end, "^" for the beginning)."""
    for claim_id in judgement.basis:
        lookup.claim(brief, claim_id)
    return insert_item(brief, _section(brief, section_id), _tidy(judgement), after)


def add_figure(brief: Brief, section_id: str, figure: Figure, after: str = "") -> Brief:
    """Add a figure to a section after the item `after` ("" for the end, "^" for the beginning).

    Raises Refused for an actor, NotFound for a source that is not in the brief.
    """
    if figure.source:
        lookup.source(brief, figure.source)
    return insert_item(brief, _section(brief, section_id), _tidy(figure), after)


def _section(brief: Brief, section_id: str) -> Section:
    holder = container(brief, section_id)
    if not isinstance(holder, Section):
        raise Refused(f"“{section_id}” is an actor.", "Add a statement to it instead.")
    return holder


def _tidy(item: Placed) -> Placed:
    return replace(item, text=inline.one_line(item.text))


def set_text(brief: Brief, item_id: str, text: str) -> Brief:
    """Give a claim, a judgement or (its caption) a figure another text (inline Markdown, made one line)."""
    return change_item(brief, item_id, lambda item: replace(item, text=inline.one_line(text)))


def remove_item(brief: Brief, item_id: str) -> Brief:
    """Remove a claim with its evidence, a judgement or a figure. Judgements that rest on the claim keep the
    rest.
    """
    holder, i = container_of(brief, item_id)
    items = items_of(holder)
    return drop_from_basis(with_items(brief, holder, (*items[:i], *items[i + 1 :])), {item_id})


def drop_from_basis(brief: Brief, gone: set[str]) -> Brief:
    """Return the brief whose judgements no longer name the items `gone` as their basis."""
    for judgement in tuple(lookup.judgements(brief)):
        if gone.intersection(judgement.basis):
            basis = tuple(b for b in judgement.basis if b not in gone)
            brief = change_item(brief, judgement.id, lambda j, basis=basis: replace(j, basis=basis))  # type: ignore[misc]
    return brief


def move_item(brief: Brief, item_id: str, holder_id: str, after: str = "") -> Brief:
    """Move an item, evidence and all, into a section or under an actor, after the item `after`."""
    holder, i = container_of(brief, item_id)
    if after == item_id:
        return brief
    items = items_of(holder)
    item = items[i]
    without = with_items(brief, holder, (*items[:i], *items[i + 1 :]))
    return insert_item(without, container(without, holder_id), item, after)


def shift_item(brief: Brief, item_id: str, by: int) -> Brief:
    """Move an item up (-1) or down (+1); past the end of its list it goes to the neighbouring one."""
    holder, i = container_of(brief, item_id)
    items = list(items_of(holder))
    to = i + by
    if 0 <= to < len(items):
        items[i], items[to] = items[to], items[i]
        return with_items(brief, holder, tuple(items))
    holders = _holders(brief)
    at = holders.index(holder.id) + (1 if by > 0 else -1)
    if not 0 <= at < len(holders):
        return brief
    return move_item(brief, item_id, holders[at], "^" if by > 0 else "")


def _holders(brief: Brief) -> list[str]:
    order: list[str] = []
    for section in brief.sections:
        if section.kind == "actors":
            order += [actor.id for actor in brief.actors]
            if not section.items:
                continue
        order.append(section.id)
    return order
