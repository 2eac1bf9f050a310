"""How a source is named."""

from __future__ import annotations

import pytest

from briefing.exporting.reference import citation, citation_text, details, grading
from briefing.exporting.words import Cleaner
from briefing.model import Source

FULL = Source(
    "s1",
    title="Patrols begin",
    publisher="Example Wire",
    authors=("Ann Low", "Bo Mast", "Cy Neel"),
    published="2020-03-13",
    url="https://example.org/p",
    accessed="2020-03-14",
    grade="B",
    descriptor="Agency copy.",
    marking="TLP:GREEN",
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            FULL,
            "Ann Low, Bo Mast and Cy Neel, “Patrols begin”, Example Wire, 13 March 2020, https://example.org/p "
            "(accessed 14 March 2020).",
        ),
        (Source("s2"), "“Untitled article”, no date."),
        (Source("s3", filename="notes.txt", authors=("", " ")), "“notes.txt”, no date."),
        (Source("s4", title="T", authors=("A", "B", "C", "D")), "A and others, “T”, no date."),
        (
            Source("s5", title="T\x07\nU", url="javascript:alert(1)"),
            "“T\ufffd U”, no date, javascript:alert(1).",
        ),
    ],
)
def test_it_names_a_source_with_what_is_known(source: Source, text: str) -> None:
    assert citation_text(source) == text


def test_the_title_carries_the_link_in_a_note_and_the_address_in_the_list() -> None:
    note = {run.text: run.link for run in citation(FULL, Cleaner())}
    listed = {run.text: run.link for run in citation(FULL, Cleaner(), address=True)}
    assert note["Patrols begin"] == listed["https://example.org/p"] == "https://example.org/p"
    assert listed["Patrols begin"] == ""


def test_but_it_never_links_another_scheme() -> None:
    source = Source("s", title="T", url="javascript:alert(1)")
    assert not any(
        run.link for run in (*citation(source, Cleaner()), *citation(source, Cleaner(), address=True))
    )


def test_it_tells_quality_grade_and_marking() -> None:
    assert details(FULL, Cleaner()) == ("Agency copy.", "Grade B: usually reliable.", "Marked TLP:GREEN.")
    assert details(Source("s", grade="Z"), Cleaner()) == ("Grade Z.",)


@pytest.mark.parametrize(
    ("grade", "credibility", "text"),
    [("B", "2", "Graded B2."), ("B", "", "Source graded B."), ("", "2", "Credibility 2."), ("", "", "")],
)
def test_it_grades_on_two_axes(grade: str, credibility: str, text: str) -> None:
    assert grading(grade, credibility) == text
