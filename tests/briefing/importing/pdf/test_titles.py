"""The title of a PDF is a line of words: no page number, running head, placeholder or row of a table."""

from __future__ import annotations

import pytest

from briefing.importing.common.parsed import Hints
from briefing.importing.pdf.read_pdf import read
from briefing.importing.pdf.titles import is_title, stated_title
from tests.briefing.importing.corpus.pdf_maker import Sheet, pdf, wrapped

_PROSE = wrapped(
    "The ministry said on Tuesday that twelve people had died when the upper gate of the dam gave way after "
    "three days of rain. Officials in the valley counted four hundred houses under water by the evening. "
    * 3,
    75,
)


def _sheet(*large: tuple[float, str, float], head: str = "", number: str = "") -> Sheet:
    """Return a page of prose under larger lines (base, words, size), with a head and a number over them."""
    sheet = Sheet()
    if head:
        sheet.line(60, 815, head, 8)
    if number:
        sheet.line(480, 815, number, 26)
    for base, words, size in large:
        sheet.line(60, base, words, size)
    sheet.lines(60, 640, _PROSE)
    return sheet


def _title(*sheets: Sheet, info: str = "") -> str:
    return read(pdf(sheets, info=info), Hints()).title


@pytest.mark.parametrize(
    ("sheet", "info", "title"),
    [
        (_sheet((740, "On the state of the dams", 18)), "", "On the state of the dams"),
        (_sheet((760, "On the state of the dams", 18), (738, "and of the gates", 18)), "",
         "On the state of the dams and of the gates"),
        (_sheet((780, "Office for Water", 11), (740, "On the dams", 18)), "", "On the dams"),
        (_sheet((740, "On the dams", 18), number="47698"), "", "On the dams"),
        (_sheet((740, "On the dams", 18), head="ER"), "", "On the dams"),
        (_sheet((770, "47698", 30), (740, "On the dams", 18)), "", "On the dams"),
        (_sheet((770, "T", 60), (740, "On the dams", 18)), "", "On the dams"),
        (_sheet((740, "On the dams", 18)), "/Title(Microsoft Word - draft 3)", "On the dams"),
        (_sheet((740, "On the dams", 18)), "/Title(Paper Title \\(use style: paper title\\))", "On the dams"),
        (_sheet((740, "On the dams", 18)), "/Title(The dams of the valley)", "The dams of the valley"),
        (_sheet((740, "Paper Title (use style: paper title)", 18)), "", ""),
        (_sheet((760, "12 / 2026", 18)), "", ""),
        (_sheet(), "/Title(20260314)", ""),
    ],
    ids=range(13),
)  # fmt: skip
def test_it_is_stated_or_the_largest_line_of_words(sheet: Sheet, info: str, title: str) -> None:
    assert _title(sheet, info=info) == title


def test_a_running_head_is_none() -> None:
    sheets = [_sheet(head=""), _sheet()]
    for sheet in sheets:
        sheet.line(60, 800, "Valley Report of the Office", 16)
    assert _title(*sheets) == ""


@pytest.mark.parametrize(
    "words",
    ["Paper Title", "[Insert Title Here]", "TITLE", "Your title", "Click to add title",
     "Type the document title", "Document1", "report.docx", "Title of the Paper", "Scan_20260101",
     "Title page", "untitled", "3.14", "_"],
)  # fmt: skip
def test_placeholders_are_none(words: str) -> None:
    assert stated_title(words) == ""
    assert not is_title(words)


@pytest.mark.parametrize(
    "words",
    ["Title deeds of the valley", "The title of the land is disputed", "Printing the law",
     "Documents of 1914", "2026: the year of the dam", "大坝的状况报告", "حالة السدود في الوادي"],
)  # fmt: skip
def test_words_that_only_resemble_one_are_titles(words: str) -> None:
    assert stated_title(words) == words
    assert is_title(words)
