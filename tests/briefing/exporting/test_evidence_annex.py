"""The annex of evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import exporting
from briefing.exporting.blocks import Block, Branch, Heading, Lines, Proof, SetAside, StoodFinding, Table
from briefing.exporting.options import CHOICES, Options
from briefing.model import Brief
from tests.briefing.exporting.examples import HARBOUR, MADE, SOURCES, example
from tests.briefing.strategies import briefs

PROOF = Proof(
    verdicts=(("e-open", "found", ""), ("e-fuel", "orphan", "“last until” is not in the source.")),
    findings=(
        StoodFinding("numbers not in the quote", "warning", "c-fuel", "The number 20 is not in the quotes."),
        StoodFinding(
            "numbers not in the quote", "warning", "c-count", "Waived already.", "the union's own count"
        ),
        StoodFinding("source summary", "note", "b-velmora", "No summary"),
        StoodFinding("likelihood", "error", "j-open-end", "No likelihood."),
        StoodFinding("details of a source", "warning", "s-union", "No date."),
    ),
    set_aside=(
        SetAside("c-count", "numbers not in the quote", "the union's own count"),
        SetAside("b-velmora", "one origin", "one page only"),
    ),
    branches=(
        Branch(0, "judgement", "j-open", "The terminal opens"),
        Branch(1, "claim", "c-open", "The port reopens", "contradicted"),
        Branch(2, "quote", "e-open", "will reopen", "sourced"),
    ),
)


def annex(brief: Brief, proof: Proof = PROOF, *, waivers: bool = False) -> dict[str, list[Block]]:
    """The blocks of the annex by their heading."""
    options = Options(annex=True, waivers=waivers)
    outline = exporting.build(exporting.ExportRequest(brief, made=MADE, options=options, proof=proof))
    found: dict[str, list[Block]] = {}
    head = ""
    for block in outline.blocks:
        if isinstance(block, Heading):
            head = block.text
        else:
            found.setdefault(head, []).append(block)
    return found


def lines(brief: Brief, head: str, proof: Proof = PROOF, *, waivers: bool = False) -> list[str]:
    (block,) = annex(brief, proof, waivers=waivers)[head]
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
        f"- [1] “will reopen its southern terminal on Monday” “Ferry line reopens after strike”, characters "
        f"{at}–{at + 43}. "
        "Found again where it was quoted."
    ) in said
    assert any("; contradicts the claim." in line for line in said)
    assert any("Not found. “last until” is not in the source." in line for line in said)
    assert "- Warning: The number 20 is not in the quotes." in said
    assert not any("Waived already" in line for line in said)
    assert (
        said[said.index("Hotels in the old town report cancellations .") + 1]
        == "- No quote is linked to this."
    )


def test_the_trees_of_the_judgements_are_indented() -> None:
    assert lines(example(), "What the judgements rest on") == [
        "The terminal opens",
        "- Claim: The port reopens (contradicted by a source)",
        "-- Quote: will reopen",
    ]


def test_findings_on_anything_else_stand_apart() -> None:
    found = [
        "Error: Ferry fares rise in the autumn.: No likelihood.",
        "Remark: No summary.",
        "Warning: “No deal yet, says union [*draft*]”: No date.",
    ]
    assert lines(example(), "What else stands") == found
    asked = lines(example(), "What else stands", waivers=True)
    assert asked == [*found, "Set aside, one origin: The brief: one page only."]


def test_what_was_set_aside_is_shown_when_asked_in_words_and_without_rules() -> None:
    head = "Claims and their quotes"
    aside = "- Set aside, numbers not in the quote: the union's own count."
    assert aside in lines(example(), head, waivers=True)
    assert not any("et aside" in line for line in lines(example(), head))


def test_a_quote_of_an_older_text_says_so() -> None:
    old = replace(SOURCES[0], text_sha="1" * 64)
    brief = replace(example(), sources=(old, *SOURCES[1:]))
    assert any(" of an older text of it." in line for line in lines(brief, "Claims and their quotes"))


def test_the_annex_speaks_to_its_reader() -> None:
    every = [line for head in ("Claims and their quotes", "What the judgements rest on", "What else stands")
             for line in lines(example(), head, waivers=True)]  # fmt: skip
    assert not [line for line in every if re.search(r"\bL\d|\bRule\b|\(sourced\)|\b[0-9a-f]{12}\b", line)]


def test_the_texts_that_were_read_have_their_hash() -> None:
    (table,) = annex(example())["Texts that were read"]
    assert isinstance(table, Table)
    assert [row[2] for row in table.rows] == [s.text_sha for s in SOURCES[:3]]


def test_but_without_the_choice_there_is_none() -> None:
    outline = exporting.build(exporting.ExportRequest(example(), proof=PROOF))
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
        outline = exporting.build(exporting.ExportRequest(example(), made=MADE, options=options, proof=PROOF))
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
        **dict.fromkeys(("together", "annex", "portions", "contents", "waivers"), st.booleans()),
    ),
    suffix=st.sampled_from([".md", ".html", ".docx"]),
)
def test_any_brief_leaves_under_any_choice(brief: Brief, options: Options, suffix: str) -> None:
    exporter = exporting.exporter_for(Path(f"x{suffix}"))
    assert exporting.render(exporter, exporting.build(exporting.ExportRequest(brief, options=options))).data
