"""Whether a quote has a word, or one that says it too."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.checks.support.reading import Quoted
from briefing.language.opposites import OPPOSITES, STAGES
from briefing.language.sorts import SHOWN_BY

_NONE = frozenset[str]()


def is_shown(stem: str, quotes: Sequence[Quoted]) -> bool:
    """Return whether a quote has a word of this stem, of its meaning, of a sort below it, or that implies
    it.
    """
    same, implied = OPPOSITES.get(stem, (_NONE, _NONE))[0], STAGES.get(stem, (_NONE, _NONE))[0]
    ways = SHOWN_BY.get(stem, _NONE) | same | implied | {stem}
    return any(
        not (ways.isdisjoint(q.reading.meant_at) and ways.isdisjoint(q.reading.places)) for q in quotes
    )
