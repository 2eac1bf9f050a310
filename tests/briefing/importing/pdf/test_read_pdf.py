"""PDF: reading order, mends, pages, locks; and that no file takes the program down."""

from __future__ import annotations

import contextlib
import itertools
import random
import re

import pypdfium2  # type: ignore[import-untyped]
import pytest

from briefing.errors import BadInput, NeedsPassword
from briefing.importing import inputs
from briefing.importing.common.parsed import Hints
from briefing.importing.pdf.page_lines import page_of
from briefing.importing.pdf.read_pdf import read
from briefing.importing.process.host import Host
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults
from tests.briefing.importing.corpus.pdf_cases import CASES, HOSTILE, page
from tests.briefing.importing.corpus.pdf_maker import pdf

_BY_ID = {case.id: case for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_a_reader_of_the_page_sees(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    if case.words:
        assert parsed.text == case.words
    assert parsed.pages[0] == 0
    assert list(parsed.pages) == sorted(parsed.pages)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("hyphens", [("communication", "communi-\ncation"), ("Russian-backed", "Russian-\nbacked"),
                     ("long-term", "long-\nterm"), ("Arab-American", "Arab-\nAmerican"),
                     ("informants", "infor-\nmants")]),
        ("soft-hyphens", [("confidence", "confi-\ndence")]),
    ],
)  # fmt: skip
def test_each_mend_says_what_is_printed(id_: str, expected: list[tuple[str, str]]) -> None:
    parsed = read(_BY_ID[id_].data, Hints())
    assert [(parsed.text[m.start : m.start + m.length], m.raw) for m in parsed.mends] == expected


def test_a_page_begins_within_the_paragraph_that_runs_on() -> None:
    parsed = read(_BY_ID["running-head"].data, Hints())
    lines = parsed.text[parsed.pages[1] - 30 : parsed.pages[1] + 30]
    assert "\n" not in lines
    assert len(parsed.pages) == 2


def test_an_empty_page_begins_where_the_next_does() -> None:
    parsed = read(_BY_ID["empty-pages"].data, Hints())
    assert parsed.pages[1] == parsed.pages[2]
    assert parsed.text[parsed.pages[2] :].startswith("A second column")


def test_lines_are_as_high_as_their_font_where_it_does_not_say_how_high_that_is() -> None:
    document = pypdfium2.PdfDocument(
        pdf([page("The ministry said on Tuesday that twelve people had died. " * 4)], level=False)
    )
    lines = page_of(document[0].get_textpage()).lines
    assert {line.size for line in lines} == {10.0}
    assert [one.base - two.base for one, two in itertools.pairwise(lines)] == [12.0] * (len(lines) - 1)


@pytest.mark.parametrize("password", ["secret", "sésame"])
def test_it_opens_with_its_password_only(password: str) -> None:
    data = pdf([page("Locked words stand here.")], password=password)
    assert read(data, Hints(password=password)).text == "Locked words stand here."
    with pytest.raises(NeedsPassword, match="opens with a password"):
        read(data, Hints())
    with pytest.raises(NeedsPassword, match="does not open it"):
        read(data, Hints(password="wrong"))


@pytest.mark.slow
@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.id)
def test_a_file_that_means_harm_ends_in_words(case: Hostile) -> None:
    said = ""
    try:
        inputs.read_bytes(case.name, case.make())
    except BadInput as error:
        said = error.message
    assert re.search(case.says, said)


@pytest.mark.slow
def test_a_damaged_file_is_read_or_refused_and_the_next_one_is_read() -> None:
    chance = random.Random(7)
    data = [case.data for case in CASES]
    with Host() as host:
        for _ in range(200):
            mutant = bytearray(chance.choice(data))
            for _ in range(chance.randint(1, 30)):
                mutant[chance.randrange(len(mutant))] = chance.randrange(256)
            with contextlib.suppress(BadInput):  # and nothing else
                host.parse("briefing.importing.pdf.read_pdf", bytes(mutant), Hints())
        assert host.parse("briefing.importing.pdf.read_pdf", data[0], Hints()).text
