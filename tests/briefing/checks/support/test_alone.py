"""A claim that shuts out all others, where its quotes name some or none."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def verbs(claim: str, quote: str) -> list[Mark]:
    return [m for m in compare(claim, [Cited("e1", quote)]) if m.kind == "verb" and m.state != "found"]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Ida plays the harp, the flute and the drum.", "Ida plays only the harp."),
        ("Her uncles and her father kept bees.", "She was the only one in her family who kept bees."),
        ("Felt masks and paper masks stop the dust.", "Only paper masks stop the dust."),
    ],
)
def test_only_is_a_warning_where_the_quote_names_others(quote: str, claim: str) -> None:
    (mark,) = verbs(claim, quote)
    assert (mark.severity, claim[mark.start : mark.end].lower()) == ("warning", "only")
    assert "nor a word for it" in mark.reason


def test_it_is_a_note_where_the_quote_names_one_thing() -> None:
    assert [m.severity for m in verbs("Ida plays only the harp.", "Ida plays the harp.")] == ["note"]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The harp is the sole instrument that Ida plays.", "Ida plays only the harp."),
        ("Ida plays the harp and no other instrument.", "Ida plays only the harp."),
        ("Ida plays the harp, the flute and the drum.", "Ida plays not only the harp."),
        ("Ida had thirty pupils and a clerk.", "Ida had only thirty pupils and was only a clerk."),
    ],
)
def test_only_that_shuts_out_nothing_or_stands_otherwise_is_silent(quote: str, claim: str) -> None:
    assert verbs(claim, quote) == []
