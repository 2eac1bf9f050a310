"""No text makes the comparison slow: what it does grows with the words, however often one of them is said
again.

Calls are counted, not seconds. Before they were bounded, “unlikely” two thousand times took longer than a
minute: each place of a word was held against each doubt, each “said” against each word of its sentence.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.checks.support import Cited, compare
from tests import work

LENGTH = 2_000
# The most calls for a code point of claim and quote together: ordinary prose needs about ten.
MOST = 130
UNITS = (
    "not ", "no_no", "unlikely ", "said ", "the minister said killed. ", "may kill ", "one ", "one two-",
    "one hundred and ", "1 ", "100 ", "5 % ",
    "30 km, ", "1.000,5 ", "between 1 and 2 ", "3 in 4 ", "Sunday ", "since March ", "the 3rd in May ",
    "15 March 2020 ", "in two months ", "a", "A", "A ", "U.S. ",
    "Ivan Petrov ", "former ", "deputy minister ", "“a” ", "' a", "…b", "“[a] […] b” ", ". ", "hope ", "if ",
    "killed ", "won lost ", "lost ",
    "will not kill reportedly ", "according to ", "don't ", "“", "'", "((", "\n", "\u00a0", "ß", "İ",
)  # fmt: skip


def repeated(unit: str, length: int = LENGTH) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def calls(claim: str, *quotes: str) -> float:
    """Return the calls of a comparison for each code point that is compared."""
    cited = [Cited(f"e{n}", q, "supports", "2020-03-13", "en", q[:64], q[-64:]) for n, q in enumerate(quotes)]
    return work.calls(lambda: compare(claim, cited, ())) / sum(map(len, (claim, *quotes)))


@pytest.mark.parametrize("unit", UNITS)
def test_one_word_again_and_again_is_bounded(unit: str) -> None:
    assert calls(f"The {repeated(unit)}", f"An {repeated(unit)}") < MOST


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(UNITS), st.text(min_size=1, max_size=4)), min_size=1, max_size=4),
    st.sampled_from(["", "“", "'", "about ", "the "]),
    st.sampled_from(["", " x", "-X", ".5", '"', "’", " minister"]),
)
def test_so_is_any_text(units: list[str], head: str, tail: str) -> None:
    text = repeated("".join(units))
    assert calls(f"{head}{text}{tail}", f"{tail} {text}{head}") < MOST


@pytest.mark.parametrize(
    "unit", ["unlikely ", "the minister said killed. ", "1 ", "may kill ", "Ivan Petrov ", "' a"]
)
def test_a_quote_ten_times_as_long_takes_no_more_for_each_of_its_words(unit: str) -> None:
    short = calls(repeated(unit), f"A {repeated(unit)}")
    assert calls(repeated(unit), f"Two {repeated(unit, 10 * LENGTH)}") < max(2 * short, 40)


def test_what_lies_past_the_caps_is_not_read() -> None:
    far = "word " * 4_000 + "It killed 40 people."
    (mark,) = [m for m in compare("It killed 40 people.", [Cited("e1", far)], ()) if m.kind == "number"]
    assert mark.state == "absent"
    assert compare("word " * 400 + "It killed 40 people.", [Cited("e1", "A word.")], ()) == ()


def test_nor_does_saving_work_miss_a_fraction_that_is_the_only_number() -> None:
    (mark,) = compare(
        "The index fell by a quarter of its value.", [Cited("e1", "The index fell by 25 percent.")], ()
    )
    assert (mark.kind, mark.state, mark.nearest) == ("number", "found", "25 percent")
