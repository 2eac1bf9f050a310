"""What goes to the clipboard."""

from __future__ import annotations

import pytest

from briefing.errors import NotFound
from briefing.exporting.clipboard_text import rich
from briefing.exporting.options import Options
from briefing.model import Brief, Claim, Section
from tests.briefing.exporting.examples import example


def test_a_claim_goes_with_its_numbers_and_notes() -> None:
    html, plain = rich(example(), ["c-open"])
    assert "says.<sup>1, 2, 3</sup></p>" in html
    assert '<a href="https://example.org/port">harbour master</a>' in html
    assert plain.startswith(
        "The port reopens its southern terminal on Monday, the harbour master says. [1, 2, 3]\n\n[1] “will "
        "reopen"
    )
    assert "[3] Contradicts. “has not agreed to anything” — " in plain


def test_the_numbers_are_the_page_s_and_the_first_note_names_its_source_in_full() -> None:
    _, plain = rich(example(), ["c-fuel"])
    assert "[6] “last until 20 May" in plain
    assert "Dana Whitlock and Per Aasen, “Ferry line reopens after strike”, The Velmora Courier" in plain


def test_a_section_goes_with_its_heading_in_the_order_of_the_brief() -> None:
    html, plain = rich(example(), ["situation", "c-line"])
    assert html.count('<p dir="rtl">') == 1
    assert plain.index("The southern terminal is set") < plain.index("Situation") < plain.index("[1] “will")
    assert plain.count("\n\n[") == 7


def test_actors_go_with_their_statements_and_judgements_with_their_terms() -> None:
    _, plain = rich(example(), ["actors", "j-open"])
    assert "Position. Wants the terminal open before the weekend traffic. [8]" in plain
    assert (
        "Likelihood: very likely (80–95 %, ICD 203); Confidence: moderate; Horizon: Monday 12 May 2031."
        in plain
    )


def test_a_numbered_list_gives_the_sources_that_are_cited() -> None:
    _, plain = rich(example(), ["c-count"], Options(notes="list"))
    assert plain.startswith(
        "(TLP:GREEN) At least 3,900 of 4,200 dock workers walked out. [1; see also 3]\n\n[1] Dana"
    )
    assert "“The union says" not in plain


def test_quotes_may_stand_together() -> None:
    _, plain = rich(example(), ["c-open"], Options(together=True))
    assert "says. [1]\n\n[1] “will reopen" in plain
    assert plain.count("—") == 3


def test_foreign_markup_stays_words() -> None:
    html, _ = rich(example(), ["c-count"])
    assert "&lt;b&gt;not&lt;/b&gt;" in html


@pytest.mark.parametrize("ids", [[], ["gone"], ["annexes"], ["c-blank"]])
def test_but_nothing_is_copied_where_there_are_no_words(ids: list[str]) -> None:
    with pytest.raises(NotFound, match="no words"):
        rich(example(), ids)
    with pytest.raises(NotFound):
        rich(Brief("b", sections=(Section("p", items=(Claim("c", " "),)),)), ["p"])
