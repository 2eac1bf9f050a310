"""Clean text, dates, links, direction, number ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.exporting import format_helpers
from briefing.exporting.format_helpers import Cleaner


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0cb\x0bc", "a\nb\nc"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("\x00\x07\x1b", "\ufffd\ufffd\ufffd"),
        ("\ud800\ufffe\uffff", "\ufffd\ufffd\ufffd"),
        ("tab\tand\u00a0blank 🚢", "tab\tand\u00a0blank 🚢"),
    ],
)
def test_it_makes_text_that_every_format_holds(raw: str, clean: str) -> None:
    assert Cleaner().text(raw) == clean


def test_it_counts_what_it_changed() -> None:
    clean = Cleaner()
    clean.text("a\x07b\x0cc\x01")
    clean.line("no change")
    assert clean.remarks() == (
        "2 control characters that no document can hold became “\ufffd”.",
        "1 page break inside a text became a line break.",
    )


@given(st.text(st.characters(), max_size=60))
def test_clean_text_goes_through_xml_unchanged(raw: str) -> None:
    node = etree.Element("t")
    node.text = Cleaner().text(raw)
    assert (etree.fromstring(etree.tostring(node)).text or "") == node.text


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2020-03-13", "13 March 2020"),
        ("2020-03-13T10:00:00Z", "13 March 2020"),
        ("2020-03", "March 2020"),
        ("2020", "2020"),
        ("2020-13-01", "2020-13-01"),
        ("last week", "last week"),
        ("", ""),
    ],
)
def test_it_prints_dates_in_words(iso: str, printed: str) -> None:
    assert format_helpers.long_date(iso) == printed


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        (" HTTPS://example.org/ ", "HTTPS://example.org/"),
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("https://example.org/\"'", "https://example.org/%22%27"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/hosts", ""),
        ("//example.org/x.png", ""),
        ("data:text/html,x", ""),
        ("https://example.org/a b", ""),
        ("https://example.org/\u202egro.elpmaxe", ""),
        ("https://example.org/\nx", ""),
    ],
)
def test_it_links_only_web_and_mail(url: str, link: str) -> None:
    assert format_helpers.safe_link(url) == link


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("abc", False),
        ("“123 قال” abc", True),
        ("a قال", False),
        ("", False),
        ("שלום", True),
        ("12 – 🚢", False),
    ],
)
def test_the_first_strong_character_gives_the_direction(text: str, rtl: bool) -> None:
    assert format_helpers.is_rtl(text) is rtl


@pytest.mark.parametrize(
    ("numbers", "printed"), [((), ""), ((4,), "4"), ((1, 2), "1, 2"), ((1, 2, 3, 7, 9, 10), "1–3, 7, 9, 10")]
)
def test_it_prints_numbers_as_ranges(numbers: tuple[int, ...], printed: str) -> None:
    assert format_helpers.ranges(numbers) == printed


@given(st.text(st.sampled_from("ab \n”…é"), max_size=400))
def test_a_shortened_quote_is_made_of_its_own_ends(quote: str) -> None:
    short = format_helpers.ends_of(quote)
    assert len(short) <= max(len(quote), 72)
    if short != quote:
        places = [at for at in range(len(short)) if short.startswith(format_helpers.ELLIPSIS, at)]
        assert any(quote.startswith(short[:at]) and quote.endswith(short[at + 3 :]) for at in places)


@pytest.mark.parametrize(
    ("quote", "short"),
    [
        ("A short quote stays whole.", "A short quote stays whole."),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
            "one two three four five … ten eleven twelve thirteen fourteen",
        ),
        ("x" * 300, f"{'x' * 24} … {'x' * 24}"),
    ],
)
def test_the_first_and_last_words_are_kept(quote: str, short: str) -> None:
    assert format_helpers.ends_of(quote) == short


def test_numbers_name_what_they_count() -> None:
    assert format_helpers.cited((1, 2, 3)) == " (notes 1–3)"
    assert format_helpers.cited((4,), "list") == " (source 4)"
    assert format_helpers.cited(()) == ""
