"""What the first lines of an article tell of it, and what they only seem to tell."""

from __future__ import annotations

import itertools
import time

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


_HEAD = "River talks resume in Lindow"
_PROSE = (
    "Delegates of both banks met on Friday in Lindow, and said they would meet again within the month. The "
    "talks had been broken off in the winter."
)
_HEADING_LINES = {
    "byline": "By Mara Ellison",
    "date": "13 March 2020",
    "outlet": "Northern Wire",
    "address": "https://northern-wire.example/2020/03/13/talks",
}
_OTHER_LINES = (
    "By Mara Ellison, Northern Wire", "by Mara Ellison", "Von Mara Ellison", "Mara Ellison",
    "Mara Ellison and Bo Dan", "Mara Ellison, Northern Wire", "The Harbour Gazette", "Reuters",
    "BBC News", "Al-Jisr Daily",
    "Northern Wire, 13 March 2020", "Northern Wire | 13 March 2020", "13 March 2020, Lindow",
    "LINDOW, 13 March 2020", "Friday, 13 March 2020, 10:12 GMT", "13 марта 2020 г.", "13. März 2020",
    "le 13 mars 2020", "2020年3月13日",
    "13/03/2020", "Updated 13 March 2020 at 10:12", "Published: 13 March 2020",
    "northern-wire.example/talks",
    "www.northern-wire.example", "mara.ellison@northern-wire.example", "5 min read",
)  # fmt: skip


@pytest.mark.parametrize(
    "head", [_HEAD, "Turkey and Russia set Sunday for the first shared patrol of the M4"]
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["parted", "not parted"])
def test_lines_that_head_an_article_do_not_hide_its_headline(head: str, gap: str) -> None:
    orders = [
        order for count in (1, 2, 3, 4) for order in itertools.permutations(_HEADING_LINES.values(), count)
    ]
    orders += [(line,) for line in _OTHER_LINES]
    texts = ["\n".join((head, *order)) + f"{gap}{_PROSE}\n\n{_PROSE}" for order in orders]
    assert [text for text in texts if headline(text) != head] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Northern Wire\n13 March 2020\n\n{_HEAD}\n\n{_PROSE}", _HEAD),
        (f"{_HEAD} after\na week of floods\nBy Mara Ellison\n13 March 2020\n\n{_PROSE}",
         f"{_HEAD} after a week of floods"),
        (f"{_HEAD}\nBoth banks sent delegates\nBy Mara Ellison\n\n{_PROSE}", _HEAD),
        ("The talks were led by the two\nForeign Ministers Sergei Roth\n"
         "and Ali Kaya, who had met in\nMay.\n", ""),
        ("The harbour was closed by the storm of\n13 March 2020 and it stayed so until\nthe end.\n", ""),
        ("It was first written on Monday by the\nNorthern Wire.\n\nMore.", ""),
        ("The ships of the line stayed in until\n13 March 2020, the master said.\n\nMore.", ""),
        ("Port closes after storm and all of the\nships stay in\n\nText.", ""),
    ],
)  # fmt: skip
def test_but_wrapped_prose_is_no_headline_and_a_wrapped_headline_is_one(text: str, title: str) -> None:
    assert headline(text) == title


@pytest.mark.parametrize("piece", ["a.", "by ", "2020 ", "A ", "The ", "x@", "\n", "A\n", "13 March 2020\n"])
def test_a_headline_is_looked_for_within_bounds(piece: str) -> None:
    before = time.process_time()
    headline(piece * 2_000_000)
    headline(f"Head\n{piece * 2_000_000}\n\nText")
    assert time.process_time() - before < 5


@pytest.mark.parametrize(
    ("line", "publisher", "published"),
    [
        ("The Levant Monitor, 14 November 2025", "The Levant Monitor", "2025-11-14"),
        ("Reuters | Nov 14, 2025", "Reuters", "2025-11-14"),
        ("Harbour Gazette · Friday, 14 November 2025", "Harbour Gazette", "2025-11-14"),
        ("Daily Maverick – 14 Nov 2025", "Daily Maverick", "2025-11-14"),
        ("Ankara, 14 November 2025", "", ""),
        ("The minister spoke on Friday, he said", "", ""),
        ("The talks of the two delegations began again in Lindow, 14 November 2025", "", ""),
        ("the Post, 14 November 2025", "", ""),
    ],
)
def test_a_line_of_outlet_and_date_fills_both(line: str, publisher: str, published: str) -> None:
    read = read_metadata(f"Port closes after storm\n{line}\n\nAll ships stay in.")
    assert (read.publisher, read.published) == (publisher, published)
    assert read.title == "Port closes after storm"
