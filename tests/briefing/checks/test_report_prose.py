"""The rules on words of estimation, on sentences in the manner of reports that an editor has labelled.

Half of the table is what the rules were tuned on, the other half only measures them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from briefing.checks import estimative
from briefing.model import Claim, Item, Judgement
from tests.briefing.checks.asked import Rule, found

TABLE = Path(__file__).with_name("report_prose.txt")
RULES: tuple[Rule, ...] = (
    estimative.confidence_beside_likelihood,
    estimative.off_ladder,
    estimative.misplaced,
    estimative.on_statistic,
    estimative.cannot_rule_out,
)
ROWS = [
    (kind, set(rules.split()) - {"-"}, text)
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for kind, rules, text in (line.split(" | "),)
]


def fired(kind: str, text: str) -> set[str]:
    item: Item = Judgement("j1", text)
    if kind != "j":
        item = Claim("c1", text, "reported" if kind == "c" else "assessed")
    section = "situation" if kind == "c" else "outlook"
    return {finding.rule for rule in RULES for finding in found(rule, item, section)}


def counts(rows: list[tuple[str, set[str], str]]) -> Counter[str]:
    held = Counter[str]()
    for kind, wanted, text in rows:
        got = fired(kind, text)
        held.update(right=len(got & wanted), wrongly=len(got - wanted), missed=len(wanted - got))
    return held


@pytest.mark.parametrize("half", [0, 1], ids=["tuned on", "measured on"])
def test_of_a_hundred_firings_95_are_right_and_of_a_hundred_wanted_97_fire(half: int) -> None:
    held = counts(ROWS[half::2])
    assert held["right"] / (held["right"] + held["wrongly"]) >= 0.95
    assert held["right"] / (held["right"] + held["missed"]) >= 0.97


def test_the_table_has_both_sorts_of_sentence() -> None:
    assert len(ROWS) > 200
    assert len({text for _, _, text in ROWS}) >= len(ROWS) - 2  # two stand in a claim and in a judgement
    assert min(sum(not w for _, w, _ in ROWS), sum(bool(w) for _, w, _ in ROWS)) > 100
