"""What the margin says of the findings on a line: the worst of them, how many, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.checks.findings import SEVERITIES, Finding, Severity

# These say what a state of the margin says by itself: no quote, a quote that is lost, a source against it.
_TEXT_BY_STATE = ("L1", "L2", "L12")
# Worst first. A note is no trouble, but for one that says where the article has what no quote has.
_RANK = ("broken", "error", "contradicted", "unsourced", "warning", "note", "sourced", "")


@dataclass(frozen=True, slots=True)
class RowFindings:
    """The standing findings on one item: the worst severity, how many, the first text."""

    severity: Severity
    count: int
    words: str


def of_findings(findings: Iterable[Finding]) -> Mapping[str, RowFindings]:
    """Return the trouble of each item that has a standing error or warning which its state does not say, or a
    note on a passage that can be linked.
    """
    held: dict[str, list[Finding]] = {}
    for finding in findings:
        heard = finding.severity != "note" or finding.passage is not None
        if heard and not finding.waived and finding.rule not in _TEXT_BY_STATE:
            held.setdefault(finding.item_id, []).append(finding)
    made = {}
    for ident, here in held.items():
        worst = min(here, key=lambda finding: SEVERITIES.index(finding.severity))
        made[ident] = RowFindings(worst.severity, len(here), worst.message)
    return made


def mark_of(state: str, trouble: RowFindings | None) -> str:
    """Return what the margin shows: a claim's state, or a severity where a finding weighs more."""
    return min((state, trouble.severity if trouble is not None else ""), key=_RANK.index)
