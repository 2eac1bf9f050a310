"""Numbers, bullets and heads that a person types before words, and what is left of the words then."""

from __future__ import annotations

import pytest

from briefing.exporting import labels
from briefing.inline import Run, text_of
from briefing.model import FACETS
from briefing.reviewing import typed_prefixes


def left_out(*lines: tuple[str, str | None]) -> list[str]:
    found = typed_prefixes.numbers(dict(enumerate(lines)))
    return [found.by_line[n].typed if n in found.by_line else "" for n in range(len(lines))]


ROWS = [
    ("figures", ["1. The port", "2. The quay", "3. The crane"], ["1. ", "2. ", "3. "]),
    ("letters", ["a) The port", "b) The quay"], ["a) ", "b) "]),
    ("in brackets", ["(i) The port", "(ii) The quay"], ["(i) ", "(ii) "]),
    ("capital letters in a row", ["A. The port", "B. The quay"], ["A. ", "B. "]),
    ("capital Roman ones", ["IV. The port", "V. The quay"], ["IV. ", "V. "]),
    ("bullets", ["• The port", "• The quay"], ["• ", "• "]),
    ("one bullet", ["– The port"], ["– "]),
    ("one figure", ["4. The port"], ["4. "]),
    ("a first letter of a name", ["A. Smith spoke"], [""]),
    ("a decimal", ["1.5 million left"], [""]),
    ("a year", ["2019. Then"], [""]),
    ("a clock", ["12:30 they left"], [""]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_a_number_before_a_statement_that_left_without_is_left_out(
    words: list[str], expected: list[str]
) -> None:
    assert left_out(*((w, w[len(e) :]) for w, e in zip(words, expected, strict=True))) == expected


def test_but_a_number_that_left_with_the_words_stays_and_a_changed_one_is_an_edit() -> None:
    assert left_out(("1. Fuel lasts", "1. Fuel lasts")) == [""]
    assert left_out(("2. Fuel lasts", "1. Fuel lasts")) == [""]
    assert left_out(("3. 1. Fuel lasts", "1. Fuel lasts")) == ["3. "]


def test_a_new_statement_loses_bullets_and_numbers_of_a_row_but_no_number_of_its_own() -> None:
    assert left_out(("• New", None)) == ["• "]
    assert left_out(("3. Division moved", None)) == [""]
    assert left_out(("2. Old", "Old"), ("3. New", None)) == ["2. ", "3. "]


def test_runs_lose_the_number_of_their_line_and_keep_their_form() -> None:
    found = typed_prefixes.numbers({4: ("1. The port", "The port"), 5: ("2. The quay", "The quay")})
    runs = (Run("1"), Run(". The "), Run("port", bold=True))
    assert found.without(4, runs) == (Run("The "), Run("port", bold=True))
    assert found.without(6, runs) == runs


PORTIONS = [
    ("(TLP:RED) Two boats.", "TLP:RED", "Two boats."),
    ("  ( tlp : amber )  Two boats. ", "TLP:AMBER", "Two boats."),
    ("(TLP:RED)", "TLP:RED", ""),
    ("(About 30) boats left.", "", "(About 30) boats left."),
    ("Two (TLP:RED) boats.", "", "Two (TLP:RED) boats."),
    ("() Two boats.", "", "() Two boats."),
    ("", "", ""),
]


@pytest.mark.parametrize(("words", "marking", "rest"), PORTIONS)
def test_a_marking_in_brackets_before_words_is_read_and_taken_off(
    words: str, marking: str, rest: str
) -> None:
    assert typed_prefixes.portion(words) == marking
    assert typed_prefixes.without_portion(words) == rest
    assert words[typed_prefixes.after_portion(words) :].strip() == rest


def test_a_marking_of_the_house_is_known_by_its_letters_alone() -> None:
    assert typed_prefixes.known_marking("HOUSE  only", "House only") == "House only"
    assert typed_prefixes.known_marking("tlp:clear", "House only") == "TLP:CLEAR"
    assert typed_prefixes.known_marking("House only") == ""
    assert typed_prefixes.known_marking(" ", " ") == ""


HEADS = [
    ("Position. Wants a buffer.", True, ("", "position", ""), "Wants a buffer."),
    ("Position: wants a buffer.", True, ("", "position", ""), "wants a buffer."),
    ("Capability, assumption. Has boats.", True, ("", "capability", "assumption"), "Has boats."),
    ("(TLP:RED) Intent. To stay.", True, ("TLP:RED", "intent", ""), "To stay."),
    ("(tlp:amber) Two boats.", False, ("TLP:AMBER", "", ""), "Two boats."),
    ("(House only) Two boats.", False, ("House only", "", ""), "Two boats."),
    ("Assumption. The road stays shut.", False, ("", "", "assumption"), "The road stays shut."),
    ("Gap. Who pays.", True, ("", "", "gap"), "Who pays."),
    ("Position. Unknown so far.", False, ("", "", ""), "Position. Unknown so far."),
    ("(About 30) boats left.", True, ("", "", ""), "(About 30) boats left."),
    ("Positions are unclear.", True, ("", "", ""), "Positions are unclear."),
    ("Officials. They left.", True, ("", "", ""), "Officials. They left."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "of_actor", "head", "rest"), HEADS, ids=[h[0] for h in HEADS])
def test_the_head_of_a_new_statement_is_read_as_it_is_written(
    words: str, of_actor: bool, head: tuple[str, str, str], rest: str
) -> None:
    found, runs = typed_prefixes.head((Run(words),), of_actor=of_actor, house="House only")
    assert ((found.marking, found.facet, found.kind), text_of(runs)) == (head, rest)


def test_every_head_that_is_written_is_read_again() -> None:
    for facet in FACETS:
        for kind in ("", *labels.KINDS):
            written = labels.label(facet, kind)
            assert labels.read(written) == ((facet, kind) if written else None)
