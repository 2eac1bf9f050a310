"""What the first lines of an article tell of it, and what they only seem to tell."""

from __future__ import annotations

import pytest

from briefing.importing.common.metadata import headline, read_metadata


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Port closes after storm\n\nAll ships stay in.", "Port closes after storm"),
        (
            "Port closes after storm\nAll ships stay in the harbour until Friday, the port's master said.",
            "Port closes after storm",
        ),
        ("\n\n  Will the port close?\n\nPerhaps.", "Will the port close?"),
        ("Source: The Gazette\n4 May 2021\n\nPort closes\n\nText.", "Port closes"),
        ("The port closed.\n\nText.", ""),
        ("Port closes", ""),
        ("Port closes\n\n", ""),
        (
            "The port of the town was closed after a storm that came\nin from the west; all ships stayed "
            "in.\n",
            "",
        ),
        (
            "The port of Alder was closed on Monday after the Storm of\nTuesday came in from the west, and "
            "all of the ships of the\nline stayed in.",
            "",
        ),
        ("- first item\n- second", ""),
        ("* * *\n\nText", ""),
        ("word " * 40 + "\n\nText", ""),
        ("", ""),
    ],
)
def test_the_headline_is_the_first_line_when_it_looks_like_one(text: str, title: str) -> None:
    assert headline(text) == title


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Smith", ("Jane Smith",)),
        ("By Jane Smith and John Doe", ("Jane Smith", "John Doe")),
        (
            "By Ludwig van der Berg, Ali bin Said & Mary O’Neil",
            ("Ludwig van der Berg", "Ali bin Said", "Mary O’Neil"),
        ),
        ("By Jane Smith, Reuters", ("Jane Smith",)),
        ("By Jane Smith, Northern Wire", ("Jane Smith",)),
        ("By Jane Smith, John Doe, Ankara Bureau", ("Jane Smith", "John Doe")),
        ("By Jane Smith, The Gazette", ("Jane Smith",)),
        ("By Reuters", ("Reuters",)),
        ("Author: Jane Smith; John Doe", ("Jane Smith", "John Doe")),
        ("By Sandy Anderson", ("Sandy Anderson",)),
        ("BY JANE SMITH AND JOHN DOE", ("JANE SMITH", "JOHN DOE")),
        ("By Sunday", ()),
        ("By the river", ()),
        ("By noon all ships had left", ()),
        ("By Friday, Turkish Troops", ()),
        ("By Jane Smith.", ()),
        ("By 2030 Everything", ()),
    ],
)
def test_a_byline_names_people(line: str, authors: tuple[str, ...]) -> None:
    assert read_metadata(f"Head\n{line}\n\nText").authors == authors


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Source: The Gazette", "publisher", "The Gazette"),
        ("Source: https://gazette.example/a", "url", "https://gazette.example/a"),
        ("Source: people who know the matter well and asked not to be named.", "publisher", ""),
        ("Publisher: The Gazette", "publisher", "The Gazette"),
        ("Published: 13 March 2020", "published", "2020-03-13"),
        ("Published on: March 13, 2020 4:05 PM", "published", "2020-03-13"),
        ("DATE: 2020", "published", "2020"),
        ("Date: some day", "published", ""),
        ("March 13, 2020", "published", "2020-03-13"),
        ("In March 2020 it rained", "published", ""),
        ("URL: https://gazette.example/a?b=c", "url", "https://gazette.example/a?b=c"),
        ("URL: javascript:alert(1)", "url", ""),
        ("https://gazette.example/a", "url", "https://gazette.example/a"),
        ("Title: Another head", "title", "Another head"),
    ],
)
def test_header_lines_fill_fields_and_stay_in_the_text(line: str, field: str, value: str) -> None:
    text = f"Head\n{line}\n\nText"
    parsed = read_metadata(text)
    assert getattr(parsed, field) == value
    assert parsed.text == text


def test_only_the_first_dozen_lines_are_header_lines() -> None:
    assert read_metadata("Head\n" + "word\n" * 12 + "Source: The Gazette").publisher == ""


def test_the_first_of_two_dates_counts() -> None:
    assert read_metadata("Head\nDate: 2020-01-02\nPublished: 2021-01-02\n\nText").published == "2020-01-02"
