"""L21: a row of a chronology has a day, and it agrees with what words and quotes name."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.checks.dated_rows_rule import OTHER_DAY, day_of_row
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, places
from briefing.model import Brief, Claim, Evidence, Quote, Section, Source

FACTS = Facts((), {}, None, date(2026, 1, 1))


def quote(words: str, stance: str = "supports") -> Evidence:
    return Evidence(f"e{len(words)}", "s1", Quote(words, "", "", 0, "sha"), stance)  # type: ignore[arg-type]


def found(claim: Claim, kind: str = "chronology") -> list[Finding]:
    section = Section("s", kind, items=(claim,))  # type: ignore[arg-type]
    brief = Brief("b", sections=(section,), sources=(Source("s1", published="2020-03-13"),))
    return [f for item, place in places(brief) for f in day_of_row(item, place, FACTS)]


AGREE = [
    Claim("c", "It began on 2 March 2020.", day="2020-03-02"),
    Claim("c", "It began on 2 March 2020.", day="2020-03"),
    Claim("c", "It began in March 2020.", day="2020-03-02"),
    Claim("c", "Signed on 2 March 2020, it held to 5 May 2020.", day="2020-05-05"),
    Claim("c", "It began.", day="2020-03-02"),
    Claim("c", "It began.", day="2020-03-15", evidence=(quote("the patrols begin on Sunday"),)),
    Claim("c", "It began.", day="2020-03-15", evidence=(quote("not on 1 May", "contradicts"),)),
    Claim("c", "", day=""),
]


@pytest.mark.parametrize("claim", AGREE, ids=lambda claim: f"{claim.text} {claim.day}")
def test_a_row_that_agrees_with_its_words_and_quotes_is_no_finding(claim: Claim) -> None:
    assert found(claim) == []


def test_a_row_without_a_day_is_asked_for_one_and_no_other_section_is() -> None:
    (finding,) = found(Claim("c", "It began."))
    assert (finding.severity, finding.kind) == ("warning", "")
    assert found(Claim("c", "It began."), "situation") == []


DIFFER = [
    ("its one date", Claim("c", "It began on 2 March 2020.", day="2020-03-03"), "error"),
    ("about then", Claim("c", "It began on 2 March 2020.", day="2020-04~"), "note"),
    ("two dates", Claim("c", "Signed on 2 March 2020, it held to 5 May 2020.", day="2020-06-01"), "note"),
    ("its quote", Claim("c", "It began.", day="2020-03-01", evidence=(quote("begin on Sunday"),)), "note"),
]


@pytest.mark.parametrize(("why", "claim", "severity"), DIFFER, ids=[why for why, _, _ in DIFFER])
def test_another_day_is_an_error_only_where_it_is_certain(why: str, claim: Claim, severity: str) -> None:
    (finding,) = found(claim)
    assert (finding.severity, finding.kind) == (severity, OTHER_DAY)


def test_the_words_and_the_quote_meant_are_named() -> None:
    (own,) = found(Claim("c", "It began on 2 March 2020.", day="2020-03-03"))
    assert own.span == (12, 24)
    assert own.message == "The row stands at 3 March 2020; its words name 2 March 2020."
    linked = quote("begin on Sunday")
    (quoted,) = found(Claim("c", "It began.", day="2020-03-01", evidence=(linked,)))
    assert quoted.evidence_id == linked.id
    assert "Sunday 15 March 2020 (“Sunday”)" in quoted.message
