"""What a line says beyond its letters, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Actor, Brief, Claim, Evidence, Judgement, Quote, Section
from briefing.rows import Row, rows
from ui.page.line_words import line_parts, line_words
from ui.page.page_state import PageState
from ui.page.row_findings import RowFindings

QUOTE = Quote("they begin on Sunday", "", "", 0, "sha")
FOR, AGAINST = Evidence("e1", "s1", QUOTE), Evidence("e2", "s1", QUOTE, "contradicts")
LIKELY = Judgement(
    "j", "The truce holds.", "likely", "icd203", "moderate", horizon="to June", basis=("c1", "c2", "c3")
)


def page(*items: Claim | Judgement) -> Brief:
    kind = "outlook" if isinstance(items[0], Judgement) else "situation"
    section = Section("s", kind, "Situation", items=items)  # type: ignore[arg-type]
    return Brief("b", "Idlib", as_of="2020-03-18", sections=(section,), marking="TLP:AMBER")


def row_of(brief: Brief, ident: str) -> Row:
    return next(row for row in rows(brief) if row.id == ident)


def words(item: Claim | Judgement, state: str = "", trouble: RowFindings | None = None) -> str:
    brief = page(item)
    return line_words(row_of(brief, item.id), brief, PageState(states={item.id: state}), trouble)


@pytest.mark.parametrize(
    ("claim", "state", "said"),
    [
        (Claim("c", "It begins."), "unsourced", "no quote yet"),
        (Claim("c", "It begins.", evidence=(FOR,)), "sourced", "sourced, 1 quote"),
        (Claim("c", "It begins.", evidence=(FOR, FOR)), "sourced", "sourced, 2 quotes"),
        (
            Claim("c", "It begins.", evidence=(FOR,)),
            "broken",
            "a quote is not in its source any more, 1 quote",
        ),
        (
            Claim("c", "It begins.", evidence=(FOR, AGAINST)),
            "contradicted",
            "contradicted by a source, 2 quotes, 1 contradicts",
        ),
        (Claim("c", "It begins.", "assessed", marking="TLP:RED"), "", "assessed; TLP:RED"),
        (Claim("c", "It begins.", facet="position"), "", "position"),
        (Claim("c", ""), "", ""),
    ],
)
def test_a_claim_says_what_the_margin_shows(claim: Claim, state: str, said: str) -> None:
    assert words(claim, state) == said


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        (
            LIKELY,
            "likely, 55–80 %; moderate confidence; to June; rests on 3 claims; not set: indicators",
        ),
        (replace(LIKELY, confidence_reason="one source", indicators=("i",)),
         "likely, 55–80 %; moderate confidence, one source; to June; rests on 3 claims; 1 indicator"),
        (Judgement("j"), "not set: likelihood, confidence, horizon, basis, indicators"),
        (
            replace(LIKELY, likelihood="perhaps", basis=("c",), indicators=("i",)),
            "perhaps, not on the ladder of the brief; moderate confidence; to June; rests on 1 claim; "
            "1 indicator",
        ),
    ],
)  # fmt: skip
def test_a_judgement_says_its_chips(judgement: Judgement, said: str) -> None:
    assert words(judgement) == said


def test_a_judgement_on_a_claim_that_is_lost_says_so() -> None:
    assert words(replace(LIKELY, indicators=("i",)), "broken").endswith(
        "rests on a claim that is not sound: a quote is not in its source any more"
    )


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (RowFindings("warning", 1, "“may” is no term."), "sourced; 1 warning: “may” is no term."),
        (RowFindings("note", 1, "The article has it."), "sourced; 1 note: The article has it."),
        (
            RowFindings("error", 3, "No quote has 5."),
            "sourced; 3 findings, the worst an error: No quote has 5.",
        ),
    ],
)
def test_findings_come_last(trouble: RowFindings, said: str) -> None:
    assert words(Claim("c", "It begins."), "sourced", trouble) == said


def test_title_headings_actors_and_empty_lines_say_what_they_are() -> None:
    brief = replace(
        page(Claim("c", "It begins.")),
        actors=(Actor("a", "Hulusi Akar", statements=(Claim("c4", "He hopes."),)),),
    )
    brief = replace(
        brief,
        sections=(*brief.sections, Section("acts", "actors", "Actors"), Section("g", "gaps", "Gaps")),
    )
    said = {row.id: line_words(row, brief, PageState()) for row in rows(brief)}
    assert said["title"].startswith("title; As of 2020-03-18")
    assert said["title"].endswith("; TLP:AMBER")
    assert said["s"] == "section, 1 line"
    assert said["acts"] == "section, 1 actor"
    assert said["a"] == "actor, 1 statement"
    assert said["blank:g"] == "empty line"


@pytest.mark.parametrize(
    ("day", "words_first"),
    [("2020-03-15", "15 March 2020"), ("2020-03~", "c. March 2020"), ("", "no day yet")],
)
def test_a_row_of_a_chronology_says_its_day_first(day: str, words_first: str) -> None:
    claim = Claim("c", "It begins.", day=day)
    brief = Brief("b", sections=(Section("s", "chronology", "Days", items=(claim,)),))
    said = line_words(row_of(brief, "c"), brief, PageState(states={"c": "unsourced"}))
    assert said == f"{words_first}; no quote yet"


def test_links_and_citations_are_parts_of_a_line() -> None:
    claim = Claim("c", "The [ferry](https://example.org/f) runs.", evidence=(FOR, AGAINST))
    state = PageState(numbers={"e1": 3}, broken=frozenset({"e2"}))
    assert [(part.name, part.description) for part in line_parts(row_of(page(claim), "c"), state)] == [
        ("ferry", "https://example.org/f"),
        ("citation 3", "supports: “they begin on Sunday”"),
        ("citation", "not found in its source: “they begin on Sunday”"),
    ]
