"""Workbooks: every trap in the corpus, the row of a quote, and what the library itself writes."""

from __future__ import annotations

import datetime as dt
import io
from contextlib import suppress

import pytest

from briefing.errors import BadInput
from briefing.importing import importer_for
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.sheets import read_xlsx
from briefing.importing.sheets.read_xlsx import read
from briefing.model import Quote, Source
from briefing.quoting.locators import place_of
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.sheet_cases import HOSTILE, WORKBOOKS, book, c, package, row, sheet
from tests.briefing.importing.corpus.zips import zipped

_HOSTILE = tuple(hostile for hostile in HOSTILE if hostile.name == "a.xlsx")
_BY_ID = {case.id: case for case in WORKBOOKS}


def _place(parsed: Parsed, exact: str) -> str:
    source = Source("s", text_sha="t", extractor=parsed.extractor, pages=parsed.pages)
    return place_of(source, Quote(exact, "", "", parsed.text.index(exact), "t"))


@pytest.mark.parametrize("case", WORKBOOKS, ids=lambda case: case.id)
def test_it_reads_what_the_sheets_show(case: Case) -> None:
    assert importer_for("", case.data).importer.id == "xlsx"
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text == case.words
    assert parsed.kind == "data"


@pytest.mark.parametrize(
    ("id", "exact", "place"),
    [
        ("sheets", "Upton\t12", "sheet 1, row 2"),
        ("sheets", "As of May", "sheet 2, row 1"),
        ("gaps", "x\t\ty", "sheet 1, row 5"),
        ("hidden rows", "Upton", "sheet 1, row 3"),
        ("hidden rows", "Tonnes\nUpton", "sheet 1, rows 1–3"),
        ("struck", "14.", "sheet 1, row 1"),
    ],
)
def test_the_row_of_a_quote_is_the_one_that_the_program_shows(id: str, exact: str, place: str) -> None:
    assert _place(read(_BY_ID[id].data, Hints()), exact) == place


def test_a_row_that_is_struck_out_at_the_end_of_a_sheet_moves_no_place() -> None:
    first = sheet(row(1, c("A1", "one")), row(2, c("A2", "withdrawn", style=5)))
    parsed = read(zipped(package({"A": first, "B": sheet(row(1, c("A1", "two")))})), Hints())
    assert (_place(parsed, "one"), _place(parsed, "two")) == ("sheet 1, row 1", "sheet 2, row 1")


@pytest.mark.parametrize("limit", ["MOST_ROWS", "MOST_CELLS"])
def test_what_is_beyond_the_limits_is_reported(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_xlsx, limit, 2)
    parsed = read(book(*(row(n, c(f"A{n}", f"row {n}")) for n in range(1, 5))), Hints())
    assert parsed.text == "Sheet: Imports\nrow 1\nrow 2"
    assert len(parsed.notices) == 1
    assert parsed.notices[0].startswith("It is larger than can be kept: what lies beyond ")


def test_what_the_library_writes_is_read() -> None:
    from openpyxl import Workbook

    made = Workbook()
    made.active.append(["Port", 12, dt.date(2024, 5, 2), None, True])
    made.properties.title, made.properties.creator = "Trade", "Ann Roe"
    target = io.BytesIO()
    made.save(target)
    parsed = read(target.getvalue(), Hints())
    assert parsed.text == "Sheet: Sheet\nPort\t12\t2024-05-02\t\tTRUE"
    assert (parsed.title, parsed.authors) == ("Trade", ("Ann Roe",))


def test_a_damaged_file_is_read_or_refused() -> None:
    for data in mutants(WORKBOOKS, 150):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
@pytest.mark.parametrize("hostile", _HOSTILE, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_within_bounds_and_in_words(hostile: Hostile) -> None:
    hold_to_bounds(hostile)
