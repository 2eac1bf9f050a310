"""A claim against quotes of which one or both are not English."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.checks.support import Cited, compare
from tests.briefing.checks.support.bench import CORPUS

LINES = (CORPUS / "claims-languages.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split(" | ")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("row", [r for r in ROWS if r[1] == "pass"], ids=lambda r: r[6][:40])
def test_a_true_claim_has_no_finding_and_no_error_where_no_language_is_known(row: tuple[str, ...]) -> None:
    assert _found(row, known=True) == []
    assert not [kind for kind, severity in _found(row, known=False) if severity == "error"]


@pytest.mark.parametrize("row", [r for r in ROWS if r[1] == "flag"], ids=lambda r: r[6][:40])
def test_a_false_claim_has_a_finding_of_its_kind(row: tuple[str, ...]) -> None:
    kinds = {kind for kind, _severity in _found(row, known=True)}
    assert row[0].replace("unit", "number") in kinds


def _found(row: tuple[str, ...], known: bool) -> list[tuple[str, str]]:
    _kind, _verdict, theirs, mine, published, quote, claim = row
    cited = Cited("e1", quote, published=published, language=theirs if known else "")
    marks = compare(claim, [cited], language=mine if known else "")
    return [(m.kind, m.severity) for m in marks if m.state != "found"]


def test_a_quote_in_english_beside_one_that_is_not_bears_out_what_it_has() -> None:
    german = Cited("e1", "Die Retter fanden 23 Menschen.", language="de")
    english = Cited("e2", "Karin Vogel led the rescue of the miners.", language="en")
    marks = compare("Karin Vogel led the rescue of 23 miners.", [german, english])
    assert all(m.state == "found" for m in marks)
    lacking = compare("Karin Vogel led the rescue of 32 miners.", [german, english])
    assert [(m.kind, m.state) for m in lacking if m.state != "found"] == [("number", "absent")]


def test_a_quote_that_is_translated_is_read_in_its_translation() -> None:
    quote = Cited("e1", "Der Hafen ist nicht offen.", language="de", translation="The port is not open.")
    assert [m.severity for m in compare("The port is open.", [quote]) if m.state != "found"] == ["error"]


def test_a_hint_never_puts_words_of_another_language_into_a_claim() -> None:
    quote = Cited("e1", "Die Preise stiegen um 3,5 Prozent.", language="de")
    (mark,) = (m for m in compare("Prices rose by 5.3 percent.", [quote]) if m.state != "found")
    assert (mark.state, mark.nearest) == ("differs", "")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([row[6] for row in ROWS]),
    st.lists(st.sampled_from([(row[5], row[2]) for row in ROWS]), min_size=1, max_size=3, unique=True),
    st.sampled_from(["", "de", "ar", "zh", "en", "x"]),
)
def test_no_pair_raises_and_the_order_of_quotes_says_nothing(
    claim: str, quotes: list[tuple[str, str]], language: str
) -> None:
    cited = [Cited(f"e{n}", text, language=tag) for n, (text, tag) in enumerate(quotes)]
    marks = compare(claim, cited, language=language)
    assert marks == compare(claim, cited[::-1], language=language)
    assert all(0 <= m.start < m.end <= len(claim) for m in marks)
