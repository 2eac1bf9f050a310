"""What the rules are given besides the brief itself, and what a rule is.

A rule that asks of one item only (`ItemCheck`) reads nothing but that item, `Facts`, the kind of its
section, the brief's standard, the names of its actors and the dates of its sources: so it is asked again
for an item of which one of these changed, and for no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from briefing.checks.findings import Finding, Severity
from briefing.checks.quotes import Verdict
from briefing.house_terms import HouseTerm
from briefing.model import Brief, Figure, Item, Section, Source
from briefing.text import Span

# Returns the sentences of a text that are near a claim in meaning, nearest first, in code points of the text.
Near = Callable[[str, str], Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found out about a brief's quotes and sources.

    `origins` maps the id of a source to the id of its origin (whose story it is); a source that is not
    in it is its own. `text_of` gives a source text by its SHA-256, None where the texts are not at hand.
    `now` is the day on which the rules are asked. `near` compares meaning, None where no model does.
    `terms` are the words of the house.
    """

    verdicts: Sequence[Verdict]
    origins: Mapping[str, str]
    text_of: Callable[[str], str] | None
    now: date
    near: Near | None = None
    terms: tuple[HouseTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where an item stands. `section` is None for statements of actors in a brief without their section.

    `sources` are those of the brief by their ids.
    """

    brief: Brief
    section: Section | None
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The kind of the section; statements of actors are always in "actors"."""
        return self.section.kind if self.section else "actors"

    @property
    def standard(self) -> str:
        return self.brief.standard


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One sort of thing that a rule finds, in the language of a reader who knows no rule by its id.

    `about`: its heading ("claims without a quote"). `one`, `many`: a clause that says how often it stands, in
    words for {n}. `locks`: whether a final export asks for a reason while it stands.
    """

    about: str
    one: str
    many: str = ""
    locks: bool = False


Kinds = Mapping[str, FindingKind]


@dataclass(frozen=True, slots=True)
class ItemCheck:
    """A rule on one claim or judgement: its id in the list of rules, what it asks, what finds, and the kinds
    of what it finds by their names ("" is the first).
    """

    scope: ClassVar[str] = "item"
    id: str
    title: str
    severity: Severity
    find: Callable[[Item, ItemPlace, Facts], Iterator[Finding]]
    kinds: Kinds = field(default_factory=dict)
    by_default: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class BriefCheck:
    """A rule on the brief as a whole: what it finds may change when any item does.

    `waits`: it is not asked while nothing is written but the source summary. `by_default`: it is asked of
    every brief that has not switched it off; others have to be switched on.
    """

    scope: ClassVar[str] = "brief"
    id: str
    title: str
    severity: Severity
    find: Callable[[Brief, Facts], Iterator[Finding]]
    kinds: Kinds = field(default_factory=dict)
    waits: bool = False
    by_default: bool = True


def places(brief: Brief) -> Iterator[tuple[Item, ItemPlace]]:
    """Yield each claim and judgement with its place, in the order of `lookup.statements`."""
    shown = False
    sources = {source.id: source for source in brief.sources}
    for section in brief.sections:
        place = ItemPlace(brief, section, sources)
        if section.kind == "actors":
            shown = True
            for actor in brief.actors:
                yield from ((claim, place) for claim in actor.statements)
        yield from ((item, place) for item in section.items if not isinstance(item, Figure))
    if not shown:
        nowhere = ItemPlace(brief, None, sources)
        for actor in brief.actors:
            yield from ((claim, nowhere) for claim in actor.statements)
