"""Words in quotation marks: of every language, letter by letter; titles by their words."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare
from briefing.checks.support.quotation import spans


def quoted(claim: str, quote: str, article: str = "") -> Mark:
    cited = [Cited("e1", quote, source="s1")]
    (mark,) = [m for m in compare(claim, cited, article_of=lambda _s: article) if m.kind == "quotation"]
    return mark


@pytest.mark.parametrize(
    "marks",
    ["“”", '""', "«»", "»«", "„“", "„”", "‚‘", "‹›", "「」", "『』", "‘’"],
    ids=lambda m: f"{m[0]}x{m[1]}",
)
def test_quotation_marks_of_every_language_hold_words(marks: str) -> None:
    text = f"The guard called it {marks[0]}a quiet night{marks[1]}, then slept."
    assert [text[start:end] for start, end in spans(text)] == ["a quiet night"]
    assert quoted(text, "It was a quiet night at the gate.").state == "found"
    assert quoted(text, "It was a quiet morning at the gate.").state == "differs"


@pytest.mark.parametrize(
    ("claim", "quote", "state"),
    [
        ("He sang “Salt Roads: A Ballad”.", "He sang Salt roads last.", "found"),
        ("The motto “Bide thy tyme” is old.", "Over the door stands 'Bide Thy Tyme'.", "found"),
        ("Her book “The Long Ferry – Diaries” sold well.", "“The long ferry” sold well.", "found"),
        ("They called her “Big Oda”.", "They called her “Little Oda”.", "absent"),
        ("He read “The Glass Harbour”.", "He read at the fair.", "absent"),
        ("He called it “a very bad joke”.", "He called it a very bad dream.", "differs"),
        ("He called it “an absolute disgrace”.", "He left the hall at noon.", "absent"),
        ("彼は「静かな夜」と言った。", "静かな夜だった", "found"),
    ],
)
def test_titles_are_found_by_their_words_and_other_words_letter_by_letter(
    claim: str, quote: str, state: str
) -> None:
    assert quoted(claim, quote).state == state


def test_quoted_words_that_stand_elsewhere_in_the_article_are_a_note() -> None:
    article = "He left the hall at noon. Later he called it an absolute disgrace."
    mark = quoted("He called it “an absolute disgrace”.", "He left the hall at noon.", article)
    assert (mark.state, mark.severity) == ("elsewhere", "note")


@pytest.mark.parametrize(
    ("claim", "quote", "severity"),
    [
        # Only endings, numerals and small words are others.
        ("They “are seen as gifted weavers”.", "Here they're seen as the gifted weavers.", "note"),
        ("She is on its list of “40 chefs to know”.", "It chose forty chefs to know.", "note"),
        # A few words are left out without a mark, but no denial.
        ("He found it “never dull”.", "It was, he wrote, never, ever dull.", "note"),
        ("He found it “by far the best of four”.", "By far the finest and best of all four!", "note"),
        ("He called it “a safe road in winter”.", "It is a safe road, not in winter.", "error"),
        # A word that matters is another.
        ("He called it “the worst night of my career”.", "It was the best night of my career.", "error"),
        ("She will “never sell the farm”.", "She will sell the farm.", "error"),
        # Too few words to know that they are of one utterance.
        ("They fear “stalled sea winds”.", "The sea wind blew all night.", "warning"),
        # No more than a few words in common.
        ("He praised “a slow and careful harvest of the northern slopes”.",
         "The harvest began on the northern fields.", "warning"),
    ],
)  # fmt: skip
def test_quoted_words_are_an_error_where_the_quote_has_nearly_these(
    claim: str, quote: str, severity: str
) -> None:
    mark = quoted(claim, quote)
    assert (mark.state == "found", mark.severity) == (False, severity)
