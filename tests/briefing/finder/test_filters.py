"""Which sources a search looks at."""

from __future__ import annotations

import pytest

from briefing.finder import Filters, merged
from briefing.model import Source

REUTERS = Source(
    "s1", publisher="Thomson Reuters", url="https://www.reuters.com/a/1", published="2020-03-15", grade="A"
)


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), True),
        (Filters(outlet="reuters"), True),
        (Filters(outlet="REUT"), True),
        (Filters(outlet="thomson reut"), True),
        (Filters(outlet="www.reuters"), True),
        (Filters(outlet="euters"), False),
        (Filters(outlet="AP"), False),
        (Filters(grade="A"), True),
        (Filters(grade="B"), False),
        (Filters(used=True), True),
        (Filters(used=False), False),
        (Filters(read=True), False),
        (Filters(read=False), True),
        (Filters(outlet="reuters", grade="B"), False),
    ],
)
def test_it_keeps_the_sources_that_fit(filters: Filters, kept: bool) -> None:
    assert filters.keeps(REUTERS, frozenset({"s1"})) is kept


@pytest.mark.parametrize(
    ("since", "until", "published", "kept"),
    [
        ("2020-03-15", "", "2020-03-15", True),
        ("2020-03-16", "", "2020-03-15", False),
        ("2020-03", "", "2020-02-29", False),
        ("", "2020-03", "2020-03-31", True),
        ("", "2020-03", "2020-04-01", False),
        ("2020", "2020", "2020-07-01T10:00:00Z", True),
        ("2020-06-01", "", "2020", True),
        ("", "2020-06-01", "2020", True),
        ("2021", "", "2020", False),
        ("2020-03-15", "", "2020-03", True),
        ("2020", "", "", False),
        ("2020", "", "spring 2020", False),
        ("soon", "later", "", True),
        ("2020-00", "", "", True),
    ],
)
def test_it_keeps_sources_that_may_have_appeared_between_the_dates(
    since: str, until: str, published: str, kept: bool
) -> None:
    assert Filters(since=since, until=until).keeps(Source("s1", published=published)) is kept


def test_what_is_typed_goes_before_what_was_chosen() -> None:
    chosen = Filters(outlet="AP", grade="A", used=True)
    assert merged(chosen, Filters(outlet="Reuters", used=False)) == Filters("Reuters", grade="A", used=False)
    assert merged(chosen, Filters()) == chosen
