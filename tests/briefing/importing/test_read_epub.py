"""EPUB books: every trap in the corpus."""

from __future__ import annotations

from contextlib import suppress

import pytest

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints
from briefing.importing.read_epub import read
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.epub_cases import CASES, HOSTILE, with_damage


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_a_reader_of_the_book_sees(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text == case.words


def test_a_damaged_chapter_costs_that_chapter_only_and_is_named() -> None:
    parsed = read(with_damage("b"), Hints())
    assert parsed.text == "First\nEarly words.\n\nThird\nLast words."
    assert parsed.notices == ("Damaged chapters, which cannot be read: 1 (“OEBPS/text/b.xhtml”).",)


def test_a_book_of_damaged_chapters_only_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot be unpacked"):
        read(with_damage("a", "b", "c"), Hints())


def test_a_damaged_file_is_read_or_refused() -> None:
    for data in mutants(CASES, 150):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
def test_no_damage_makes_it_fail_in_another_way() -> None:
    for data in mutants(CASES, 4000):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_within_bounds_and_in_words(hostile: Hostile) -> None:
    hold_to_bounds(hostile)
