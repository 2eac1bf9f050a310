"""What the checks found, as the annex of evidence takes it: checks and exporting do not know each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks import basis
from briefing.checks.facts import Facts
from briefing.checks.findings import Finding
from briefing.exporting.basis_svg import svg
from briefing.exporting.blocks import Branch, Proof, Told
from briefing.model import Brief


def proof(brief: Brief, facts: Facts, findings: Sequence[Finding]) -> Proof:
    """Return verdicts, findings and the trees of the judgements as plain data. Nothing is asked again."""
    trees = tuple(basis.trees(brief, facts))
    return Proof(
        verdicts=tuple((v.evidence_id, v.state, v.message) for v in facts.verdicts),
        findings=tuple(Told(f.rule, f.severity, f.item_id, f.message, f.waived) for f in findings),
        branches=tuple(line for tree in trees for line in _branches(tree, 0)),
        pictures=tuple(svg(tree) for tree in trees),
    )


def _branches(node: basis.Node, depth: int) -> Iterator[Branch]:
    yield Branch(depth, node.kind, node.id, node.label, node.state)
    for child in node.children:
        # A source that is its own origin says so once.
        if not (child.kind == "origin" and child.label == node.label):
            yield from _branches(child, depth + 1)
