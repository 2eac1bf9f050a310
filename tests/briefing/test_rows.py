"""The page: one row for each block, from the title down."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from briefing import lookup
from briefing.model import SECTION_KINDS, Actor, Brief, Claim, Section
from briefing.rows import NEW_KIND, row_words, rows
from tests.briefing.samples import sample
from tests.briefing.strategies import briefs


def shown(brief: Brief) -> list[tuple[str, str, str, int, str]]:
    return [(r.kind, r.id, r.holder, r.depth, r.words(brief)) for r in rows(brief)]


def test_the_sample_page_from_top_to_bottom() -> None:
    assert shown(sample()) == [
        ("title", "title", "", 0, "Idlib: joint patrols"),
        ("heading", "situation", "situation", 0, "Situation"),
        ("claim", "c1", "situation", 0, "Patrols begin on Sunday."),
        ("claim", "c2", "situation", 0, "A million have fled."),
        ("heading", "actors", "actors", 0, "Actors"),
        ("actor", "a1", "actors", 0, "Hulusi Akar (Akar) · defence minister"),
        ("claim", "c3", "a1", 1, "Wants a corridor."),
        ("claim", "c4", "a1", 1, "Has troops there."),
        ("actor", "a2", "actors", 0, "Russia"),
        ("claim", "c5", "actors", 0, "Others watch."),
        ("heading", "outlook", "outlook", 0, "Outlook"),
        ("judgement", "j1", "outlook", 0, "The truce holds."),
        ("judgement", "j2", "outlook", 0, "Aid arrives."),
        ("heading", "gaps", "gaps", 0, "Gaps"),
        ("blank", "blank:gaps", "gaps", 0, ""),
    ]


@pytest.mark.parametrize(
    ("actors", "items", "kinds"),
    [
        ((), (), ["title", "heading", "blank"]),
        ((Actor("a1"),), (), ["title", "heading", "actor"]),
        ((), (Claim("c1"),), ["title", "heading", "claim"]),
        (
            (Actor("a1", statements=(Claim("c2"),)),),
            (Claim("c1"),),
            ["title", "heading", "actor", "claim", "claim"],
        ),
    ],
)
def test_a_section_without_anything_has_a_blank_line_to_begin_on(
    actors: tuple[Actor, ...], items: tuple[Claim, ...], kinds: list[str]
) -> None:
    brief = Brief("b1", sections=(Section("who", "actors", "Who", items=items),), actors=actors)
    assert [r.kind for r in rows(brief)] == kinds


def test_headings_take_no_typing_and_everything_else_does() -> None:
    assert {r.kind for r in rows(sample()) if not r.editable} == {"heading"}


def test_rows_of_equal_snapshots_are_equal_and_a_changed_one_differs() -> None:
    brief = sample()
    assert rows(brief) == rows(sample())
    changed = replace(
        brief.sections[0],
        items=(replace(brief.sections[0].items[0], text="New."), brief.sections[0].items[1]),
    )
    after = rows(replace(brief, sections=(changed, *brief.sections[1:])))
    # The heading differs as well: its node is the section.
    assert [r.id for r, s in zip(rows(brief), after, strict=True) if r != s] == ["situation", "c1"]


@given(briefs())
def test_every_row_has_an_id_of_its_own_and_one_line_of_words(brief: Brief) -> None:
    page = rows(brief)
    assert len({r.id for r in page}) == len(page)
    assert all("\n" not in r.words(brief) for r in page)
    if lookup.has_actors_section(brief):
        assert [r.id for r in page if r.kind in ("claim", "judgement")] == [
            i.id for i in lookup.statements(brief)
        ]


def test_every_kind_of_section_says_what_a_new_line_is() -> None:
    assert set(NEW_KIND) == set(SECTION_KINDS)
    assert row_words(rows(sample())[0]) == ""
