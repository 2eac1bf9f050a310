"""The rows of a chronology come back from a reviewed Word file: words, days, rows that went."""

from __future__ import annotations

import pytest

from briefing import edits, lookup
from briefing.exporting.word.elements import W
from tests.briefing.exporting.test_chronology_table import dated
from tests.briefing.reviewing.word import Desk, exported, review


@pytest.mark.parametrize("notes", ["footnotes", "list"])
def test_an_untouched_file_proposes_and_reports_nothing(notes: str) -> None:
    brief = dated()
    found = review(brief, exported(brief, notes=notes))
    assert (found.proposals, found.remarks) == ((), ())


def test_a_changed_day_is_proposed_and_puts_the_row_where_it_belongs() -> None:
    brief = dated()
    desk = Desk(exported(brief))
    next(t for t in desk.named("28 April 2031").iter(f"{W}t")).text = "2 June 2031"
    found = review(brief, desk.save())
    (day,) = found.proposals
    assert (day.kind, day.item_id, day.mine, day.theirs, found.remarks) == (
        "day",
        "t1",
        "28 April 2031",
        "2 June 2031",
        (),
    )
    after = edits.set_field(brief, day.item_id, day.kind, day.theirs)
    assert [i.id for i in lookup.section(after, "chronology").items] == ["t2", "t1", "t3"]


def test_a_day_put_in_for_none_is_proposed_and_one_that_cannot_be_placed_is_asked_about() -> None:
    brief = dated()
    desk = Desk(exported(brief))
    next(t for t in desk.named("No date").iter(f"{W}t")).text = "1 June 2031"
    next(t for t in desk.named("c. May 2031").iter(f"{W}t")).text = "last week"
    days = {p.item_id: p for p in review(brief, desk.save()).proposals}
    assert (days["t3"].mine, days["t3"].theirs, days["t3"].asked) == ("", "1 June 2031", False)
    assert days["t2"].asked
    assert "no day that can be placed" in days["t2"].why


def test_changed_words_of_a_row_are_proposed() -> None:
    brief = dated()
    desk = Desk(exported(brief))
    desk.track(desk.control("t3"), "Somebody", "Nobody")
    (reworded,) = review(brief, desk.save()).proposals
    assert (reworded.kind, reworded.item_id, reworded.theirs) == ("reword", "t3", "Nobody pays.")


def test_a_row_taken_out_is_proposed_as_deleted() -> None:
    brief = dated()
    desk = Desk(exported(brief))
    row = next(desk.control("t2").iterancestors(f"{W}tr"))
    row.getparent().remove(row)
    found = review(brief, desk.save())
    assert [(p.kind, p.item_id) for p in found.proposals] == [("delete", "t2")]
