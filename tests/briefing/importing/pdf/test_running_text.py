"""Lines to running text: what is joined, what is parted, and where pages begin after it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.pdf.page_line import PageLine
from briefing.importing.pdf.running_text import PdfFlow, written


def _flow(*lines: tuple[str, int]) -> PdfFlow:
    """Return a flow of one paragraph: words, and the page they stand on."""
    return PdfFlow([[(PageLine(text, 0, 100, -12.0 * i, 10), page) for i, (text, page) in enumerate(lines)]])


def test_letters_printed_as_one_are_parted_and_pages_move_with_them() -> None:
    done = written(_flow(("The oﬃce ﬁnds", 0), ("aﬀairs", 1)))
    assert done.text == "The office finds affairs"
    assert done.text[done.starts[1] :] == "affairs"
    assert [(done.text[m.start : m.start + m.length], m.raw) for m in done.mends] == [
        ("ffi", "ﬃ"),
        ("fi", "ﬁ"),
        ("ff", "ﬀ"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("the communi-", "cation", "the communication"),
        ("a Russian-", "backed group", "a Russian-backed group"),
        ("the Arab-", "American office", "the Arab-American office"),
        ("a three-", "month halt", "a three-month halt"),
        ("в юго-", "восточном районе", "в юго-восточном районе"),
        ("the COMMUNI-", "CATION", "the COMMUNICATION"),
        ("a COVID-", "19 ward", "a COVID-19 ward"),
        ("state-of-the-", "art", "state-of-the-art"),
        ("he said -", "and left", "he said - and left"),
    ],
)
def test_it_tells_a_compound_from_a_word_that_the_line_broke(first: str, second: str, text: str) -> None:
    assert written(_flow((first, 0), (second, 0))).text == text


@pytest.mark.parametrize(
    ("start", "joined"), [("14,300 people", True), ("“Nobody", True), ("• first", False)]
)
def test_a_sentence_goes_on_after_a_line_that_its_next_word_would_have_had_room_on(
    start: str, joined: bool
) -> None:
    lines = [
        PageLine("the whole of the district is under water today", 0, 300, 100, 10),
        PageLine("The federation said that approximately by", 0, 240, 88, 10),
        PageLine(start, 0, 60, 76, 10),
    ]
    flow = PdfFlow()
    flow.add(0, [lines])
    assert (len(flow.paragraphs) == 1) is joined


def test_a_sum_at_a_line_s_end_ends_no_sentence_and_rows_of_a_table_stay_apart() -> None:
    texts = ["Rebuilding the whole of the valley would cost $45.2",
        "million, as was said in the capital on Monday then.",
             "Lorestan 880 4,300", "Ilam 310 3,500"]  # fmt: skip
    lines = [
        PageLine(text, 0, 280 - 20 * i, 100.0 - 12 * i, 10) for i, text in enumerate([*texts[:2], *texts])
    ]
    flow = PdfFlow()
    flow.add(0, [lines])
    assert [len(paragraph) for paragraph in flow.paragraphs][-2:] == [1, 1]
    assert len(flow.paragraphs[0]) >= 2


_WORDS = st.text(st.sampled_from("abcA -ﬁ\xadé9"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)


@given(st.lists(_WORDS, min_size=1, max_size=8))
def test_no_letter_is_lost_and_every_place_lies_in_the_text(texts: list[str]) -> None:
    done = written(_flow(*((text.strip(), page) for page, text in enumerate(texts))))

    def bare(text: str) -> str:
        return "".join(letter for letter in text.replace("ﬁ", "fi") if letter not in " -\xad\n")

    assert bare(done.text) == bare("".join(texts))
    starts = [done.starts[page] for page in sorted(done.starts)]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(done.text) for start in starts)
    assert all(mend.start >= 0 and mend.start + mend.length <= len(done.text) for mend in done.mends)
