"""What changed between two editions, and the statement drafted of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefing import edits, lookup
from briefing.checks import editions
from briefing.checks.editions import Changed
from briefing.model import Brief, Claim, Source
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs

OLD = edits.set_field(sample(), "j1", "likelihood", "unlikely")
LIKELY = edits.set_field(OLD, "j1", "likelihood", "likely")
NEW_SOURCE = Source("s3", title="Patrols seen")
SEEN = replace(evidence("e9", "Patrols begin"), source="s3")
BECAUSE = edits.link_quote(edits.add_source(LIKELY, NEW_SOURCE), "c1", SEEN)


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        (OLD, []),
        (LIKELY, [Changed("j1", "likelihood", "unlikely", "likely")]),
        (edits.set_text(OLD, "c1", "Patrols *begin* on Sunday."), []),
        (
            edits.set_text(OLD, "c1", "Patrols began."),
            [Changed("c1", "reworded", "Patrols begin on Sunday.", "Patrols began.")],
        ),
        (BECAUSE, [Changed("c1", "evidence added", "", "e9"), Changed("j1", "likelihood", "unlikely", "likely")]),
        (edits.unlink(OLD, "e2"), [Changed("c1", "evidence removed", "e2")]),
        (edits.set_field(OLD, "c1", "kind", "assessed"), [Changed("c1", "kind", "reported", "assessed")]),
        (edits.set_field(OLD, "j1", "confidence", "high"), [Changed("j1", "confidence", "low", "high")]),
        (edits.add_claim(OLD, "gaps", Claim("c8", "Who leads.")), [Changed("c8", "added", "", "Who leads.")]),
        (edits.add_claim(OLD, "gaps", Claim("c8", " ")), []),
        (
            edits.remove_item(OLD, "c2"),
            [Changed("j2", "basis", "c2", ""), Changed("c2", "removed", "A million have fled.")],
        ),
        (edits.move_item(OLD, "c2", "gaps"), []),
    ],
)  # fmt: skip
def test_changes_are_followed_claim_by_claim(new: Brief, changes: list[Changed]) -> None:
    assert list(editions.changes(OLD, new)) == changes


@pytest.mark.parametrize(
    ("new", "statement"),
    [
        (OLD, "Nothing has changed since the last edition."),
        (
            BECAUSE,
            "“The truce holds”: unlikely became likely, because of new evidence from “Patrols seen”. "
            "One source is new: “Patrols seen”.",
        ),
        (LIKELY, "“The truce holds”: unlikely became likely, because … [say why]."),
        (
            edits.set_field(BECAUSE, "j1", "confidence", "high"),
            "“The truce holds”: unlikely became likely and confidence low became high, because of new evidence from "
            "“Patrols seen”. One source is new: “Patrols seen”.",
        ),
        (
            edits.set_field(OLD, "j2", "likelihood", "likely"),
            "“Aid arrives”: likelihood is now given as likely, because … [say why].",
        ),
        (edits.set_text(OLD, "j2", "Aid comes."), "A judgement was reworded: “Aid comes”."),
        (
            edits.remove_item(edits.set_text(OLD, "c1", "Patrols began."), "c2"),
            "Reworded claim: “Patrols began”. Removed claim: “A million have fled”.",
        ),
        (edits.unlink(OLD, "e2"), "Only the grounds of what is said have changed, not what is said."),
        (edits.remove_item(OLD, "j2"), "One judgement was removed."),
        (
            edits.set_field(edits.set_field(OLD, "j1", "basis", "c1;c2;c3"), "j1", "likelihood", "likely"),
            "“The truce holds”: unlikely became likely, because … [say why].",
        ),
    ],
)
def test_the_statement_says_what_became_of_each_judgement_and_why(new: Brief, statement: str) -> None:
    assert editions.draft_change_statement(OLD, new) == statement


def test_a_new_judgement_is_told_with_its_likelihood() -> None:
    judgement = replace(lookup.item(LIKELY, "j1"), id="j9")
    new = edits.add_judgement(OLD, "outlook", judgement)  # type: ignore[arg-type]
    assert editions.draft_change_statement(OLD, new) == "New judgement: “The truce holds” (likely)."


@settings(max_examples=8)
@given(briefs(), briefs())
def test_any_two_briefs_can_be_compared(old: Brief, new: Brief) -> None:
    assert editions.changes(old, old) == ()
    assert editions.draft_change_statement(old, new)
    ids = {item.id for brief in (old, new) for item in lookup.statements(brief)}
    assert {change.item_id for change in editions.changes(old, new)} <= ids
