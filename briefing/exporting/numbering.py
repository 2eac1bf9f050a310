"""The numbers of notes, the same in the window and in every export. Apart, for it is asked at each edit."""

from __future__ import annotations

from briefing import lookup
from briefing.exporting.options import PLAIN, Options
from briefing.model import Brief


def numbers(brief: Brief, options: Options = PLAIN) -> dict[str, int]:
    """Return the number of each evidence, from 1, in reading order. Empty claims have no notes.

    One a quote; one a claim where its quotes stand together; with a numbered list of sources, the
    place of the source in it (order of first citation).
    """
    found: dict[str, int] = {}
    places: dict[str, int] = {}
    notes = 0
    for claim in lookup.claims(brief):
        if claim.evidence and claim.text and not claim.text.isspace():
            if options.notes == "list":
                for linked in claim.evidence:
                    found[linked.id] = places.setdefault(linked.source, len(places) + 1)
            elif options.together:
                notes += 1
                found.update(dict.fromkeys((linked.id for linked in claim.evidence), notes))
            else:
                for linked in claim.evidence:
                    notes += 1
                    found[linked.id] = notes
    return found
