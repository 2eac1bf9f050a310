"""Edits of sections: headings and order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing import edits, lookup
from briefing.edits.sections import slug
from briefing.errors import BadInput, BriefingError, NotFound, Refused
from briefing.model import Brief
from briefing.rows import rows
from tests.briefing.samples import sample

BRIEF = sample()


def order(brief: Brief) -> str:
    return " ".join(s.id for s in brief.sections)


@pytest.mark.parametrize(
    ("title", "after", "expected"),
    [
        ("Key figures", "", "situation actors outlook gaps key-figures"),
        ("Key figures", "situation", "situation key-figures actors outlook gaps"),
        ("Outlook", "Outlook", "situation actors outlook outlook-2 gaps"),
        ("Title", "", "situation actors outlook gaps title-2"),
        ("Brief", "", "situation actors outlook gaps brief-2"),
    ],
)
def test_a_section_is_added_with_an_id_of_its_own(title: str, after: str, expected: str) -> None:
    added = edits.add_section(BRIEF, f" {title}\n", "prose", after)
    assert order(added) == expected
    assert {s.title for s in added.sections} > {title}
    ids = [r.id for r in rows(added)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Response, needs & gaps", "response-needs-gaps"), ("Überblick – heute", "überblick-heute"), ("الوضع", "الوضع"), ("—", "section"), ("x" * 99, "x" * 40), ("a_b", "a-b")],  # noqa: E501
)  # fmt: skip
def test_a_slug_is_made_of_letters_and_digits(title: str, expected: str) -> None:
    assert slug(title, set()) == expected
    assert slug(title, {expected, f"{expected}-2"}) == f"{expected}-3"


def test_a_section_is_renamed_and_keeps_its_id() -> None:
    after = edits.rename_section(BRIEF, "gaps", " What we do\nnot know ")
    assert (order(after), lookup.section(after, "gaps").title) == (order(BRIEF), "What we do not know")


def test_a_section_goes_with_what_is_in_it() -> None:
    after = edits.remove_section(BRIEF, "situation")
    assert order(after) == "actors outlook gaps"
    assert [j.basis for j in lookup.judgements(after)] == [("c3",), ()]


@pytest.mark.parametrize(
    ("section", "by", "expected"),
    [("outlook", -1, "situation outlook actors gaps"), ("situation", 1, "actors situation outlook gaps"), ("situation", -1, order(BRIEF)), ("gaps", 1, order(BRIEF))],  # noqa: E501
)  # fmt: skip
def test_a_section_moves_and_stays_at_the_end(section: str, by: int, expected: str) -> None:
    assert order(edits.shift_section(BRIEF, section, by)) == expected


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (lambda b: edits.add_section(b, "  "), BadInput),
        (lambda b: edits.add_section(b, "New", "poem"), BadInput),
        (lambda b: edits.add_section(b, "New", "actors"), Refused),
        (lambda b: edits.add_section(b, "New", "prose", "nowhere"), NotFound),
        (lambda b: edits.rename_section(b, "gaps", " "), BadInput),
        (lambda b: edits.rename_section(b, "nowhere", "x"), NotFound),
        (lambda b: edits.remove_section(b, "nowhere"), NotFound),
        (lambda b: edits.remove_section(b, "actors"), Refused),
        (lambda b: edits.remove_section(replace(b, sections=b.sections[3:]), "gaps"), Refused),
        (lambda b: edits.shift_section(b, "nowhere", 1), NotFound),
    ],
)
def test_but_a_brief_keeps_sections_that_can_be_named(
    edit: Callable[[Brief], Brief], error: type[BriefingError]
) -> None:
    with pytest.raises(error):
        edit(BRIEF)
