"""Where the boxes of a judgement's basis stand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporting.basis_layout import COLUMNS, SINGLE, Layout, layout


@dataclass(frozen=True)
class Node:
    kind: str
    id: str
    label: str = "words"
    state: str = ""
    children: tuple[Node, ...] = ()


def source(name: str, origin: str) -> Node:
    return Node("source", name, children=(Node("origin", origin),))


def quote(name: str, below: Node | None = None, state: str = "sourced") -> Node:
    return Node("quote", name, state=state, children=(below,) if below else ())


def judgement(*claims: tuple[Node, ...]) -> Node:
    made = tuple(Node("claim", f"c{n}", children=quotes) for n, quotes in enumerate(claims))
    return Node("judgement", "j", children=made)


def state_of(placed: Layout, ident: str) -> str:
    return next(box.state for box in placed.boxes if box.id == ident)


def test_a_judgement_without_a_basis_is_one_box() -> None:
    placed = layout(judgement())  # type: ignore[arg-type]
    assert (len(placed.boxes), placed.edges, placed.rows) == (1, (), 1)


def test_a_shared_source_and_a_shared_origin_are_one_box_each() -> None:
    shared = source("s1", "o")
    placed = layout(judgement((quote("q1", shared), quote("q2", shared)), (quote("q3", source("s2", "o")),)))  # type: ignore[arg-type]
    assert [box.id for box in placed.boxes] == ["j", "c0", "c1", "q1", "q2", "q3", "s1", "s2", "o"]
    assert len(placed.edges) == 2 + 3 + 3 + 2


def test_the_same_words_under_two_kinds_are_two_boxes() -> None:
    placed = layout(judgement((quote("q", source("x", "x")),)))  # type: ignore[arg-type]
    assert [box.kind for box in placed.boxes if box.id == "x"] == ["source", "origin"]


def test_a_claim_stands_beside_its_first_quote_and_below_the_quotes_of_the_one_before() -> None:
    placed = layout(judgement((quote("q1"), quote("q2")), (quote("q3"),)))  # type: ignore[arg-type]
    rows = {box.id: box.row for box in placed.boxes}
    assert rows == {"j": 0, "c0": 0, "q1": 0, "q2": 1, "c1": 2, "q3": 2}


def test_a_claim_without_quotes_keeps_its_row_to_itself() -> None:
    rows = {box.id: box.row for box in layout(judgement((), (quote("q"),))).boxes}  # type: ignore[arg-type]
    assert (rows["c0"], rows["c1"], rows["q"]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("quotes", "single"),
    [
        ((quote("q1", source("s1", "o")),), True),
        ((quote("q1", source("s1", "o")), quote("q2", source("s2", "o"))), True),
        ((quote("q1", source("s1", "o")), quote("q2", source("s2", "p"))), False),
        ((quote("q1", source("s1", "o")), quote("q2", source("s2", "p"), "contradicted")), True),
        ((quote("q1", source("s1", "o"), "contradicted"),), False),
    ],
)
def test_the_one_origin_of_a_basis_says_so(quotes: tuple[Node, ...], single: bool) -> None:
    assert (state_of(layout(judgement(quotes)), "o") == SINGLE) is single  # type: ignore[arg-type]


def test_a_line_has_the_state_of_its_broken_quote() -> None:
    placed = layout(judgement((quote("q1", source("s", "o"), "broken"), quote("q2"))))  # type: ignore[arg-type]
    assert [edge.state for edge in placed.edges].count("broken") == 2


def test_the_path_of_a_box_is_what_it_rests_on_and_what_rests_on_it() -> None:
    placed = layout(judgement((quote("q1", source("s1", "o")),), (quote("q2", source("s2", "p")),)))  # type: ignore[arg-type]
    at = next(n for n, box in enumerate(placed.boxes) if box.id == "q2")
    assert {placed.boxes[n].id for n in placed.path(at)} == {"j", "c1", "q2", "s2", "p"}


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        layout(Node("verdict", "x"))  # type: ignore[arg-type]


@given(st.lists(st.lists(st.integers(0, 5), max_size=5), max_size=8))
def test_no_two_boxes_share_a_place_and_none_is_lost(shape: list[list[int]]) -> None:
    claims = [
        tuple(quote(f"q{n}.{m}", source(f"s{s}", f"o{s % 2}")) for m, s in enumerate(row))
        for n, row in enumerate(shape)
    ]
    placed = layout(judgement(*claims))  # type: ignore[arg-type]
    assert len({(box.column, box.row) for box in placed.boxes}) == len(placed.boxes)
    assert len(placed.boxes) == 1 + len(shape) + sum(map(len, shape)) + len(
        {s for row in shape for s in row}
    ) + len({s % 2 for row in shape for s in row})
    assert all(box.row < placed.rows and COLUMNS[box.column] == box.kind for box in placed.boxes)
    for edge in placed.edges:
        assert placed.boxes[edge.start].column + 1 == placed.boxes[edge.end].column
