"""BibTeX files as lists of records."""

from __future__ import annotations

import contextlib
import random
import re

import pytest

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints
from briefing.importing.inputs import read_bytes
from briefing.importing.references.read_bibtex import read
from briefing.importing.results import Records
from tests.briefing.importing.corpus import Hostile
from tests.briefing.importing.corpus.reference_cases import HOSTILE, REFERENCES, Reference

CASES = [case for case in REFERENCES if case.module == "bibtex"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_each_record_becomes_a_source_without_text(case: Reference) -> None:
    parsed = read(case.data, Hints())
    assert parsed.parts == case.records
    assert (parsed.text, parsed.parts_are) == ("", "records")
    assert len(parsed.notices) == len(case.notices), parsed.notices
    assert all(said in notice for said, notice in zip(case.notices, parsed.notices, strict=True))
    assert re.match(r"bibtex 1", parsed.extractor)


def test_it_works_within_the_limits_of_the_worker() -> None:
    read_in = read_bytes("a.bib", CASES[0].data)
    assert isinstance(read_in, Records)
    assert [source.title for source in read_in.sources] == [part.title for part in CASES[0].records]


@pytest.mark.parametrize("hostile", [h for h in HOSTILE if h.name == "a.bib"], ids=lambda hostile: hostile.id)
def test_a_file_that_means_harm_is_refused_or_bounded(hostile: Hostile) -> None:
    if hostile.says:
        with pytest.raises(BadInput, match=hostile.says):
            read(hostile.make(), Hints())
    else:
        parsed = read(hostile.make(), Hints())
        assert sum(len(part.title) for part in parsed.parts) < 20_000_000


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        data = bytearray(chance.choice(CASES).data)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            act = chance.randrange(3)
            if act == 0:
                data[at] = chance.randrange(256)
            elif act == 1:
                del data[at : at + chance.randint(1, 20)]
            else:
                data[at:at] = data[chance.randrange(len(data)) :][:20]
        with contextlib.suppress(BadInput):
            assert read(bytes(data), Hints()).parts
