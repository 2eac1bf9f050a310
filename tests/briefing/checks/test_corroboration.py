"""Quotes, sources and origins behind claims, and rule L9."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefing import lookup
from briefing.checks import corroboration
from briefing.checks.corroboration import Support
from briefing.checks.quotes import ORPHAN, Verdict
from briefing.model import Brief, Claim, Evidence
from tests.briefing.checks.asked import facts
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs

ONE_STORY = {"s2": "s1"}


@pytest.mark.parametrize(
    ("origins", "c1"),
    [
        ({}, Support(2, ("s1", "s2"), ("s1", "s2"))),
        (ONE_STORY, Support(2, ("s1", "s2"), ("s1",))),
        ({"s1": "o1", "s2": "o1"}, Support(2, ("s1", "s2"), ("o1",))),
    ],
)
def test_quotes_sources_and_origins_are_counted_by_claim(origins: Mapping[str, str], c1: Support) -> None:
    found = corroboration.corroboration(sample(), origins)
    assert list(found) == [claim.id for claim in lookup.claims(sample())]
    assert found["c1"] == c1
    assert found["c2"] == Support()


def test_only_what_supports_and_stands_is_counted() -> None:
    pair = (evidence("e1", "Patrols begin"), evidence("e2", "officials said", "s2", stance="contradicts"))
    claim = Claim("c1", "So.", evidence=pair)
    assert corroboration.support((claim,), {}) == Support(1, ("s1",), ("s1",))
    assert corroboration.support((claim,), {}, frozenset({"e1"})) == Support()


def graded(*linked: Evidence) -> Claim:
    return Claim("c1", "So.", evidence=linked)


E1 = evidence("e1", "Patrols begin", credibility="1")
E2 = evidence("e2", "officials said", "s2")


@pytest.mark.parametrize(
    ("claim", "origins", "refused"),
    [
        (graded(E1), {}, True),
        (graded(E1, E2), {}, False),
        (graded(E1, E2), ONE_STORY, True),
        (graded(E1, evidence("e3", "Russia keeps")), {}, True),
        (graded(E1, replace(E2, stance="contradicts")), {}, True),
        (graded(replace(E1, stance="contradicts"), replace(E2, stance="contradicts")), {}, False),
        (graded(replace(E1, credibility="2")), {}, False),
        (graded(replace(E1, credibility="")), {}, False),
    ],
)
def test_confirmed_needs_two_origins(claim: Claim, origins: Mapping[str, str], refused: bool) -> None:
    assert bool(corroboration.grade_refused(claim, "e1", claim.evidence[0].credibility, origins)) == refused
    first = sample().sections[0]
    brief = replace(sample(), sections=(replace(first, items=(claim,)),), actors=())
    found = list(corroboration.one_origin(brief, facts(origins)))
    assert [(f.rule, f.severity, f.item_id) for f in found] == ([("L9", "error", "c1")] if refused else [])


def said(brief: Brief, origins: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f.item_id, f.message) for f in corroboration.one_origin(brief, facts(origins))]


def test_a_key_judgement_on_fewer_than_two_origins_is_warned_of() -> None:
    assert said(sample(), {}) == [("j2", "“Aid arrives.” rests on no source.")]
    alone = ("j1", "“The truce holds.” rests on one origin: “Patrols” and 1 more of the same origin.")
    assert said(sample(), ONE_STORY)[0] == alone


def test_but_only_in_an_outlook_and_once_it_is_written() -> None:
    brief = sample()
    outlook = brief.sections[2]
    assert said(replace(brief, sections=(replace(outlook, kind="prose"),)), {}) == []
    empty = replace(outlook.items[1], text=" ")
    assert said(replace(brief, sections=(replace(outlook, items=(empty,)),)), {}) == []


def test_a_quote_that_is_lost_supports_no_judgement() -> None:
    lost = tuple(Verdict("c1", "e2", "s2", ORPHAN, "gone") for _ in "x")
    found = list(corroboration.one_origin(sample(), replace(facts(), verdicts=lost)))
    assert [f.item_id for f in found] == ["j1", "j2"]


@settings(max_examples=12)
@given(briefs())
def test_it_raises_on_no_brief(brief: Brief) -> None:
    list(corroboration.one_origin(brief, facts()))
    for found in corroboration.corroboration(brief, {}).values():
        assert len(found.origins) <= len(found.sources) <= found.quotes
