"""Which claims of a brief a judgement could rest on: those whose words are nearest to its own."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from briefing import inline, lookup
from briefing.model import Brief, Claim, Judgement
from briefing.suggest.best_sentences import suggest_in


def claims_for(brief: Brief, judgement: Judgement, limit: int) -> tuple[Claim, ...]:
    """Return at most `limit` claims that a judgement does not rest on yet, the nearest first."""
    near = [
        (claim, words)
        for claim in lookup.claims(brief)
        if claim.id not in judgement.basis and claim.kind != "editorial"
        if (words := inline.plain(claim.text).strip())
    ]
    starts = [0, *accumulate(len(words) + 1 for _, words in near)]
    text = "\n".join(words for _, words in near)
    found = suggest_in(text, inline.plain(judgement.text), 2 * limit, language=brief.language)
    ranked = dict.fromkeys(bisect_right(starts, one.start) - 1 for one in found)
    return tuple(near[at][0] for at in ranked)[:limit]
