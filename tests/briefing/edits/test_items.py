"""Edits of claims and judgements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing import edits, lookup
from briefing.errors import BadInput, BriefingError, NotFound, Refused
from briefing.model import Brief, Claim, Judgement, Waiver
from tests.briefing.samples import evidence, sample

BRIEF = sample()


def order(brief: Brief) -> dict[str, str]:
    """The ids each section and actor holds, in order."""
    held = {s.id: " ".join(i.id for i in s.items) for s in brief.sections}
    return held | {a.id: " ".join(c.id for c in a.statements) for a in brief.actors}


ORDER = order(BRIEF)


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (lambda b: edits.add_claim(b, "situation", Claim("c9")), {"situation": "c1 c2 c9"}),
        (lambda b: edits.add_claim(b, "situation", Claim("c9"), "^"), {"situation": "c9 c1 c2"}),
        (lambda b: edits.add_claim(b, "situation", Claim("c9"), "c1"), {"situation": "c1 c9 c2"}),
        (lambda b: edits.add_claim(b, "gaps", Claim("c9")), {"gaps": "c9"}),
        (
            lambda b: edits.add_judgement(b, "outlook", Judgement("j9", basis=("c1",)), "j1"),
            {"outlook": "j1 j9 j2"},
        ),
        (lambda b: edits.remove_item(b, "c1"), {"situation": "c2"}),
        (lambda b: edits.remove_item(b, "c3"), {"a1": "c4"}),
        (lambda b: edits.remove_item(b, "j2"), {"outlook": "j1"}),
        (lambda b: edits.move_item(b, "c1", "gaps"), {"situation": "c2", "gaps": "c1"}),
        (lambda b: edits.move_item(b, "c1", "a1", "c3"), {"situation": "c2", "a1": "c3 c1 c4"}),
        (lambda b: edits.move_item(b, "c3", "situation", "^"), {"situation": "c3 c1 c2", "a1": "c4"}),
        (lambda b: edits.move_item(b, "c1", "situation"), {"situation": "c2 c1"}),
        (lambda b: edits.move_item(b, "c2", "situation", "^"), {"situation": "c2 c1"}),
        (lambda b: edits.move_item(b, "c1", "situation", "c1"), {}),
        (lambda b: edits.shift_item(b, "c1", 1), {"situation": "c2 c1"}),
        (lambda b: edits.shift_item(b, "c2", 1), {"situation": "c1", "a1": "c2 c3 c4"}),
        (lambda b: edits.shift_item(b, "c4", 1), {"a1": "c3", "a2": "c4"}),
        (lambda b: edits.shift_item(b, "c5", 1), {"actors": "", "outlook": "c5 j1 j2"}),
        (lambda b: edits.shift_item(b, "c5", -1), {"actors": "", "a2": "c5"}),
        (lambda b: edits.shift_item(b, "c3", -1), {"a1": "c4", "situation": "c1 c2 c3"}),
        (lambda b: edits.shift_item(b, "j1", -1), {"outlook": "j2", "actors": "c5 j1"}),
        (lambda b: edits.shift_item(b, "c1", -1), {}),
    ],
)
def test_items_stand_where_the_edit_put_them(edit: Callable[[Brief], Brief], changed: dict[str, str]) -> None:
    assert order(edit(BRIEF)) == {**ORDER, **changed}


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (lambda b: edits.add_claim(b, "nowhere", Claim("c9")), NotFound),
        (lambda b: edits.add_claim(b, "a1", Claim("c9")), Refused),
        (lambda b: edits.add_claim(b, "situation", Claim("c9"), "c3"), NotFound),
        (lambda b: edits.add_claim(b, "gaps", Claim("c9", evidence=(evidence("e9", "Russia", "s1"),))), None),
        (
            lambda b: edits.add_claim(edits.remove_source(b, "s1", True), "gaps", lookup.claim(b, "c1")),
            NotFound,
        ),
        (lambda b: edits.add_judgement(b, "a1", Judgement("j9")), Refused),
        (lambda b: edits.add_judgement(b, "outlook", Judgement("j9", basis=("c99",))), NotFound),
        (lambda b: edits.add_judgement(b, "outlook", Judgement("j9", basis=("j1",))), BadInput),
        (lambda b: edits.set_text(b, "a1", "x"), NotFound),
        (lambda b: edits.remove_item(b, "c99"), NotFound),
        (lambda b: edits.move_item(b, "c1", "nowhere"), NotFound),
        (lambda b: edits.move_item(b, "c1", "gaps", "c2"), NotFound),
        (lambda b: edits.move_item(b, "j1", "a1"), Refused),
        (lambda b: edits.shift_item(b, "s1", 1), NotFound),
        (lambda b: edits.waive(b, "c1", "", "why"), BadInput),
        (lambda b: edits.waive(b, "e1", "L1", "why"), NotFound),
    ],
)
def test_but_what_would_break_the_brief_is_refused(
    edit: Callable[[Brief], Brief], error: type[BriefingError] | None
) -> None:
    if error is None:
        assert edit(BRIEF) != BRIEF
        return
    with pytest.raises(error) as caught:
        edit(BRIEF)
    assert str(caught.value)


def test_a_new_text_is_one_line_and_keeps_the_rest() -> None:
    after = lookup.claim(edits.set_text(BRIEF, "c1", "New\nwords *here*."), "c1")
    assert after.text == "New words *here*."
    assert after.evidence == lookup.claim(BRIEF, "c1").evidence
    assert lookup.item(edits.set_text(BRIEF, "j1", "New."), "j1").text == "New."
    assert edits.set_text(BRIEF, "c1", lookup.claim(BRIEF, "c1").text) is BRIEF


def test_an_added_item_is_made_one_line() -> None:
    after = edits.add_claim(BRIEF, "gaps", Claim("c9", "two\r\nlines"))
    assert lookup.item(after, "c9").text == "two  lines"


@pytest.mark.parametrize(
    ("gone", "bases"),
    [("c1", [("c3",), ("c2",)]), ("c2", [("c1", "c3"), ()]), ("c4", [("c1", "c3"), ("c2",)])],
)
def test_judgements_no_longer_rest_on_a_removed_claim(gone: str, bases: list[tuple[str, ...]]) -> None:
    assert [j.basis for j in lookup.judgements(edits.remove_item(BRIEF, gone))] == bases


def test_a_moved_claim_keeps_its_evidence_and_its_judgements() -> None:
    after = edits.move_item(BRIEF, "c1", "a2")
    assert lookup.claim(after, "c1") is lookup.claim(BRIEF, "c1")
    assert lookup.item(after, "j1") is lookup.item(BRIEF, "j1")


def test_a_waiver_is_given_changed_and_taken_back() -> None:
    given = edits.waive(edits.waive(BRIEF, "c1", "L1", "agreed"), "c1", "L3", "known")
    words = lookup.words_of(lookup.claim(BRIEF, "c1"))
    known = Waiver("L3", "known", words)
    assert lookup.claim(given, "c1").waivers == (Waiver("L1", "agreed", words), known)
    changed: Any = lookup.claim(edits.waive(given, "c1", "L1", "agreed twice"), "c1")
    assert set(changed.waivers) == {Waiver("L1", "agreed twice", words), known}
    assert lookup.claim(edits.waive(given, "c1", "L1", "  "), "c1").waivers == (known,)
