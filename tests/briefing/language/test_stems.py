"""What two forms of a word have in common."""

from __future__ import annotations

import pytest

from briefing.language.fold import letters
from briefing.language.stems import stem
from tests.briefing.language.tables import STEMS


@pytest.mark.parametrize(("language", "one", "other"), STEMS)
def test_forms_of_a_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stem(letters(one), language) == stem(letters(other), language)
