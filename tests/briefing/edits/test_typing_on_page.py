"""Typing on the page: split, join, erase over several rows, insert pieces."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing import edits, inline, lookup
from briefing.edits import Caret, ClaimPiece, containers, typing_on_page
from briefing.edits.typing_on_page import set_row_words
from briefing.errors import BriefingError, NotFound, Refused
from briefing.inline import Run
from briefing.model import Actor, Brief, Claim, Judgement, Section
from briefing.rows import rows
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs

BRIEF = sample()


def page(brief: Brief) -> list[str]:
    """Each row as `id: words`, and the ids of its evidence in brackets."""
    lines = []
    for row in rows(brief):
        linked = " ".join(e.id for e in getattr(row.node, "evidence", ()))
        lines.append(f"{row.id}: {row.words(brief)}" + (f" [{linked}]" if linked else ""))
    return lines


def words(brief: Brief, ident: str) -> str:
    return inline.plain(lookup.item(brief, ident).text)


def changed(after: Brief) -> list[str]:
    """The rows that are new or different, and those that are gone, with a minus."""
    was, now = page(BRIEF), page(after)
    gone = {line.split(":")[0] for line in was} - {line.split(":")[0] for line in now}
    return [line for line in now if line not in was] + [f"-{ident}" for ident in sorted(gone)]


# Enter


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (Caret("c1", 8), ["c1: Patrols  [e1 e2]", "c9: begin on Sunday."]),
        (Caret("c1", 7), ["c1: Patrols  [e1 e2]", "c9: begin on Sunday."]),
        (Caret("c1", 10), ["c1: Patrols be [e1 e2]", "c9: gin on Sunday."]),
        (Caret("c1", 0), ["c9: "]),
        (Caret("c1", 24), ["c9: "]),
        (Caret("c1", 999), ["c9: "]),
        (Caret("c3", 5), ["c3: Wants  [e3]", "c9: a corridor."]),
        (Caret("j1", 4), ["j1: The ", "c9: truce holds."]),
    ],
)
def test_enter_splits_a_row_and_its_evidence_stays_with_the_first_words(
    at: Caret, expected: list[str]
) -> None:
    assert changed(edits.split(BRIEF, at, "c9")) == expected


@pytest.mark.parametrize(
    ("offset", "order"), [(0, ["c9", "c1", "c2"]), (24, ["c1", "c9", "c2"]), (8, ["c1", "c9", "c2"])]
)
def test_the_new_row_stands_above_at_the_start_and_below_elsewhere(offset: int, order: list[str]) -> None:
    after = edits.split(BRIEF, Caret("c1", offset), "c9")
    assert [i.id for i in after.sections[0].items] == order


def test_a_split_keeps_styles_and_what_kind_of_row_it_is() -> None:
    after = edits.split(edits.set_field(BRIEF, "c1", "marking", "TLP:RED"), Caret("c1", 10), "c9")
    assert lookup.item(after, "c1").text == "Patrols **be**"
    assert lookup.item(after, "c9") == Claim("c9", "**gin** on Sunday.", "reported", marking="TLP:RED")
    assert lookup.item(edits.split(BRIEF, Caret("c3", 0), "c9"), "c9") == Claim("c9", facet="interests")
    assert isinstance(lookup.item(edits.split(BRIEF, Caret("j1", 3), "j9"), "j9"), Judgement)
    assert lookup.item(edits.split(BRIEF, Caret("j1", 3), "j9"), "j1").basis == ("c1", "c3")


def test_blanks_before_the_caret_are_not_words() -> None:
    brief = edits.set_text(BRIEF, "c1", "  Patrols.")
    assert [i.id for i in edits.split(brief, Caret("c1", 2), "c9").sections[0].items] == ["c9", "c1", "c2"]


@given(briefs(), st.data())
def test_a_split_and_a_join_restore_the_words_and_all_else(brief: Brief, data: st.DataObject) -> None:
    items = list(lookup.statements(brief))
    assume(items)
    item = data.draw(st.sampled_from(items))
    offset = data.draw(st.integers(0, len(words(brief, item.id)) + 1))
    parted = edits.split(brief, Caret(item.id, offset), "new")
    section = lookup.sections_of(parted).get("new")
    whole = [i.id for i in lookup.statements(parted)]
    first, second = sorted((item.id, "new"), key=whole.index)
    joined = edits.join(parted, first, second)
    (left,) = (i.id for i in lookup.statements(joined) if i.id in (first, second))
    after, before = lookup.item(joined, left), lookup.item(brief, item.id)
    if words(brief, item.id).strip():  # a row of nothing but blanks counts as empty
        assert inline.one_line(words(joined, left)) == inline.one_line(words(brief, item.id))
        assert replace(after, text="") == replace(before, text="")
    assert len(list(lookup.statements(joined))) == len(items)
    assert section == lookup.sections_of(parted).get(item.id)


# Backspace


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("c1", "c2", ["c1: Patrols begin on Sunday.A million have fled. [e1 e2]", "-c2"]),
        ("c3", "c4", ["c3: Wants a corridor.Has troops there. [e3]", "-c4"]),
        ("j1", "j2", ["j1: The truce holds.Aid arrives.", "-j2"]),
    ],
)
def test_joined_rows_have_the_words_of_both(first: str, second: str, expected: list[str]) -> None:
    assert changed(edits.join(BRIEF, first, second)) == expected


def test_joined_claims_have_the_evidence_of_both_once() -> None:
    brief = edits.link_quote(BRIEF, "c2", evidence("e8", "A million people"))
    brief = edits.link_quote(brief, "c2", evidence("e9", "begin on Sunday"))
    assert [e.id for e in lookup.claim(edits.join(brief, "c1", "c2"), "c1").evidence] == ["e1", "e2", "e8"]


def test_judgements_rest_on_what_a_joined_claim_became_part_of() -> None:
    bases = [j.basis for j in lookup.judgements(edits.join(BRIEF, "c1", "c2"))]
    assert bases == [("c1", "c3"), ("c1",)]
    both = edits.set_field(BRIEF, "j2", "basis", "c2; c1")
    assert [j.basis for j in lookup.judgements(edits.join(both, "c1", "c2"))] == [("c1", "c3"), ("c1",)]


def test_an_empty_row_is_simply_removed() -> None:
    brief = edits.split(BRIEF, Caret("c1", 0), "c9")
    assert edits.join(brief, "c9", "c1") == BRIEF
    brief = edits.split(BRIEF, Caret("c2", 20), "c9")
    assert edits.join(brief, "c2", "c9") == BRIEF
    assert changed(edits.join(edits.set_text(BRIEF, "c2", ""), "c2", "c3")) == ["-c2"]


@pytest.mark.parametrize(
    ("brief", "first", "second"),
    [
        (BRIEF, "c2", "c3"),
        (BRIEF, "c5", "j1"),
        (edits.move_item(BRIEF, "c1", "outlook", "^"), "c1", "j1"),
        (edits.set_field(BRIEF, "c2", "marking", "TLP:RED"), "c1", "c2"),
        (edits.set_text(BRIEF, "c1", ""), "c1", "c3"),
    ],
    ids=["another place", "another section", "another type", "another marking", "no words but evidence"],
)
def test_but_rows_of_different_kinds_stay_apart(brief: Brief, first: str, second: str) -> None:
    with pytest.raises(Refused):
        edits.join(brief, first, second)


# Erasing a selection


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (Caret("c1", 8), Caret("c1", 14), ["c1: Patrols on Sunday. [e1 e2]"]),
        (Caret("c1", 0), Caret("c1", 24), ["c1:  [e1 e2]"]),
        (Caret("title", 5), Caret("title", 21), ["title: Idlib"]),
        (Caret("a1", 11), Caret("a1", 18), ["a1: Hulusi Akar · defence minister"]),
        (Caret("c1", 8), Caret("c2", 2), ["c1: Patrols million have fled. [e1 e2]", "-c2"]),
        (Caret("c1", 8), Caret("c2", 20), ["c1: Patrols  [e1 e2]", "-c2"]),
        (Caret("c1", 0), Caret("c2", 2), ["c2: million have fled.", "-c1"]),
        (Caret("c1", 0), Caret("c2", 20), ["c1: ", "-c2"]),
        (Caret("c2", 9), Caret("c4", 4), ["c2: A million", "a1: ", "c4: troops there.", "-c3"]),
        (Caret("c2", 9), Caret("c3", 6), ["c2: A million", "a1: ", "c3: a corridor. [e3]"]),
        (Caret("c2", 9), Caret("a1", 37), ["c2: A million", "a1: "]),
        (Caret("a1", 0), Caret("c4", 17), ["a1: ", "-c3", "-c4"]),
        (Caret("a1", 0), Caret("a2", 2), ["a2: ssia", "-a1", "-c3", "-c4"]),
        (Caret("a1", 6), Caret("a2", 2), ["a1: Hulusi", "a2: ssia", "-c3", "-c4"]),
        (Caret("c5", 0), Caret("j2", 12), ["c5: ", "blank:outlook: ", "-j1", "-j2"]),
        (Caret("j1", 4), Caret("j2", 4), ["j1: The arrives.", "-j2"]),
        (Caret("j2", 4), Caret("blank:gaps", 0), ["j2: Aid "]),
        (
            Caret("title", 0),
            Caret("blank:gaps", 0),
            [
                "title: ",
                "blank:situation: ",
                "blank:actors: ",
                "blank:outlook: ",
                "-a1",
                "-a2",
                "-c1",
                "-c2",
                "-c3",
                "-c4",
                "-c5",
                "-j1",
                "-j2",
            ],
        ),
    ],
)
def test_a_selection_is_erased_and_rows_wholly_inside_go(
    start: Caret, end: Caret, expected: list[str]
) -> None:
    assert sorted(changed(edits.erase(BRIEF, start, end))) == sorted(expected)


def test_the_rest_of_two_claims_with_different_markings_stays_in_two_rows() -> None:
    brief = edits.set_field(BRIEF, "c2", "marking", "TLP:RED")
    after = edits.erase(brief, Caret("c1", 7), Caret("c2", 2))
    assert [words(after, i) for i in ("c1", "c2")] == ["Patrols", "million have fled."]


@pytest.mark.parametrize("row", ["situation", "c99"])
def test_but_a_heading_or_a_row_that_is_gone_is_not_erased_from(row: str) -> None:
    with pytest.raises(NotFound, match=f"“{row}”"):
        edits.erase(BRIEF, Caret("c1", 0), Caret(row, 1))


@given(briefs(), st.data())
def test_erasing_leaves_rows_outside_the_selection_as_they_were(brief: Brief, data: st.DataObject) -> None:
    order = [r for r in rows(brief) if r.editable]
    first = data.draw(st.integers(0, len(order) - 1))
    last = data.draw(st.integers(first, len(order) - 1))
    start = Caret(order[first].id, data.draw(st.integers(0, len(order[first].words(brief)))))
    end = Caret(order[last].id, data.draw(st.integers(0, len(order[last].words(brief)))))
    assume(first < last or start.offset <= end.offset)
    after = edits.erase(brief, start, end)
    for row in (*order[:first], *order[last + 1 :]):
        if isinstance(row.node, Claim):
            assert lookup.item(after, row.id) is row.node
        elif isinstance(row.node, Judgement):
            kept = lookup.item(after, row.id)
            assert isinstance(kept, Judgement)
            assert replace(kept, basis=row.node.basis) == row.node
        elif isinstance(row.node, Actor):
            assert replace(lookup.actor(after, row.id), statements=()) == replace(row.node, statements=())
    assert [s.id for s in after.sections] == [s.id for s in brief.sections]
    claims = {c.id for c in lookup.claims(after)}
    assert all(claims.issuperset(j.basis) for j in lookup.judgements(after))
    gone = {r.id for r in order} - {r.id for r in rows(after)}
    assert gone <= {r.id for r in order[first : last + 1]}
    if first < last:
        left = sum(len(r.words(after)) for r in rows(after) if r.kind in ("claim", "judgement"))
        assert left <= sum(len(r.words(brief)) for r in rows(brief) if r.kind in ("claim", "judgement"))


# Pasting


def piece(text: str, *linked: str, kind: str = "") -> ClaimPiece:
    return ClaimPiece(inline.parse(text), tuple(evidence(i, "Russia") for i in linked), kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("at", "pieces", "expected"),
    [
        (Caret("c2", 1), [piece(" whole", "e9")], ["c2: A whole million have fled. [e9]"]),
        (
            Caret("c2", 1),
            [piece(" few.", "e8"), piece("More:", "e9")],
            ["c2: A few. [e8]", "n1: More: million have fled. [e9]"],
        ),
        (
            Caret("c2", 20),
            [piece("One."), piece("Two."), piece("Three.")],
            ["c2: A million have fled.One.", "n1: Two.", "n2: Three."],
        ),
        (Caret("c4", 0), [piece("One."), piece("Two.")], ["c4: One.", "n1: Two.Has troops there."]),
        (Caret("j2", 0), [piece("One.", "e9"), piece("Two.", "e8")], ["j2: One.", "n1: Two.Aid arrives."]),
    ],
)
def test_pieces_go_in_at_the_caret_the_first_and_last_into_the_words_there(
    at: Caret, pieces: list[ClaimPiece], expected: list[str]
) -> None:
    after = edits.insert(BRIEF, at, pieces, [f"n{i}" for i in range(1, len(pieces))])
    assert changed(after) == expected
    order = [r.id for r in rows(after)]
    assert order.index("n1") == order.index(at.row) + 1 if len(pieces) > 1 else True


def test_a_piece_gives_its_kind_to_a_new_row_and_to_an_empty_one() -> None:
    empty = edits.set_text(BRIEF, "c2", "")
    pieces = [piece("One.", kind="gap"), piece("Two.", kind="assumption"), piece("Three.")]
    for brief, first in ((empty, "gap"), (BRIEF, "reported")):
        after = edits.insert(brief, Caret("c2", 0), pieces, ["n1", "n2"])
        assert [lookup.claim(after, i).kind for i in ("c2", "n1", "n2")] == [first, "assumption", "reported"]


def test_words_that_are_linked_already_are_not_linked_twice() -> None:
    again = ClaimPiece((Run("So. "),), (evidence("e9", "begin on Sunday"), evidence("e8", "Russia")))
    after = edits.insert(BRIEF, Caret("c1", 0), [again], [])
    assert [e.id for e in lookup.claim(after, "c1").evidence] == ["e1", "e2", "e8"]


def test_nothing_to_paste_changes_nothing() -> None:
    assert edits.insert(BRIEF, Caret("c1", 0), [], []) is BRIEF


def test_evidence_of_an_article_that_is_not_here_is_refused() -> None:
    foreign = ClaimPiece((Run("So."),), (replace(evidence("e9", "Russia"), source="s9"),))
    for pieces, new_ids in (([foreign], []), ([piece("One."), foreign], ["n1"])):
        with pytest.raises(NotFound, match="“s9”"):
            edits.insert(BRIEF, Caret("c1", 0), pieces, new_ids)


@pytest.mark.parametrize(
    "edit",
    [
        lambda b: edits.split(b, Caret("a1", 0), "c9"),
        lambda b: edits.join(b, "c1", "a1"),
        lambda b: edits.join(b, "title", "c1"),
        lambda b: edits.insert(b, Caret("title", 0), [piece("x")], []),
        lambda b: set_row_words(b, "c99", "x"),
    ],
)
def test_rows_that_are_no_items_are_refused(edit: object) -> None:
    with pytest.raises(BriefingError):
        edit(BRIEF)  # type: ignore[operator]


def test_the_words_of_the_title_and_of_an_actor_are_set() -> None:
    assert set_row_words(BRIEF, "title", "New\ntitle").title == "New title"
    assert lookup.actor(set_row_words(BRIEF, "a2", "Moscow · guarantor"), "a2").role == "guarantor"


def test_an_empty_brief_has_only_a_title_to_erase() -> None:
    bare = Brief("b1", "Title", sections=(Section("news", title="News"),))
    assert edits.erase(bare, Caret("title", 0), Caret("blank:news", 0)).title == ""


def test_a_paste_of_many_lines_makes_one_list_of_items(monkeypatch: pytest.MonkeyPatch) -> None:
    lists: list[int] = []
    whole = containers.with_items
    monkeypatch.setattr(
        typing_on_page, "with_items", lambda *args: lists.append(len(args[2])) or whole(*args)
    )
    pieces = tuple(ClaimPiece((Run(f"line {i}"),)) for i in range(500))
    after = edits.insert(BRIEF, Caret("c1", 0), pieces, [f"n{i}" for i in range(499)])
    assert lookup.claim(after, "n498").text.startswith("line 499")
    assert len(lists) == 1, "a list for each line costs the square of the lines"
