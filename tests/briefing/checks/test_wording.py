"""The field's words in a statement, and what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given

from briefing import scales
from briefing.checks import whose_estimate, wording
from tests.briefing.strategies import lines


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Escalation is very likely.", ["very likely"]),
        ("War is highly\u00a0likely.", ["highly\u00a0likely"]),
        ("Almost certainly he stays; a coup is unlikely.", ["Almost certainly", "unlikely"]),
        ("There is a realistic possibility of talks.", ["realistic possibility"]),
        ("The chance of a truce is remote.", ["remote"]),
        ("It remains a remote possibility.", ["remote"]),
        ("Talks are not likely.", ["not likely"]),
        ("It is more likely than not that he stays.", ["more likely than not"]),
        ("Troops may move.", ["may"]),
        ("Russia might close the road.", ["might"]),
        ("Turkey could attack and might win.", ["could", "might"]),
        ("They all might leave.", ["might"]),
        ("A possible attack, possibly at night.", ["possible", "possibly"]),
        ("There is a significant chance of rain.", ["significant chance"]),
        ("A coup cannot be excluded.", ["cannot be excluded"]),
        ("A coup can’t be excluded.", ["can’t be excluded"]),
        ("The most likely outcome is war; war is most likely.", ["most likely"]),
        ("War is certain to come.", ["certain to"]),
        ("Probably he stays.", ["Probably"]),
    ],
)
def test_terms_of_likelihood_are_found(text: str, terms: list[str]) -> None:
    assert [hit.words for hit in wording.hits(text)] == terms
    assert [text[hit.start : hit.end] for hit in wording.hits(text)] == terms


@pytest.mark.parametrize(
    "text",
    [
        "They met in May 2020.",
        "May said the vote was lost.",
        "The attack of 5 may was repelled.",
        "Come what may, they stay.",
        "Be that as it may, they stay.",
        "Russia’s might grew.",
        "The might of the army is broken.",
        "They showed military might and money.",
        "He left as soon as possible.",
        "Where possible, aid goes by road.",
        "It is possible to cross the bridge.",
        "The gift made it possible.",
        "Aid could not reach the town.",
        "From there they could see the border.",
        "They live in a remote village.",
        "It is remote and poor.",
        "The ships could be seen from the road.",
        "The bridge could carry 40 tonnes.",
        "They left as soon as was possible.",
        "They want to know who may return.",
        "Nobody asked us whether a patrol may pass.",
        "Under the new deal, civilians may cross at two points.",
        "They spoke about even more aid.",
        "Remote Area Medical sent doctors.",
        "Attacks are more likely at night.",
        "An unlikely ally came to help.",
        "The court saw probable cause.",
        "He had a good chance to leave.",
        "They are legally bound to the treaty.",
        "Make certain to close the door.",
        "Perhaps 300 people came.",
        "Ask the Likely Lads Club.",
        "She has a likeliness to him, in all likelihood-based models.",
        "“It may rain,” he said.",
        "He called it “very likely and possible",
        'He said "it could be likely" twice.',
        "He called it ‘likely’ and left.",
        "He called it 'likely' and left.",
        "Le plan est «possible» selon lui.",
    ],
)
def test_but_words_that_only_look_like_them_are_not(text: str) -> None:
    assert wording.hits(text) == ()


def test_an_apostrophe_quotes_nothing() -> None:
    text = "The rebels' move is likely, the soldiers' answer too; it’s likely."
    assert [hit.words for hit in wording.hits(text)] == ["likely", "likely"]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("There is a 52 % chance of war.", [(52, 52)]),
        ("War is 60 per cent likely.", [(60, 60)]),
        ("The probability of a coup is about 52 percent.", [(52, 52)]),
        ("It is highly likely (80–90 %) that he stays.", [(80, 90)]),
        ("We put this at 37.5%.", [(37.5, 37.5)]),
        ("A 5 to 10 % probability.", [(5, 10)]),
        ("30 % of the houses are likely to fall.", []),
        ("Prices rose by 52 %.", []),
        ("The likelihood of 30 % of them leaving is high.", []),
        ("52 % of likely voters want it.", []),
        ("“A 52 % chance,” he said.", []),
        ("The town of 52 people has a chance.", []),
    ],
)
def test_numbers_that_stand_for_a_likelihood_are_told_from_shares(
    text: str, ranges: list[tuple[float, float]]
) -> None:
    assert [(p.low, p.high) for p in wording.percentages(text)] == ranges


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("We assess with high confidence that it holds.", ["high"]),
        ("We have medium confidence in this assessment.", ["moderate"]),
        ("We have low confidence that it holds.", ["low"]),
        ("It may hold, and we have low confidence in that.", ["low"]),
        ("Our confidence in this judgement is low.", ["low"]),
        ("We are highly confident that it holds.", ["high"]),
        ("It holds (moderate confidence).", ["moderate"]),
        ("We judge with a high degree of confidence that", ["high"]),
        ("This is a high-confidence assessment.", ["high"]),
        ("High-confidence targets are likely to be hit.", []),
        ("The public has high confidence in the army.", []),
        ("The government lost a low-key no confidence vote.", []),
        ("Low consumer confidence is likely to last.", []),
        ("The minister is confident that talks are likely.", []),
        ("Confidence-building measures are likely.", []),
        ("“We have high confidence,” he said.", []),
    ],
)
def test_confidence_is_the_analysts_own(text: str, levels: list[str]) -> None:
    assert [c.level for c in wording.confidences(text)] == levels


@pytest.mark.parametrize(
    ("sentence", "is_attributed"),
    [
        ("The minister said talks were likely.", True),
        ("According to the UN, more may flee.", True),
        ("The UN has warned that more may flee.", True),
        ("We believe that more will flee.", False),
        ("More may flee.", False),
        ("“He said so” is likely.", False),
    ],
)
def test_a_sentence_may_say_whose_estimate_it_gives(sentence: str, is_attributed: bool) -> None:
    assert whose_estimate.attributed(wording.unquoted(sentence)) == is_attributed


@pytest.mark.parametrize("words", wording.TERMS)
def test_every_term_can_be_found(words: str) -> None:
    """Each is found beside words that its guard lets through, so that none is shut out by the quick look."""
    fits = (
        f"The chance is {words} now.",
        f"{words} war comes.",
        f"It {words} go.",
        f"It is {words} that war comes.",
    )
    assert any(hit.words == words for text in fits for hit in wording.hits(text))


@pytest.mark.parametrize("ladder", scales.STANDARDS, ids=lambda s: s.id)
def test_every_term_of_a_ladder_is_found_and_is_on_it(ladder: scales.Standard) -> None:
    for rung in ladder.rungs:
        for words in (rung.term, *rung.also):
            (hit,) = wording.hits(f"The chance is {words}.")
            assert (hit.words, ladder.id in hit.term.standards) == (words, True)


@pytest.mark.parametrize(
    ("ladder", "percent", "term"),
    [
        ("icd203", 52, "roughly even chance"), ("icd203", 20, "very unlikely"), ("icd203", 0, ""),
        ("icd203", 100, ""), ("icd203", 99, "almost certain"), ("phia", 52, ""), ("phia", 50, ""),
        ("phia", 49.9, "realistic possibility"), ("phia", 7, ""), ("phia", 75, "likely"), ("phia", 3, "remote chance"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_number_is_on_a_rung_or_in_a_gap(ladder: str, percent: float, term: str) -> None:
    rung = scales.rung_at(ladder, percent)
    assert (rung.term if rung else "") == term


def test_the_neighbours_of_a_gap_are_the_rungs_beside_it() -> None:
    below, above = scales.around("phia", 52)
    assert (below and below.term, above and above.term) == ("realistic possibility", "likely")
    assert scales.around("phia", 100)[1] is None


@given(lines())
def test_spans_lie_in_the_text_in_order_and_never_inside_quotation_marks(text: str) -> None:
    bare = wording.unquoted(text)
    assert len(bare) == len(text)
    found = (*wording.hits(text), *wording.percentages(text), *wording.confidences(text))
    for hit in found:
        assert 0 <= hit.start < hit.end <= len(text)  # type: ignore[attr-defined]
        assert bare[hit.start : hit.end] == text[hit.start : hit.end]  # type: ignore[attr-defined]
    starts = [hit.start for hit in wording.hits(text)]
    assert starts == sorted(starts)
