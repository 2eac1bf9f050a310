"""Edits of actors and their statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing import edits, lookup
from briefing.errors import BriefingError, NotFound, Refused
from briefing.model import Actor, Brief, Claim
from tests.briefing.samples import sample

BRIEF = sample()


@pytest.mark.parametrize(("after", "order"), [("", "a1 a2 a9"), ("^", "a9 a1 a2"), ("a1", "a1 a9 a2")])
def test_an_actor_is_added_in_its_place(after: str, order: str) -> None:
    assert " ".join(a.id for a in edits.add_actor(BRIEF, Actor("a9"), after).actors) == order


def test_names_and_aliases_are_tidied() -> None:
    typed = Actor("a9", " Hay’at\nTahrir ", ("HTS", "", " HTS ", "al-\x00Nusra"), role=" armed\tgroup ")
    added = lookup.actor(edits.add_actor(BRIEF, typed), "a9")
    assert (added.name, added.aliases, added.role) == ("Hay’at Tahrir", ("HTS", "al- Nusra"), "armed group")


def test_a_typed_line_sets_name_aliases_and_role() -> None:
    after = lookup.actor(edits.set_actor_line(BRIEF, "a2", "Russia (Moscow) · guarantor"), "a2")
    assert (after.name, after.aliases, after.role, after.kind) == (
        "Russia",
        ("Moscow",),
        "guarantor",
        "state",
    )
    assert edits.set_actor_line(BRIEF, "a1", "Hulusi Akar (Akar) · defence minister") is BRIEF


def test_an_actor_goes_with_its_statements_and_no_judgement_rests_on_them() -> None:
    after = edits.remove_actor(BRIEF, "a1")
    assert [a.id for a in after.actors] == ["a2"]
    assert [j.basis for j in lookup.judgements(after)] == [("c1",), ("c2",)]


@pytest.mark.parametrize(("by", "order"), [(1, "a2 a1"), (-1, "a1 a2")])
def test_an_actor_moves_and_stays_at_the_end(by: int, order: str) -> None:
    assert " ".join(a.id for a in edits.move_actor(BRIEF, "a1", by).actors) == order


@pytest.mark.parametrize(("after", "order"), [("", "c3 c4 c9"), ("^", "c9 c3 c4"), ("c3", "c3 c9 c4")])
def test_a_statement_is_added_in_its_place(after: str, order: str) -> None:
    added = lookup.actor(edits.add_statement(BRIEF, "a1", Claim("c9", "x\ny"), after), "a1").statements
    assert " ".join(c.id for c in added) == order
    assert "x y" in [c.text for c in added]


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (lambda b: edits.add_actor(replace(b, sections=b.sections[:1]), Actor("a9")), Refused),
        (lambda b: edits.add_actor(b, Actor("a9"), "c1"), NotFound),
        (lambda b: edits.set_actor_line(b, "c1", "x"), NotFound),
        (lambda b: edits.remove_actor(b, "a9"), NotFound),
        (lambda b: edits.move_actor(b, "a9", 1), NotFound),
        (lambda b: edits.add_statement(b, "a9", Claim("c9")), NotFound),
        (lambda b: edits.add_statement(b, "a1", Claim("c9"), "c1"), NotFound),
    ],
)
def test_but_what_has_no_place_is_refused(edit: Callable[[Brief], Brief], error: type[BriefingError]) -> None:
    with pytest.raises(error):
        edit(BRIEF)
