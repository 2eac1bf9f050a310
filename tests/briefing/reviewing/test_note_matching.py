"""What a person did to a note is named in one sentence, with the claims that it left and came to."""

from __future__ import annotations

from copy import deepcopy

import pytest

from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.outside import note_copied, note_moved, note_new, note_off, references
from tests.briefing.reviewing.test_edits import FILE, Edit, both
from tests.briefing.reviewing.word import Desk, review

BARE, FUEL = "“Hotels in the old town report", "“1. Fuel on Saint Orla lasts until 20 May"


def copied_beside_itself(desk: Desk) -> None:
    own = references(desk, "c-fuel")[0]
    own.addnext(deepcopy(own))


def copied_to_two_claims(desk: Desk) -> None:
    for item in ("c-bare", "c-gap1"):
        desk.paragraph(item).append(deepcopy(references(desk, "c-fuel")[0]))


def off(item: str, *places: int) -> Edit:
    def edit(desk: Desk) -> None:
        marks = references(desk, item)
        for place in places:
            marks[place].getparent().remove(marks[place])

    return edit


# An edit, and of each sentence that names it the words that stand in it, in their order.
NAMED: list[tuple[str, Edit, list[tuple[str, ...]]]] = [
    ("moved", note_moved, [("The note “", "was moved from", FUEL, "to", BARE)]),
    ("copied", note_copied, [("The note “", "of", FUEL, "stands at", BARE, "as well")]),
    ("copied beside itself", copied_beside_itself, [("The note “", "of", FUEL, "stands at", FUEL)]),
    ("copied to two claims", copied_to_two_claims,
        [("of", FUEL, "stands at", BARE), ("of", FUEL, "stands at", "“Who pays")]),
    ("taken off", note_off, [("A note was taken off", FUEL, ": “last until 20 May", "stays linked")]),
    ("one of three taken off", off("c-open", 1), [("A note was taken off", "“The port reopens", ": “")]),
    ("two of three taken off", off("c-open", 0, 2), [("2 notes were taken off", "“The port reopens")]),
    ("put in", note_new(lambda desk: desk.paragraph("c-bare")),
        [("A note was put to", BARE, "See the ministry.", "Link its source")]),
    ("moved, and its place taken by a new one", both(note_moved,
        note_new(lambda desk: desk.paragraph("c-fuel"))),
        [("A note was put to", FUEL, "See the ministry."), ("was moved from", FUEL, "to", BARE)]),
]  # fmt: skip


def stands_in(words: tuple[str, ...], sentence: str) -> bool:
    place = 0
    for one in words:
        if (place := sentence.find(one, place)) < 0:
            return False
        place += len(one)
    return True


@pytest.mark.parametrize(("edit", "named"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_each_note_is_named_once_with_the_claims_it_left_and_came_to(
    edit: Edit, named: list[tuple[str, ...]]
) -> None:
    desk = Desk(FILE)
    edit(desk)
    found = review(example(), desk.save())
    assert found.proposals == ()
    assert len(found.remarks) == len(named), found.remarks
    for words in named:
        assert any(stands_in(words, sentence) for sentence in found.remarks), (words, found.remarks)
