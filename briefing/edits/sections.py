"""Edits of sections: their headings and order."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from briefing import lookup
from briefing.edits.containers import replace_section
from briefing.edits.items import drop_from_basis
from briefing.errors import BadInput, Refused
from briefing.inline import one_line
from briefing.model import SECTION_KINDS, Brief, Section

# "brief" names the brief itself to `set_field`, "title" is the id of the page's first row.
_RESERVED = frozenset({"brief", "title"})


def add_section(brief: Brief, title: str, kind: str = "prose", after: str = "") -> Brief:
    """Add a section after the section `after` ("" for the end). Its id is a slug of the title."""
    if not title.strip():
        raise BadInput("A section needs a title.")
    if kind not in SECTION_KINDS:
        raise BadInput(f"“{kind}” is not a kind of section.", f"Use one of: {', '.join(SECTION_KINDS)}.")
    if kind == "actors" and lookup.has_actors_section(brief):
        raise Refused("This brief has a section for actors already.")
    section = Section(
        slug(title, _RESERVED.union(s.id for s in brief.sections)), kind, one_line(title.strip())
    )
    ids = [s.id for s in brief.sections]
    at = ids.index(lookup.section(brief, after).id) + 1 if after else len(ids)
    return replace(brief, sections=(*brief.sections[:at], section, *brief.sections[at:]))


def slug(title: str, taken: Set[str]) -> str:
    """Return an id made of a title's letters and digits that is not in `taken`."""
    base = re.sub(r"[\W_]+", "-", title.casefold()).strip("-")[:40] or "section"
    found, n = base, 2
    while found in taken:
        found, n = f"{base}-{n}", n + 1
    return found


def rename_section(brief: Brief, section_id: str, title: str) -> Brief:
    """Give a section another title."""
    if not title.strip():
        raise BadInput("A section needs a title.")
    return replace_section(brief, replace(lookup.section(brief, section_id), title=one_line(title.strip())))


def remove_section(brief: Brief, section_id: str) -> Brief:
    """Remove a section with what is in it; the actors' section only once there are no actors."""
    section = lookup.section(brief, section_id)
    if section.kind == "actors" and brief.actors:
        raise Refused("There are actors in this section.", "Remove them first.")
    if len(brief.sections) == 1:
        raise Refused("A brief needs a section.", "Rename this one instead.")
    without = replace(brief, sections=tuple(s for s in brief.sections if s.id != section.id))
    return drop_from_basis(without, {item.id for item in section.items})


def shift_section(brief: Brief, section_id: str, by: int) -> Brief:
    """Move a section up (-1) or down (+1); at the end it stays."""
    sections = list(brief.sections)
    i = sections.index(lookup.section(brief, section_id))
    to = i + by
    if not 0 <= to < len(sections):
        return brief
    sections[i], sections[to] = sections[to], sections[i]
    return replace(brief, sections=tuple(sections))
