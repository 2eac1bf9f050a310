import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import StruckPassage
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


@st.composite
def struck_texts(draw: st.DrawFn) -> tuple[str, list[StruckPassage]]:
    text = draw(TEXTS)
    starts = sorted(draw(st.lists(st.integers(0, min(len(text), 60)), max_size=5)))
    return text, [
        StruckPassage(start, draw(st.sampled_from(["no ", " \U0001f54a", "gone\n", "x" * 2100])))
        for start in starts
    ]


@given(struck_texts())
def test_every_offset_comes_back_over_struck_words_too(made: tuple[str, list[StruckPassage]]) -> None:
    text, struck = made
    display = Display(text, struck)
    for at in {*range(min(80, len(text) + 1)), *range(0, len(text) + 1, 97), len(text)}:
        assert display.offset(display.position(at)) == at
        assert display.offset(display.end_position(at)) == at


@given(struck_texts())
def test_struck_words_are_shown_at_their_places_and_are_in_no_piece_of_the_text(
    made: tuple[str, list[StruckPassage]],
) -> None:
    text, struck = made
    display = Display(text, struck)
    units = display.shown.encode("utf-16-le")

    def at(low: int, high: int) -> str:
        return units[2 * low : 2 * high].decode("utf-16-le").replace("\n", "")

    full = text
    for one in reversed(struck):
        full = full[: one.start] + one.words + full[one.start :]
    assert display.shown.replace("\n", "") == full.replace("\n", "")
    shown = [at(*span) for span in display.struck_within(0, len(units) // 2)]
    assert shown == [one.words.strip() for one in struck]
    start, end = 0, min(len(text), 50)
    assert "".join(at(*piece) for piece in display.pieces(start, end)) == text[start:end].replace("\n", "")


def test_a_position_within_struck_words_is_the_place_they_stood_at() -> None:
    display = Display("that 14 ships", [StruckPassage(5, "40 ")])
    assert display.shown == "that 40 14 ships"
    assert [display.offset(at) for at in range(4, 10)] == [4, 5, 5, 5, 5, 6]
    assert (display.position(5), display.end_position(5)) == (8, 5)
    assert list(display.pieces(0, 7)) == [(0, 5), (8, 10)]
    assert list(display.struck_within(6, 7)) == [(5, 7)]
    assert list(display.struck_within(7, 20)) == []
