"""Terms chosen by their letters."""

from __future__ import annotations

import pytest

from ui.look.letters import place_of

TERMS = ("almost no chance", "very unlikely", "unlikely", "likely", "very likely")


@pytest.mark.parametrize(
    ("typed", "at", "place"),
    [
        ("v", 0, 1),
        ("v", 1, 4),
        ("vv", 4, 1),
        ("very l", 1, 4),
        ("very", 4, 4),
        ("LI", 0, 3),
        ("z", 0, -1),
        ("", 2, -1),
    ],
)
def test_letters_go_to_the_next_term_that_begins_so(typed: str, at: int, place: int) -> None:
    assert place_of(TERMS, typed, at) == place


def test_no_terms_have_no_place() -> None:
    assert place_of((), "a", -1) == -1
