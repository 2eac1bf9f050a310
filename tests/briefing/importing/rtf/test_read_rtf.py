"""RTF: every trap in the corpus."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints
from briefing.importing.rtf.read_rtf import read
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.rtf_cases import CASES, HOSTILE, rtf


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_a_reader_of_the_document_sees(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text == case.words


def test_it_refuses_what_is_no_rtf() -> None:
    with pytest.raises(BadInput, match="not RTF"):
        read(b"words", Hints())


def test_a_declared_encoding_stands_where_the_file_names_none() -> None:
    parsed = read(rb"{\rtf1\ansi \'f8\par}", Hints(charset="windows-1251"))
    assert (parsed.text, parsed.guessed, parsed.encoding) == ("ш", False, "cp1251")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_what_is_written_as_unicode_comes_back(words: str) -> None:
    units = words.encode("utf-16-le", "surrogatepass")
    pairs = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    body = b"x" + b"".join(rb"\u%d?" % unit for unit in pairs) + b"x"
    kept = "".join(char for char in words if char not in "\ufeff\ufdd0\ufdd1")
    assert (
        read(rtf(body), Hints()).text.replace("\n", "")
        == "x" + kept.replace("\u2028", "").replace("\u2029", "") + "x"
    )


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
