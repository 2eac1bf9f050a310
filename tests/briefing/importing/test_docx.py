"""Word documents: every trap in the corpus, and every hostile file refused in words."""

from __future__ import annotations

import pytest

from briefing.errors import BadInput
from briefing.importing.docx import read
from briefing.importing.parsed import Hints
from tests.briefing.importing.corpus import Case
from tests.briefing.importing.corpus.checking import faults
from tests.briefing.importing.corpus.docx_cases import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_a_reader_of_the_finished_document_sees(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text.rstrip() == case.words
