"""The orders of the list of articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Source
from briefing.source_order import SOURCE_ORDERS, SourceOrder, in_order

SOURCES = (
    Source("a", title="Émeute", publisher="Post", published="2020-03-13", grade="B"),
    Source("b", title="dam", publisher="", published="", grade=""),
    Source("c", title="", publisher="Agency", published="2020-03", grade="A"),
    Source("d", title="Zebra", publisher="post", published="2021", grade="B"),
)
LINKS = {"d": 3, "a": 1}


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("added", "abcd"),
        ("date", "dacb"),
        ("title", "badc"),
        ("outlet", "cdab"),
        ("use", "dabc"),
        ("grade", "cadb"),
    ],
)
def test_articles_are_ordered_by_what_is_known_of_them_and_the_unknown_is_last(
    order: SourceOrder, ids: str
) -> None:
    assert "".join(source.id for source in in_order(SOURCES, order, LINKS)) == ids


@given(st.permutations(range(6)), st.sampled_from(SOURCE_ORDERS))
def test_what_is_alike_stands_as_it_was_added_and_nothing_is_lost(
    numbers: list[int], order: SourceOrder
) -> None:
    sources = tuple(Source(f"s{n}", title="Same") for n in numbers)
    assert in_order(sources, order, {}) == sources
