"""The rules on sourcing: L1 (a reported claim without a quote), L2 (a quote not verbatim in its source)
and L12 (contradicting evidence that nothing answers).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing import inline, lookup
from briefing.checks.findings import Finding
from briefing.checks.quotes import Verdict, is_sourced, needs_source
from briefing.checks.rule_types import Facts, ItemPlace
from briefing.model import Brief, Claim, Item
from briefing.text import quoted


def unquoted(item: Item, _place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L1: a reported claim that no quote supports or sets in context."""
    if isinstance(item, Claim) and needs_source(item) and not is_sourced(item):
        yield Finding(
            "L1", "error", item.id, f"{_words(item)} is reported, but no quote supports it.",
            "Link a quote to it, or say that it is assessed or an assumption.",
        )  # fmt: skip


def not_verbatim(item: Item, _place: ItemPlace, facts: Facts) -> Iterator[Finding]:
    """L2: a quote that does not stand in the stored text of its source."""
    for verdict in facts.verdicts:
        if verdict.claim_id == item.id and not verdict.holds:
            yield lost_quote(verdict)


def lost_quote(verdict: Verdict) -> Finding:
    """Return the finding on a quote that does not hold."""
    hint = "Look at the passage in the source and link it again, or remove the link."
    return Finding("L2", "error", verdict.claim_id, verdict.message, hint, evidence_id=verdict.evidence_id)


def unanswered(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L12: evidence against a claim that has no note, and whose words no other claim reports."""
    reported = {
        (e.source, e.quote.start, e.quote.exact): claim.id
        for claim, e in lookup.evidence(brief)
        if e.stance != "contradicts"
    }
    for claim, linked in lookup.evidence(brief):
        if linked.stance != "contradicts" or linked.note.strip() or not claim.text.strip():
            continue
        if (linked.source, linked.quote.start, linked.quote.exact) not in reported:
            yield Finding(
                "L12", "warning", claim.id,
                f"{quoted(linked.quote.exact)} contradicts {_words(claim)}, and nothing answers it.",
                "Write a note on that quote, or a claim that reports it.", evidence_id=linked.id,
            )  # fmt: skip


def _words(claim: Claim) -> str:
    return quoted(inline.plain(claim.text))
