"""Edits of origins."""

from __future__ import annotations

import pytest

from briefing.edits.origins import apart, automatic, join, set_origin
from briefing.errors import BadInput, NotFound
from briefing.model import Brief, Source

BRIEF = Brief(
    "b1",
    sources=(
        Source("s1", title="Patrols"),
        Source("s2", title="No patrols"),
        Source("s3", origin="Ministry"),
        Source("s4", origin="Ministry"),
        Source("s5"),
    ),
)


def named(brief: Brief) -> list[str]:
    return [source.origin for source in brief.sources]


def test_sources_are_given_one_name() -> None:
    assert named(set_origin(BRIEF, ["s1", "s2"], " AP  story ")) == [
        "AP story",
        "AP story",
        "Ministry",
        "Ministry",
        "",
    ]
    assert set_origin(BRIEF, ["s3"], "Ministry") is BRIEF


@pytest.mark.parametrize(
    ("a", "b", "others", "after"),
    [
        ("s1", "s2", (), ["No patrols", "No patrols", "Ministry", "Ministry", ""]),
        ("s1", "s2", ("s5",), ["No patrols", "No patrols", "Ministry", "Ministry", "No patrols"]),
        ("s1", "s3", (), ["Ministry", "", "Ministry", "Ministry", ""]),
        ("s3", "s1", (), ["Ministry", "", "Ministry", "Ministry", ""]),
        ("s1", "s5", (), ["s5", "", "Ministry", "Ministry", "s5"]),
    ],
)
def test_one_source_is_said_to_have_the_origin_of_another(
    a: str, b: str, others: tuple[str, ...], after: list[str]
) -> None:
    assert named(join(BRIEF, a, b, others)) == after


def test_a_source_is_set_apart_and_left_to_be_computed_again() -> None:
    alone = apart(BRIEF, "s3")
    assert named(alone)[2:4] == ["s3", "Ministry"]
    assert apart(alone, "s3") is alone
    assert named(automatic(alone, "s3"))[2] == ""
    assert automatic(BRIEF, "s1") is BRIEF


def test_a_name_that_is_taken_is_not_given_twice() -> None:
    twins = Brief("b1", sources=(Source("s1", title="Same"), Source("s2", title="Same")))
    assert named(apart(apart(twins, "s1"), "s2")) == ["Same", "Same (2)"]


def test_what_cannot_be_joined_is_named() -> None:
    with pytest.raises(BadInput, match="one and the same"):
        join(BRIEF, "s1", "s1")
    with pytest.raises(NotFound, match="“s9”"):
        set_origin(BRIEF, ["s9"], "x")
