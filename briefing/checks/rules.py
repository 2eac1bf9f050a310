"""The table of rules, and asking all of them of one brief."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.checks import completeness, corroboration, estimative, excerpts, markings, sourcing
from briefing.checks.engine import Checker, Rule
from briefing.checks.facts import BriefCheck, Facts, ItemCheck
from briefing.checks.findings import Finding
from briefing.checks.support import unsupported
from briefing.model import Brief

__all__ = ["CHECKS", "run", "standing"]

# The severity is that of most of a rule's findings; a finding carries its own.
CHECKS: tuple[Rule, ...] = (
    ItemCheck("L1", "A reported claim has a quote", "error", sourcing.unquoted),
    ItemCheck("L2", "A quote stands word for word in its source", "error", sourcing.not_verbatim),
    ItemCheck("L3", "A claim says no more than its quotes", "warning", unsupported),
    ItemCheck("L4", "Confidence and likelihood stand in different sentences", "error",
              estimative.confidence_beside_likelihood),
    BriefCheck("L5", "Terms of likelihood come from one row, or a note says that they mean the same", "warning",
               estimative.mixed_rows),
    ItemCheck("L6", "Terms of likelihood are those of the declared ladder", "warning", estimative.off_ladder),
    ItemCheck("L7", "Facts carry no likelihood, judgements carry one", "warning", estimative.misplaced),
    ItemCheck("L8", "Likelihood is said of events, not of statistics", "note", estimative.on_statistic),
    BriefCheck("L9", "A key judgement rests on two origins", "warning", corroboration.one_origin),
    BriefCheck("L10", "A cited source has author, title, dates and a descriptor", "error", completeness.undescribed),
    BriefCheck("L11", "The brief says what its sources are", "error", completeness.no_summary),
    BriefCheck("L12", "Contradicting evidence is answered", "warning", sourcing.unanswered),
    ItemCheck("L13", "Nothing is said by “we cannot rule out”", "note", estimative.cannot_rule_out),
    ItemCheck("L14", "A quote is whole: five words or more, not cut before a “but”", "warning", excerpts.torn),
    BriefCheck("L15", "A later edition says what has changed", "warning", completeness.no_change_statement),
    BriefCheck("L16", "Sources are of the time the brief speaks of", "warning", completeness.out_of_time),
    BriefCheck("L17", "The brief is marked no lower than its sources", "error", markings.lowered),
    BriefCheck("L18", "A section keeps to its length", "note", completeness.too_long),
)  # fmt: skip


def run(brief: Brief, facts: Facts) -> tuple[Finding, ...]:
    """Return the findings of every rule that the brief asks, rule by rule, in reading order within each.

    A finding that its item, source or brief waives is kept, with the reason in `waived`.
    """
    return Checker(CHECKS).run(brief, facts)


def standing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the errors that nobody has waived: with one of them a check fails and nothing is exported."""
    return tuple(f for f in findings if f.severity == "error" and not f.waived)
