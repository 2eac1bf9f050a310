"""Words in an article, case and accents folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.finder import Index, search
from briefing.model import Source
from tests.briefing.language.tables import FOLDS, IDS_OF_FOLDS
from ui.reader.find_in_article import find

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
        ("The soft\u00adhyphen is one word", "softhyphen", ["soft\u00adhyphen"]),
        ("The co\u2011operation and the long—dash", "co-operation", ["co\u2011operation"]),
        ("The co\u2011operation and the long—dash", "long-dash", ["long—dash"]),
        ("stand “quoted” here", '"quoted"', ["“quoted”"]),
        ("words", "", []),
        ("words", "   ", []),
        ("words", "other", []),
        ("e\u0301", "\u0301", []),
        ("e\u0301", " \u0301", []),
    ],
)
def test_words_are_found_as_a_person_reads_them(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text, words)] == found


ARTICLE = (
    "Talks in Łódź ended\non Monday, the mayor of Diyarbakır said. The Øresund bridge – “open” – stays so."
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *(("Lodz", "Łódź"), ("lodz", "Łódź"), ("Diyarbakir", "Diyarbakır"), ("Oresund", "Øresund")),
        *(("ended on", "ended\non"), ('"open"', "“open”"), ("bridge - ", "bridge – ")),
    ],
)
def test_an_article_that_search_finds_shows_where(typed: str, found: str) -> None:
    index = Index()
    source = Source("s1", title="Bridge", text_sha="sha")
    index.update((source,), lambda _sha: ARTICLE)
    assert any(hit.spans for hit in search(index, (source,), typed, lambda _sha: ARTICLE))
    assert [ARTICLE[start:end] for start, end in find(ARTICLE, typed)] == [found]


@pytest.mark.parametrize(("name", "one", "other"), FOLDS, ids=IDS_OF_FOLDS)
def test_what_search_holds_alike_is_found(name: str, one: str, other: str) -> None:
    for text, typed in ((one, other), (other, one)):
        assert find(f"« {text} »", typed) == ((2, 2 + len(text)),)


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
