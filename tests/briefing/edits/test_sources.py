"""Edits of the list of sources."""

from __future__ import annotations

import pytest

from briefing import edits, lookup
from briefing.errors import NotFound, Refused
from briefing.model import Source
from tests.briefing.samples import sample

BRIEF = sample()


def test_an_article_is_added_once() -> None:
    new = Source("s9", title="New", text_sha="ab")
    added = edits.add_source(BRIEF, new)
    assert [s.id for s in added.sources] == ["s1", "s2", "s9"]
    with pytest.raises(Refused, match="already, as s9 “New”"):
        edits.add_source(added, Source("s10", title="Copy", text_sha="ab"))


def test_sources_without_a_text_are_not_taken_for_copies() -> None:
    twice = edits.add_source(edits.add_source(BRIEF, Source("s8")), Source("s9"))
    assert len(twice.sources) == 4


@pytest.mark.parametrize(
    ("source", "message"),
    [("s1", "2 quotes of “Patrols” are linked"), ("s2", "A quote of “No patrols” is linked")],
)
def test_an_article_that_claims_rest_on_stays(source: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        edits.remove_source(BRIEF, source)


def test_but_it_goes_with_its_links_when_asked_to() -> None:
    after = edits.remove_source(BRIEF, "s1", True)
    assert [e.id for _, e in lookup.evidence(after)] == ["e2"]
    assert [(s.id, s.supersedes) for s in after.sources] == [("s2", "")]


def test_a_later_version_supersedes_what_the_removed_one_did() -> None:
    three = edits.add_source(BRIEF, Source("s3", supersedes="s2"))
    after = edits.remove_source(three, "s2", True)
    assert [(s.id, s.supersedes) for s in after.sources] == [("s1", ""), ("s3", "s1")]


def test_an_article_is_marked_as_read_and_unread() -> None:
    read = edits.mark_read(BRIEF, "s1")
    assert [s.read for s in read.sources] == [True, False]
    assert edits.mark_read(read, "s1") is read
    assert edits.mark_read(read, "s1", False) == BRIEF


@pytest.mark.parametrize("edit", [edits.remove_source, edits.mark_read])
def test_a_source_that_is_not_there_is_named(edit: object) -> None:
    with pytest.raises(NotFound, match="“s9”"):
        edit(BRIEF, "s9")  # type: ignore[operator]
