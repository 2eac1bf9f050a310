"""A warning that nothing has it, and a sentence of the article near in meaning: when that makes it a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from briefing.checks.rule_types import Facts, ItemPlace
from briefing.checks.support.by_meaning import graded_by_meaning
from briefing.checks.support.compare import compare
from briefing.checks.support.marks import Cited, Mark
from briefing.checks.support.rule import LINK, unsupported
from briefing.model import Brief, Claim, Evidence, Source
from briefing.quoting import anchor
from briefing.text import Span, sentences

QUOTE = "The mill burned down on Friday."
UNHURT = "Nobody was hurt in the fire, the owner told reporters."
ARTICLE = f"{QUOTE} Nine firemen put it out. {UNHURT} It had been built in 1931."
CLAIM = "The fire did not injure anybody."


class NearestFirst:
    """Stands in for a model: gives the sentences of a text that begin with these words, in this order."""

    def __init__(self, *beginnings: str) -> None:
        self.beginnings = beginnings
        self.asked = 0

    def __call__(self, _claim: str, text: str) -> Sequence[Span]:
        self.asked += 1
        spans = list(sentences(text))
        return [(a, b) for words in self.beginnings for a, b in spans if text.startswith(words, a)]


def graded(claim: str, near: NearestFirst, article: str = ARTICLE, quote: str = QUOTE) -> tuple[Mark, ...]:
    quotes = (Cited("e1", quote, source="s1"),)
    marks = compare(claim, quotes, (), lambda _: article)
    return graded_by_meaning(marks, claim, quotes, (), lambda _: article, near)


def grades(marks: Sequence[Mark]) -> list[tuple[str, str]]:
    return [(m.kind, m.severity) for m in marks if m.state != "found"]


@pytest.mark.parametrize(
    ("claim", "article", "nearest", "kind", "severity"),
    [
        (CLAIM, ARTICLE, ("Nobody",), "negation", "note"),
        (CLAIM, ARTICLE, ("Nine", "Nobody"), "negation", "note"),
        # Near, and without a denial.
        (CLAIM, ARTICLE, ("Nine",), "negation", "warning"),
        (CLAIM, ARTICLE, (), "negation", "warning"),
        # A number, a day or a name is in the sentence itself, or the sentence answers nothing.
        ("The mill burned down in 1999.", ARTICLE, ("It had been",), "date", "warning"),
        ("The mill in Brussels burned down.", ARTICLE, ("Nobody", "Nine"), "name", "warning"),
        ("The fire was put out by twelve firemen.", ARTICLE, ("Nine",), "number", "warning"),
    ],
)  # fmt: skip
def test_what_is_missing_is_a_note_only_where_a_near_sentence_has_it(
    claim: str, article: str, nearest: tuple[str, ...], kind: str, severity: str
) -> None:
    assert (kind, severity) in grades(graded(claim, NearestFirst(*nearest), article))


def test_the_note_leads_to_the_sentence_and_shows_it() -> None:
    (mark,) = graded(CLAIM, NearestFirst("Nobody"))
    start = ARTICLE.index(UNHURT)
    assert mark.passage == ("s1", start, start + len(UNHURT))
    assert (mark.state, mark.nearest) == ("elsewhere", UNHURT)
    assert mark.reason == f"No quote has “not”; the article has it elsewhere: “{UNHURT}”."


def test_a_sentence_that_contradicts_another_part_of_the_claim_is_passed_over() -> None:
    article = f"{QUOTE} The fire did not hurt the 14 guests."
    claim = "The fire did not hurt the {} guests."
    assert ("negation", "note") in grades(graded(claim.format(14), NearestFirst("The fire"), article))
    assert ("negation", "warning") in grades(graded(claim.format(40), NearestFirst("The fire"), article))


def test_where_a_nearer_sentence_says_otherwise_there_is_no_place_to_link() -> None:
    claim, article = "The fire killed 14 people.", f"{QUOTE} It killed 12 people. Later 14 people died."
    quotes = (Cited("e1", QUOTE, source="s1"),)
    marks = compare(claim, quotes)  # without the article: a number that no quote has
    assert ("number", "warning") in grades(marks)

    def by(*nearest: str) -> list[tuple[str, str]]:
        near = NearestFirst(*nearest)
        return grades(graded_by_meaning(marks, claim, quotes, (), lambda _: article, near))

    assert ("number", "note") in by("Later")
    assert ("number", "warning") in by("It killed", "Later")


def test_a_contradiction_stays_an_error_and_asks_no_model() -> None:
    near = NearestFirst("The mill", "Nobody")
    marks = graded("The mill burned down on Monday.", near)
    assert grades(marks) == [("date", "error")]
    assert near.asked == 0


FACTS = Facts((), {}, lambda _: ARTICLE, date(2026, 1, 1))


def test_the_rule_makes_a_note_of_it_whose_fix_links_the_passage() -> None:
    source = Source(id="s1", text_sha="x")
    place = ItemPlace(Brief(id="b1", sources=(source,)), None, {"s1": source})
    quote = anchor.describe(ARTICLE, (0, len(QUOTE)), "x")
    claim = Claim("c1", CLAIM, evidence=(Evidence("e1", "s1", quote),))
    (before,) = unsupported(claim, place, FACTS)
    assert (before.severity, before.fix, before.passage) == ("warning", "", None)
    (after,) = unsupported(claim, place, Facts((), {}, FACTS.text_of, FACTS.now, near=NearestFirst("Nobody")))
    start = ARTICLE.index(UNHURT)
    assert (after.severity, after.fix) == ("note", LINK)
    assert after.passage == ("s1", start, start + len(UNHURT))
    assert after.about == "denials elsewhere in the article"
