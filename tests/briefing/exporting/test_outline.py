"""A brief as numbered blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.exporting.blocks import (
    ActorTable,
    Heading,
    IndentedLine,
    Outlook,
    Override,
    SourceList,
    StandingBlock,
    Statement,
    StoodFinding,
)
from briefing.exporting.numbering import numbers
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.model import Actor, Brief, Claim, Judgement, Section
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.samples import evidence, sample

OUTLINE = build(ExportRequest(example(), made=MADE))


def headings(brief: Brief) -> list[str]:
    return [block.text for block in build(ExportRequest(brief)).blocks if isinstance(block, Heading)]


def test_notes_are_numbered_in_reading_order() -> None:
    assert numbers(sample()) == {"e1": 1, "e2": 2, "e3": 3}
    assert [note.evidence_id for note in OUTLINE.notes] == list(numbers(example()))
    assert [note.number for note in OUTLINE.notes] == list(range(1, 9))


def test_but_an_empty_claim_has_no_notes() -> None:
    assert "e-blank" not in numbers(example())


def test_it_keeps_the_order_of_the_page_and_leaves_empty_sections_out() -> None:
    assert headings(example()) == [
        "Bottom line", "Situation", "Actors", "Ines Torvald", "Outlook", "Gaps", "Source summary", "Sources",
        "Also consulted", "About this brief",
    ]  # fmt: skip
    assert "The section “Annexes” has no text and was left out." in OUTLINE.remarks


def test_it_shows_actors_that_no_section_shows() -> None:
    brief = Brief(
        "b",
        actors=(Actor("a", "Ann", statements=(Claim("c", "Waits.", evidence=(evidence("e", "Patrols"),)),)),),
    )
    assert headings(brief)[:2] == ["Actors", "Ann"]
    assert numbers(brief) == {"e": 1}


def test_the_first_prose_section_is_the_bottom_line() -> None:
    leads = [block.text for block in OUTLINE.blocks if isinstance(block, Heading) and block.lead]
    assert leads == ["Bottom line"]
    alone = Brief("b", sections=(Section("p", "prose", "Only", items=(Claim("c", "Words."),)),))
    assert not any(isinstance(block, Heading) and block.lead for block in build(ExportRequest(alone)).blocks)


def test_a_judgement_names_the_claims_it_rests_on() -> None:
    forecasts = next(block for block in OUTLINE.blocks if isinstance(block, Outlook)).forecasts
    first, second, third = forecasts
    assert (first.likelihood, first.range, first.standard) == ("very likely", "80–95 %", "ICD 203")
    assert [basis.numbers for basis in first.basis] == [(1, 2, 3), (6,)]
    assert [basis.claim_id for basis in second.basis] == ["c-count"]
    assert second.standard == "ICD 203"
    assert (third.likelihood, third.range, third.basis) == ("", "", ())


def test_but_a_term_off_the_ladder_has_no_range_and_is_reported() -> None:
    brief = Brief(
        "b", standard="phia", sections=(Section("o", items=(Judgement("j", "It rains.", "very likely"),)),)
    )
    outline = build(ExportRequest(brief))
    (outlook,) = (block for block in outline.blocks if isinstance(block, Outlook))
    assert (outlook.forecasts[0].likelihood, outlook.forecasts[0].range) == ("very likely", "")
    assert any("not a term of PHIA" in remark for remark in outline.remarks)


def test_cited_sources_come_in_order_of_first_citation_and_the_others_after() -> None:
    cited, others = (block for block in OUTLINE.blocks if isinstance(block, SourceList))
    assert [entry.notes for entry in cited.entries] == ["1, 4, 6, 8", "2, 7", "3, 5"]
    assert [entry.notes for entry in others.entries] == [""]


def test_a_source_that_a_newer_one_replaced_is_not_listed_as_consulted() -> None:
    brief = replace(sample(), sections=(), actors=())
    (others,) = (block for block in build(ExportRequest(brief)).blocks if isinstance(block, SourceList))
    assert len(others.entries) == 1


def test_a_note_says_how_its_quote_stands() -> None:
    labels = {note.evidence_id: note.label for note in OUTLINE.notes if note.label}
    assert labels == {"e-against": "Contradicts", "e-vote": "Context"}
    remarks = {note.evidence_id: note.remarks for note in OUTLINE.notes}
    assert remarks["e-open2"] == ("Translation: “the port will be opened on Monday”.", "Source graded C.")
    assert remarks["e-against"] == ("Note: The union speaks of the deal, not of the terminal.",)


def test_a_broken_quote_says_so_in_its_note() -> None:
    outline = build(ExportRequest(example(), broken=frozenset({"e-fuel"})))
    said = [
        note.evidence_id for note in outline.notes if "could not be found again" in " ".join(note.remarks)
    ]
    assert said == ["e-fuel"]


def test_what_stood_is_cleaned_too() -> None:
    told = (StoodFinding("no quote", "error", "b", "gone\x07"),)
    outline = build(
        ExportRequest(
            example(), standing=StandingBlock("one claim has no quote", told, "minister\nwaits\x07")
        )
    )
    assert outline.override == Override(
        "Exported although one claim has no quote.",
        "minister waits\ufffd.",
        (IndentedLine(0, "gone\ufffd."),),
    )


def test_it_reports_what_the_file_cannot_show() -> None:
    assert OUTLINE.remarks == (
        "A judgement rests on a claim that is empty or gone; it is not named.",
        "The section “Annexes” has no text and was left out.",
        "The address of “نشرة الميناء” is not a plain web or mail address: printed, not linked.",
        "1 control character that no document can hold became “\ufffd”.",
        "2 page breaks inside a text became a line break.",
    )


def test_actors_without_a_name_and_words_are_left_out() -> None:
    (table,) = (block for block in OUTLINE.blocks if isinstance(block, ActorTable))
    assert [row.id for row in table.rows] == ["a-torvald", "a-union"]


@pytest.mark.parametrize(
    ("claim", "label"),
    [("c-pos", "Position"), ("c-cap", "Capability, assumption"), ("c-gap1", ""), ("c-open", "")],
)
def test_a_statement_is_labelled_by_what_it_is_about(claim: str, label: str) -> None:
    labels = {block.id: block.label for block in OUTLINE.blocks if isinstance(block, Statement)}
    assert labels[claim] == label


def test_an_empty_brief_has_a_title_and_nothing_else() -> None:
    outline = build(ExportRequest(Brief("b")))
    assert (outline.front.title, outline.blocks, outline.notes) == ("Untitled brief", (), ())
