"""Quick fixes: what is offered for a finding, and what it makes of the words."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import inline, lookup
from briefing.checks import completeness, corroboration, estimative, fixes, markings
from briefing.checks.findings import Finding
from briefing.checks.rule_types import places
from briefing.errors import Refused
from briefing.model import Brief, Claim, Item, Judgement, Section, Source
from tests.briefing.checks.asked import facts, judged
from tests.briefing.samples import evidence
from tests.briefing.strategies import briefs


def all_findings(brief: Brief) -> list[Finding]:
    """Every finding of the rules that have fixes."""
    of_items = chain.from_iterable(
        rule(item, place, facts())
        for item, place in places(brief)
        for rule in (
            estimative.confidence_beside_likelihood,
            estimative.off_ladder,
            estimative.misplaced,
            estimative.cannot_rule_out,
        )
    )
    of_brief = (
        rule(brief, facts())
        for rule in (
            estimative.mixed_rows,
            corroboration.one_origin,
            completeness.no_summary,
            markings.lowered,
        )
    )
    return [*of_items, *chain.from_iterable(of_brief)]


def brief_of(item: Item, standard: str = "icd203", kind: str = "outlook") -> Brief:
    return Brief("b", standard=standard, sections=(Section(kind, kind, items=(item,)),))  # type: ignore[arg-type]


def fixed(brief: Brief, rule: str, choice: int = 0) -> Brief:
    finding = next(f for f in all_findings(brief) if f.rule == rule)
    return fixes.apply(brief, finding, choice)


ISSUE = "We assess with high confidence that escalation is very likely."


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (ISSUE, "Escalation is very likely. We have high confidence in this assessment."),
        ("War is likely – low confidence.", "War is likely. We have low confidence in this assessment."),
        ("War is likely; confidence is low.", "War is likely. We have low confidence in this assessment."),
        ("War is likely (confidence: low).", "War is likely. We have low confidence in this assessment."),
        (
            "Our confidence is high that war is likely.",
            "War is likely. We have high confidence in this assessment.",
        ),
        (
            "It is likely, with moderate confidence, that talks resume.",
            "It is likely that talks resume. We have moderate confidence in this assessment.",
        ),
        (
            "He left. Talks will *likely* resume (low confidence).",
            "He left. Talks will *likely* resume. We have low confidence in this assessment.",
        ),
        (
            "We are highly confident that war is likely",
            "War is likely. We have high confidence in this assessment.",
        ),
        (
            "War is likely, and our confidence in this judgement is medium.",
            "War is likely. We have moderate confidence in this assessment.",
        ),
        (
            "With **low** confidence, we judge that war is likely. He left.",
            "War is likely. We have low confidence in this assessment. He left.",
        ),
    ],
)
def test_a_sentence_is_split_from_its_confidence(text: str, result: str) -> None:
    brief = brief_of(Claim("c1", text, "assessed"))
    after = fixed(brief, "L4")
    assert lookup.item(after, "c1").text == result
    assert not [f for f in all_findings(after) if f.rule == "L4"]


def test_the_confidence_of_a_judgement_goes_into_its_field() -> None:
    brief = brief_of(judged(ISSUE))
    finding = next(f for f in all_findings(brief) if f.rule == "L4")
    assert fixes.choices(brief, finding) == ("Move “high” into its confidence", "Make two sentences of it")
    moved, two = (lookup.item(fixes.apply(brief, finding, n), "j1") for n in (0, 1))
    assert moved == judged("Escalation is very likely.", confidence="high")
    assert two.text == "Escalation is very likely. We have high confidence in this assessment."


def test_but_never_over_another_confidence() -> None:
    brief = brief_of(judged(ISSUE, confidence="low"))
    finding = next(f for f in all_findings(brief) if f.rule == "L4")
    assert fixes.choices(brief, finding) == ("Make two sentences of it",)


@pytest.mark.parametrize(
    ("standard", "text", "results"),
    [
        ("phia", "War is very likely.", ["War is highly likely.", "War is almost certain."]),
        ("phia", "A **very unlikely** event.", ["A **highly unlikely** event."]),
        ("phia", "There is a 22 % chance of a truce.", ["A truce is highly unlikely.", "A truce is unlikely."]),  # noqa: E501
        ("icd203", "There is a strong chance of clashes.", []),
        ("icd203", "War is a distinct possibility.", []),
        ("icd203", "Fighters may not carry guns there.", []),
        ("icd203", "Before the war he could earn more.", []),
        ("icd203", "Possible raiders were seen.", []),
        (
            "icd203",
            "Fighters may leave.",
            ["It is unlikely that fighters will leave.", "There is a roughly even chance that fighters will "
                "leave."],
        ),
        (
            "icd203",
            "In all likelihood, the army will stay.",
            ["It is very likely that the army will stay.", "It is almost certain that the army will stay."],
        ),
        (
            "icd203",
            "There is a realistic possibility that he stays.",
            ["There is a roughly even chance that he stays.", "It is unlikely that he stays."],
        ),
        (
            "phia",
            "Russia may close the road.",
            [
                "There is a realistic possibility that Russia will close the road.",
                "It is unlikely that Russia will close the road.",
            ],
        ),
        (
            "icd203",
            "The army could not only fight; it could win.",
            [],
        ),
        ("phia", "If it rains, Russia may have left.", []),
        (
            "phia",
            "There is a 52 % chance that war comes.",
            ["There is a realistic possibility that war comes.", "It is likely that war comes."],
        ),
        (
            "phia",
            "It cannot be excluded that he stays.",
            ["It is highly unlikely that he stays.", "There is a remote chance that he stays."],
        ),
        ("icd203", "He will highly likely win.", ["He will very likely win.", "He will almost certainly win."]),  # noqa: E501
        ("icd203", "A highly likely win.", ["A very likely win.", "An almost certain win."]),
        ("phia", "War is certain to come.", ["War is almost certain to come.", "War is highly likely to "
            "come."]),
    ],
)  # fmt: skip
def test_a_term_off_the_ladder_is_replaced_where_it_reads_right(
    standard: str, text: str, results: list[str]
) -> None:
    brief = brief_of(judged(text), standard)
    finding = next(f for f in all_findings(brief) if f.rule in ("L6", "L13"))
    labels = fixes.choices(brief, finding)
    after = [fixes.apply(brief, finding, n) for n in range(len(labels))]
    assert [lookup.item(b, "j1").text for b in after] == results
    assert not [f for b in after for f in all_findings(b) if f.rule == "L6"]


def test_a_chosen_likelihood_off_the_ladder_is_replaced_in_its_field() -> None:
    brief = brief_of(judged("War comes.", likelihood="very likely", standard="icd203"), "phia")
    after = lookup.item(fixed(brief, "L6"), "j1")
    assert isinstance(after, Judgement)
    assert (after.likelihood, after.standard) == ("highly likely", "phia")


def test_the_disclaimer_goes_into_the_source_summary_and_settles_it() -> None:
    brief = brief_of(Claim("c1", "War is likely, talks are probable.", "assessed"))
    after = fixed(brief, "L5")
    (claim,) = lookup.section(after, "summary").items
    assert claim.text == fixes.DISCLAIMER
    assert isinstance(claim, Claim)
    assert claim.kind == "editorial"
    assert not [f for f in all_findings(after) if f.rule == "L5"]


def test_an_estimate_among_the_facts_can_be_called_assessed() -> None:
    after = fixed(brief_of(Claim("c1", "War is likely."), kind="situation"), "L7")
    assert lookup.claim(after, "c1").kind == "assessed"


def cited(**source: Any) -> Brief:
    linked = evidence("e1", "Patrols begin on Sunday", credibility="1")
    claim = Claim("c1", "Patrols begin.", evidence=(linked,))
    return Brief("b", sections=(Section("s", items=(claim,)),), sources=(Source("s1", title="P", **source),))


def test_the_other_fixes_settle_what_they_are_for() -> None:
    brief = replace(cited(marking="TLP:AMBER"), marking="TLP:GREEN")
    for rule in ("L9", "L11", "L17"):
        assert not [f for f in all_findings(fixed(brief, rule)) if f.rule == rule]
    assert fixed(brief, "L17").marking == "TLP:AMBER"
    (claim,) = lookup.section(fixed(brief, "L11"), "summary").items
    assert inline.plain(claim.text).startswith("This brief rests on one quote from one article")


def test_a_fix_whose_words_have_changed_since_is_refused() -> None:
    brief = brief_of(judged(ISSUE))
    finding = next(f for f in all_findings(brief) if f.rule == "L4")
    later = brief_of(judged("War."))
    assert fixes.choices(later, finding) == ()
    with pytest.raises(Refused):
        fixes.apply(later, finding)
    with pytest.raises(Refused):
        fixes.apply(Brief("b"), finding)


@settings(max_examples=12)
@given(briefs())
def test_every_choice_that_is_offered_can_be_made(brief: Brief) -> None:
    for finding in all_findings(brief):
        for n, label in enumerate(fixes.choices(brief, finding)):
            assert label
            assert fixes.apply(brief, finding, n) is not brief


@pytest.mark.parametrize("fix", fixes.FIXES.values(), ids=lambda f: f.id)
def test_each_fix_has_a_name(fix: fixes.Fix) -> None:
    assert fix.label


PIECES = (
    *(
        "We assess",
        "with high confidence",
        "that",
        "**war**",
        "is",
        "very likely",
        "(52 %)",
        "may",
        "might,",
        "52 %",
    ),
    *(
        "chance",
        "It",
        "There is a",
        "realistic possibility",
        "cannot be excluded",
        "not",
        "*possible*",
        "“so",
        "”",
    ),
    *(
        "perhaps",
        "Perhaps",
        "a",
        "An",
        "almost certainly",
        "will",
        "to",
        "[likely](https://example.org/)",
        ".",
        "?",
    ),
    *(
        "we are very confident that",
        "(low confidence)",
        ",",
        "could",
        "No chance",
        "e\u0301te\u0301",
        "🚚",
        "of",
        "\\*",
    ),
)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), st.sampled_from(("icd203", "phia")))
def test_any_mixture_of_such_words_is_found_and_mended_without_fault(text: str, standard: str) -> None:
    for item in (judged(text), Claim("c1", text, "assessed")):
        brief = brief_of(item, standard)
        for finding in all_findings(brief):
            if finding.span:
                assert inline.plain(item.text)[slice(*finding.span)].strip()
            for n, _ in enumerate(fixes.choices(brief, finding)):
                after = fixes.apply(brief, finding, n)
                all_findings(after)
                if finding.rule == "L6" and finding.span:
                    count = sum(f.rule == "L6" for f in all_findings(brief))
                    assert sum(f.rule == "L6" for f in all_findings(after)) <= count
