"""A file that nobody touched proposes nothing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.model import Brief
from briefing.reviewing import review
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.word import Desk, exported
from tests.briefing.strategies import briefs

_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


def check(brief: Brief) -> None:
    found = review(brief, exported(brief))
    assert found.proposals == ()
    assert found.remarks == ()
    assert found.manifest is not None
    assert found.manifest.brief_id == brief.id


@settings(max_examples=30, deadline=None, suppress_health_check=_CALM)
@given(briefs())
def test_an_untouched_file_proposes_nothing(brief: Brief) -> None:
    check(brief)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=_CALM)
@given(briefs())
def test_an_untouched_file_proposes_nothing_a_thousand_times(brief: Brief) -> None:
    check(brief)


@pytest.mark.parametrize(
    "choices",
    [{"notes": "endnotes"}, {"notes": "list"}, {"quotes": "short"}, {"quotes": "none"}, {"together": True},
     {"annex": True}, {"contents": True}, {"actors": "list"}, {"portions": False}, {"page": "letter"}],
    ids=str,
)  # fmt: skip
def test_it_holds_with_every_choice_of_the_export(choices: dict[str, object]) -> None:
    found = review(example(), exported(example(), **choices))
    assert (found.proposals, found.remarks) == ((), ())


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
