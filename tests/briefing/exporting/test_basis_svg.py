"""The picture of a basis as SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporting.basis_layout import SINGLE, layout
from briefing.exporting.basis_svg import described, svg
from tests.briefing.exporting.test_basis_layout import Node, judgement, quote, source

SVG = "{http://www.w3.org/2000/svg}"


def titles(text: str) -> list[str]:
    return [title.text or "" for title in ElementTree.fromstring(text).iter(f"{SVG}title")]


def with_claim(label: str, state: str = "") -> Node:
    return Node("judgement", "j", "It holds.", children=(Node("claim", "c", label, state),))


def test_each_box_has_its_whole_label_as_its_title() -> None:
    words = "a very long claim " * 20
    assert titles(svg(with_claim(words, "unsourced"))) == [  # type: ignore[arg-type]
        "Judgement: It holds.",
        f"Claim (unsourced): {words}",
    ]


@given(st.text(max_size=60))
def test_any_words_make_well_formed_xml(words: str) -> None:
    assert len(titles(svg(with_claim(words)))) == 2  # type: ignore[arg-type]


def test_words_are_never_markup() -> None:
    text = svg(with_claim('</svg><script>alert(1)</script>" onload="x'))  # type: ignore[arg-type]
    assert "<script" not in text
    assert {e.tag.removeprefix(SVG) for e in ElementTree.fromstring(text).iter()} <= {
        *("svg", "desc", "style", "text", "path", "g", "title", "rect")
    }


def test_it_loads_nothing() -> None:
    text = svg(judgement((quote("q", source("s", "o")),)))  # type: ignore[arg-type]
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|@import", text)


@pytest.mark.parametrize("state", ["broken", "missing", "lost source", "contradicted", "unsourced"])
def test_a_state_has_a_mark_of_its_own(state: str) -> None:
    marks = [re.findall(r'mark"[^>]*', svg(with_claim("words", s))) for s in (state, "sourced")]  # type: ignore[arg-type]
    assert [len(found) for found in marks] == [1, 0]


def test_right_to_left_words_start_at_the_right() -> None:
    assert svg(with_claim("اعتصام على الطريق")).count('direction="rtl"') == 1  # type: ignore[arg-type]


def test_the_description_counts_and_names_what_is_weak() -> None:
    placed = layout(judgement((quote("q1", source("s", "o"), "broken"),)))  # type: ignore[arg-type]
    assert described(placed) == (
        f"1 claim, 1 quote, 1 source, 1 origin; quote “words”: broken; origin “words”: {SINGLE}."
    )
