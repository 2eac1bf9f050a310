"""Keys of sources."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.citing.citation_keys import keys
from briefing.model import Source


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (
            Source("s", title="The patrols begin", authors=("Ann Smith",), published="2020-03-13"),
            "smith2020patrols",
        ),
        (Source("s", title="Patrols", publisher="Example Wire", published="2020"), "examplewire2020patrols"),
        (Source("s", title="No deal yet, says union"), "nodealyet"),
        (Source("s", title="Über Çelik", authors=("Gül Øst",)), "ostuber"),
        (Source("s", title="نشرة", publisher="Radio Orla", published="2031-05"), "radioorla2031"),
        (Source("s-1", title="نشرة"), "sources1"),
        (Source("s", title="5", published="2031"), "source2031"),
    ],
)
def test_a_key_is_name_year_and_a_word(source: Source, key: str) -> None:
    assert keys([source]) == {"s" if source.id == "s" else source.id: key}


def test_later_ones_alike_get_a_letter_and_the_earlier_keep_theirs() -> None:
    sources = [Source(f"s{i}", title="Patrols", authors=("Ann Smith",), published="2020") for i in range(40)]
    found = list(keys(sources).values())
    assert found[:3] == ["smith2020patrols", "smith2020patrolsb", "smith2020patrolsc"]
    assert len(set(found)) == 40
    assert list(keys(sources[:7]).values()) == found[:7]


@given(
    st.lists(
        st.builds(Source, id=st.uuids().map(str), title=st.text(), publisher=st.text(), published=st.text())
    )
)
def test_keys_are_unique_and_plain(sources: list[Source]) -> None:
    found = keys(sources)
    assert len(set(found.values())) == len({s.id for s in sources})
    assert all(re.fullmatch("[a-z][a-z0-9]*|[0-9][a-z0-9]*[a-z][a-z0-9]*", key) for key in found.values())
