"""The annex of evidence."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import exporting
from briefing.exporting.blocks import Block, Branch, Heading, Lines, Proof, Table, Told
from briefing.exporting.options import CHOICES, Options
from briefing.model import Brief, Waiver
from tests.briefing.exporting.examples import HARBOUR, MADE, SOURCES, example
from tests.briefing.strategies import briefs

PROOF = Proof(
    verdicts=(("e-open", "found", ""), ("e-fuel", "orphan", "“last until” is not in the source.")),
    findings=(
        Told("L3", "warning", "c-fuel", "The number 20 is not in the quotes."),
        Told("L3", "warning", "c-count", "Waived already.", "the union's own count, given as such"),
        Told("L9", "note", "b-velmora", "No summary"),
        Told("L4", "error", "j-open-end", "No likelihood."),
        Told("L8", "warning", "s-union", "No date."),
    ),
    branches=(
        Branch(0, "judgement", "j-open", "The terminal opens"),
        Branch(1, "claim", "c-open", "The port reopens", "contradicted"),
        Branch(2, "quote", "e-open", "will reopen", "sourced"),
    ),
)


def annex(brief: Brief, proof: Proof = PROOF) -> dict[str, list[Block]]:
    """The blocks of the annex by their heading."""
    outline = exporting.build(brief, made=MADE, options=Options(annex=True), proof=proof)
    found: dict[str, list[Block]] = {}
    head = ""
    for block in outline.blocks:
        if isinstance(block, Heading):
            head = block.text
        else:
            found.setdefault(head, []).append(block)
    return found


def lines(brief: Brief, head: str, proof: Proof = PROOF) -> list[str]:
    (block,) = annex(brief, proof)[head]
    assert isinstance(block, Lines)
    return [
        " ".join(
            p for p in ("-" * line.depth, line.head, f"“{line.quote}”" if line.quote else "", line.words) if p
        )
        for line in block.lines
    ]


def test_every_claim_stands_with_its_quotes_and_what_the_checks_say() -> None:
    said = lines(example(), "Claims and their quotes")
    at = HARBOUR.index("will reopen its southern")
    assert (
        f"- [1] “will reopen its southern terminal on Monday” “Ferry line reopens after strike”, characters {at}–{at + 43} "
        f"of the text {SOURCES[0].text_sha[:12]}. Found again where it was quoted."
    ) in said
    assert any("; contradicts the claim." in line for line in said)
    assert any("Not found. “last until” is not in the source." in line for line in said)
    assert "- L3, warning: The number 20 is not in the quotes." in said
    assert "- Rule L3 set aside: the union's own count, given as such." in said
    assert not any("Waived already" in line for line in said)
    assert (
        said[said.index("Hotels in the old town report cancellations .") + 1]
        == "- No quote is linked to this."
    )


def test_the_trees_of_the_judgements_are_indented() -> None:
    assert lines(example(), "What the judgements rest on") == [
        "The terminal opens",
        "- Claim: The port reopens (contradicted)",
        "-- Quote: will reopen (sourced)",
    ]


def test_findings_on_anything_else_stand_apart() -> None:
    brief = replace(example(), waivers=(Waiver("L9", "one page only"),))
    assert lines(brief, "Findings and exceptions") == [
        "L4, error: Ferry fares rise in the autumn.: No likelihood.",
        "L9, note: The brief: No summary.",
        "L8, warning: “No deal yet, says union [*draft*]”: No date.",
        "Rule L9 set aside: The brief: one page only.",
    ]


def test_the_texts_that_were_read_have_their_hash() -> None:
    (table,) = annex(example())["Texts that were read"]
    assert isinstance(table, Table)
    assert [row[2] for row in table.rows] == [s.text_sha for s in SOURCES[:3]]


def test_but_without_the_choice_there_is_none() -> None:
    outline = exporting.build(example(), proof=PROOF)
    assert not any(isinstance(block, (Lines, Table)) for block in outline.blocks)


def test_an_empty_brief_has_an_empty_annex() -> None:
    assert list(annex(Brief("b"), Proof())) == ["Annex: evidence"]


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_every_choice_of_notes_reads_back(suffix: str) -> None:
    made = exporting.load(exporting.exporter_for(Path(f"x{suffix}")))
    names = ("notes", "citation", "quotes", "links") if suffix == ".md" else ("notes", "citation", "quotes")
    for number, values in enumerate(product(*(CHOICES[name] for name in names))):
        chosen = dict(zip(names, values, strict=True))
        options = Options(**chosen, together=bool(number % 2), annex=bool(number % 3))  # type: ignore[arg-type]
        outline = exporting.build(example(), made=MADE, options=options, proof=PROOF)
        data = made.render(outline).data
        assert made.read_back(data) == made.quotes_held(outline), chosen
        notes = sum(bool(part.quote) for note in outline.notes for part in note.parts)
        assert len(made.quotes_held(outline)) == notes + (8 if options.annex else 0)


@settings(max_examples=30)
@given(
    brief=briefs(),
    options=st.builds(
        Options,
        **{
            name: st.sampled_from(CHOICES[name])
            for name in ("notes", "citation", "quotes", "links", "actors")
        },
        **dict.fromkeys(("together", "annex", "portions", "contents"), st.booleans()),
    ),
    suffix=st.sampled_from([".md", ".html", ".docx"]),
)
def test_any_brief_leaves_under_any_choice(brief: Brief, options: Options, suffix: str) -> None:
    exporter = exporting.exporter_for(Path(f"x{suffix}"))
    assert exporting.render(exporter, exporting.build(brief, options=options)).data
