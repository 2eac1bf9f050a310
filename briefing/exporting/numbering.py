"""The numbers of notes, the same in the window and in every export. Apart, for it is asked at each edit."""

from __future__ import annotations

from briefing import lookup
from briefing.model import Brief


def numbers(brief: Brief) -> dict[str, int]:
    """Return the note number of each evidence, from 1, in reading order. Empty claims have no notes."""
    found: dict[str, int] = {}
    for claim in lookup.claims(brief):
        if claim.evidence and claim.text and not claim.text.isspace():
            for linked in claim.evidence:
                found[linked.id] = len(found) + 1
    return found
