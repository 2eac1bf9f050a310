import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.qt.offsets import Utf16Map

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("a🕊👩\u0301\u200dم"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_it_counts_as_utf_16_does(text: str) -> None:
    offsets = Utf16Map(text)
    for at in range(len(text) + 1):
        assert offsets.to_qt(at) == units(text[:at])


@given(TEXTS)
def test_there_and_back_is_where_it_began(text: str) -> None:
    offsets = Utf16Map(text)
    for at in range(len(text) + 1):
        assert offsets.to_text(offsets.to_qt(at)) == at


@pytest.mark.parametrize(
    ("text", "inside", "start"),
    [("🕊", 1, 0), ("a🕊b", 2, 1), ("🕊🕊", 3, 1), ("👩\u200d🚒", 4, 2)],
)
def test_a_place_inside_a_pair_is_the_start_of_its_character(text: str, inside: int, start: int) -> None:
    assert Utf16Map(text).to_text(inside) == start


@pytest.mark.parametrize("text", ["", "plain", "e\u0301 \u00a0 مرحبا"])
def test_within_the_basic_plane_nothing_moves(text: str) -> None:
    offsets = Utf16Map(text)
    places = range(len(text) + 1)
    assert [offsets.to_qt(at) for at in places] == [offsets.to_text(at) for at in places] == list(places)
