"""What differs between the lines that left and those of a file, in words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.exporting.sent_lines import MARK, SentLine
from briefing.tasks.verify_handed import ADDED, CHANGED, GONE, MOVED
from briefing.tasks.verify_handed.line_differences import differences

LEFT = (
    SentLine("header", "Title TLP:GREEN"),
    SentLine("heading", "Situation"),
    SentLine("claim", f"The ferry stops.{MARK}, {MARK}", id="c1", links=("https://a.example/x",)),
    SentLine(
        "note",
        "“it will stop on Monday at noon” — Ann, “News”, 2031.",
        "1",
        quotes=("it will stop on Monday at noon",),
    ),
    SentLine("note", "“no ferry” — Bob.", "2", quotes=("no ferry",)),
    SentLine("claim", "It rains.", id="c2"),
    SentLine("heading", "Outlook"),
    SentLine("head", "Judgement"),
    SentLine("head", "Likelihood"),
    SentLine("judgement", "It goes on.", "Judgement", "j1"),
    SentLine("cell", "Roughly even", "Likelihood"),
    SentLine("heading", "Sources"),
    SentLine("source", "Ann, “News”, 2031. Grade B."),
)


def without(at: int) -> tuple[SentLine, ...]:
    return (*LEFT[:at], *LEFT[at + 1 :])


def changed(at: int, words: str, **fields: object) -> tuple[SentLine, ...]:
    old = LEFT[at]
    made = SentLine(old.kind, words, old.part, old.id, old.links, old.quotes, old.level)
    if fields:
        made = SentLine(old.kind, words, old.part, old.id, **{"links": old.links, **fields})  # type: ignore[arg-type]
    return (*LEFT[:at], made, *LEFT[at + 1 :])


@pytest.mark.parametrize(
    ("here", "state", "message"),
    [
        (changed(10, "Almost certain"), CHANGED,
         "The likelihood of the judgement “It goes on.” was changed after the export: “Almost certain” for "
         "“Roughly even”."),
        (changed(9, "It does not go on."), CHANGED,
         "The judgement “It goes on.” was changed after the export: “does not go” for “goes”."),
        (changed(0, "Title TLP:RED"), CHANGED, "The header was changed after the export: “RED” for “GREEN”."),
        (without(5), GONE, "The claim “It rains.” was taken out after the export."),
        ((*LEFT[:6], SentLine("text", "It snows."), *LEFT[6:]), ADDED,
         "A paragraph was added under “Situation” after the export: “It snows.”."),
        ((*LEFT[:5], *LEFT[6:7], LEFT[5], *LEFT[7:]), MOVED,
         "The claim “It rains.” stands under “Outlook”; it was exported under “Situation”."),
        ((*LEFT[:3], LEFT[4], LEFT[3], *LEFT[5:]), MOVED, ""),
        (changed(2, LEFT[2].words, links=("https://b.example",)), CHANGED,
         "The claim “The ferry stops.” was changed after the export: its link leads to https://b.example "
         "and led to https://a.example/x."),
        (changed(12, "Ann, “News”, 2019. Grade F."), CHANGED, ""),
    ],
)  # fmt: skip
def test_a_difference_is_named_in_words(here: Sequence[SentLine], state: str, message: str) -> None:
    (found,) = differences(LEFT, here)
    assert (found.state, found.holds) == (state, False)
    assert message in ("", found.message)


def test_a_note_taken_out_is_named_with_its_claim_and_the_others_keep_their_names() -> None:
    here = [*LEFT]
    here[2] = SentLine("claim", f"The ferry stops.{MARK}", id="c1", links=LEFT[2].links)
    del here[3]
    states = {(a.state, a.number) for a in differences(LEFT, here)}
    assert states == {(CHANGED, 0), (GONE, 1)}
    messages = [a.message for a in differences(LEFT, here)]
    assert any("it had 2 notes at the export and has 1 here" in message for message in messages)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("“it will … at noon” — Ann, “News”, 2031.", True),
        ("“it will [...] at noon” — Ann, “News”, 2031.", True),
        ("“it will stop” — Ann, “News”, 2031.", True),
        ("“on Monday at noon” — Ann, “News”, 2031.", True),
        ("“it will stop on Mon” — Ann, “News”, 2031.", False),
        ("“at noon … it will” — Ann, “News”, 2031.", False),
        ("“it will … at night” — Ann, “News”, 2031.", False),
        ("“it will … at noon” — Ann, “News”, 2019.", False),
        ("“” — Ann, “News”, 2031.", False),
        ("“…” — Ann, “News”, 2031.", False),
    ],
)
def test_a_quote_may_be_cut_short_between_words_and_nothing_else_may_change(words: str, holds: bool) -> None:
    assert (differences(LEFT, changed(3, words)) == ()) is holds


@pytest.mark.parametrize(
    ("words", "held"), [("Situation ... 3", True), ("Situation\t", True), ("Assessment 3", False)]
)
def test_an_entry_of_the_contents_says_what_a_heading_says(words: str, held: bool) -> None:
    left = (SentLine("contents", "Situation"), *LEFT)
    assert (differences(left, (SentLine("contents", words), *LEFT)) == ()) is held


def test_a_list_of_contents_without_its_marks_is_no_addition_and_a_heading_twice_is() -> None:
    left = (SentLine("contents", "Situation"), SentLine("contents", "Outlook"), *LEFT)
    bare = (SentLine("text", "Situation 1"), SentLine("text", "Outlook 2"), *LEFT)
    assert differences(left, bare) == ()
    assert [a.state for a in differences(LEFT, bare)] == [ADDED, ADDED]


def test_many_lines_that_are_all_others_are_compared_in_time_that_grows_with_them() -> None:
    left = tuple(SentLine("text", f"left {n}") for n in range(7000))
    here = tuple(SentLine("text", f"here {n}") for n in range(7000))
    assert len(differences(left, here)) == 7000
    assert {a.state for a in differences(left[:300], left[:300][::-1])} == {MOVED}
