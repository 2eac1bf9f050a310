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


@pytest.mark.parametrize(
    ("quote", "claim", "severity"),
    [
        # Of the same thing, the doubt beside it.
        ("Smugglers may have bribed the harbour guards.", "Smugglers bribed the harbour guards.", "error"),
        ("Vogt possibly forged the ledger.", "Vogt forged the ledger.", "error"),
        # Words with another sense: what can be, what ought to be, what was likely to come.
        ("Trams could reach the quarry by June.", "Trams reached the quarry by June.", "warning"),
        ("The mill should employ ninety weavers.", "The mill employs ninety weavers.", "warning"),
        ("The hope is for the strike soon to become a short one.", "The strike is short.", "error"),
        ("The hope is for the strike at the mill soon to be short.", "The long strike is short.", "warning"),
        ("The ferry can carry ninety cars.", "The ferry carries ninety cars.", "note"),
    ],
)  # fmt: skip
def test_how_loud_a_dropped_doubt_is_depends_on_whether_it_is_of_the_same(
    quote: str, claim: str, severity: str
) -> None:
    assert [(m.kind in ("modal", "hedge"), m.severity) for m in doubts(claim, quote)] == [(True, severity)]


def test_the_loudest_word_of_a_clause_is_reported() -> None:
    quote = "Suspected arsonists may have burned the granary down."
    (mark,) = doubts("The arsonists burned the granary down.", quote)
    assert mark.severity == "error"


@pytest.mark.parametrize(
    ("quote", "severity"),
    [
        ("The rival claims that the bridge is unsafe.", "error"),
        ("The study suggests that the bridge is unsafe.", "warning"),
        ("An engineer warns that the bridge is unsafe.", "warning"),
    ],
)
def test_only_words_of_report_that_doubt_make_an_error(quote: str, severity: str) -> None:
    assert [(m.kind, m.severity) for m in doubts("The bridge is unsafe.", quote)] == [
        ("attribution", severity)
    ]


@pytest.mark.parametrize(
    ("quote", "severity"),
    [
        ("Lindt would win the cup twice.", "note"),
        ("Lindt would win the cup twice, the coach predicted.", "warning"),
        ("If the rest fell ill, Lindt would win the cup twice.", "warning"),
    ],
)
def test_would_may_tell_what_came_of_it(quote: str, severity: str) -> None:
    assert ("modal", severity) in [(m.kind, m.severity) for m in doubts("Lindt won the cup twice.", quote)]


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
        ("Brandt had to sell the forge.", "Brandt sold the forge."),
        ("Lindt was able to swim ashore.", "Lindt swam ashore."),
        ("The stop was due to a rockfall.", "The stop was a rockfall’s doing."),
        (
            "The demand for slate grew and the quarry reopened.",
            "Demand for slate grew and the quarry reopened.",
        ),
        (
            "As soon as possible after the flood, the mill moved uphill.",
            "After the flood, the mill moved uphill.",
        ),
        ("The choir had hoped to sing in May and finally sang in June.", "The choir sang in June."),
        ("Reporters called the show the best in years and it ran till May.", "The show ran till May."),
        (
            "Brandt, who says he may retire, chairs the board of the mill.",
            "Brandt chairs the board of the mill.",
        ),
        ("Nobody would say what was loaded, but two barges left the quay.", "Two barges left the quay."),
        ("The porter confirmed that the lift was stuck.", "The lift was stuck."),
        ("The mayor said the opening of a fair by the lake would help.", "A fair is to be held by the lake."),
        ("Vogt promised to clear the beach and did so.", "Vogt cleared the beach."),
        ("The singer said she wept when she heard it.", "The singer wept when she heard it."),
        (
            "The inn said rooms may be moved after it lost its licence in May.",
            "The inn lost its licence in May.",
        ),
        (
            "“We should have kept the barn,” said Weiss, who sold it to a friend.",
            "Weiss sold the barn to a friend.",
        ),
        ("“I lived in Graz for nine years,” she said.", "She lived in Graz for nine years."),
        ("He never agreed to sing in Graz.", "He refused to sing in Graz."),
    ],
)
def test_a_doubt_or_a_speaker_of_another_predicate_is_none_of_this(quote: str, claim: str) -> None:
    assert [m for m in doubts(claim, quote) if m.severity != "note"] == []


@pytest.mark.parametrize(
    ("claim", "severity"),
    [("The fair was held on 8 May.", "warning"), ("The fair was held.", "error")],
)
def test_what_will_be_on_a_day_may_have_been_where_the_claim_gives_the_day(claim: str, severity: str) -> None:
    assert [m.severity for m in doubts(claim, "The fair will be held on 8 May.")] == [severity]
