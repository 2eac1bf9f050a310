"""A chronology sorts itself, takes the day off a typed line, and is drafted from claims and quotes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from briefing import edits, lookup
from briefing.checks.editions import REWORDED, changes
from briefing.edits.chronology import proposed_rows, rows_of
from briefing.errors import BadInput, Refused
from briefing.inline import Run
from briefing.model import Brief, Claim, Evidence, Judgement, Quote, Section, Source


def quote(words: str, source: str = "s1") -> Evidence:
    return Evidence(f"e-{words[:8]}", source, Quote(words, "", "", 0, "sha"))


def brief(*rows: Claim, claims: tuple[Claim, ...] = ()) -> Brief:
    return Brief(
        "b1",
        as_of="2020-03-18",
        sections=(
            Section("situation", "situation", "Situation", items=claims),
            Section("chronology", "chronology", "Chronology", items=rows),
        ),
        sources=(Source("s1", published="2020-03-13"), Source("s2", published="2020-03-20")),
    )


def numbered() -> Callable[[str], str]:
    numbers = count(1)
    return lambda prefix: f"{prefix}{next(numbers)}"


def order(brief: Brief) -> list[str]:
    return [row.id for row in rows_of(brief)]


def test_rows_stand_in_order_of_days_those_without_last_and_one_day_keeps_its_order() -> None:
    given = brief(Claim("a", "A"), Claim("b", "B"), Claim("c", "C"), Claim("d", "D"), Claim("e", "E"))
    for ident, day in (
        ("b", "14 May 2021"),
        ("e", "12–14 May 2021"),
        ("d", "May 2021"),
        ("c", "14 May 2021"),
    ):
        given = edits.set_field(given, ident, "day", day)
    assert order(given) == ["d", "e", "b", "c", "a"]
    given = edits.add_row(given, Claim("f", "F", day="2020"))
    assert order(given) == ["f", "d", "e", "b", "c", "a"]
    assert order(edits.set_day(given, "f", "")) == ["d", "e", "b", "c", "f", "a"]


def test_other_sections_keep_the_order_that_was_typed() -> None:
    claims = (Claim("x", "X", day="2021"), Claim("y", "Y", day="2020"))
    assert [i.id for i in edits.set_text(brief(claims=claims), "x", "Z").sections[0].items] == ["x", "y"]


def test_a_day_that_cannot_be_placed_is_refused_with_how_to_write_it() -> None:
    for typed in ("Sunday", "1/10/2023"):
        with pytest.raises(BadInput) as caught:
            edits.set_field(brief(Claim("a", "A")), "a", "day", typed)
        assert caught.value.hint.startswith("Write it as")
    with pytest.raises(Refused):
        edits.set_day(brief(claims=(Claim("x", "X"),)), "x", "2020")


def test_the_typed_day_leaves_the_words_and_the_row_goes_to_its_place() -> None:
    given = brief(
        Claim("a", "A", day="2021"), Claim("b", "**2 May 2020:** Two *shells* hit.", evidence=(quote("q"),))
    )
    after = edits.take_typed_day(given, "b")
    row = lookup.claim(after, "b")
    assert (row.text, row.day, row.evidence) == ("Two *shells* hit.", "2020-05-02", (quote("q"),))
    assert order(after) == ["b", "a"]
    assert edits.take_typed_day(after, "b") is after


def test_only_rows_of_a_chronology_lose_a_typed_day() -> None:
    given = brief(claims=(Claim("x", "2 May 2020: X"),))
    assert edits.take_typed_day(given, "x") is given


def test_a_split_row_keeps_the_day_so_that_the_new_line_stays_below() -> None:
    given = brief(Claim("a", "Two shells hit", day="2020"), Claim("b", "B", day="2021"))
    after = edits.split(given, edits.Caret("a", 14), "n")
    assert order(after) == ["a", "n", "b"]


DRAFTED = [
    ("its own words", Claim("x", "It began on 2 March 2020."), "2020-03-02"),
    (
        "a weekday by its article",
        Claim("x", "It begins on Sunday.", evidence=(quote("on Sunday"),)),
        "2020-03-15",
    ),
    (
        "words of its quote",
        Claim("x", "It began.", evidence=(quote("from 6 to 9 March"),)),
        "2020-03-06/2020-03-09",
    ),
    ("a month", Claim("x", "It began in January 2020."), "2020-01"),
    ("a day to come", Claim("x", "It ends on 2 May 2020."), ""),
    ("no day", Claim("x", "It began."), ""),
    ("a weekday of two articles", Claim("x", "On Sunday.", evidence=(quote("a"), quote("b", "s2"))), ""),
    ("a gap", Claim("x", "It began on 2 March 2020.", "gap"), ""),
    ("what began and lasts", Claim("x", "Closed since 2 March.", evidence=(quote("closed"),)), ""),
]


@pytest.mark.parametrize(("why", "claim", "day"), DRAFTED, ids=[why for why, _, _ in DRAFTED])
def test_a_row_is_proposed_by_the_first_day_that_claim_or_quote_names(
    why: str, claim: Claim, day: str
) -> None:
    assert [(row.day, row.claim) for row in proposed_rows(brief(claims=(claim,)))] == (
        [(day, claim)] if day else []
    )


def test_drafted_rows_take_words_and_evidence_and_are_not_proposed_again() -> None:
    claim = Claim("x", "It began on 2 March 2020.", marking="TLP:GREEN", evidence=(quote("2 March"),))
    given = brief(Claim("r", "R", day="2021"), claims=(claim,))
    after = edits.draft_rows(given, proposed_rows(given), numbered())
    row = lookup.claim(after, order(after)[0])
    assert (row.text, row.day, row.marking) == (claim.text, "2020-03-02", "TLP:GREEN")
    assert [(e.source, e.quote) for e in row.evidence] == [("s1", quote("2 March").quote)]
    assert len({e.id for _, e in lookup.evidence(after)}) == 2
    assert proposed_rows(after) == ()
    reworded = edits.set_text(after, row.id, "The march began.")
    assert proposed_rows(reworded) == ()  # the same quotes on the same day


def test_a_brief_without_chronology_gets_one_below_the_situation() -> None:
    bare = Brief("b", sections=(Section("s", "situation", "Situation"), Section("o", "outlook", "Outlook")))
    after = edits.add_row(bare, Claim("c", "C", day="2020"))
    assert [(s.kind, s.title) for s in after.sections][1] == ("chronology", "Chronology")
    assert order(after) == ["c"]


def test_judgements_in_a_chronology_stand_last() -> None:
    given = brief(Claim("a", "A"), Claim("b", "B", day="2020"))
    after = edits.add_judgement(given, "chronology", Judgement("j", "J"), "^")
    assert [item.id for item in after.sections[1].items] == ["b", "j", "a"]


def test_another_day_of_a_row_is_a_change_since_the_last_edition() -> None:
    old = brief(Claim("a", "Two shells hit.", day="2020-03-02"))
    (changed,) = changes(old, edits.set_day(old, "a", "2020-03-03"))
    assert (changed.what, changed.before) == (REWORDED, "2 March 2020: Two shells hit.")
    assert changed.after == "3 March 2020: Two shells hit."


def test_pasted_lines_that_begin_with_their_days_become_dated_rows_in_order() -> None:
    lines = ("4 May 2020: Calm.", "c. March 2020 — Talks.", "Nobody knows when.")
    pieces = [edits.ClaimPiece((Run(line),)) for line in lines]
    after = edits.insert(brief(Claim("a")), edits.Caret("a", 0), pieces, ["n1", "n2"])
    assert [(row.id, row.day, row.text) for row in rows_of(after)] == [
        ("n1", "2020-03~", "Talks."),
        ("a", "2020-05-04", "Calm."),
        ("n2", "", "Nobody knows when."),
    ]
