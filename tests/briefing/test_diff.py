"""What changed between two snapshots: complete, and no more than that."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from briefing import diff as d
from briefing import edits, lookup
from briefing.edits import Caret
from briefing.model import Actor, Brief, Claim, Judgement, Section
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs

Rows = dict[tuple[type, str], tuple[Any, ...]]


def row(node: d.Node) -> tuple[Any, ...]:
    """A node as a table would keep it: plain fields, and the ids of its children."""
    children = d.CHILDREN[type(node)]
    return tuple(
        tuple(c.id for c in getattr(node, f.name)) if f.name in children else getattr(node, f.name)
        for f in fields(node)
    )


def table(brief: Brief) -> Rows:
    return {(type(node), node.id): row(node) for node in d.walk(brief)}


def applied(rows: Rows, change: d.Change) -> Rows:
    after = dict(rows)
    for node in change.dropped:
        del after[type(node), node.id]
    for node in change.put:
        after[type(node), node.id] = row(node)
    return after


BRIEF = sample()
C1 = lookup.claim(BRIEF, "c1")


@pytest.mark.parametrize(
    ("after", "put", "dropped"),
    [
        (BRIEF, [], []),
        (sample(), [], []),
        (edits.set_text(BRIEF, "c2", "New."), ["c2"], []),
        (edits.set_field(BRIEF, "e1", "note", "New."), ["e1"], []),
        (edits.set_field(BRIEF, "brief", "title", "New"), ["b1"], []),
        (edits.unlink(BRIEF, "e2"), ["c1"], ["e2"]),
        (edits.link_quote(BRIEF, "c2", evidence("e9", "Russia")), ["c2", "e9"], []),
        (edits.remove_item(BRIEF, "c1"), ["situation", "j1"], ["c1", "e1", "e2"]),
        (edits.remove_actor(BRIEF, "a1"), ["b1", "j1"], ["a1", "c3", "e3", "c4"]),
        (edits.move_item(BRIEF, "c1", "a2"), ["situation", "a2"], []),
        (edits.move_evidence(BRIEF, "e1", "c4"), ["c1", "c4"], []),
        (edits.shift_section(BRIEF, "gaps", -1), ["b1"], []),
        (edits.add_section(BRIEF, "News"), ["b1", "news"], []),
        (edits.split(BRIEF, Caret("c1", 8), "c9"), ["situation", "c1", "c9"], []),
        (replace(BRIEF, id="b2"), ["b2"], ["b1"]),
    ],
    ids=[
        "the same", "an equal one", "a text", "a note", "the title", "unlinked", "linked", "a claim removed",
        "an actor removed", "a claim moved", "evidence moved", "sections in another order", "a section added", "split",  # noqa: E501
        "another brief",
    ],
)  # fmt: skip
def test_it_names_the_rows_that_changed(after: Brief, put: list[str], dropped: list[str]) -> None:
    change = d.diff(BRIEF, after)
    assert sorted(n.id for n in change.put) == sorted(put)
    assert sorted(n.id for n in change.dropped) == sorted(dropped)
    assert change.empty == (not put and not dropped)
    assert change.ids() == {*put, *dropped}
    assert applied(table(BRIEF), change) == table(after)


def test_parents_are_put_before_their_children() -> None:
    new = Section("news", "prose", "News", items=(Claim("c8", "x", evidence=(evidence("e8", "Russia"),)),))
    change = d.diff(BRIEF, replace(BRIEF, sections=(*BRIEF.sections, new)))
    assert [n.id for n in change.put] == ["b1", "news", "c8", "e8"]


def test_an_id_that_becomes_another_type_is_dropped_and_put() -> None:
    twin = replace(BRIEF.sections[0], items=(Judgement("c1"), BRIEF.sections[0].items[1]))
    after = replace(BRIEF, sections=(twin, *BRIEF.sections[1:]))
    change = d.diff(BRIEF, after)
    assert {type(n) for n in change.put if n.id == "c1"} == {Judgement}
    assert {type(n) for n in change.dropped if n.id == "c1"} == {Claim}
    assert applied(table(BRIEF), change) == table(after)


def test_a_claim_that_moves_and_changes_at_once_is_put_once_and_not_dropped() -> None:
    moved = replace(C1, text="New.", evidence=C1.evidence[:1])
    actor = Actor("a9", "New", statements=(moved,))
    after = replace(
        BRIEF,
        sections=(replace(BRIEF.sections[0], items=BRIEF.sections[0].items[1:]), *BRIEF.sections[1:]),
        actors=(*BRIEF.actors, actor),
    )
    change = d.diff(BRIEF, after)
    assert sorted(n.id for n in change.put) == ["a9", "b1", "c1", "situation"]
    assert [n.id for n in change.dropped] == ["e2"]
    assert applied(table(BRIEF), change) == table(after)


def test_unchanged_objects_are_not_looked_into() -> None:
    class Untouchable(tuple[Any, ...]):
        __slots__ = ()

        def __iter__(self) -> Any:
            raise AssertionError("looked into an unchanged tuple")

    outlook = replace(BRIEF.sections[2], items=Untouchable(BRIEF.sections[2].items))
    calm = replace(BRIEF, sources=Untouchable(BRIEF.sources), sections=(*BRIEF.sections[:2], outlook))
    first = replace(calm.sections[0], items=(C1, Claim("c2", "New.")))
    after = replace(calm, sections=(first, *calm.sections[1:]))
    assert [n.id for n in d.diff(calm, after).put] == ["c2"]


@given(briefs(), briefs())
def test_the_rows_of_one_brief_and_its_change_make_the_other(before: Brief, after: Brief) -> None:
    change = d.diff(before, after, "Any", "here", 3.0)
    assert applied(table(before), change) == table(after)
    assert (change.label, change.origin, change.at) == ("Any", "here", 3.0)
    assert all(table(before).get((type(n), n.id)) != row(n) for n in change.put)
    assert d.diff(after, after).empty
