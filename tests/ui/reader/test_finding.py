"""Words in an article, case and accents folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reader.finding import find

TEXTS = st.text(st.sampled_from("abAB éÉİß’'😀\u0301ﬁه\n"), max_size=40)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The truce. the Truce", "truce", ["truce", "Truce"]),
        ("Café cafe CAFÉ", "cafe", ["Café", "cafe", "CAFÉ"]),
        ("Cafe\u0301 x", "café", ["Cafe\u0301"]),
        ("😀 patrols 😀", "patrols", ["patrols"]),
        ("the minister’s word", "minister's", ["minister’s"]),
        ("the minister's word", "minister’s", ["minister's"]),
        ("a ﬁre", "fire", ["ﬁre"]),
        ("Straße", "strasse", ["Straße"]),
        ("İdlib", "idlib", ["İdlib"]),
        ("الهدنة هشة", "هشة", ["هشة"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("words", "", []),
        ("words", "   ", []),
        ("words", "other", []),
        ("e\u0301", "\u0301", []),
        ("e\u0301", " \u0301", []),
    ],
)
def test_words_are_found_as_a_person_reads_them(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text, words)] == found


@given(TEXTS, st.data())
def test_a_part_of_the_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    words = text[start:end]
    spans = find(text, words)
    assert spans == tuple(sorted(spans))
    assert all(0 <= low < high <= len(text) for low, high in spans)
    if words.isascii() and words.strip() and words == words.strip("\n"):
        assert spans


def test_places_are_counted_up_to_a_limit() -> None:
    assert len(find("a" * 6000, "a")) == 5000
