"""Edits of links between claims and quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing import edits, lookup
from briefing.edits.evidence import change_evidence, find
from briefing.errors import BadInput, BriefingError, NotFound, Refused
from briefing.model import Brief
from briefing.quoting.anchor import describe
from tests.briefing.samples import OTHER, TEXT, evidence, sample

BRIEF = sample()


def links(brief: Brief) -> list[tuple[str, str, str]]:
    return [(c.id, e.id, e.stance) for c, e in lookup.evidence(brief)]


LINKS = links(BRIEF)


def test_a_quote_is_linked_and_unlinked() -> None:
    linked = edits.link_quote(BRIEF, "c2", evidence("e9", "A million people", stance="context"))
    assert links(linked) == [*LINKS[:2], ("c2", "e9", "context"), LINKS[2]]
    assert edits.unlink(linked, "e9") == BRIEF


def test_linking_the_same_words_again_only_changes_the_stance() -> None:
    noted = change_evidence(BRIEF, replace(find(BRIEF, "e1")[1], note="kept"))
    again = edits.link_quote(noted, "c1", evidence("e9", "begin on Sunday", stance="contradicts"))
    assert links(again) == [("c1", "e1", "contradicts"), *LINKS[1:]]
    assert find(again, "e1")[1].note == "kept"
    assert edits.link_quote(BRIEF, "c1", evidence("e9", "begin on Sunday")) is BRIEF


def test_the_same_words_may_be_linked_to_many_claims() -> None:
    both = edits.link_quote(BRIEF, "c4", evidence("e9", "begin on Sunday"))
    assert [c for c, e, _ in links(both) if e in ("e1", "e9")] == ["c1", "c4"]


def test_evidence_moves_with_all_that_was_noted_on_it() -> None:
    noted = change_evidence(BRIEF, replace(find(BRIEF, "e1")[1], note="n", translation="t", credibility="2"))
    moved = edits.move_evidence(noted, "e1", "c3")
    claim, linked = find(moved, "e1")
    assert (claim.id, linked) == ("c3", find(noted, "e1")[1])
    assert edits.move_evidence(moved, "e1", "c3") is moved


def test_an_accepted_passage_takes_the_place_of_a_lost_one() -> None:
    start = OTHER.index("not begin")
    quote = describe(OTHER, (start, start + 9))
    assert find(edits.relink(BRIEF, "e2", quote), "e2")[1] == replace(find(BRIEF, "e2")[1], quote=quote)


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (lambda b: edits.link_quote(b, "c99", evidence("e9", "Russia")), NotFound),
        (lambda b: edits.link_quote(b, "j1", evidence("e9", "Russia")), BadInput),
        (lambda b: edits.link_quote(b, "c2", replace(evidence("e9", "Russia"), source="s9")), NotFound),
        (lambda b: edits.link_quote(b, "c2", evidence("e9", "Russia", stance="maybe")), BadInput),
        (lambda b: edits.unlink(b, "e99"), NotFound),
        (lambda b: edits.move_evidence(b, "e99", "c2"), NotFound),
        (lambda b: edits.move_evidence(b, "e1", "c99"), NotFound),
        (lambda b: edits.move_evidence(b, "e1", "j1"), BadInput),
        (lambda b: edits.relink(b, "e2", describe(TEXT, (0, 7))), Refused),
        (lambda b: edits.relink(b, "e99", describe(TEXT, (0, 7))), NotFound),
    ],
)
def test_but_what_cannot_be_linked_is_refused(
    edit: Callable[[Brief], Brief], error: type[BriefingError]
) -> None:
    with pytest.raises(error) as caught:
        edit(BRIEF)
    assert caught.value.line()
