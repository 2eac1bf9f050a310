"""Edits of figures, and what typing beside one does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import edits, lookup
from briefing.edits import Caret, ClaimPiece
from briefing.errors import NotFound, Refused
from briefing.inline import Run
from briefing.model import Brief, Claim, Figure
from briefing.rows import rows
from tests.briefing.samples import sample

FIGURE = Figure("f1", "The *road*.", "0" * 64, "image/png", 4, 2, source="s1", credit="Reuters")
BRIEF = edits.add_figure(sample(), "situation", FIGURE, "c1")


def order(brief: Brief) -> str:
    return " ".join(item.id for item in lookup.section(brief, "situation").items)


def test_a_figure_is_added_in_its_place_shown_as_a_row_and_removed() -> None:
    assert order(BRIEF).startswith("c1 f1 ")
    assert [row.words(BRIEF) for row in rows(BRIEF) if row.kind == "figure"] == ["The road."]
    assert edits.remove_item(BRIEF, "f1") == sample()


def test_it_moves_as_a_claim_does_and_never_under_an_actor() -> None:
    assert order(edits.shift_item(BRIEF, "f1", -1)).startswith("f1 c1 ")
    with pytest.raises(Refused):
        edits.move_item(BRIEF, "f1", "a1")
    with pytest.raises(Refused):
        edits.add_figure(BRIEF, "a1", FIGURE)


def test_no_statement_is_a_figure_and_no_figure_a_statement() -> None:
    assert "f1" not in [item.id for item in lookup.statements(BRIEF)]
    assert [figure.id for figure in lookup.figures(BRIEF)] == ["f1"]
    with pytest.raises(NotFound):
        lookup.figure(BRIEF, "c1")
    with pytest.raises(NotFound):
        lookup.claim(BRIEF, "f1")


def test_its_caption_is_typed_and_other_words_take_its_waiver_out_of_force() -> None:
    waived = edits.waive(BRIEF, "f1", "L20", "drawn by us")
    assert lookup.waivers_in_force(lookup.figure(waived, "f1"))
    typed = edits.set_text(waived, "f1", "The\nroad west.")
    assert lookup.figure(typed, "f1").text == "The road west."
    assert not lookup.waivers_in_force(lookup.figure(typed, "f1"))


def test_the_article_it_is_from_can_go_and_its_credit_stays() -> None:
    gone = edits.remove_source(BRIEF, "s1", unlinking=True)
    assert lookup.figure(gone, "f1") == replace(FIGURE, source="")
    with pytest.raises(NotFound):
        edits.add_figure(sample(), "situation", replace(FIGURE, source="s99"))


def test_enter_in_a_caption_begins_a_claim_below() -> None:
    split = edits.split(BRIEF, Caret("f1", 4), "c9")
    assert order(split).startswith("c1 f1 c9 ")
    assert lookup.figure(split, "f1") == FIGURE
    assert lookup.claim(split, "c9") == Claim("c9", kind="reported")


def test_backspace_beside_a_figure_takes_an_empty_line_and_joins_no_words() -> None:
    split = edits.split(BRIEF, Caret("f1", 0), "c9")
    assert edits.join(split, "f1", "c9") == BRIEF
    for pair in (("c1", "f1"), ("f1", order(BRIEF).split()[2])):
        with pytest.raises(Refused):
            edits.join(BRIEF, *pair)


def test_a_selection_over_it_takes_it_along() -> None:
    below = order(BRIEF).split()[2]
    erased = edits.erase(BRIEF, Caret("c1", 3), Caret(below, 3))
    assert "f1" not in order(erased)
    part = edits.erase(BRIEF, Caret("f1", 0), Caret("f1", 4))
    assert lookup.figure(part, "f1").text == "*road*."


def test_pasted_lines_continue_its_caption_and_then_are_claims() -> None:
    pieces = (ClaimPiece((Run(" So."),)), ClaimPiece((Run("Then."),)))
    pasted = edits.insert(BRIEF, Caret("f1", 9), pieces, ["c9"])
    assert lookup.figure(pasted, "f1").text == "The *road*. So."
    assert lookup.claim(pasted, "c9").text == "Then."
