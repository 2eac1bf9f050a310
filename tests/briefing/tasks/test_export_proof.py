"""What the checks found, handed to the annex."""

from __future__ import annotations

from datetime import date

from briefing import checks, exporting
from briefing.checks.quotes import verify
from briefing.exporting.blocks import IndentedLine, Lines
from briefing.exporting.options import Options
from briefing.tasks.export_proof import proof
from tests.briefing.exporting.examples import example, text_of


def test_verdicts_findings_and_trees_come_as_plain_data() -> None:
    brief = example()
    facts = checks.Facts(verify(brief, text_of), {}, text_of, date(2031, 5, 9))
    findings = checks.run(brief, facts)
    made = proof(brief, facts, findings)
    assert len(made.verdicts) == 9
    assert {state for _, state, _ in made.verdicts} == {"found"}
    assert len(made.findings) == len(findings)
    assert [b.depth for b in made.branches if b.kind == "judgement"] == [0, 0, 0]
    assert ("quote", 2) in {(b.kind, b.depth) for b in made.branches}


def test_the_annex_shows_them() -> None:
    brief = example()
    facts = checks.Facts(verify(brief, text_of), {}, text_of, date(2031, 5, 9))
    made = proof(brief, facts, checks.run(brief, facts))
    outline = exporting.build(exporting.ExportRequest(brief, options=Options(annex=True), proof=made))
    lines = [line for block in outline.blocks if isinstance(block, Lines) for line in block.lines]
    assert sum("Found again where it was quoted" in line.words for line in lines) == 8
    assert any(isinstance(line, IndentedLine) and line.head == "Source:" for line in lines)
