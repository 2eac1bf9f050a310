"""Where each item stands, as the rules are told."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from briefing import lookup
from briefing.checks.rule_types import places
from briefing.model import Brief
from tests.briefing.samples import sample
from tests.briefing.strategies import briefs


def test_each_item_is_told_with_the_kind_of_its_section() -> None:
    assert [(item.id, place.kind) for item, place in places(sample())] == [
        ("c1", "situation"), ("c2", "situation"), ("c3", "actors"), ("c4", "actors"), ("c5", "actors"),
        ("j1", "outlook"), ("j2", "outlook"),
    ]  # fmt: skip


def test_but_statements_without_a_section_for_actors_have_none() -> None:
    brief = replace(sample(), sections=())
    assert [(item.id, place.section, place.kind) for item, place in places(brief)] == [
        ("c3", None, "actors"),
        ("c4", None, "actors"),
    ]


@settings(max_examples=12)
@given(briefs())
def test_the_order_is_that_of_reading(brief: Brief) -> None:
    assert [item for item, _ in places(brief)] == list(lookup.statements(brief))
