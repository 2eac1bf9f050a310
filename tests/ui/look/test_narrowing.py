"""Lists that narrow as one types."""

from __future__ import annotations

import pytest

from tests.briefing.language.tables import FOLDS, IDS_OF_FOLDS
from ui.look.narrowing import ListLine, holding_all

LINES = [ListLine("a", "Talks in Łódź"), ListLine("b", "Diyarbakır, talks"), ListLine("c", "Prices")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", "abc"), ("TALKS", "ab"), ("talks lodz", "a"), ("Diyarbakir", "b"), ("łódź", "a"), ("none", "")],
)
def test_lines_that_hold_all_words_stay(typed: str, kept: str) -> None:
    assert "".join(line.key for line in holding_all(typed, LINES)) == kept


@pytest.mark.parametrize(("name", "one", "other"), FOLDS, ids=IDS_OF_FOLDS)
def test_letters_are_read_as_search_reads_them(name: str, one: str, other: str) -> None:
    assert holding_all(one, [ListLine("a", other)]) != []
    assert holding_all(other, [ListLine("a", one)]) != []
