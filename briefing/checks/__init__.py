"""The rules of the craft, each a function over a snapshot. CHECKS is the ordered table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from briefing import lookup
from briefing.checks import sourcing
from briefing.checks.findings import Finding
from briefing.checks.quotes import Verdict
from briefing.model import Brief

__all__ = ["CHECKS", "Check", "Finding", "run"]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its id in the project's list of rules, what it asks, and the function that finds."""

    id: str
    title: str
    severity: str
    find: Callable[[Brief, Sequence[Verdict]], Iterable[Finding]]


CHECKS: tuple[Check, ...] = (
    Check("L1", "A reported claim has a quote", "error", sourcing.unquoted),
    Check("L2", "A quote stands word for word in its source", "error", sourcing.not_verbatim),
    Check("L12", "Contradicting evidence is answered", "warning", sourcing.unanswered),
)


def run(brief: Brief, verdicts: Sequence[Verdict]) -> tuple[Finding, ...]:
    """Return the findings of every rule, rule by rule, in reading order within each.

    A finding that its item waives is kept, with the reason in `waived`.
    """
    waivers = {(item.id, w.rule): w.reason for item in lookup.statements(brief) for w in item.waivers}
    found = (finding for check in CHECKS for finding in check.find(brief, verdicts))
    return tuple(replace(f, waived=waivers.get((f.item_id, f.rule), "")) for f in found)
