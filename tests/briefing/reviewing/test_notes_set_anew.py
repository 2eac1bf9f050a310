"""A note mark is taken out and its note stays in the file: LibreOffice gives the notes to the marks in their
order, and so each that follows to another statement. A review names what a person took off, and nothing that
the program moved.
"""

from __future__ import annotations

from collections import Counter

import pytest

from briefing import inline, lookup
from briefing.exporting.word.elements import W
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.test_edits import FILE
from tests.briefing.reviewing.word import Desk, review

SET_ANEW = "The program that saved the file has given the notes to the marks in their order"


def marks(desk: Desk) -> list[object]:
    return list(desk.body.iter(f"{W}footnoteReference", f"{W}endnoteReference"))


def owner(mark: object) -> str:
    paragraph = next(mark.iterancestors(f"{W}p"))  # type: ignore[attr-defined]
    return next(tag.get(f"{W}val") for tag in paragraph.iter(f"{W}tag"))


def without(desk: Desk, *taken: int) -> set[str]:
    """Take marks out, and give the notes to those that stay as LibreOffice does; return whose they were."""
    every = marks(desk)
    idents = [mark.get(f"{W}id") for mark in every]  # type: ignore[attr-defined]
    owners = {owner(every[at]) for at in taken}
    for at in taken:
        run = every[at].getparent()  # type: ignore[attr-defined]
        run.getparent().remove(run)
    for mark, ident in zip(marks(desk), idents, strict=False):
        mark.set(f"{W}id", ident)  # type: ignore[attr-defined]
    return owners


def beginning(ident: str) -> str:
    words = {item.id: inline.plain(item.text) for item in lookup.statements(example())}
    return words[ident][:30]


@pytest.mark.parametrize("at", range(len(marks(Desk(FILE)))))
def test_one_mark_taken_out_is_named_by_its_claim_and_no_other_is(at: int) -> None:
    desk = Desk(FILE)
    last = at >= len(marks(desk)) - 1
    (taken,) = without(desk, at)
    found = review(example(), desk.save())
    assert found.proposals == ()
    named = [remark for remark in found.remarks if not remark.startswith(SET_ANEW)]
    off = [remark for remark in named if remark.startswith("A note was taken off “")]
    assert len(off) == 1
    assert beginning(taken) in off[0]
    assert "moved" not in " ".join(named)
    # What the last mark had is lost whole, and that is told of it as well; what another had stands at the
    # next mark.
    assert len(named) == 1 or last
    once = Counter(map(owner, marks(Desk(FILE))))[taken] == 1
    assert (SET_ANEW in " ".join(found.remarks)) == (len(found.remarks) > len(named))
    assert once or last or "”: “" not in off[0]


def test_but_the_last_mark_taken_out_moves_no_note() -> None:
    desk = Desk(FILE)
    without(desk, len(marks(desk)) - 1)
    assert SET_ANEW not in " ".join(review(example(), desk.save()).remarks)


def test_two_marks_taken_out_are_named_by_their_claims() -> None:
    desk = Desk(FILE)
    taken = without(desk, 0, 4)
    found = review(example(), desk.save())
    named = [remark for remark in found.remarks if not remark.startswith(SET_ANEW)]
    assert len(found.remarks) == len(named) + 1
    assert all(any(beginning(ident) in remark for remark in named) for ident in taken)
    assert len(named) == len(taken)


def test_but_notes_that_a_person_gave_to_other_claims_are_named() -> None:
    desk = Desk(FILE)
    first, *_, last = marks(desk)
    one, other = first.get(f"{W}id"), last.get(f"{W}id")  # type: ignore[attr-defined]
    first.set(f"{W}id", other)  # type: ignore[attr-defined]
    last.set(f"{W}id", one)  # type: ignore[attr-defined]
    assert "changed places" in " ".join(review(example(), desk.save()).remarks)
