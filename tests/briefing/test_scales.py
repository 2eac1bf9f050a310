"""Ladders, confidence, grades and markings are those of the standards."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing import scales
from briefing.errors import BadInput

TERMS = [(s.id, name, rung) for s in scales.STANDARDS for rung in s.rungs for name in (rung.term, *rung.also)]


@pytest.mark.parametrize(("standard", "term", "rung"), TERMS, ids=[f"{s}: {t}" for s, t, _ in TERMS])
def test_every_term_names_its_rung_however_it_is_typed(standard: str, term: str, rung: scales.Rung) -> None:
    for typed in (term, term.upper(), f"  {term.replace(' ', '   ')} "):
        assert scales.rung(standard, typed) is rung
    assert scales.range_text(standard, term) == rung.range_text


def test_a_number_in_a_gap_is_refused_with_both_neighbours_named() -> None:
    with pytest.raises(BadInput, match=r"between “realistic possibility”.* and “likely”"):
        scales.rung("phia", "52 %")


@pytest.mark.parametrize(
    ("standard", "term", "low", "high"),
    [
        ("icd203", "almost no chance", 1, 5),
        ("icd203", "remote", 1, 5),
        ("icd203", "highly improbable", 5, 20),
        ("icd203", "improbable", 20, 45),
        ("icd203", "roughly even odds", 45, 55),
        ("icd203", "likely", 55, 80),
        ("icd203", "highly probable", 80, 95),
        ("icd203", "nearly certain", 95, 99),
        ("phia", "remote chance", 0, 5),
        ("phia", "highly unlikely", 10, 20),
        ("phia", "unlikely", 25, 35),
        ("phia", "realistic possibility", 40, 50),
        ("phia", "probable", 55, 75),
        ("phia", "highly likely", 80, 90),
        ("phia", "almost certain", 95, 100),
    ],
)
def test_ranges_are_those_of_the_standard(standard: str, term: str, low: float, high: float) -> None:
    rung = scales.rung(standard, term)
    assert (rung.low, rung.high) == (low, high)
    assert all(str(int(edge)) in rung.range_text for edge in (low, high))


@pytest.mark.parametrize(
    ("standard", "term"),
    [
        ("phia", "very likely"),
        ("icd203", "realistic possibility"),
        ("icd203", "possible"),
        ("icd203", ""),
        ("phia", "likel"),
    ],
)
def test_but_a_term_off_the_ladder_is_refused_with_those_on_it(standard: str, term: str) -> None:
    with pytest.raises(BadInput) as caught:
        scales.rung(standard, term)
    assert scales.standard(standard).name in caught.value.message
    assert all(rung.term in caught.value.hint for rung in scales.standard(standard).rungs)


def test_an_unknown_standard_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInput, match="“iso”") as caught:
        scales.standard("iso")
    assert "icd203, phia" in caught.value.hint


def test_no_term_has_no_range() -> None:
    assert scales.range_text("icd203", "") == ""


@pytest.mark.parametrize("ladder", scales.STANDARDS, ids=lambda s: s.id)
def test_rungs_rise_and_do_not_overlap(ladder: scales.Standard) -> None:
    assert all(low.high <= high.low for low, high in pairwise(ladder.rungs))
    names = [name for rung in ladder.rungs for name in (rung.term, *rung.also)]
    assert len(names) == len(set(names))


def test_icd_203_is_without_gaps_and_the_phia_yardstick_has_them() -> None:
    icd, phia = scales.STANDARDS
    assert all(low.high == high.low for low, high in pairwise(icd.rungs))
    assert all(low.high < high.low for low, high in pairwise(phia.rungs))


@pytest.mark.parametrize(
    ("label", "ink"),
    [("TLP:RED", "FF2B2B"), ("TLP:AMBER", "FFC000"), ("TLP:AMBER+STRICT", "FFC000"), ("TLP:GREEN", "33FF00"), ("TLP:CLEAR", "FFFFFF"), ("HOUSE", ""), ("", "")],  # noqa: E501
)  # fmt: skip
def test_markings_have_the_ink_of_tlp_2(label: str, ink: str) -> None:
    assert scales.marking_ink(label) == ink


def test_grades_run_from_a_to_f_and_1_to_6() -> None:
    assert "".join(letter for letter, _ in scales.RELIABILITY) == "ABCDEF"
    assert "".join(digit for digit, _ in scales.CREDIBILITY) == "123456"
    assert "cannot be judged" in scales.RELIABILITY[-1][1]
    assert "cannot be judged" in scales.CREDIBILITY[-1][1]
    assert [level for level, _ in scales.CONFIDENCE] == ["high", "moderate", "low"]
