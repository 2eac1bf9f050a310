"""The page as a list of rows: what the window shows, one block each, and what edits over several rows
walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing import inline
from briefing.actor_line import format_line
from briefing.model import Actor, Brief, Claim, ClaimKind, Figure, Judgement, Placed, Section, SectionKind

# What a new line of a section is, by the section's kind.
RowKind = Literal["title", "heading", "actor", "claim", "judgement", "figure", "blank"]

# The kinds of rows whose words are the text of something placed in a section or under an actor.
WRITTEN: tuple[RowKind, ...] = ("claim", "judgement", "figure")

NEW_KIND: dict[SectionKind, ClaimKind] = {
    "situation": "reported",
    "prose": "assessed",
    "actors": "reported",
    "outlook": "assessed",
    "gaps": "gap",
    "summary": "editorial",
    "chronology": "reported",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the page.

    `kind`: title, heading, actor, claim, judgement, figure (its caption), or blank (a section's first line,
    not written yet).
    `node` is the object shown, so rows compare by what they show; `holder` the section's or actor's id.
    """

    kind: RowKind
    id: str
    holder: str
    node: Section | Actor | Placed | None = None
    depth: int = 0

    @property
    def editable(self) -> bool:
        return self.kind != "heading"

    def words(self, brief: Brief) -> str:
        """Return the row's words in `brief`, without Markdown."""
        if self.kind == "title":
            return brief.title
        return row_words(self)


def row_words(row: Row) -> str:
    """Return the words a row shows, without Markdown; "" for a blank and for the title."""
    match row.node:
        case Section():
            return row.node.title
        case Actor():
            return format_line(row.node)
        case None:
            return ""
        case _:
            return inline.plain(row.node.text)


def rows(brief: Brief) -> tuple[Row, ...]:
    """Return the page of a brief from top to bottom."""
    return tuple(_rows(brief))


def _rows(brief: Brief) -> Iterator[Row]:
    yield Row("title", "title", "")
    for section in brief.sections:
        yield Row("heading", section.id, section.id, section)
        if section.kind == "actors":
            for actor in brief.actors:
                yield Row("actor", actor.id, section.id, actor)
                for claim in actor.statements:
                    yield Row("claim", claim.id, actor.id, claim, 1)
        for item in section.items:
            yield Row(_kind(item), item.id, section.id, item)
        if not section.items and not (section.kind == "actors" and brief.actors):
            yield Row("blank", f"blank:{section.id}", section.id)


def _kind(item: Placed) -> RowKind:
    match item:
        case Claim():
            return "claim"
        case Judgement():
            return "judgement"
        case Figure():
            return "figure"
