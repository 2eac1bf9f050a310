"""What each judgement rests on, as a tree to be drawn, and which of it has given way.

Judgement, claims, quotes, sources, origins. A judgement rests on claims only, so that nothing can come
round to rest on itself: the id of anything else in a basis is a leaf that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from briefing import inline, lookup
from briefing.checks.completeness import listed
from briefing.checks.quotes import (
    BROKEN,
    CONTRADICTED,
    NO_STATE,
    SOURCED,
    UNSOURCED,
    ClaimState,
    broken_ids,
    is_broken,
    is_contradicted,
    is_sourced,
    needs_source,
)
from briefing.checks.rule_types import Facts
from briefing.model import BasisKind, Brief, Claim, Evidence, Judgement, Source
from briefing.text import shortened

BasisState = Literal["lost source", "missing", ClaimState]
LOST: Final = "lost source"
MISSING: Final = "missing"


@dataclass(frozen=True, slots=True)
class Node:
    """A judgement, claim, quote, source or origin, and what it rests on.

    `kind` is one of those words; `label` is plain words on one line. `state`: of a claim or quote broken,
    lost source, contradicted (a quote that contradicts), unsourced, sourced or missing, "" where nothing
    is asked of it; of a judgement the worst below it. The same source may stand under several quotes.
    """

    kind: BasisKind
    id: str
    label: str
    state: BasisState = ""
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Weakness:
    """A claim that a judgement rests on and that does not hold: its state is never sourced or ""."""

    claim_id: str
    state: BasisState


# The worst first.
_URGENCY: tuple[BasisState, ...] = (MISSING, LOST, BROKEN, CONTRADICTED, UNSOURCED, SOURCED, NO_STATE)
_SAID: Mapping[BasisState, tuple[str, str]] = {
    MISSING: ("a claim that is gone", "claims that are gone"),
    LOST: ("a claim that lost its source", "claims that lost their source"),
    BROKEN: ("a claim with a broken quote", "claims with a broken quote"),
    CONTRADICTED: ("a contradicted claim", "contradicted claims"),
    UNSOURCED: ("a claim without a quote", "claims without a quote"),
}


@dataclass(frozen=True, slots=True)
class _Ground:
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    origins: Mapping[str, str]
    broken: frozenset[str]


def _ground(brief: Brief, facts: Facts) -> _Ground:
    return _Ground(
        {claim.id: claim for claim in lookup.claims(brief)},
        {source.id: source for source in brief.sources},
        facts.origins,
        broken_ids(facts.verdicts),
    )


def _state(claim: Claim | None, ground: _Ground) -> BasisState:
    if claim is None:
        return MISSING
    if any(e.source not in ground.sources for e in claim.evidence):
        return LOST
    if is_broken(claim, ground.broken):
        return BROKEN
    if is_contradicted(claim):
        return CONTRADICTED
    if is_sourced(claim):
        return SOURCED
    return UNSOURCED if needs_source(claim) else NO_STATE


def weaknesses(brief: Brief, facts: Facts) -> dict[str, tuple[Weakness, ...]]:
    """Return, by the id of each judgement, the claims of its basis that do not hold, in its order."""
    ground = _ground(brief, facts)
    return {judgement.id: tuple(_weak(judgement, ground)) for judgement in lookup.judgements(brief)}


def _weak(judgement: Judgement, ground: _Ground) -> Iterator[Weakness]:
    for claim_id in dict.fromkeys(judgement.basis):
        state = _state(ground.claims.get(claim_id), ground)
        if state not in (SOURCED, NO_STATE):
            yield Weakness(claim_id, state)


def said(weak: tuple[Weakness, ...]) -> str:
    """Return what a judgement says of its basis: "Rests on a contradicted claim.", "" where all holds."""
    parts: list[str] = []
    for state, (one, several) in _SAID.items():
        count = sum(w.state == state for w in weak)
        if count:
            parts.append(one if count == 1 else f"{count} {several}")
    return f"Rests on {listed(parts)}." if parts else ""


def trees(brief: Brief, facts: Facts) -> tuple[Node, ...]:
    """Return the tree of each judgement, in reading order."""
    ground = _ground(brief, facts)
    return tuple(_judgement(judgement, ground) for judgement in lookup.judgements(brief))


def tree(brief: Brief, judgement: Judgement, facts: Facts) -> Node:
    """Return the tree of one judgement."""
    return _judgement(judgement, _ground(brief, facts))


def _judgement(judgement: Judgement, ground: _Ground) -> Node:
    children = tuple(_claim(claim_id, ground) for claim_id in dict.fromkeys(judgement.basis))
    worst: BasisState = min((child.state for child in children), key=_URGENCY.index, default=NO_STATE)
    return Node("judgement", judgement.id, _label(judgement.text), worst, children)


def _claim(claim_id: str, ground: _Ground) -> Node:
    claim = ground.claims.get(claim_id)
    state = _state(claim, ground)
    if claim is None:
        return Node("claim", claim_id, "a claim that is gone", state)
    return Node(
        "claim", claim.id, _label(claim.text), state, tuple(_quote(e, ground) for e in claim.evidence)
    )


def _quote(linked: Evidence, ground: _Ground) -> Node:
    source = ground.sources.get(linked.source)
    if source is None:
        return Node("quote", linked.id, shortened(linked.quote.exact), LOST)
    state: BasisState
    if linked.id in ground.broken:
        state = BROKEN
    else:
        state = CONTRADICTED if linked.stance == "contradicts" else SOURCED
    return Node("quote", linked.id, shortened(linked.quote.exact), state, (_source(source, ground),))


def _source(source: Source, ground: _Ground) -> Node:
    origin = ground.origins.get(source.id) or source.id
    known = ground.sources.get(origin)
    below = Node("origin", origin, _named(known) if known else shortened(origin))
    return Node("source", source.id, _named(source), "", (below,))


def _named(source: Source) -> str:
    return shortened(source.title or source.publisher or source.filename or source.id)


def _label(markdown: str) -> str:
    return shortened(inline.plain(markdown))
