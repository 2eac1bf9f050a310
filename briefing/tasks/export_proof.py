"""What the checks found, as exports take it: checks and exporting do not know each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing import lookup
from briefing.checks import basis
from briefing.checks.findings import Finding
from briefing.checks.leaving import Stands, about
from briefing.checks.rule_types import Facts
from briefing.exporting.basis_svg import svg
from briefing.exporting.blocks import Branch, Proof, SetAside, StandingBlock, StoodFinding
from briefing.model import Brief


def proof(brief: Brief, facts: Facts, findings: Sequence[Finding]) -> Proof:
    """Return verdicts, findings and the trees of the judgements as plain data. Nothing is asked again."""
    trees = tuple(basis.trees(brief, facts))
    return Proof(
        verdicts=tuple((v.evidence_id, v.state, v.message) for v in facts.verdicts),
        findings=tuple(map(_stood, findings)),
        set_aside=set_aside(brief, findings),
        branches=tuple(line for tree in trees for line in _branches(tree, 0)),
        pictures=tuple(svg(tree) for tree in trees),
    )


def standing(what: Stands, reason: str = "") -> StandingBlock | None:
    """Return what stands as the head of an export reports it; None where nothing does."""
    return StandingBlock(what.said, tuple(map(_stood, what.all)), reason) if what.all else None


def set_aside(brief: Brief, findings: Sequence[Finding] = ()) -> tuple[SetAside, ...]:
    """Return every waiver in force: of the statements, then of the sources, then of the brief as a whole.

    What each is about is taken from the findings it lets stand; where there are none now, from its rule.
    """
    held = [(i.id, lookup.waivers_in_force(i)) for i in lookup.worded(brief) if i.text.strip()]
    held += [(source.id, source.waivers) for source in brief.sources]
    held.append((brief.id, brief.waivers))
    found: dict[tuple[str, str], dict[str, None]] = {}
    for finding in findings:
        found.setdefault((finding.item_id, finding.rule), {})[about(finding)] = None
    return tuple(
        SetAside(ident, "; ".join(found.get((ident, w.rule), ())) or _of_rule(w.rule), w.reason)
        for ident, waivers in held
        for w in waivers
    )


def _of_rule(rule: str) -> str:
    return about(Finding(rule, "note", "", ""))


def _stood(finding: Finding) -> StoodFinding:
    return StoodFinding(
        about(finding),
        finding.severity,
        finding.item_id,
        finding.message,
        finding.waived,
        finding.evidence_id,
    )


def _branches(node: basis.Node, depth: int) -> Iterator[Branch]:
    yield Branch(depth, node.kind, node.id, node.label, node.state)
    for child in node.children:
        # A source that is its own origin says so once.
        if not (child.kind == "origin" and child.label == node.label):
            yield from _branches(child, depth + 1)
