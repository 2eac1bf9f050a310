"""Lines that left against those that came back: nothing that differs is left out, nor named twice."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporting.sent_lines import MARK, SentLine
from briefing.reviewing import line_order
from briefing.reviewing.difference_net import LineChange, compared, differing, remarks

WORDS = st.sampled_from(["port", "strike", "night", "pay", "harbour", "union", "vote"])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=8).map(
    lambda lines: [SentLine("text", line) for line in lines]
)
LONG = [f"word{number}" for number in range(40)]


@pytest.mark.parametrize("most", [line_order.MOST_PAIRS, 0], ids=["in their order", "too many to pair"])
@given(LINES, LINES)
def test_the_changes_lead_from_the_lines_that_left_to_those_that_are_there(
    most: int, was: list[SentLine], now: list[SentLine]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_order, "MOST_PAIRS", most)
        changes = list(compared(was, now))
    lines = Counter(was)
    lines.subtract(change.was for change in changes if change.was)
    lines.update(change.now for change in changes if change.now)
    assert +lines == Counter(now)
    assert not -lines
    assert all(change.was == change.now for change in changes if change.moved)
    assert all(change.was != change.now for change in changes if not change.moved)
    assert bool(changes) == (was != now)


@pytest.mark.parametrize("most", [line_order.MOST_PAIRS, 0], ids=["in their order", "too many to pair"])
@pytest.mark.parametrize(
    ("was", "now", "moved", "gone"),
    [
        ("port strike", "strike port", 1, []),
        ("port port strike vote", "strike vote port", 1, ["port"]),
        ("port strike vote pay", "strike vote pay port", 1, []),
        ("port strike vote", "vote port", 1, ["strike"]),
    ],
)
def test_a_line_that_moved_is_named_so_and_one_like_it_that_went_is_named_gone(
    most: int, was: str, now: str, moved: int, gone: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_order, "MOST_PAIRS", most)
    left, here = ([SentLine("text", word) for word in words.split()] for words in (was, now))
    changes = list(compared(left, here))
    assert sum(change.moved for change in changes) == moved
    assert [c.was.words for c in changes if c.was is not None and not c.moved] == gone


@given(st.integers(0, 40), st.lists(WORDS, max_size=3), st.lists(WORDS, max_size=3))
def test_what_is_shown_of_a_long_line_is_all_that_differs(at: int, old: list[str], new: list[str]) -> None:
    was, now = (" ".join([*LONG[:at], *words, *LONG[at:]]) for words in (old, new))
    one, two = (words.removeprefix("…").removesuffix("…") for words in differing(was, now))
    assert (one in was, was.replace(one, two, 1)) == (True, now)
    assert max(len(one), len(two)) <= 80


@pytest.mark.parametrize("more", [0, 20])
def test_the_mark_of_a_note_is_not_shown(more: int) -> None:
    rest = " ".join(LONG[:more])
    shown = differing(f"The port{MARK} opens{MARK} {rest}", f"The port{MARK} closes{MARK} {rest}")
    assert [words.split("…")[0].split()[:3] for words in shown] == [
        ["The", "port", "opens"],
        ["The", "port", "closes"],
    ]


NEW = [LineChange(None, SentLine("cell", words)) for words in ("Ships", "Twelve")]
GONE = [LineChange(SentLine("cell", words), None) for words in ("Tugs", "Two")]


def test_the_cells_of_a_row_are_named_together_those_put_in_and_those_taken_out_apart() -> None:
    assert list(remarks((), (), [*NEW, *GONE])) == [
        "Added to a table: “Ships | Twelve”.",
        "Taken out of a table: “Tugs | Two”.",
    ]
