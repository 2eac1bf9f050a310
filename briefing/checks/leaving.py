"""What stands when a brief leaves, or an edition is frozen: what asks for a reason, what does not, and in
which words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.completeness import listed
from briefing.checks.findings import Finding
from briefing.checks.quotes import Verdict
from briefing.checks.rule_types import FindingKind
from briefing.checks.rules import kind_of
from briefing.checks.sourcing import lost_quote
from briefing.checks.statement import in_words


@dataclass(frozen=True, slots=True)
class Stands:
    """`locks`: lost quotes and contradicted claims, for which a final export asks for a reason; `others`: the
    errors that stand besides. Both in the order of the rules.
    """

    locks: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()

    @property
    def all(self) -> tuple[Finding, ...]:
        return (*self.locks, *self.others)

    @property
    def said(self) -> str:
        """Return all of it as a clause that counts it: "one quote could not be found again where it was made
        and there is no source summary"; "" where nothing stands.
        """
        return counts(self.all)


def stands(verdicts: Iterable[Verdict], findings: Iterable[Finding]) -> Stands:
    """Return what stands of these verdicts and findings.

    A lost quote is among it whatever rules are off or waived: whether words stand in a source is no matter of
    opinion.
    """
    lost = tuple(lost_quote(verdict) for verdict in verdicts if not verdict.holds)
    known = {finding.evidence_id for finding in lost}
    found = [f for f in findings if not f.waived and not (f.rule == "L2" and f.evidence_id in known)]
    locks = tuple(f for f in found if kind_of(f).locks)
    return Stands((*lost, *locks), tuple(f for f in found if f.severity == "error" and not kind_of(f).locks))


def counts(findings: Iterable[Finding]) -> str:
    """Return how many of each kind there are, as one clause; "" for none. Lost quotes are counted one by one,
    of everything else the statements or sources that have it.
    """
    held: dict[tuple[str, str], tuple[FindingKind, set[str]]] = {}
    for finding in findings:
        kind = kind_of(finding)
        members = held.setdefault((finding.rule, kind.about), (kind, set()))[1]
        members.add(finding.evidence_id if finding.rule == "L2" else finding.item_id)
    return listed([_clause(kind, len(members)) for kind, members in held.values()])


def _clause(kind: FindingKind, number: int) -> str:
    return kind.many.format(n=in_words(number)) if number > 1 and kind.many else kind.one


def about(finding: Finding) -> str:
    """Return the heading of a finding in a reader's words: "names not in the quote"."""
    return finding.about or kind_of(finding).about
