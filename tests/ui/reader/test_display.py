import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reader.display import LONGEST, Display

PIECES = st.sampled_from(["a", " ", "\n", "🕊", "e\u0301", "م", "x" * 1500, "words and " * 150])
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_every_offset_comes_back(text: str) -> None:
    display = Display(text)
    for at in {*range(min(40, len(text))), *range(0, len(text) + 1, 97), len(text)}:
        assert display.offset(display.position(at)) == at
        assert display.offset(display.end_position(at)) == at


@given(TEXTS)
def test_no_shown_line_is_too_long_and_nothing_is_lost(text: str) -> None:
    display = Display(text)
    assert max(len(line) for line in display.shown.split("\n")) <= LONGEST
    assert display.shown.replace("\n", "") == text.replace("\n", "")


def test_a_short_text_is_shown_as_it_is() -> None:
    text = "One line.\nAnother \U0001f54a line."
    assert Display(text).shown == text


def test_it_cuts_after_a_blank_when_one_is_near() -> None:
    display = Display("word " * 1000)
    assert all(line.endswith(" ") for line in display.shown.split("\n"))


@pytest.mark.parametrize("letter", ["x", "\U0001f54a"])
def test_a_span_that_ends_at_a_cut_ends_before_it(letter: str) -> None:
    display = Display(letter * (LONGEST + 5))
    width = len(letter.encode("utf-16-le")) // 2
    assert display.end_position(LONGEST) == LONGEST * width
    assert display.position(LONGEST) == LONGEST * width + 1
