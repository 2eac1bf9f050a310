"""Reading a snapshot: walks and look-ups that edits, exports, checks and the window share."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import inline
from briefing.errors import BadInput, NotFound
from briefing.model import (
    Actor,
    Brief,
    Claim,
    Evidence,
    Figure,
    Item,
    Judgement,
    Placed,
    Section,
    Source,
    Waiver,
)
from briefing.text import word_count

Entity = Brief | Section | Actor | Claim | Judgement | Figure | Evidence | Source


def statements(brief: Brief) -> Iterator[Item]:
    """Yield every claim and judgement in reading order: actors' statements stand in their section."""
    for section in brief.sections:
        if section.kind == "actors":
            for actor in brief.actors:
                yield from actor.statements
        yield from (item for item in section.items if not isinstance(item, Figure))
    if not has_actors_section(brief):
        for actor in brief.actors:
            yield from actor.statements


def words_of(item: Placed) -> str:
    """Return the plain text of an item with its spaces levelled: what a waiver is given for."""
    return " ".join(inline.plain(item.text).split())


def waivers_in_force(item: Placed) -> tuple[Waiver, ...]:
    """Return the waivers of an item that were given for its words as they stand, or for any."""
    bound = any(waiver.words for waiver in item.waivers)
    words = words_of(item) if bound else ""
    return tuple(w for w in item.waivers if w.words in ("", words))


def has_actors_section(brief: Brief) -> bool:
    return any(s.kind == "actors" for s in brief.sections)


def claims(brief: Brief) -> Iterator[Claim]:
    """Yield every claim in reading order."""
    return (item for item in statements(brief) if isinstance(item, Claim))


def judgements(brief: Brief) -> Iterator[Judgement]:
    """Yield every judgement in reading order."""
    return (item for item in statements(brief) if isinstance(item, Judgement))


def figures(brief: Brief) -> Iterator[Figure]:
    """Yield every figure in reading order, as they are numbered from 1."""
    return (item for section in brief.sections for item in section.items if isinstance(item, Figure))


def worded(brief: Brief) -> Iterator[Placed]:
    """Yield all that stands in sections and under actors: statements in reading order, then figures."""
    yield from statements(brief)
    yield from figures(brief)


def evidence(brief: Brief) -> Iterator[tuple[Claim, Evidence]]:
    """Yield each evidence with its claim, in reading order."""
    for claim in claims(brief):
        for linked in claim.evidence:
            yield claim, linked


def links_of_source(brief: Brief, source_id: str) -> tuple[tuple[Claim, Evidence], ...]:
    """Return the evidence that quotes a source, in reading order."""
    return tuple(pair for pair in evidence(brief) if pair[1].source == source_id)


def source(brief: Brief, source_id: str) -> Source:
    """Return the source with this id; raise NotFound."""
    for known in brief.sources:
        if known.id == source_id:
            return known
    raise NotFound(f"There is no source “{source_id}”.", "See `sources` for the ids.")


def section(brief: Brief, name: str) -> Section:
    """Return the section with this id, else the first of this kind or title; raise NotFound."""
    wanted = name.casefold()
    ranked = (
        [s for s in brief.sections if s.id == name],
        [s for s in brief.sections if s.title.casefold() == wanted],
        [s for s in brief.sections if s.kind == wanted],
    )
    for fits in ranked:
        if fits:
            return fits[0]
    names = ", ".join(s.id for s in brief.sections)
    raise NotFound(f"There is no section “{name}”.", f"Use one of: {names}.")


def actor(brief: Brief, actor_id: str) -> Actor:
    """Return the actor with this id; raise NotFound."""
    for known in brief.actors:
        if known.id == actor_id:
            return known
    raise NotFound(f"There is no actor “{actor_id}”.")


def item(brief: Brief, item_id: str) -> Item:
    """Return the claim or judgement with this id; raise NotFound."""
    for known in statements(brief):
        if known.id == item_id:
            return known
    raise NotFound(f"There is no claim or judgement “{item_id}”.", "See `outline` for the ids.")


def figure(brief: Brief, figure_id: str) -> Figure:
    """Return the figure with this id; raise NotFound."""
    for known in figures(brief):
        if known.id == figure_id:
            return known
    raise NotFound(f"There is no figure “{figure_id}”.", "See `outline` for the ids.")


def placed(brief: Brief, item_id: str) -> Placed:
    """Return the claim, judgement or figure with this id; raise NotFound."""
    found = next((known for known in figures(brief) if known.id == item_id), None)
    return found if found is not None else item(brief, item_id)


def claim(brief: Brief, claim_id: str) -> Claim:
    """Return the claim with this id; raise NotFound, or BadInput for a judgement."""
    found = item(brief, claim_id)
    if isinstance(found, Judgement):
        raise BadInput(
            f"“{claim_id}” is a judgement: it rests on claims, not on quotes.",
            "Link the quote to a claim and name that claim as its basis.",
        )
    return found


def entities(brief: Brief) -> Iterator[Entity]:
    """Yield the brief and everything in it that has an id, sections apart from their slugs included."""
    yield brief
    yield from brief.sections
    yield from brief.actors
    for known in statements(brief):
        yield known
        if isinstance(known, Claim):
            yield from known.evidence
    yield from figures(brief)
    yield from brief.sources


def entity(brief: Brief, ident: str) -> Entity:
    """Return what `ident` names: an id, the beginning of exactly one id, or "brief".

    Raises NotFound, or BadInput where the beginning fits several.
    """
    if ident == "brief":
        return brief
    every = list(entities(brief))
    for known in every:
        if known.id == ident:
            return known
    fits = [known for known in every if len(ident) >= 2 and known.id.startswith(ident)]
    if len(fits) > 1:
        raise BadInput(f"“{ident}” begins several ids.", f"One of: {', '.join(k.id for k in fits[:6])}.")
    if not fits:
        raise NotFound(
            f"Nothing in this brief has the id “{ident}”.", "See `outline` and `sources` for the ids."
        )
    return fits[0]


def sections_of(brief: Brief) -> dict[str, Section]:
    """Return the section in which each claim, judgement, actor and statement of an actor stands, by its
    id.
    """
    found: dict[str, Section] = {}
    for section in brief.sections:
        for item in section.items:
            found.setdefault(item.id, section)
        if section.kind == "actors":
            for actor in brief.actors:
                found.setdefault(actor.id, section)
                for statement in actor.statements:
                    found.setdefault(statement.id, section)
    return found


def section_words(brief: Brief, section: Section) -> int:
    """Return the number of words of a section's items, statements of actors included."""
    items = list(section.items)
    if section.kind == "actors":
        items += [claim for actor in brief.actors for claim in actor.statements]
    return sum(word_count(inline.plain(item.text)) for item in items)
