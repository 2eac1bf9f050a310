"""How many independent stories stand behind a claim, and rule L9.

An origin is whose story it is: an agency's story and its reprints are one, however many outlets carry it
(NATO/Admiralty grading: "confirmed by other independent sources" asks for two).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing import inline, lookup
from briefing.checks.findings import Finding
from briefing.checks.quotes import broken_ids
from briefing.checks.rule_types import Facts, places
from briefing.model import Brief, Claim, Judgement
from briefing.text import quoted

CONFIRMED = "1"
GRADED = "graded"  # the kind of a finding on a grade


@dataclass(frozen=True, slots=True)
class Support:
    """What supports a claim or judgement: the number of quotes, ids of sources and of their origins.

    Each id once, in reading order. Quotes that contradict or only set in context do not support.
    """

    quotes: int = 0
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


def support(
    claims: Iterable[Claim], origins: Mapping[str, str], broken: frozenset[str] = frozenset()
) -> Support:
    """Return what supports these claims together; `broken` are ids of evidence that does not stand."""
    linked = [e for claim in claims for e in claim.evidence if e.stance == "supports" and e.id not in broken]
    sources = tuple(dict.fromkeys(e.source for e in linked))
    return Support(len(linked), sources, tuple(dict.fromkeys(origins.get(s) or s for s in sources)))


def corroboration(
    brief: Brief, origins: Mapping[str, str], broken: frozenset[str] = frozenset()
) -> dict[str, Support]:
    """Return the support of each claim of the brief by its id, in reading order."""
    return {claim.id: support((claim,), origins, broken) for claim in lookup.claims(brief)}


def grade_refused(claim: Claim, evidence_id: str, grade: str, origins: Mapping[str, str]) -> str:
    """Return why evidence of a claim cannot be given this grade of credibility, "" where it can.

    Grade 1 needs two origins among the claim's evidence of the same stance.
    """
    mine = next((e for e in claim.evidence if e.id == evidence_id), None)
    if grade != CONFIRMED or mine is None:
        return ""
    sources = dict.fromkeys(e.source for e in claim.evidence if e.stance == mine.stance)
    if len({origins.get(source) or source for source in sources}) >= 2:
        return ""
    why = (
        f"the {len(sources)} sources here tell one origin’s story"
        if len(sources) > 1
        else "here is one source"
    )
    return f"Grade 1 means “confirmed by other independent sources”; {why}."


def one_origin(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """L9: evidence graded 1 with fewer than two origins (error); a key judgement on fewer (warning)."""
    broken = broken_ids(facts.verdicts)
    known: dict[str, Claim] = {claim.id: claim for claim in lookup.claims(brief)}
    for item, place in places(brief):
        if isinstance(item, Claim):
            yield from _graded(item, facts.origins)
        elif place.kind == "outlook" and item.text.strip():
            found = support((known[b] for b in item.basis if b in known), facts.origins, broken)
            if len(found.origins) < 2:
                yield _on_one(brief, item, found)


def _graded(claim: Claim, origins: Mapping[str, str]) -> Iterator[Finding]:
    for linked in claim.evidence:
        refused = grade_refused(claim, linked.id, linked.credibility, origins)
        if refused:
            yield Finding(
                "L9", "error", claim.id, f"{quoted(linked.quote.exact)} is graded 1. {refused}",
                "Grade it 2, or link a quote of another origin.", fix="grade-2", kind=GRADED,
            )  # fmt: skip
            return


def _on_one(brief: Brief, judgement: Judgement, found: Support) -> Finding:
    words = quoted(inline.plain(judgement.text))
    if not found.origins:
        return Finding(
            "L9", "warning", judgement.id, f"{words} rests on no source.",
            "Name the claims it rests on, and link quotes to them.",
        )  # fmt: skip
    titles = {source.id: source.title for source in brief.sources}
    name = quoted(titles.get(found.sources[0], "") or found.sources[0], 50)
    more = f" and {len(found.sources) - 1} more of the same origin" if len(found.sources) > 1 else ""
    return Finding(
        "L9", "warning", judgement.id, f"{words} rests on one origin: {name}{more}.",
        "Look for a source that does not repeat it, or say so in the confidence.",
    )  # fmt: skip
