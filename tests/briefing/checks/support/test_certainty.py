"""How sure a claim is: doubts and attributions of the predicate that they govern, and of no other."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def doubts(claim: str, *quotes: str) -> list[Mark]:
    cited = [Cited(f"e{n}", words) for n, words in enumerate(quotes)]
    kinds = ("modal", "hedge", "attribution", "verb")
    return [m for m in compare(claim, cited) if m.kind in kinds and m.state != "found"]


@pytest.mark.parametrize(
    ("quote", "claim", "kind"),
    [
        ("Guards stopped an attempted break-in.", "Guards stopped a break-in.", "hedge"),
        ("The draft treaty bars mines.", "The treaty bars mines.", "hedge"),
        ("Nurses in Graz back a planned walkout.", "Nurses in Graz back a walkout.", "hedge"),
        ("Two suspected smugglers drowned.", "Two smugglers drowned.", "hedge"),
        ("An unconfirmed landing alarmed the coast.", "A landing alarmed the coast.", "hedge"),
        ("The alleged forger fled to Malta.", "The forger fled to Malta.", "hedge"),
        ("The depot will be emptied without delay.", "The depot was emptied without delay.", "modal"),
        ("Vogt wants to sell the mill.", "Vogt sold the mill.", "modal"),
        ("The council considers closing the pool.", "The council closed the pool.", "modal"),
        ("The rival claimed that the bridge was unsafe.", "The bridge was unsafe.", "attribution"),
    ],
)
def test_a_claim_that_is_surer_than_its_quote_is_an_error(quote: str, claim: str, kind: str) -> None:
    assert [(m.kind, m.severity) for m in doubts(claim, quote)] == [(kind, "error")]


def test_would_may_tell_what_came_of_it_and_is_a_warning() -> None:
    (mark,) = doubts("Lindt won the cup twice.", "Lindt would win the cup twice.")
    assert (mark.kind, mark.severity) == ("modal", "warning")


@pytest.mark.parametrize(
    "quote",
    [
        "The dam is safe, the operator said.",
        "The dam is safe, according to the operator.",
        "The operator told reporters that the dam is safe.",
    ],
)
def test_what_a_quote_only_reports_is_a_warning(quote: str) -> None:
    assert [(m.kind, m.severity) for m in doubts("The dam is safe.", quote)] == [("attribution", "warning")]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        # A doubt stays with its own predicate.
        ("The organ is the oldest here and was probably built by monks.", "The organ is the oldest here."),
        ("Lindt is considered one of the finest and coached the team.", "Lindt coached the team."),
        ("He told the crew to abandon the barge and it sank.", "The barge sank."),
        ("Seats went fast because of the likely crowd.", "Seats went fast."),
        ("It fell short of what the board had hoped, selling forty copies.", "It sold forty copies."),
        # A claim that hopes is no surer than a quote that hopes.
        (
            "She hoped the calm in the valley would last the winter.",
            "Hopes that the calm in the valley lasts.",
        ),
        # No doubt at all.
        ("The trainer considers Lindt winning the cup his best day.", "Lindt won the cup."),
        ("Lindt claimed the silver medal in Oslo.", "Lindt won the silver medal in Oslo."),
        ("The band can announce that Lindt has joined.", "The band announced that Lindt had joined."),
        ("She decided to study law and did so.", "She studied law."),
        ("The critic argued for reform and died in Oslo.", "The critic died in Oslo."),
        ("“I lived in Graz for nine years,” she said.", "She lived in Graz for nine years."),
        ("He never agreed to sing in Graz.", "He refused to sing in Graz."),
    ],
)
def test_a_doubt_or_a_speaker_of_another_predicate_is_none_of_this(quote: str, claim: str) -> None:
    assert [m for m in doubts(claim, quote) if m.severity != "note"] == []
