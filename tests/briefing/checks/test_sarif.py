"""Findings as SARIF 2.1.0."""

from __future__ import annotations

from briefing.checks.findings import Finding
from briefing.checks.rules import CHECKS
from briefing.checks.sarif import sarif_log
from briefing.model import Brief, Claim, Section

BRIEF = Brief("b1", sections=(Section("s1", "situation", items=(Claim("c1", "It killed **40** people."),)),))
FOUND = (
    Finding("L3", "error", "c1", "The claim says “40”, the quote “14”.", "Say “14”.", span=(10, 12)),
    Finding("L10", "note", "b1", "A source lacks details.", waived="They are to come."),
)


def test_a_log_has_one_run_with_all_rules_and_a_result_for_each_finding() -> None:
    log = sarif_log(BRIEF, FOUND, "idlib.brief")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in CHECKS]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["L3", "L10"]
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}


def test_a_result_names_its_item_and_its_words() -> None:
    first, second = sarif_log(BRIEF, FOUND, "idlib.brief")["runs"][0]["results"]
    assert first["level"] == "error"
    assert first["message"]["text"] == "The claim says “40”, the quote “14”. Say “14”."
    (place,) = first["locations"]
    assert place["logicalLocations"] == [{"name": "c1", "kind": "member"}]
    region = place["physicalLocation"]["region"]
    assert (region["charOffset"], region["charLength"], region["snippet"]["text"]) == (10, 2, "40")
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_what_is_waived_is_suppressed_with_its_reason() -> None:
    first, second = sarif_log(BRIEF, FOUND, "idlib.brief")["runs"][0]["results"]
    assert "suppressions" not in first
    assert second["suppressions"] == [{"kind": "external", "justification": "They are to come."}]
