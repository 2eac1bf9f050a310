"""What counts as the same word or number in a claim and in its evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.suggest.terms import is_number, terms


def keys(text: str, language: str = "en") -> list[str]:
    return [term.key for term in terms(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 million", "#1000000"),
        ("one million", "#1000000"),
        ("a million", "#1000000"),
        ("1m", "#1000000"),
        ("1,000,000", "#1000000"),
        ("1 000 000", "#1000000"),
        ("1.2 million", "#1200000"),
        ("$1.2m", "#1200000"),
        ("1,234.5", "#1234.5"),
        ("twenty-three", "#23"),
        ("two hundred and fifty", "#250"),
        ("three thousand two hundred", "#3200"),
        ("four dozen", "#48"),
        ("2.4", "#2.4"),
        ("half", "#50"),
        ("a third", "#33"),
        ("three quarters", "#75"),
        ("nine out of ten", "#90"),
        ("one in six", "#17"),
    ],
)
def test_a_number_is_its_value(text: str, value: str) -> None:
    assert keys(text) == [value]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("3.400", "de", "#3400"),
        ("6,80", "de", "#6.8"),
        ("50 millions", "fr", "#50000000"),
        ("5 مليون", "ar", "#5000000"),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(text: str, language: str, value: str) -> None:
    assert keys(text, language) == [value]


@pytest.mark.parametrize("text", ["one", "T72", "1990s", "72nd"])
def test_but_a_bare_one_or_a_number_within_a_word_is_none(text: str) -> None:
    assert not any(map(is_number, keys(text)))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("killed", "killing"),
        ("flee", "fled"),
        ("displacement", "displaced"),
        ("patrols", "patrolling"),
        ("evacuation", "evacuated"),
        ("Turkish", "Turkey’s"),
        ("U.S.", "United States"),
        ("negotiators", "negotiations"),
        ("cities", "city"),
        ("ministers", "ministry"),
        ("Oct", "October"),
        ("stopped", "stopping"),
        ("agreed", "agreement"),
        ("ceasefire", "cease-fire"),
        ("voters", "voting"),
        ("decision", "decide"),
    ],
)
def test_forms_of_a_word_are_one(claim: str, source: str) -> None:
    assert keys(claim) == keys(source) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("station", "state"), ("news", "new"), ("universe", "university"), ("Niger", "Nigeria")],
)
def test_but_different_words_stay_apart(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("patrouilles", "patrouille", "fr"),
        ("l’armée", "armée", "fr"),
        ("Soldaten", "Soldat", "de"),
        ("Ankara’da", "Ankara", "tr"),
        ("границы", "границу", "ru"),
        ("المدينة", "مدينة", "ar"),
    ],
)
def test_light_endings_of_other_languages_are_cut(one: str, other: str, language: str) -> None:
    assert keys(one, language) == keys(other, language) != []


def test_us_the_country_is_not_us_the_people() -> None:
    assert keys("US troops left us") == ["united_states", *keys("troops left")]


def test_a_name_is_a_capital_inside_a_sentence() -> None:
    text = "Troops near Idlib"
    assert [term.name for term in terms(text, 0, len(text), "en")] == [False, False, True]


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "de", "es", "tr", "ru", "ar", ""]))
def test_any_text_gives_terms_in_order_within_it(text: str, language: str) -> None:
    last = 0
    for term in terms(text, 0, len(text), language):
        assert last <= term.start < term.end <= len(text)
        assert term.key
        last = term.end


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "one",
                "two",
                "twenty",
                "half",
                "third",
                "hundred",
                "million",
                "bin",
                "out",
                "of",
                "in",
                "and",
                "1",
                "1.2",
                "0,125",
                "1.234,5",
                "3bn",
            ]
        )
    )
)
def test_number_words_in_any_order_are_read(words: list[str]) -> None:
    assert all(key == "#inf" or not is_number(key) or float(key[1:]) >= 0 for key in keys(" ".join(words)))
