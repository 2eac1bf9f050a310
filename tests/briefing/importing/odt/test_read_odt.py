"""OpenDocument texts: every trap in the corpus."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from briefing.errors import BadInput
from briefing.importing import importer_for
from briefing.importing.common.parsed import Hints
from briefing.importing.odt.read_odt import read
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.odt_cases import CASES, HOSTILE, document, flat, p


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_a_reader_of_the_finished_text_sees(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text == case.words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_text_in_one_xml_file_reads_as_its_package_does(case: Case) -> None:
    data = flat(case.data)
    assert importer_for("a.fodt", data).importer.id == importer_for("", data).importer.id == "odt"
    parsed = read(data, Hints(name="a.fodt"))
    assert faults(case, parsed) == []
    assert parsed.text == case.words


def test_a_picture_in_one_xml_file_is_named_and_its_bytes_are_no_words() -> None:
    data = "<office:binary-data>aGFy Ym91cg==</office:binary-data>"
    picture = f"<draw:frame><draw:image>{data}</draw:image></draw:frame>"
    parsed = read(flat(document(p(f"Before {picture}after."))), Hints())
    assert parsed.text == "Before after."
    assert parsed.notices == ("Pictures and drawings left out: 1.",)


def test_but_a_sheet_in_one_xml_file_is_no_text() -> None:
    sheet = flat(document(p("x"))).replace(b"opendocument.text", b"opendocument.spreadsheet")
    with pytest.raises(BadInput, match="no text document"):
        read(sheet.replace(b"office:text", b"office:spreadsheet"), Hints())


def test_a_damaged_one_is_read_or_refused() -> None:
    for data in mutants(tuple(replace(case, data=flat(case.data)) for case in CASES), 150):
        with suppress(BadInput):
            read(data, Hints())


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
