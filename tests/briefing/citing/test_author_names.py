"""Names of authors, taken apart only where that is safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.citing.author_names import Name, split


@pytest.mark.parametrize(
    ("name", "family", "given", "suffix"),
    [
        ("Ann Low", "Low", "Ann", ""),
        ("J. K. Rowe", "Rowe", "J. K.", ""),
        ("Ines van der Berg", "van der Berg", "Ines", ""),
        ("Martin Luther Marsh Jr.", "Marsh", "Martin Luther", "Jr."),
        ("Erdoğan, Recep Tayyip", "Erdoğan", "Recep Tayyip", ""),
        ("Seán O’Neill-Brun", "O’Neill-Brun", "Seán", ""),
        ("Анна Петрова", "Петрова", "Анна", ""),
        ("  Ann   Low ", "Low", "Ann", ""),
    ],
)
def test_a_person_has_family_and_given_name(name: str, family: str, given: str, suffix: str) -> None:
    assert split(name) == Name(family, given, suffix)


@pytest.mark.parametrize(
    "name",
    [
        "Reuters",
        "Ministry of Defence",
        "BBC News",
        "The Velmora Courier",
        "Nordhaven A/S, Ltd",
        "Staff and agencies",
        "毛泽东",
        "إيناس تورفالد",
        "Kim Jong-un",
        "ANN LOW",
        "ann low",
        "Agent 47",
        "One Two Three Four Five",
        "",
    ],
)
def test_but_what_may_be_none_stays_whole(name: str) -> None:
    assert split(name) == Name(literal=name)


@given(st.text())
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    found = split(name)
    parts = f"{found.literal}{found.given}{found.family}{found.suffix}"
    assert sorted("".join(parts.split()).replace(",", "")) == sorted("".join(name.split()).replace(",", ""))
