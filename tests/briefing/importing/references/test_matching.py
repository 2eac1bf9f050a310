"""Reference records and the texts they belong to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.references.matching import RecordMatch, canonical, folded, match, same_address
from briefing.model import Source


def _source(id: str, title: str = "", url: str = "", published: str = "") -> Source:
    return Source(id, title=title, url=url, published=published)


def _record(title: str = "", url: str = "", published: str = "") -> Source:
    return _source("", title, url, published)


LONG = "Ministers agree on a plan for the northern road"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a", "http://www.example.org/a/", True),
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a#top", True),
        ("https://EXAMPLE.org:443/a", "https://example.org/a", True),
        ("https://example.org/a?b=1&c=2", "https://example.org/a?c=2&b=1&fbclid=z", True),
        ("https://m.example.org/a", "https://example.org/a", True),
        ("https://example.org/caf%C3%A9", "https://example.org/café", True),
        ("https://example.org", "https://example.org/", True),
        ("https://example.org/a", "https://example.org/b", False),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/A", "https://example.org/a", False),
        ("https://example.org:8080/a", "https://example.org/a", False),
        ("https://m.example/a", "https://example/a", False),
        ("https://example.org/a", "", False),
        ("", "", False),
        ("file:///a", "file:///a", False),
        ("http://[", "http://[", False),
        ("http://a:b/", "http://a:b/", False),
    ],
)
def test_it_tells_addresses_of_one_page(one: str, other: str, same: bool) -> None:
    assert same_address(one, other) is same
    assert same_address(other, one) is same


@pytest.mark.parametrize(
    ("record", "sources", "found"),
    [
        (_record(url="http://www.a.example/x/"), [_source("s1", url="https://a.example/x?utm_id=3")], ("s1", "url")),  # noqa: E501
        (_record("“Café” — Zürich: open!"), [_source("s1", "Cafe Zurich open")], ("s1", "title")),
        (_record("STRASSE gesperrt"), [_source("s1", "Straße gesperrt")], ("s1", "title")),
        (_record("Мост закрыт"), [_source("s1", "МОСТ ЗАКРЫТ!")], ("s1", "title")),
        (_record("One", "https://a.example/1"), [_source("s1", "Two", "https://a.example/1"), _source("s2", "One")], ("s1", "url")),  # noqa: E501
        (_record(LONG, published="2026-03"), [_source("s1", LONG + " - Post", published="2026-03-04")], ("s1", "title")),  # noqa: E501
        (_record(LONG + ": by Smith", published="2026-03-04"), [_source("s1", LONG, published="2026-03-04")], ("s1", "title")),  # noqa: E501
        (_record(LONG), [_source("s1", LONG + " - Post", published="2026-03-04")], ("", "")),
        (_record(LONG, published="2025"), [_source("s1", LONG + " - Post", published="2026-03-04")], ("", "")),  # noqa: E501
        (_record("Road", published="2026"), [_source("s1", "Road works", published="2026")], ("", "")),
        (_record("Daily report", published="2026-01-01"), [_source("s1", "Daily report", published="2026-01-02")], ("", "")),  # noqa: E501
        (_record("Daily report", published="2026-01-02"),
         [_source("s1", "Daily report", published="2026-01-01"), _source("s2", "Daily report", published="2026-01-02")],  # noqa: E501
         ("s2", "title")),
        (_record("Same"), [_source("s1", "Same"), _source("s2", "same")], ("", "")),
        (_record(url="https://a.example/"), [_source("s1", url="https://a.example"), _source("s2", url="http://a.example/")], ("", "")),  # noqa: E501
        (_record(), [_source("s1")], ("", "")),
        (_record("!!!"), [_source("s1", "???")], ("", "")),
    ],
)  # fmt: skip
def test_it_matches_where_one_fits_and_never_guesses(
    record: Source, sources: list[Source], found: tuple[str, str]
) -> None:
    assert match([record], sources) == (RecordMatch(0, *found),)


def test_it_knows_an_address_by_where_it_was_fetched_too() -> None:
    source = replace(_source("s1", url="https://a.example/1"), fetched_from="https://b.example/2")
    assert match([_record(url="https://b.example/2")], [source]) == (RecordMatch(0, "s1", "url"),)


def test_two_records_that_want_one_text_get_none() -> None:
    records = [_record("One"), _record("ONE"), _record("Two")]
    assert match(records, [_source("s1", "One"), _source("s2", "Two")]) == (
        RecordMatch(0), RecordMatch(1), RecordMatch(2, "s2", "title"),
    )  # fmt: skip


@given(st.text(max_size=40))
def test_folding_and_canonical_forms_hold_still(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    found = canonical("https://a.example/" + text)
    assert found == "" or canonical("https://" + found) == found


_titles = st.sampled_from(["One", "one!", "Two", LONG, LONG + " x", ""])
_sources = st.lists(st.builds(Source, st.sampled_from("abcdef"), title=_titles), unique_by=lambda s: s.id)


@given(st.lists(st.builds(Source, st.just(""), title=_titles)), _sources)
def test_no_text_is_given_to_two_records(records: list[Source], sources: list[Source]) -> None:
    found = match(records, sources)
    assert [m.record for m in found] == list(range(len(records)))
    given_away = [m.source for m in found if m.source]
    assert len(given_away) == len(set(given_away))
    assert all(bool(m.source) == bool(m.how) for m in found)
