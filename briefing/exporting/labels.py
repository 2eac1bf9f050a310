"""The run-in heads of statements: what an actor's statement is about, and what kind of claim it is."""

from __future__ import annotations

from briefing.exporting.format_helpers import capital
from briefing.model import FACETS, ClaimKindOrNone, Facet

KINDS: dict[ClaimKindOrNone, str] = {"assumption": "Assumption", "gap": "Gap"}


def label(facet: Facet, kind: ClaimKindOrNone) -> str:
    """Return the head of an actor's statement, "Position, assumption", or "" for none."""
    return capital(", ".join(head for head in (facet, KINDS.get(kind, "").lower()) if head))


def read(words: str) -> tuple[Facet, ClaimKindOrNone] | None:
    """Return the facet and the kind ("" for none) of a head as `label` writes it; None for other words."""
    wanted = " ".join(words.casefold().split())
    kinds: tuple[ClaimKindOrNone, ...] = ("", *KINDS)
    return next(
        ((f, k) for f in FACETS for k in kinds if (f or k) and label(f, k).casefold() == wanted), None
    )
