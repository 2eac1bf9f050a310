"""Nothing that differs comes back in silence, and nothing is made of what says nothing."""

from __future__ import annotations

import os
from collections import Counter
from functools import lru_cache
from typing import Any

import pytest

from briefing import lookup
from briefing.edits.review import accept_all
from briefing.reviewing import Review
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.harmless import HARMLESS
from tests.briefing.reviewing.outside import OUTSIDE, Row
from tests.briefing.reviewing.test_edits import FILE, Edit, key
from tests.briefing.reviewing.word import Desk, exported, review

LAYOUTS: tuple[dict[str, Any], ...] = (
    {}, {"template": "memo"}, {"template": "one-pager", "notes": "endnotes"},
    {"template": "situation-report"},
    {"annex": True, "contents": True}, {"together": True, "quotes": "short"},
    {"actors": "list", "citation": "author-date"},
    {"notes": "list", "contents": True}, {"citation": "short", "page": "letter", "template": "memo"},
)  # fmt: skip


@lru_cache(maxsize=16)
def left(number: int) -> bytes:
    return exported(example(), **LAYOUTS[number]) if number else FILE


def after(edit: Edit, layout: int = 0) -> tuple[bytes, Review]:
    desk = Desk(left(layout))
    edit(desk)
    data = desk.save()
    return data, review(example(), data)


def amiss(row: Row, found: Review, data: bytes) -> str:
    """What is wrong with the answer to an edit outside the statements, "" for nothing."""
    _, _, expected, said = row
    got = [key(p) for p in found.proposals]
    if [kind for kind, _ in got] != [kind for kind, _ in expected] or any(
        item and item != own for (_, item), (_, own) in zip(expected, got, strict=True)
    ):
        return f"proposes {got}, told {found.remarks}"
    if said and said not in " ".join(found.remarks):
        return f"does not say {said!r}: {found.remarks}"
    if not (said or expected) or (not found.remarks and not found.proposals):
        return "is silent"
    if len(found.remarks) > 4:
        return f"says too much: {found.remarks}"
    taken, _ = accept_all(example(), found.proposals)
    deleted = {p.item_id for p in found.proposals if p.kind == "delete"}
    kept = {e.id for i in lookup.claims(example()) if i.id not in deleted for e in i.evidence}
    if {e.id for _, e in lookup.evidence(taken)} != kept:
        return "loses evidence"
    again = [p for p in review(taken, data).proposals if not p.asked]
    return f"proposes again {again}" if again else ""


@pytest.mark.parametrize("row", OUTSIDE, ids=[row[0] for row in OUTSIDE])
def test_an_edit_outside_the_statements_is_proposed_or_remarked_on(row: Row) -> None:
    data, found = after(row[1])
    assert amiss(row, found, data) == ""


@pytest.mark.parametrize("edit", [edit for _, edit in HARMLESS], ids=[name for name, _ in HARMLESS])
def test_what_says_nothing_is_answered_with_nothing(edit: Edit) -> None:
    _, found = after(edit)
    assert (found.proposals, found.remarks) == ((), ())


def test_the_tables_hold_more_than_forty_edits_and_twenty_harmless_ones() -> None:
    assert len(OUTSIDE) > 40
    assert len(HARMLESS) > 20


@pytest.mark.slow
def test_it_holds_in_every_layout() -> None:
    """Counts are printed. An edit that a layout has no place for (no notes, no source list) is left out of
    them.
    """
    most = int(os.environ.get("REVIEW_LAYOUTS", len(LAYOUTS)))
    counts: Counter[str] = Counter()
    wrong: dict[str, str] = {}
    for layout in range(1, min(most, len(LAYOUTS))):
        for row in OUTSIDE:
            try:
                data, found = after(row[1], layout)
            except (StopIteration, IndexError, AssertionError):
                counts["no place for it"] += 1
                continue
            counts["edits outside the statements"] += 1
            if fault := amiss(row, found, data):
                wrong[f"{row[0]} {LAYOUTS[layout]}"] = fault
        for name, edit in HARMLESS:
            try:
                _, found = after(edit, layout)
            except (StopIteration, IndexError, AssertionError):
                counts["no place for it"] += 1
                continue
            counts["harmless edits"] += 1
            if found.proposals or found.remarks:
                wrong[f"{name} {LAYOUTS[layout]}"] = f"phantom: {found.proposals} {found.remarks}"
    print(dict(counts), "wrong:", len(wrong))
    assert wrong == {}
