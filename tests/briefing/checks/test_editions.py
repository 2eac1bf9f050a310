"""What changed between two editions, and the statement drafted of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from briefing import edits, lookup, snapshot
from briefing.checks import editions, fixes
from briefing.checks.editions import Changed
from briefing.checks.rule_types import Facts
from briefing.errors import NotFound
from briefing.model import Brief, Claim, Source
from briefing.text import sha256
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
        (BECAUSE, [Changed("c1", "evidence added", "", "e9"), Changed("j1", "likelihood", "unlikely", "likely")]),  # noqa: E501
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
            "“The truce holds”: unlikely became likely and confidence low became high, because of new "
            "evidence from “Patrols seen”. One source is new: “Patrols seen”.",
        ),
        (
            edits.set_field(OLD, "j2", "likelihood", "likely"),
            "“Aid arrives”: likelihood is now given as likely, because … [say why].",
        ),
        (edits.set_text(OLD, "j2", "Aid comes."), "In “Aid comes”: “arrives” became “comes”."),
        (
            edits.remove_item(edits.set_text(OLD, "c1", "Patrols began."), "c2"),
            "Reworded: “Patrols begin on Sunday” became “Patrols began”. Removed claim: “A million have "
            "fled”.",
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


ISRAEL = "Israel banned the agency from its territory"


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        (f"{ISRAEL}.", f"{ISRAEL} and the agency has stopped work in Gaza.",
         ("added “and the agency has stopped work in Gaza”",)),
        ("The truce holds in the north and south.", "The truce holds in the north.", ("taken out “and south”",)),  # noqa: E501
        ("About 500 people left the town.", "About 600 people left the town.", ("“500” became “600”",)),
        ("He said “no” to the plan today.", "He said “yes” to the plan today.", ("“no” became “yes”",)),
        ("The north, the south.", "The north the south.", ()),
        ("On Monday the envoy of Turkey met the minister in Ankara.", "On Tuesday the envoy of Turkey met "
            "the minister in Doha.",
         ("“Monday” became “Tuesday”", "“Ankara” became “Doha”")),
    ],
)  # fmt: skip
def test_a_difference_is_told_word_by_word(before: str, after: str, parts: tuple[str, ...]) -> None:
    assert editions.difference(before, after) == parts


def test_long_differences_stay_short() -> None:
    before = " ".join(f"word{n}" for n in range(300))
    after = " ".join(f"word{n}" if n % 40 else f"other{n}" for n in range(300))
    old = edits.set_text(OLD, "c1", before)
    said = editions.draft_change_statement(old, edits.set_text(OLD, "c1", after))
    assert said.endswith("; five more changes.")
    assert len(said) < 300


def later(statement: str, new: Brief = LIKELY) -> tuple[Brief, Facts]:
    """A second edition with this statement, and facts that know the first."""
    data = snapshot.dump(OLD)
    frozen = edits.freeze_edition(new, "2020-03-16T10:00:00+00:00", sha256(data))
    known = {sha256(data): data.decode()}

    def text_of(sha: str) -> str:
        if sha not in known:
            raise NotFound("No text.")
        return known[sha]

    return edits.set_field(frozen, "brief", "change_statement", statement), Facts(
        (), {}, text_of, date(2020, 3, 20)
    )


NOW = "“The truce holds”: unlikely became likely, because … [say why]."


@pytest.mark.parametrize(
    ("statement", "fixed"),
    [
        ("“The truce holds”: unlikely became likely, because the talks went on.", None),
        ("The talks in Sochi failed.", None),
        ("“The truce holds”: unlikely became very likely, because of “Talk”.", NOW),
        ("Nothing has changed since the last edition.", NOW),
        (f"{NOW[:-1]}. New claim: “Who leads”.", NOW[:-1] + "."),
        ("The talks failed. New claim: “Who leads”. More follows.", f"The talks failed. {NOW} More follows."),
        ("In “Patrols”: “five” became “six”. I know no more.", f"{NOW} I know no more."),
    ],
)
def test_a_statement_that_has_grown_false_is_found_and_drafted_again(
    statement: str, fixed: str | None
) -> None:
    brief, facts = later(statement)
    found = [f for f in editions.change_stated(brief, facts) if f.kind == "stale"]
    assert bool(found) is (fixed is not None)
    if found:
        mended = fixes.apply(brief, found[0], text_of=facts.text_of)
        assert mended.change_statement == fixed
        assert not [f for f in editions.change_stated(mended, facts) if f.kind == "stale"]


def test_without_the_last_edition_nothing_is_said_of_the_statement() -> None:
    brief, _ = later("Nothing has changed since the last edition.")
    assert not list(editions.change_stated(brief, Facts((), {}, None, date(2020, 3, 20))))


@settings(max_examples=12)
@given(briefs(), briefs())
def test_every_draft_is_known_again_sentence_by_sentence(old: Brief, new: Brief) -> None:
    draft = editions.draft_change_statement(old, new)
    assert editions.refreshed(draft, old, new) == draft
    assert editions.refreshed(f"{draft} I was there.", old, new) == f"{draft} I was there."
