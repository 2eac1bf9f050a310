"""EndNote's tagged export as a list of records, under its own name and under that of RIS."""

from __future__ import annotations

import pytest

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints
from briefing.importing.inputs import read_bytes
from briefing.importing.references.read_endnote import read
from briefing.importing.results import Records
from tests.briefing.importing.corpus import Hostile
from tests.briefing.importing.corpus.reference_cases import HOSTILE, REFERENCES, Reference

CASES = [case for case in REFERENCES if case.module == "endnote"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_each_record_becomes_a_source_without_text(case: Reference) -> None:
    parsed = read(case.data, Hints())
    assert parsed.parts == case.records
    assert parsed.parts_are == "records"
    assert [said in notice for said, notice in zip(case.notices, parsed.notices, strict=True)].count(
        False
    ) == 0


@pytest.mark.parametrize("name", ["a.enw", "a.ris", "a"])
def test_it_is_known_by_its_first_tag_whatever_it_is_called(name: str) -> None:
    read_in = read_bytes(name, CASES[0].data)
    assert isinstance(read_in, Records)
    assert [source.title for source in read_in.sources] == [part.title for part in CASES[0].records]


@pytest.mark.parametrize("hostile", [h for h in HOSTILE if h.name == "a.enw"], ids=lambda hostile: hostile.id)
def test_a_file_that_means_harm_is_refused_or_bounded(hostile: Hostile) -> None:
    if hostile.says:
        with pytest.raises(BadInput, match=hostile.says):
            read(hostile.make(), Hints())
    else:
        assert sum(len(part.title) for part in read(hostile.make(), Hints()).parts) < 20_000_000
