"""What stands below what: a row that went is forgotten, and one that comes again may stand anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.diff import Change, diff
from briefing.model import Brief, Claim, Section
from briefing.storage.codec import Malformed
from briefing.storage.row_tree import RowTree
from tests.briefing.storage.conftest import small_brief


def with_sections(*sections: Section) -> Brief:
    return replace(small_brief(), sections=sections)


_SECTION = small_brief().sections[0]
_CLAIM = _SECTION.items[0]
_WITHOUT = with_sections(replace(_SECTION, items=()))


def accepted(tree: RowTree, after: Brief) -> Change:
    change = diff(tree.brief, after)
    tree.check(change)
    tree.accept(change)
    assert tree.brief is after
    return change


def test_a_row_that_went_cannot_be_named_without_being_written_again() -> None:
    tree = RowTree(small_brief())
    accepted(tree, _WITHOUT)
    change = diff(_WITHOUT, small_brief())
    only_named = replace(change, put=tuple(node for node in change.put if isinstance(node, Section)))
    with pytest.raises(Malformed, match=f"^the item “{_CLAIM.id}” is missing"):
        tree.check(only_named)
    tree.check(change)


def test_but_it_may_come_again_below_another_row() -> None:
    tree = RowTree(small_brief())
    accepted(tree, _WITHOUT)
    elsewhere = Section("gaps", items=(_CLAIM,))
    accepted(tree, with_sections(replace(_SECTION, items=()), elsewhere))
    # Taken over from its new place, not from its first one.
    accepted(tree, with_sections(_SECTION))
    accepted(tree, with_sections(replace(_SECTION, items=(Claim("c2"), _CLAIM))))


def test_a_row_stays_in_its_place_while_another_claims_it() -> None:
    tree = RowTree(small_brief())
    twice = with_sections(_SECTION, Section("gaps", items=(_CLAIM,)))
    with pytest.raises(Malformed, match=f"^the item “{_CLAIM.id}” stands in two places"):
        tree.check(diff(tree.brief, twice))
    accepted(tree, with_sections(replace(_SECTION, items=()), Section("gaps", items=(_CLAIM,))))
    with pytest.raises(Malformed, match=f"^the item “{_CLAIM.id}” stands in two places"):
        tree.check(diff(tree.brief, twice))


def test_an_id_stands_for_one_row_of_a_change() -> None:
    change = diff(small_brief(), replace(small_brief(), title="New"))
    with pytest.raises(Malformed, match=r"^an id is used twice$"):
        RowTree(small_brief()).check(replace(change, put=change.put * 2))


def test_the_brief_itself_stands_below_nothing_whatever_its_id() -> None:
    tree = RowTree(small_brief())
    accepted(tree, replace(small_brief(), id="b2"))
    accepted(tree, replace(small_brief(), id="b2", title="New"))
    accepted(tree, small_brief())


@pytest.mark.parametrize(
    ("after", "unlike", "why"),
    [
        (_WITHOUT, {"dropped": ()}, "the item “c1” stands nowhere"),
        (small_brief(), {"put": (Claim("c9"),)}, "the item “c9” stands nowhere"),
        (small_brief(), {"dropped": _CLAIM.evidence}, "the evidence “e1” is missing"),
        (with_sections(replace(_SECTION, items=(_CLAIM, _CLAIM))), {}, "something stands in two places"),
        (replace(small_brief(), sources=()), {}, "a quote names the source “s1”, which is missing"),
    ],
)
def test_a_change_after_which_the_rows_are_no_tree_is_refused_by_name(
    after: Brief, unlike: dict[str, Any], why: str
) -> None:
    tree = RowTree(small_brief())
    with pytest.raises(Malformed, match=f"^{why}$"):
        tree.check(replace(diff(small_brief(), after), **unlike))
    assert tree.brief == small_brief()
