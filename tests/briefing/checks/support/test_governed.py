"""What a verb governs by a preposition: made of marble, charged with fraud."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def verbs(claim: str, quote: str, article: str = "") -> list[Mark]:
    marks = compare(claim, [Cited("e1", quote, source="a")], article_of=lambda _source: article)
    return [m for m in marks if m.kind == "verb" and m.state != "found"]


@pytest.mark.parametrize(
    ("quote", "claim", "words", "theirs"),
    [
        (
            "The quay is made of oak and clay.", "The quay is made of granite.",
            "made of granite", "made of oak and clay",
        ),
        (
            "Seals depend on the pack ice.", "Seals depend on the shore.",
            "depend on the shore", "depend on the pack ice",
        ),
        (
            "He was charged with a tax offence.", "He was charged with arson.",
            "charged with arson", "charged with a tax offence",
        ),
        # a quote has it of another verb
        (
            "The hymn was written by Ida Brenner and sung by Jan Voss.", "The hymn was sung by Ida Brenner.",
            "sung by Ida Brenner", "sung by Jan Voss",
        ),
        # "in" and "at" only where the two are exchanged
        (
            "He was born in Graz, and died in Varnholt.", "He was born in Varnholt.",
            "born in Varnholt", "born in Graz",
        ),
    ],
)  # fmt: skip
def test_what_a_quote_has_other_than_the_claim_is_a_warning(
    quote: str, claim: str, words: str, theirs: str
) -> None:
    (mark,) = verbs(claim, quote)
    assert (mark.severity, claim[mark.start : mark.end]) == ("warning", words)
    assert mark.reason == f"No quote has “{words}”: the quote has “{theirs}”."


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The quay is made of oak and clay.", "The quay is made of clay."),
        ("The quay, of granite, is made of great blocks.", "The quay is made of granite."),
        ("The quay is made of oak.", "The quay is not made of granite."),
        ("The quay is made of oak.", "The quay is built of granite."),
        ("He was born in a village.", "He was born in spring."),
        ("She is known for her ballads.", "She is known for a kind of song."),
        ("He was charged with three others.", "He was charged with 4 others."),
        ("The hymn was written and sung by Ida Brenner.", "The hymn was written by Ida Brenner."),
    ],
)
def test_what_a_quote_bears_out_or_leaves_open_is_silent(quote: str, claim: str) -> None:
    assert verbs(claim, quote) == []


def test_where_the_article_has_it_that_passage_is_shown() -> None:
    claim, quote = "The quay is made of granite.", "The quay is made of great blocks."
    article = f"{quote}\nMen in Varnholt say that it is made of red granite."
    (mark,) = verbs(claim, quote, article)
    assert (mark.severity, mark.passage) == ("note", ("a", article.index("granite"), len(article) - 1))
