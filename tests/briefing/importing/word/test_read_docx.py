"""Word documents: every trap in the corpus, and every hostile file refused in words."""

from __future__ import annotations

from contextlib import suppress
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadInput
from briefing.importing import inputs
from briefing.importing.common.list_numerals import spelled
from briefing.importing.common.parsed import Hints
from briefing.importing.common.symbol_fonts import symbol
from briefing.importing.word.read_docx import read
from briefing.text import normalise
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.docx_cases import CASES, HOSTILE
from tests.briefing.importing.corpus.docx_made import document, mark, p, r


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_a_reader_of_the_finished_document_sees(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text.rstrip() == case.words


def test_a_damaged_file_is_read_or_refused() -> None:
    for data in mutants(CASES, 150):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
def test_no_damage_makes_it_fail_in_another_way() -> None:
    for data in mutants(CASES, 4000):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_within_bounds_and_in_words(hostile: Hostile) -> None:
    hold_to_bounds(hostile)


def _first(body: str, **extra: str) -> str:
    return read(document(body, **extra), Hints()).text


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (("[T]", "he dam"), "[T]he dam"),
        (("a", mark("footnote", 1), "b"), "a [1] b\n\n———\n[1] (the note is missing)"),
        (
            ("a ", mark("footnote", 1), ", b", mark("footnote", 1)),
            "a [1], b [1]\n\n———\n[1] (the note is missing)",
        ),
        ((r("x", "<w:vanish/>"), r("y"), r("z", '<w:vanish w:val="false"/>')), "yz"),
    ],
)
def test_runs_are_put_together_as_they_are_seen(runs: tuple[str, ...], words: str) -> None:
    assert _first(p(*runs)) == words


@pytest.mark.parametrize("name", ["a.dotx", "a.dotm", "a.docm"])
def test_a_template_is_read_as_a_document_is(name: str) -> None:
    read_in = inputs.read_bytes(name, document(p(r("Dear desk, the bridge is open."))))
    assert isinstance(read_in, inputs.Imported)
    assert read_in.text == "Dear desk, the bridge is open."
    assert read_in.notices == ()


def test_words_outside_paragraphs_are_not_lost() -> None:
    assert _first(r("Bare ") + r("run.") + p("Paragraph.")) == "Bare run.\nParagraph."


def test_a_paragraph_within_a_paragraph_loses_nothing() -> None:
    assert (
        _first("<w:p><w:r><w:t>One</w:t></w:r>" + p("two") + "<w:r><w:t>three</w:t></w:r></w:p>")
        == "One\ntwo\nthree"
    )


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [(1, "decimal", "1"), (27, "lowerLetter", "aa"), (3, "upperLetter", "C"), (1994, "upperRoman", "MCMXCIV"),
     (4, "lowerRoman", "iv"), (7, "decimalZero", "07"), (0, "lowerLetter", "0"), (5, "chicago", "5")],
)  # fmt: skip
def test_numbers_are_spelled_as_word_does(number: int, kind: str, expected: str) -> None:
    assert spelled(number, kind) == expected


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Symbol", "F062", "β"), ("Symbol", "31", "1"), ("Wingdings", "F0FC", "✓"), ("Wingdings", "F0", "⇨"),
     ("Webdings", "F041", "□"), ("Arial", "20AC", "€"), ("Arial", "D800", "□"), ("", "words", "□")],
)  # fmt: skip
def test_symbols_are_the_characters_they_show(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
        )
    )
)
def test_words_in_runs_come_back_in_order(words: list[str]) -> None:
    text = _first(p("|", *(r(escape(word)) for word in words), r("|")))
    assert text.replace("\n", "") == normalise(f"|{''.join(words)}|").replace("\n", "")
