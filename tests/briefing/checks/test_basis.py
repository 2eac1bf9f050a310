"""What judgements rest on, as a tree, and what gave way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefing import edits, lookup
from briefing.checks import basis
from briefing.checks.basis import Node, Weakness
from briefing.checks.quotes import ORPHAN, Verdict, verify
from briefing.model import Brief, Claim, Judgement, Section
from tests.briefing.checks.asked import facts
from tests.briefing.checks.test_quotes import TEXTS
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from walk(child)


def test_the_tree_goes_from_judgement_to_origins() -> None:
    brief = sample()
    j1, j2 = basis.trees(brief, facts({"s2": "s1"}))
    assert (j1.kind, j1.id, j1.label, j1.state) == ("judgement", "j1", "The truce holds.", "sourced")
    assert [(n.kind, n.id) for n in walk(j1)] == [
        ("judgement", "j1"),
        ("claim", "c1"),
        ("quote", "e1"), ("source", "s1"), ("origin", "s1"),
        ("quote", "e2"), ("source", "s2"), ("origin", "s1"),
        ("claim", "c3"),
        ("quote", "e3"), ("source", "s1"), ("origin", "s1"),
    ]  # fmt: skip
    assert (j2.state, [c.state for c in j2.children]) == ("unsourced", ["unsourced"])
    assert basis.tree(brief, lookup.item(brief, "j1"), facts({"s2": "s1"})) == j1  # type: ignore[arg-type]


AGAINST = evidence("e9", "Russia keeps its bases", stance="contradicts")


@pytest.mark.parametrize(
    ("brief", "weak", "said"),
    [
        (sample(), {"j1": (), "j2": (Weakness("c2", "unsourced"),)}, ("", "Rests on a claim without a quote.")),  # noqa: E501
        (
            edits.link_quote(sample(), "c1", AGAINST),
            {"j1": (Weakness("c1", "contradicted"),), "j2": (Weakness("c2", "unsourced"),)},
            ("Rests on a contradicted claim.", "Rests on a claim without a quote."),
        ),
        (
            replace(sample(), sources=sample().sources[1:]),
            {"j1": (Weakness("c1", "lost source"), Weakness("c3", "lost source")),
             "j2": (Weakness("c2", "unsourced"),)},
            ("Rests on 2 claims that lost their source.", "Rests on a claim without a quote."),
        ),
    ],
)  # fmt: skip
def test_a_judgement_says_what_gave_way_below_it(
    brief: Brief, weak: dict[str, tuple[Weakness, ...]], said: tuple[str, ...]
) -> None:
    found = basis.weaknesses(brief, facts())
    assert found == weak
    assert tuple(basis.said(w) for w in found.values()) == said


def test_a_quote_that_broke_is_told() -> None:
    lost = replace(facts(), verdicts=(Verdict("c3", "e3", "s1", ORPHAN, "gone"),))
    assert basis.weaknesses(sample(), lost)["j1"] == (Weakness("c3", "broken"),)
    j1, _ = basis.trees(sample(), lost)
    assert j1.state == "broken"
    assert [n.state for n in walk(j1) if n.kind == "quote"] == ["sourced", "sourced", "broken"]


def test_nothing_can_rest_on_itself() -> None:
    loop = (Judgement("j1", "A.", basis=("j2", "c9")), Judgement("j2", "B.", basis=("j1",)))
    brief = Brief("b", sections=(Section("o", "outlook", items=loop),))
    j1, j2 = basis.trees(brief, facts())
    assert [n.state for n in j1.children] == ["missing", "missing"]
    assert len(list(walk(j2))) == 2
    weak = basis.weaknesses(brief, facts())["j1"]
    assert basis.said(weak) == "Rests on 2 claims that are gone."


def test_a_claim_that_needs_no_quote_is_no_weakness() -> None:
    claim, judgement = Claim("c1", "We assume so.", "assumption"), Judgement("j1", "War.", basis=("c1", "c1"))
    brief = Brief("b", sections=(Section("o", "outlook", items=(claim, judgement)),))
    assert basis.weaknesses(brief, facts()) == {"j1": ()}
    assert basis.trees(brief, facts())[0].state == ""


def test_the_sample_of_true_quotes_has_no_broken_one() -> None:
    told = replace(facts(), verdicts=verify(sample(), TEXTS.__getitem__))
    assert "broken" not in {n.state for tree in basis.trees(sample(), told) for n in walk(tree)}


@settings(max_examples=12)
@given(briefs())
def test_any_brief_has_a_tree_a_judgement(brief: Brief) -> None:
    trees = basis.trees(brief, facts())
    assert [tree.id for tree in trees] == [j.id for j in lookup.judgements(brief)]
    for tree in trees:
        kinds = {node.kind for node in walk(tree)}
        assert kinds <= {"judgement", "claim", "quote", "source", "origin"}
