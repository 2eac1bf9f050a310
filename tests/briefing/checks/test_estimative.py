"""The rules on words of estimation: a hit and a miss for each, and the traps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefing.checks import estimative
from briefing.checks.rule_types import ItemPlace, places
from briefing.model import Actor, Brief, Claim, Item, Judgement, Section
from tests.briefing.checks.asked import Rule, facts, found, judged, words_of
from tests.briefing.strategies import briefs

ISSUE = "We assess with high confidence that escalation is very likely."


@pytest.mark.parametrize("standard", ["icd203", "phia"])
@pytest.mark.parametrize(
    "text",
    [
        ISSUE,
        "It is likely, with moderate confidence, that talks resume.",
        "Talks may resume (low confidence).",
        "We have high confidence that there is a 30 % chance of rain.",
        "We are confident that he will probably stay.",
        "A clash is very likely; confidence is moderate.",
        "A clash is likely (confidence: moderate).",
        "We judge it very likely, and are confident in that judgement, that the road stays shut.",
        "We can say with confidence that an attack is likely.",
        "He stays. The truce is unlikely to hold and our confidence in this judgement is low.",
    ],
)
def test_confidence_and_likelihood_in_one_sentence_are_an_error(text: str, standard: str) -> None:
    (finding,) = found(estimative.confidence_beside_likelihood, judged(text), standard=standard)
    assert (finding.rule, finding.severity, finding.fix) == ("L4", "error", "split-confidence")


@pytest.mark.parametrize(
    "item",
    [
        judged("Escalation is very likely. We have high confidence in this assessment."),
        judged("We assess with high confidence that the truce holds."),
        judged("“We assess with high confidence that it is likely,” the report says."),
        judged("Low consumer confidence is likely to last."),
        judged("Investors’ low confidence is likely to persist."),
        judged("The high confidence of consumers is unlikely to last."),
        judged("The minister is confident that talks are likely to resume."),
        judged("War is likely.", confidence="high", likelihood="likely"),
        Claim("c1", "The agency assesses with high confidence that war is likely."),
        Claim("c1", ISSUE, "editorial"),
    ],
)
def test_but_apart_quoted_or_told_of_others_they_are_not(item: Item) -> None:
    assert found(estimative.confidence_beside_likelihood, item) == []


def brief_of(*items: Item, standard: str = "icd203") -> Brief:
    return Brief("b", standard=standard, sections=(Section("o", "outlook", items=items),))


ROW_1, ROW_2 = judged("War is very likely."), Judgement("j2", "Talks are highly probable.")


@pytest.mark.parametrize(
    ("brief", "item_ids"),
    [
        (brief_of(ROW_1, ROW_2), ["j2"]),
        (brief_of(judged("War.", likelihood="unlikely", standard="icd203"), ROW_2), ["j2"]),
        (brief_of(Claim("c1", "War is likely, talks are probable.", "assessed")), ["c1"]),
        (brief_of(ROW_1), []),
        (brief_of(ROW_1, ROW_2, standard="phia"), []),
        (brief_of(ROW_1, ROW_2, Claim("c1", "Terms of both rows are used.", "editorial")), []),
        (brief_of(ROW_1, Claim("c1", "He called it “highly probable”.", "assessed")), []),
        (brief_of(ROW_1, Claim("c1", "The UN said talks are probable.")), []),
        (brief_of(ROW_1, Claim("c1", "The law asks for probable cause.", "assessed")), []),
        (brief_of(ROW_1, judged("Talks are almost certain, war almost certainly not.")), []),
    ],
)
def test_terms_of_both_rows_need_a_disclaimer(brief: Brief, item_ids: list[str]) -> None:
    assert [f.item_id for f in estimative.mixed_rows(brief, facts())] == item_ids


@pytest.mark.parametrize(
    ("standard", "text", "off"),
    [
        ("phia", ISSUE, ["very likely"]),
        ("icd203", ISSUE, []),
        ("icd203", "There is a realistic possibility of war.", ["realistic possibility"]),
        ("phia", "There is a realistic possibility of war.", []),
        ("icd203", "War is highly likely.", ["highly likely"]),
        ("phia", "War is highly likely.", []),
        ("icd203", "Russia may leave, Turkey might stay, and both could talk.", ["may", "might", "could"]),
        ("icd203", "War is possible.", ["possible"]),
        ("phia", "There is a significant chance of war.", ["significant chance"]),
        ("phia", "A coup cannot be excluded.", []),
        ("phia", "There is a 52 % chance of war.", ["52 %"]),
        ("icd203", "There is a 52 % chance of war.", []),
        ("icd203", "There is a 100 % chance of war.", ["100 %"]),
        ("phia", "There is a 60 % chance of war.", []),
        ("phia", "There is a 15–20 % chance of war.", []),
        ("phia", "52 % of the houses burnt.", []),
        ("phia", "In May 2020 they left as soon as possible.", []),
        ("phia", "“War may come,” he wrote.", []),
        ("phia", "Probably he stays, and will almost certainly win.", []),
        ("phia", "In all likelihood he stays.", ["In all likelihood"]),
        ("phia", "Chances are that he stays; it is not impossible.", ["Chances are", "not impossible"]),
        ("phia", "We do not know whether the road could be cleared.", []),
        ("phia", "It is unclear who might follow him.", []),
        ("phia", "Few could have foreseen it. If he could have stayed, he would.", []),
        ("phia", "Akar said that he may stay.", []),
        ("phia", "The evidence says that he may stay.", ["may"]),
        ("phia", "We judge, as Akar said, that he may stay.", ["may"]),
        ("phia", "The likely successor is in Moscow.", []),
        ("phia", "What could go wrong?", []),
    ],
)
def test_terms_and_numbers_off_the_ladder_are_found(standard: str, text: str, off: list[str]) -> None:
    assert words_of(estimative.off_ladder, text, standard=standard) == off


def test_a_number_in_a_gap_is_refused_with_both_neighbours_named() -> None:
    (finding,) = found(estimative.off_ladder, judged("There is a 52 % chance of war."), standard="phia")
    assert finding.severity == "error"
    assert "“realistic possibility” (40–<50 %) and “likely” (55–75 %)" in finding.message


def test_a_foreign_term_is_answered_with_the_two_nearest() -> None:
    (finding,) = found(estimative.off_ladder, judged(ISSUE), standard="phia")
    assert finding.message == "“very likely” is no PHIA term."
    assert "“highly likely” (80–90 %)" in finding.hint
    assert "“almost certain” (95–<100 %)" in finding.hint


@pytest.mark.parametrize(
    ("likelihood", "standard", "severities"),
    [
        ("very likely", "phia", ["warning"]), ("very likely", "icd203", []), ("", "phia", []),
        ("52 %", "phia", ["error"]), ("60 %", "phia", []), ("quite so", "icd203", ["warning"]),
    ],
)  # fmt: skip
def test_the_chosen_likelihood_is_held_against_the_ladder_too(
    likelihood: str, standard: str, severities: list[str]
) -> None:
    item = judged("War comes.", likelihood=likelihood)
    assert [f.severity for f in found(estimative.off_ladder, item, standard=standard)] == severities


@pytest.mark.parametrize(
    ("item", "kind", "hits"),
    [
        (Claim("c", "Escalation is likely."), "situation", 1),
        (Claim("c", "Troops may move."), "situation", 1),
        (Claim("c", "The town will probably fall."), "situation", 1),
        (Claim("c", "Escalation is likely.", "assessed"), "situation", 0),
        (Claim("c", "The UN said escalation is likely."), "situation", 0),
        (Claim("c", "The UN called it “likely”."), "situation", 0),
        (Claim("c", "They met in May."), "situation", 0),
        (Claim("c", "Escalation is likely."), "prose", 0),
        (judged("The truce holds."), "outlook", 1),
        (judged("The truce holds “likely”."), "outlook", 1),
        (judged("The truce holds.", likelihood="likely"), "outlook", 0),
        (judged("The truce is likely to hold."), "outlook", 0),
        (judged("There is a 60 % chance of war."), "outlook", 0),
        (judged("The truce holds."), "prose", 0),
        (judged("  "), "outlook", 0),
    ],
)
def test_likelihood_belongs_into_the_outlook_and_must_be_there(item: Item, kind: str, hits: int) -> None:
    assert len(found(estimative.misplaced, item, kind)) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("The toll is likely 300.", ["likely 300"]),
        ("The town has probably about 5,000 people.", ["probably about 5,000"]),
        ("Losses are likely to exceed 40 %.", ["likely to exceed 40 %"]),
        ("It cost probably more than $3 million.", ["probably more than $3 million"]),
        ("Very likely thousands fled.", ["Very likely thousands"]),
        ("Losses are likely between 30 and 40.", ["likely between 30 and 40"]),
        ("It is likely that 52% of voters agree.", ["likely that 52%"]),
        ("It is likely that three brigades will attack.", []),
        ("Possibly two brigades left.", ["Possibly two"]),
        ("The blast killed likely 30–40 people.", ["likely 30–40"]),
        ("It was probably 2 or 3 houses.", ["probably 2 or 3"]),
        ("It takes likely 2 to 3 weeks, probably 10-12 days.", []),
        ("It comes likely 2020-03-13, probably at 7 p.m.", []),
        ("He is likely to visit on 15 March.", []),
        ("It will happen likely 15 March.", []),
        ("War comes likely in 2021, or likely 2022.", []),
        ("They arrive probably 10 days later.", []),
        ("The truce is likely to last.", []),
        ("It is probably one of them.", []),
        ("It was likely a two-week pause.", []),
        ("“It was likely 300,” he said.", []),
        ("It is likely the 24th brigade.", []),
    ],
)
def test_a_likelihood_word_at_a_statistic_is_noted(text: str, hits: list[str]) -> None:
    assert words_of(estimative.on_statistic, text) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("We cannot rule out war.", ["cannot rule out"]),
        ("War cannot be ruled out.", ["cannot be ruled out"]),
        ("We can’t rule out war.", ["can’t rule out"]),
        ("We can not rule out war.", ["can not rule out"]),
        ("War cannot entirely be ruled out.", ["cannot entirely be ruled out"]),
        ("It is impossible to rule out war.", ["impossible to rule out"]),
        ("War cannot be excluded.", ["cannot be excluded"]),
        ("We cannot dismiss the possibility of war.", ["cannot dismiss"]),
        ("War is not out of the question.", ["not out of the question"]),
        ("The minister did not rule out war.", []),
        ("We rule out war.", []),
        ("The court ruled out the plea.", []),
        ("He cannot rule the country.", []),
        ("“We cannot rule out war,” he said.", []),
        ("The rules are out.", []),
        ("A coup is unlikely.", []),
    ],
)
def test_what_cannot_be_ruled_out_is_noted(text: str, hits: list[str]) -> None:
    assert words_of(estimative.cannot_rule_out, text) == hits


RULES: tuple[Rule, ...] = (
    estimative.confidence_beside_likelihood,
    estimative.off_ladder,
    estimative.misplaced,
    estimative.on_statistic,
    estimative.cannot_rule_out,
)


@settings(max_examples=12)
@given(briefs())
def test_no_rule_raises_on_any_brief_and_spans_lie_in_the_words(brief: Brief) -> None:
    from briefing import inline

    for item, place in places(brief):
        for rule in RULES:
            for finding in rule(item, place, facts()):
                assert finding.item_id == item.id
                if finding.span:
                    assert 0 <= finding.span[0] < finding.span[1] <= len(inline.plain(item.text))
    assert len(list(estimative.mixed_rows(brief, facts()))) <= 1


@pytest.mark.parametrize(
    ("text", "likelihood", "said"),
    [
        ("The truce will likely fail.", "unlikely", ["likely"]),
        ("The truce will probably fail.", "likely", []),
        ("The truce will fail.", "unlikely", []),
        ("The truce is likely to fail; a Russian exit is unlikely.", "unlikely", []),
        ("The truce may fail.", "likely", []),
        ("The truce will likely fail.", "60 %", []),
    ],
)
def test_words_that_say_another_likelihood_than_the_one_chosen(
    text: str, likelihood: str, said: list[str]
) -> None:
    item = judged(text, likelihood=likelihood, standard="icd203")
    hits = [f for f in found(estimative.misplaced, item) if f.span]
    assert [text[slice(*f.span)] for f in hits if f.span] == said


def test_spans_are_of_the_plain_words() -> None:
    item = judged("It is **very *likely***, [so](https://example.org/) it seems.")
    (finding,) = found(estimative.off_ladder, item, standard="phia")
    assert finding.span == (6, 17)


def test_the_second_sentence_is_found_where_it_stands() -> None:
    item = replace(judged("He left. Troops may move."))
    (finding,) = found(estimative.off_ladder, item)
    assert finding.span == (16, 19)


def test_a_word_in_the_name_of_an_actor_is_none() -> None:
    actor = Actor("a1", "Make it likely", ("the May and could be",))
    section = Section("p")
    place = ItemPlace(Brief("b", standard="phia", sections=(section,), actors=(actor,)), section)
    for text, hits in (
        ("Make it likely came.", 0),
        ("They met the May and could be.", 0),
        ("They could come.", 1),
    ):
        claim = Claim("c1", text, "assessed")
        assert len(list(estimative.off_ladder(claim, place, facts()))) == hits
        assert not list(estimative.misplaced(claim, place, facts()))
