"""How many origins stand behind some quotes, as a number and in words."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Brief, Claim, Evidence
from briefing.origins.grouping import Origins


def count(brief: Brief, claim: Claim, origins: Origins) -> int:
    """Return from how many origins the supporting quotes of a claim come; sources that are gone count
    none.
    """
    here = {source.id for source in brief.sources}
    quotes = (e for e in claim.evidence if e.stance == "supports" and e.source in here)
    return len({origins.key(e.source) for e in quotes})


def phrase(quotes: Iterable[Evidence], origins: Origins) -> str:
    """Return "3 quotes, 1 origin" for some evidence."""
    sources = [evidence.source for evidence in quotes]
    kinds = len({origins.key(source) for source in sources})
    return f"{_many(len(sources), 'quote')}, {_many(kinds, 'origin')}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
