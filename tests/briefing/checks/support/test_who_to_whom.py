"""Who did what to whom."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def turned(claim: str, quote: str) -> list[Mark]:
    return [m for m in compare(claim, [Cited("e1", quote)]) if m.kind == "verb" and m.state == "differs"]


@pytest.mark.parametrize(
    ("quote", "claim", "words"),
    [
        ("Bergen beat Oslo in the final.", "Oslo beat Bergen in the final.", "Bergen beat Oslo"),
        (
            "Bern was accused by Vienna of spying.",
            "Bern accused Vienna of spying.",
            "Bern was accused by Vienna",
        ),
        ("Vienna accused Bern of spying.", "Vienna was accused by Bern of spying.", "Vienna accused Bern"),
        (
            "The militia shelled the garrison.",
            "The garrison shelled the militia.",
            "militia shelled the garrison",
        ),
        (
            "Minister Aas praised Mayor Dahl.",
            "Mayor Dahl praised Minister Aas.",
            "Minister Aas praised Mayor Dahl",
        ),
        ("Malmo is larger than Lund.", "Lund is larger than Malmo.", "Malmo is larger than Lund"),
    ],
)
def test_the_two_sides_of_a_verb_turned_round_are_an_error(quote: str, claim: str, words: str) -> None:
    (mark,) = turned(claim, quote)
    assert (mark.severity, mark.nearest) == ("error", "")
    assert mark.reason == f"The quote has it the other way round: “{words}”."


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Bern was accused by Vienna of spying.", "Vienna accused Bern of spying."),
        ("Oslo met Bergen in the final.", "Bergen met Oslo in the final."),
        ("Vienna accused Bern, and Bern accused Vienna.", "Bern accused Vienna of spying."),
        ("Bergen beat Oslo and then Oslo beat Malmo.", "Oslo beat Malmo."),
        ("The militia shelled the garrison.", "The garrison was shelled by the militia."),
    ],
)
def test_the_same_deed_in_other_words_is_silent(quote: str, claim: str) -> None:
    assert turned(claim, quote) == []
