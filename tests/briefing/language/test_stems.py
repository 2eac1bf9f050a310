"""What two forms of a word have in common, to all who compare words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.language.stems import stem_of
from briefing.language.tokens import tokens
from briefing.suggest.terms import terms
from tests.briefing.language.tables import APART, STEMS

READERS: dict[str, Callable[[str, str], list[str]]] = {
    "language": lambda text, language: [stem_of(text, language)],
    "claims against quotes": lambda text, language: [token.stem for token in tokens(text, language)],
    "suggestions": lambda text, language: [term.key for term in terms(text, 0, len(text), language)],
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("language", "one", "other"), STEMS)
def test_forms_of_a_word_have_one_stem(language: str, one: str, other: str, reader: str) -> None:
    read = READERS[reader]
    assert read(one, language) == read(other, language) != []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("language", "one", "other"), APART)
def test_and_words_that_only_look_alike_have_not(language: str, one: str, other: str, reader: str) -> None:
    read = READERS[reader]
    assert read(one, language) != read(other, language)


def test_no_ending_is_cut_in_a_language_that_is_not_known() -> None:
    assert stem_of("Patrouilles", "") == "patrouilles"
