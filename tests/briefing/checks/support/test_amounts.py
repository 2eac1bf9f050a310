"""Numbers, units and approximations of a claim against its quotes, by what is counted."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare

THIN = "\u2009"
NO_BREAK = "\u00a0"
NARROW = "\u202f"


def loud(claim: str, *quotes: str, language: str = "en") -> list[Mark]:
    cited = [Cited(f"e{n}", words, language=language) for n, words in enumerate(quotes)]
    return [mark for mark in compare(claim, cited) if mark.severity != "note"]


BORNE_OUT = [
    ("units", "The drop was 12ft.", "He dropped 12 feet."),
    ("units", "Gusts of 70mph were recorded.", "Gusts of 70 miles per hour were recorded."),
    ("blanks", "The plant cost 1.4 million euros.", f"The plant cost 1.4{NO_BREAK}million{NARROW}euros."),
    ("blanks", f"The dam holds 12{THIN}km of water.", "The dam holds 12 km of water."),
    ("ages", "Ames died at the age of 71.", "The poet Ames dies at 71"),
    ("ages", "Ames, 44, was freed.", "Ames, a 44-year-old, was freed."),
    ("hyphens", "The top six clubs qualify.", "The top-6 clubs qualify."),
    ("ordinals", "It was her eighty-sixth council.", "It was her 86th council."),
]
NOT_BORNE_OUT = [
    ("units", "The drop was 40ft.", "He dropped 12ft."),
    ("units", "Gusts of 90mph were recorded.", "Gusts of 70mph were recorded."),
    ("units", "A 155mm shell hit it.", "A 120mm shell hit it."),
    ("blanks", "The plant cost 1.4 billion euros.", f"The plant cost 1.4{NO_BREAK}million euros."),
    ("blanks", f"The dam holds 14{THIN}km of water.", f"The dam holds 12{THIN}km of water."),
    ("ages", "Ames died at the age of 81.", "The poet Ames dies at 71"),
    ("hyphens", "The top nine clubs qualify.", "The top-6 clubs qualify."),
    ("ordinals", "It was her eighty-sixth council.", "It was her 68th council."),
]


@pytest.mark.parametrize(("_what", "claim", "quote"), BORNE_OUT)
def test_what_the_quote_has_is_not_reported(_what: str, claim: str, quote: str) -> None:
    assert loud(claim, quote) == []


@pytest.mark.parametrize(("_what", "claim", "quote"), NOT_BORNE_OUT)
def test_what_the_quote_has_otherwise_is_reported(_what: str, claim: str, quote: str) -> None:
    assert [m.kind for m in loud(claim, quote)] != []


def test_offsets_are_those_of_the_text_with_its_blanks() -> None:
    (mark,) = loud(f"It holds 14{THIN}km.", f"It{NO_BREAK}holds 12{NARROW}km.")
    assert (mark.start, mark.end, mark.where) == (9, 14, (("e0", 9, 14),))
