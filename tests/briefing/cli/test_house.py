"""The command `terms`, and the rule it feeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.briefing.cli.conftest import Line


def test_terms_are_added_listed_and_taken_away(line: Line) -> None:
    assert line("terms").code == 0
    line("terms", "--add", "Türkiye", "--not", "Turkey", "--not", "Turkiye")
    line("terms", "--add", "IDP", "--long", "internally displaced person")
    Path("desk.csv").write_text("Kyiv,Kiev\n", encoding="utf-8")
    result = line("terms", "--shared", "desk.csv", "--json")
    assert [term["write"] for term in json.loads(result.out)] == ["Türkiye", "IDP", "Kyiv"]
    assert line("terms", "--remove", "IDP", "--shared", "").out == "Türkiye\tTurkey; Turkiye\t\n"


@pytest.mark.parametrize(
    "arguments", [("--add", "Kyiv"), ("--not", "Kiev"), ("--remove", "x"), ("--shared", "no.csv")]
)
def test_what_makes_no_term_is_wrong_use(arguments: tuple[str, ...], line: Line) -> None:
    assert line("terms", *arguments).code == 2


def test_a_brief_is_held_to_them_once_the_rule_is_on(line: Line) -> None:
    line("terms", "--add", "Türkiye", "--not", "Turkey")
    line("new", "a.brief", "--title", "T")
    line("claim", "a.brief", "situation", "Turkey agreed.")
    assert "Türkiye" not in line("check", "a.brief").out
    assert line("set", "a.brief", "brief", "rules_off", "+L25").code == 0
    assert "The house writes “Türkiye”, not “Turkey”." in line("check", "a.brief").out
