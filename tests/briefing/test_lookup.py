"""Walks and look-ups over a snapshot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from briefing import lookup
from briefing.errors import BadInput, BriefingError, NotFound
from briefing.model import Brief, Section
from tests.briefing.samples import sample
from tests.briefing.strategies import briefs

BRIEF = sample()


def ids(things: Any) -> list[str]:
    return [thing.id for thing in things]


def test_statements_come_in_reading_order_actors_in_their_section() -> None:
    assert ids(lookup.statements(BRIEF)) == ["c1", "c2", "c3", "c4", "c5", "j1", "j2"]
    assert ids(lookup.claims(BRIEF)) == ["c1", "c2", "c3", "c4", "c5"]
    assert ids(lookup.judgements(BRIEF)) == ["j1", "j2"]


def test_actors_without_a_section_still_count() -> None:
    bare = replace(BRIEF, sections=BRIEF.sections[:1])
    assert not lookup.has_actors_section(bare)
    assert ids(lookup.statements(bare)) == ["c1", "c2", "c3", "c4"]


def test_evidence_comes_with_its_claim() -> None:
    assert [(c.id, e.id) for c, e in lookup.evidence(BRIEF)] == [("c1", "e1"), ("c1", "e2"), ("c3", "e3")]
    assert [e.id for _, e in lookup.links_of_source(BRIEF, "s1")] == ["e1", "e3"]
    assert lookup.links_of_source(BRIEF, "none") == ()


@given(briefs())
def test_each_thing_is_walked_once(brief: Brief) -> None:
    walked = [(type(e), e.id) for e in lookup.entities(brief)]
    assert len(walked) == len(set(walked))
    assert {id(c) for c, _ in lookup.evidence(brief)} <= {id(c) for c in lookup.claims(brief)}
    assert all(lookup.entity(brief, e.id).id == e.id for e in lookup.entities(brief))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("situation", "situation"),
        ("OUTLOOK", "outlook"),
        ("Gaps", "gaps"),
        ("situation-2", "situation-2"),
        ("News", "situation-2"),
    ],
)
def test_a_section_goes_by_its_id_title_or_kind(name: str, found: str) -> None:
    extra = Section("situation-2", "situation", "News")
    assert lookup.section(replace(BRIEF, sections=(*BRIEF.sections, extra)), name).id == found


@pytest.mark.parametrize(
    ("ident", "found"),
    [("brief", "b1"), ("b1", "b1"), ("c1", "c1"), ("e3", "e3"), ("a2", "a2"), ("j1", "j1"), ("s2", "s2"), ("gaps", "gaps"), ("outl", "outlook")],  # noqa: E501
)  # fmt: skip
def test_an_entity_goes_by_its_id_or_the_beginning_of_it(ident: str, found: str) -> None:
    assert lookup.entity(BRIEF, ident).id == found


def test_but_a_beginning_of_several_ids_is_refused_with_them() -> None:
    claims = tuple(replace(c, id=f"cx{c.id}") for c in BRIEF.sections[0].items)
    brief = replace(BRIEF, sections=(replace(BRIEF.sections[0], items=claims),))
    with pytest.raises(BadInput, match="several") as caught:
        lookup.entity(brief, "cx")
    assert "cxc1, cxc2" in caught.value.hint


@pytest.mark.parametrize(
    ("find", "ident", "error"),
    [
        (lookup.source, "s9", NotFound),
        (lookup.section, "nowhere", NotFound),
        (lookup.actor, "c1", NotFound),
        (lookup.item, "a1", NotFound),
        (lookup.claim, "none", NotFound),
        (lookup.claim, "j1", BadInput),
        (lookup.entity, "x", NotFound),
        (lookup.entity, "c", NotFound),
        (lookup.entity, "", NotFound),
    ],
)
def test_what_is_not_there_is_named(
    find: Callable[[Brief, str], Any], ident: str, error: type[BriefingError]
) -> None:
    with pytest.raises(error, match=f"“{ident}”"):
        find(BRIEF, ident)


@pytest.mark.parametrize(
    ("ident", "section"),
    [
        ("c1", "situation"),
        ("c5", "actors"),
        ("c3", "actors"),
        ("a2", "actors"),
        ("j2", "outlook"),
        ("s1", None),
        ("e1", None),
    ],
)
def test_an_item_or_actor_knows_its_section(ident: str, section: str | None) -> None:
    found = lookup.sections_of(BRIEF).get(ident)
    assert (found.id if found else None) == section
