"""The tables of the outlook and of the actors: each cell is the field of the one whose row it stands in."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from briefing.edits import set_field
from briefing.exporting.word.elements import W
from briefing.reviewing.program_changes import folded
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.test_edits import FILE, Edit, both, cell, key
from tests.briefing.reviewing.word import WHEN, WHO, Desk, review


def actor_row(desk: Desk, name: str) -> Any:
    own = next(c for c in desk.body.iter(f"{W}tc") if folded(desk.words(c)) == folded(name))
    return next(own.iterancestors(f"{W}tr"))


def away(name: str) -> Edit:
    def edit(desk: Desk) -> None:
        row = actor_row(desk, name)
        row.getparent().remove(row)

    return edit


def renamed(name: str, new: str) -> Edit:
    def edit(desk: Desk) -> None:
        text = next(actor_row(desk, name).iter(f"{W}t"))
        text.text = new

    return edit


def new_row(name: str) -> Edit:
    """A row of an actor below that of the union, its other cells empty."""

    def edit(desk: Desk) -> None:
        row = actor_row(desk, "Dockers’ Union")
        twin = deepcopy(row)
        for number, own in enumerate(twin.findall(f"{W}tc")):
            for paragraph in own.findall(f"{W}p"):
                own.remove(paragraph)
            own.append(desk.new("" if number else name))
        row.addnext(twin)

    return edit


TORVALD, UNION = "Ines Torvald", "Dockers’ Union"
ROWS: list[tuple[str, Edit, list[tuple[str, str]], list[str]]] = [
    ("a row put in", new_row("Nordhaven"), [], ["A new actor: “Nordhaven”; add it in the brief."]),
    ("an empty row put in", new_row(""), [], []),
    ("a row taken out", away(UNION), [], [f"The actor “{UNION}” was taken out of the table."]),
    ("a row put in for another", both(new_row("Nordhaven"), away(UNION)),
        [("name", "a-union"), ("role", "a-union")], []),
    ("a row put in, and a name changed", both(new_row("Nordhaven"), renamed(TORVALD, "Ines Tor")), [],
        ["A new actor: “Ines Tor”; add it in the brief.", "A new actor: “Nordhaven”; add it in the brief.",
         f"The actor “{TORVALD}” was taken out of the table."]),
    ("two names changed", both(renamed(TORVALD, "I. Tor"), renamed(UNION, "The Union")),
        [("name", "a-torvald"), ("name", "a-union")], []),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "expected", "told"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_a_row_is_the_actor_of_its_name_else_the_one_that_is_left(
    edit: Edit, expected: list[tuple[str, str]], told: list[str]
) -> None:
    desk = Desk(FILE)
    edit(desk)
    found = review(example(), desk.save())
    assert [key(p) for p in found.proposals] == expected
    assert [remark for remark in found.remarks if " actor" in remark] == told


def test_a_cell_has_the_words_of_the_file_and_who_wrote_them() -> None:
    desk = Desk(FILE)
    cell("Very likely", "Likely")(desk)
    (found,) = review(example(), desk.save()).proposals
    assert (found.mine, found.exported, found.theirs) == ("very likely", "Very likely", "Likely")
    assert (found.author, found.at, found.conflict, found.asked, found.why) == (WHO, WHEN, False, False, "")


@pytest.mark.parametrize(
    ("mine", "conflict"),
    [("very likely", [False]), ("unlikely", [True]), ("likely", [])],
    ids=["as it left", "changed otherwise", "changed in the same way"],
)
def test_a_cell_that_both_sides_changed_is_a_conflict_unless_they_agree(
    mine: str, conflict: list[bool]
) -> None:
    desk = Desk(FILE)
    cell("Very likely", "Likely")(desk)
    brief = set_field(example(), "j-open", "likelihood", mine)
    assert [p.conflict for p in review(brief, desk.save()).proposals] == conflict


def test_what_was_not_stated_may_be_taken_out_of_its_cell() -> None:
    desk = Desk(FILE)
    row = next(desk.paragraph("j-open-end").iterancestors(f"{W}tr"))
    for text in [t for t in row.iter(f"{W}t") if t.text == "Not stated"]:
        text.text = ""
    assert review(example(), desk.save()).proposals == ()
