"""Struck-out words leave the text, with their places; put in again they give all that the file shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.common.struck_out import CLOSE, OPEN, notices_of, struck, unmarked, without_struck
from briefing.text import StruckPassage
from tests.work import calls


def _marked(words: str) -> str:
    return words.replace("<", OPEN).replace(">", CLOSE)


# What the file shows, with struck words in < >; the text; the places with their words.
TABLE = [
    ("held 40 <fourteen> ships", "held 40 ships", [(8, "fourteen ")]),
    ("<Nobody> came", "came", [(0, "Nobody ")]),
    ("They came <late>", "They came", [(9, " late")]),
    ("They agreed <yesterday>.", "They agreed.", [(11, " yesterday")]),
    ("was< not >closed", "was closed", [(3, " not")]),
    ("<un>known", "known", [(0, "un")]),
    ("He <has> <had> left", "He left", [(3, "has "), (3, "had ")]),
    ("He left <at> <noon>.", "He left.", [(7, " at "), (7, "noon")]),
    ("One.\n<Two.>\nThree.", "One.\nThree.", [(5, "Two.\n")]),
    ("- one\n- <two>\n- three", "- one\n- three", [(6, "- two\n")]),
    ("1. <one>\n2. two", "2. two", [(0, "1. one\n")]),
    ("Aby | <12> | 14", "Aby |  | 14", [(6, "12")]),
    ("Aby | <12> 13 | 14", "Aby | 13 | 14", [(6, "12 ")]),
    ("<Aby> | <12>\nBel | 13", "Bel | 13", [(0, "Aby | 12\n")]),
    ("a <b\nc> d", "a\nc d", [(1, " b")]),
    ("a< >b", "a b", []),
    ("a> b", "a b", []),
    ("nothing", "nothing", []),
]


@pytest.mark.parametrize(("shown", "text", "places"), TABLE, ids=range(len(TABLE)))
def test_struck_words_leave_the_text_and_keep_their_place(
    shown: str, text: str, places: list[tuple[int, str]]
) -> None:
    kept, passages = without_struck(_marked(shown))
    assert kept == text
    assert [(one.start, one.words) for one in passages] == places


@given(st.text(alphabet=f"ab .|-1\n{OPEN}{CLOSE}", max_size=30))
def test_put_in_again_they_give_the_text_with_all_its_words(marked: str) -> None:
    kept, passages = without_struck(marked)
    for one in reversed(passages):
        assert one.words
        kept = kept[: one.start] + one.words + kept[one.start :]
    assert kept == unmarked(marked)


@given(st.text(max_size=30))
def test_words_that_are_marked_whole_leave_nothing_but_white_space(words: str) -> None:
    kept, _ = without_struck(struck(words))
    assert not kept.strip()


def test_the_notice_counts_them_and_names_the_first_words() -> None:
    assert notices_of(()) == ()
    passages = (StruckPassage(3, "40 "), StruckPassage(9, "agreed\n"))
    assert notices_of(passages) == ("Struck-out words left out of the text: 2 (“40”, “agreed”).",)


@pytest.mark.parametrize("piece", [f"{OPEN}a{CLOSE} ", f"{OPEN}a", "| ", f"a {OPEN}a{CLOSE}", f" {OPEN}\n"])
def test_a_line_made_of_marks_costs_time_in_proportion(piece: str) -> None:
    few, many = (f"{OPEN}x{CLOSE}{piece * times}x" for times in (2_000, 20_000))
    assert calls(lambda: without_struck(many)) <= 11 * calls(lambda: without_struck(few))
