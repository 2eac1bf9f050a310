"""What goes with an edit is named: judgements that lose a basis, quotes that go with their claims."""

from __future__ import annotations

from briefing import edits
from briefing.edits.consequences import consequences
from briefing.edits.review import accept_all
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.test_edits import FILE, gone
from tests.briefing.reviewing.word import Desk, review


def test_nothing_goes_with_an_edit_that_takes_nothing() -> None:
    assert consequences(example(), edits.set_text(example(), "c-count", "Few.")) == ()


def test_a_claim_that_goes_is_named_with_its_quotes_and_the_judgements_that_rest_on_it() -> None:
    brief = edits.remove_item(example(), "c-fuel")
    first, second = consequences(example(), brief)
    assert first.startswith(
        "The judgement “The terminal opens by Monday evening.” no longer rests on “1. Fuel"
    )
    assert first.endswith("1 of 2 claims are left of its basis.")
    assert second.startswith("With the claim “1. Fuel")
    assert second.endswith("goes 1 quote.")


def test_a_judgement_that_rests_on_nothing_any_more_says_so() -> None:
    brief = edits.remove_item(edits.remove_item(example(), "c-fuel"), "c-open")
    assert "nothing is left of its basis" in consequences(example(), brief)[0]


def test_a_deletion_of_a_review_says_it_before_it_is_taken_up() -> None:
    desk = Desk(FILE)
    gone("c-fuel", tracked=True)(desk)
    (found,) = review(example(), desk.save()).proposals
    assert "no longer rests on" in found.why
    after, left = accept_all(example(), (found,))
    assert left == ()
    assert all(words in found.why for words in consequences(example(), after))
