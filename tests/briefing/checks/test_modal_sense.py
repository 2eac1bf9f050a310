"""Leave, ability and means, and the estimates that stand beside them."""

from __future__ import annotations

import pytest

from briefing.checks import wording


@pytest.mark.parametrize(
    "text",
    [
        "The agreement may be renewed once.",
        "The law allows officers to stay; they may leave after six months.",
        "Under the old code a judge may refuse.",
        "The court may annul the vote if fraud is proved.",
        "Residents may bring one bag each.",
        "The ruling could be appealed until Friday.",
        "The president could, under article 12, dissolve parliament.",
        "He could face up to ten years in prison.",
        "Doctors could treat only 40 of 300 wounded.",
        "Bread could be bought in two of ten markets.",
        "Only light lorries could use the road.",
        "Those who could pay crossed by lorry.",
        "They took whatever they could.",
        "From the tower guns could cover the square.",
        "The road was opened so that aid and fuel could reach the town.",
        "They could make little headway.",
        "The gas could be used to fuel buses.",
        "The gift makes faster trade possible.",
        "The plan provides for a possible extension.",
        "A possible link between the two is being examined.",
        "They watched the road ahead of a possible attack.",
        "A retrial is possible only on new evidence.",
        "Fines are possible under the act.",
        "It could be described as a siege.",
        "Some might argue that it was late.",
        "He could be held 14 days without a charge.",
        "They made concessions that they might not otherwise have made.",
        "He saw it in the way that a farmer might.",
        "The law lets them be held if they are likely to flee.",
        "They must go, however tired they may be.",
        "He might have been 60, a tall man.",
    ],
)
def test_leave_ability_and_means_are_no_estimates(text: str) -> None:
    assert wording.hits(text) == ()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The agreement may collapse.", ["may"]),
        ("The agreement may be broken within days.", ["may"]),
        ("The verdict may be overturned on appeal.", ["may"]),
        ("Troops may leave within weeks.", ["may"]),
        ("Voters may have left.", ["may"]),
        ("The case may collapse.", ["may"]),
        ("The merger could cost 400 jobs.", ["could"]),
        ("Before the vote the president could fall.", ["could"]),
        ("Any delay and he could lose.", ["could"]),
        ("They might, in fact, leave.", ["might"]),
        ("A possible ambush was set near the mill.", ["possible"]),
        ("A link is possible.", ["possible"]),
        ("The sale, proposed in May, is a possible cure.", ["possible"]),
        ("The likely route of advance is the coast road.", ["likely"]),
    ],
)
def test_but_what_may_happen_is_one(text: str, terms: list[str]) -> None:
    assert [hit.words for hit in wording.hits(text)] == terms
