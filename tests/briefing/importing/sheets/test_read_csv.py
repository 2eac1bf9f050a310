"""Tables as text: a row a line, its number kept, whatever parts its cells."""

from __future__ import annotations

from contextlib import suppress

import pytest

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints
from briefing.importing.sheets import read_csv
from briefing.importing.sheets.read_csv import delimiter_of, read
from briefing.model import Quote, Source
from briefing.quoting.locators import place_of
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.sheet_cases import HOSTILE, TABLES

_CSV = tuple(hostile for hostile in HOSTILE if hostile.id.startswith("csv-"))


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.id)
def test_each_row_with_words_is_a_line(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert len(parsed.text.split("\n")) == len(case.words.split("\n"))
    assert parsed.kind == "data"


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.id)
def test_the_row_of_a_quote_is_named(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    source = Source("s", text_sha="t", extractor=parsed.extractor, pages=parsed.pages)
    last = parsed.text.split("\n")[-1]
    row = {"one column": 4, "empty rows and cells": 3, "quotes": 2}.get(case.id, 3)
    assert place_of(source, Quote(last, "", "", parsed.text.index(last), "t")) == f"row {row}"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\nc,d", ","),
        ("a;b\n1,5;2", ";"),
        ("a\tb, c\nd\te", "\t"),
        ("a|b\nc|d", "|"),
        ("words", ""),
        ("", ""),
    ],
)
def test_what_parts_the_cells_is_seen(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


def test_rows_and_cells_beyond_those_kept_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_csv, "MOST_ROWS", 2)
    monkeypatch.setattr(read_csv, "MOST_COLUMNS", 3)
    parsed = read(b"a,b,c,d\ne,f\ng,h\ni,j\n", Hints())
    assert parsed.notices == (
        "Of 4 rows the first 2 are kept.",
        "Rows of more than 3 cells, cut there: 1.",
    )
    assert parsed.text.split("\n")[-1][0] == "e"


def test_an_encoding_chosen_by_a_person_is_taken() -> None:
    assert "плотина" in read("плотина;1\n".encode("koi8-r"), Hints(charset="koi8-r")).text


def test_a_damaged_file_is_read_or_refused() -> None:
    for data in mutants(TABLES, 300):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
@pytest.mark.parametrize("hostile", _CSV, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_within_bounds_and_in_words(hostile: Hostile) -> None:
    hold_to_bounds(hostile)
