"""A misspelled kind is an error, where it is compared and where it is given. Nothing here is run."""

from __future__ import annotations

from dataclasses import replace

from briefing.checks.findings import Finding
from briefing.checks.support.marks import ABSENT, Mark
from briefing.edits.review import Proposal
from briefing.errors import BadInput
from briefing.exporting.blocks import StoodFinding
from briefing.exporting.sent_lines import SentLine
from briefing.importing.html.markup import MarkupBlock
from briefing.importing.results import Failed
from briefing.model import Actor, Claim, Evidence, Judgement, Quote, Section, Source
from briefing.rows import Row


def given(quote: Quote) -> None:
    """One error a line, but for those without a comment."""
    Claim("c1", kind="reported", facet="position")
    Claim("c1", kind="reprted")  # type: ignore[arg-type]
    Claim("c1", facet="postion")  # type: ignore[arg-type]
    Evidence("e1", "s1", quote, "supports", "1")
    Evidence("e1", "s1", quote, "support")  # type: ignore[arg-type]
    Evidence("e1", "s1", quote, credibility="7")  # type: ignore[arg-type]
    Section("s1", "summry")  # type: ignore[arg-type]
    Actor("a1", kind="organization")  # type: ignore[arg-type]
    Source("s1", "artcle")  # type: ignore[arg-type]
    Source("s1", grade="G")  # type: ignore[arg-type]
    Judgement("j1", confidence="medium")  # type: ignore[arg-type]
    Finding("L1", "eror", "c1", "It has no quote.")  # type: ignore[arg-type]
    Mark(0, 1, "nmber", ABSENT, "", "")  # type: ignore[arg-type]
    Proposal("", "rword", "c1")  # type: ignore[arg-type]
    BadInput("It is locked.", "Unlock it.", "pasword")  # type: ignore[arg-type]
    Row("judgment", "j1", "s1")  # type: ignore[arg-type]
    SentLine("claims", "It rains.")  # type: ignore[arg-type]
    StoodFinding("Claim 1", "eror", "c1", "It has no quote.")  # type: ignore[arg-type]
    Failed("a.pdf", "It is locked.", needs="pasword")  # type: ignore[arg-type]
    MarkupBlock("It rains.", "headin")  # type: ignore[arg-type]


def changed(claim: Claim, section: Section, kind: str) -> None:
    """As above, for what is put in place of another."""
    replace(claim, kind="assessed")
    replace(claim, kind="assesed")  # type: ignore[arg-type]
    replace(section, kind=kind)  # type: ignore[arg-type]


def of_claim(claim: Claim) -> bool:
    """As above, for what would never be equal."""
    return claim.kind == "reprted"  # type: ignore[comparison-overlap]


def of_section(section: Section) -> bool:
    """As above."""
    return section.kind != "summry"  # type: ignore[comparison-overlap]


def of_source(source: Source) -> bool:
    """As above."""
    return source.kind == "artcle"  # type: ignore[comparison-overlap]


def of_finding(finding: Finding) -> bool:
    """As above."""
    return finding.severity == "eror"  # type: ignore[comparison-overlap]


def of_row(row: Row) -> bool:
    """As above."""
    return row.kind == "judgment"  # type: ignore[comparison-overlap]
