"""A file that nobody touched proposes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import edits, lookup
from briefing.exporting.options import CHOICES
from briefing.exporting.word import layouts
from briefing.model import Brief
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.word import Desk, exported, review
from tests.briefing.strategies import briefs

_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


CHOSEN = st.fixed_dictionaries(
    {
        **{name: st.sampled_from(words) for name, words in CHOICES.items()},
        **dict.fromkeys(("together", "annex", "contents", "portions"), st.booleans()),
        "template": st.sampled_from(("", *layouts.ids())),
    }
)


def check(brief: Brief, choices: dict[str, Any]) -> None:
    found = review(brief, exported(brief, **choices))
    assert found.proposals == ()
    assert found.remarks == ()
    assert found.manifest is not None
    assert found.manifest.brief_id == brief.id


@settings(max_examples=12, deadline=None, suppress_health_check=_CALM)
@given(briefs(), CHOSEN)
def test_an_untouched_file_proposes_nothing(brief: Brief, choices: dict[str, Any]) -> None:
    check(brief, choices)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=_CALM)
@given(briefs(), CHOSEN)
def test_an_untouched_file_proposes_nothing_a_thousand_times(brief: Brief, choices: dict[str, Any]) -> None:
    check(brief, choices)


@pytest.mark.parametrize(
    "choices",
    [{"notes": "endnotes"}, {"notes": "list"}, {"quotes": "short"}, {"quotes": "none"}, {"together": True},
     {"annex": True}, {"contents": True}, {"actors": "list"}, {"portions": False}, {"page": "letter"}],
    ids=str,
)  # fmt: skip
def test_it_holds_with_every_choice_of_the_export(choices: dict[str, object]) -> None:
    found = review(example(), exported(example(), **choices))
    assert (found.proposals, found.remarks) == ((), ())


@pytest.mark.parametrize("tags", [False, True])
@pytest.mark.parametrize(
    "choices",
    [{"notes": "list"}, {"quotes": "short"}, {"quotes": "none", "portions": False}, {"together": True, "contents": True},  # noqa: E501
     {"annex": True, "contents": True}, {"actors": "list", "citation": "author-date"}, {"template": "memo"},
     {"template": "one-pager", "notes": "endnotes"}, {"template": "situation-report", "citation": "short"}],
    ids=str,
)  # fmt: skip
def test_it_holds_though_nobody_knows_how_it_was_exported(choices: dict[str, object], tags: bool) -> None:
    desk = Desk(exported(example(), **choices))
    desk.forget()
    if not tags:
        desk.strip_tags(bookmarks=True)
    found = review(example(), desk.save())
    assert (found.proposals, len(found.remarks)) == ((), 1)


@pytest.mark.parametrize("bookmarks", [False, True])
def test_it_holds_without_tags(bookmarks: bool) -> None:
    desk = Desk(exported(example()))
    desk.strip_tags(bookmarks=bookmarks)
    found = review(example(), desk.save())
    assert (found.proposals, found.remarks) == ((), ())


def test_it_holds_without_the_manifest_and_says_so() -> None:
    desk = Desk(exported(example()))
    desk.forget()
    found = review(example(), desk.save())
    assert found.proposals == ()
    assert found.manifest is None
    assert len(found.remarks) == 1


@pytest.mark.parametrize("text", ["\u00ad", "\u200b", "\u2060\ufeff", "\u202a\u202c"], ids=ascii)
def test_a_statement_of_invisible_marks_alone_proposes_nothing(text: str) -> None:
    brief = example()
    claim = next(claim for claim in lookup.claims(brief) if claim.evidence)
    brief = edits.set_text(brief, claim.id, text)
    assert review(brief, exported(brief)).proposals == ()
