"""What counts as the same letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.citing.citation_keys import keys
from briefing.importing.references.matching import match
from briefing.language.fold import Step, fold, letters, words
from briefing.language.names import folded
from briefing.model import Brief, Source
from briefing.revision.suspects import suspects
from briefing.suggest.terms import terms
from tests.briefing.language.tables import FOLDS, IDS_OF_FOLDS

# Everything that reads letters: whether two titles, names or passages are the same to it.
READERS: dict[str, Callable[[str, str], bool]] = {
    "search": lambda one, other: words(one) == words(other) != (),
    "Ctrl+F": lambda one, other: bool([*fold(one, "letters").places(letters(other))]),
    "names of a claim": lambda one, other: [*map(folded, one.split())] == [*map(folded, other.split())],
    "stems": lambda one, other: _stems(one) == _stems(other) != [],
    "records": lambda one, other: match([_titled("", one)], [_titled("s", other)])[0].source == "s",
    "versions": lambda one, other: bool(suspects(Brief("b", "", sources=(_titled("s", one),)),
        _titled("t", other))),
    "citation keys": lambda one, other: keys([_titled("s", one)]) == keys([_titled("s", other)]),
}  # fmt: skip


def _stems(text: str) -> list[str]:
    return [term.key for term in terms(text, 0, len(text), "")]


def _titled(ident: str, title: str) -> Source:
    return Source(ident, title=title, publisher="Post")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("name", "one", "other"), FOLDS, ids=IDS_OF_FOLDS)
def test_words_written_in_different_ways_are_the_same_to_every_reader(
    name: str, one: str, other: str, reader: str
) -> None:
    assert READERS[reader](one, other)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("l'accord d’Astana", ("l", "accord", "d", "astana")),
        ("M4-M5 (north)", ("m4", "m5", "north")),
        ("停火 agreement", ("停", "火", "agreement")),
        ("㋿元年", ("令", "和", "元", "年")),
        ("ตกลง", ("ต", "ก", "ล", "ง")),
        ("हिन्दी", ("हिन्दी",)),
        ("\ud800 \x00 …", ()),
        ("", ()),
    ],
)
def test_words_are_parted(text: str, parts: tuple[str, ...]) -> None:
    assert words(text) == tuple(unicodedata.normalize("NFKD", part) for part in parts)


@pytest.mark.parametrize(
    ("text", "word", "stands"),
    [
        ("une trêve\u0301e", "treve", "trêve\u0301"),
        ("im Straßenbau", "strassenbau", "Straßenbau"),
        ("e\u0301lan", "elan", "e\u0301lan"),
        ("oﬃcial", "official", "oﬃcial"),
        ("oﬃcial", "ofi", ""),
        ("Talks in Łódź ended", "lodz", "Łódź"),
        ("Ærø and Øresund", "oresund", "Øresund"),
        ("在停火后", "火", "火"),
    ],
)
@pytest.mark.parametrize("step", ["letters", "words"])
def test_a_folded_span_leads_back_to_the_letters(text: str, word: str, stands: str, step: Step) -> None:
    folded = fold(text, step)
    found = [text[slice(*folded.span(*place))] for place in folded.places(word)]
    assert found == ([stands] if stands else [])


TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aAéÉßŁłØæı’“–½…ﬃ\u0301\u00ad\u00a0 \n火が각\u0947क"))
)


@given(TEXTS, st.sampled_from(("forms", "letters", "words")), st.data())
def test_a_folded_span_of_any_text_leads_back_to_what_folds_to_it(
    text: str, step: Step, data: st.DataObject
) -> None:
    folded = fold(text, step)
    end = data.draw(st.integers(0, len(folded.text)))
    start = data.draw(st.integers(0, end))
    if start == end:
        return
    wide, exact = folded.span(start, end), folded.exact(start, end)
    assert 0 <= wide[0] < wide[1] <= len(text)
    assert folded.text[start:end] in fold(text[slice(*wide)], step).text
    if exact is not None:
        assert folded.text[start:end] == fold(text[slice(*exact)], step).text
        assert wide[0] == exact[0] < exact[1] <= wide[1]


@given(st.one_of(TEXTS, st.text(st.characters(codec="ascii"))))
def test_the_quick_way_is_the_same(text: str) -> None:
    assert letters(text) == fold(text, "letters").text


@given(TEXTS)
def test_each_step_levels_all_that_the_one_before_does(text: str) -> None:
    forms = fold(text, "forms").text
    assert letters(forms) == letters(text)
    assert words(letters(text)) == words(text)


@given(st.text())
def test_folding_holds_words_and_blanks_only_and_folds_to_itself(text: str) -> None:
    folded = " ".join(words(text))
    assert not set(folded) & set("\"*():^{}'+-\n\t\x00")
    assert words(folded) == words(text)
