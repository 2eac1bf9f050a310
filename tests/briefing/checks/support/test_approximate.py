"""A claim that says exactly what a quote says only roughly."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def rough(claim: str, *quotes: str) -> list[Mark]:
    cited = [Cited(f"e{n}", words) for n, words in enumerate(quotes)]
    return [m for m in compare(claim, cited) if m.kind == "approximation" and m.state != "found"]


@pytest.mark.parametrize(
    ("quote", "claim", "seen"),
    [
        ("The pass was closed for almost a decade.", "The pass was closed for a decade.", "almost a decade"),
        ("Rents more than doubled in Turku.", "Rents doubled in Turku.", "more than doubled"),
        ("The siren wailed for nearly an hour.", "The siren wailed for an hour.", "nearly an hour"),
    ],
)
def test_a_word_for_roughly_that_the_claim_drops_is_a_warning(quote: str, claim: str, seen: str) -> None:
    (mark,) = rough(claim, quote)
    assert (mark.severity, mark.nearest) == ("warning", seen)


@pytest.mark.parametrize(
    ("quotes", "claim"),
    [
        (["The pass was closed for almost a decade."], "The pass was closed for nearly a decade."),
        (["The siren wailed for almost an hour.", "It wailed for an hour."], "The siren wailed for an hour."),
        (["Almost no mail reached the island."], "Hardly any mail reached the island."),
        (["No more than one boat got out."], "Only one boat got out."),
        (["Nearly a decade ago the mill burnt."], "The mill ground rye for a decade."),
    ],
)
def test_what_is_as_rough_or_of_something_else_is_silent(quotes: list[str], claim: str) -> None:
    assert rough(claim, *quotes) == []
