"""The table of rules, run as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from briefing import checks, edits, lookup
from briefing.checks import CHECKS, Checker, Facts, Finding, ItemCheck
from briefing.checks.findings import SEVERITIES
from briefing.checks.quotes import Verdict, verify
from briefing.checks.rule_types import ItemPlace
from briefing.model import Actor, Brief, Claim, Evidence, Item, Section, Waiver
from tests.briefing.checks.test_quotes import TEXTS
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs

ASKED = ("L1", "L2", "L12")


def told(*verdicts: Verdict) -> Facts:
    return Facts(verdicts, {}, None, date(2020, 3, 20))


def rules(brief: Brief, *verdicts: Verdict) -> list[tuple[str, str]]:
    return [(f.rule, f.item_id) for f in checks.run(brief, told(*verdicts)) if f.rule in ASKED]


def brief_of(*claims: Claim) -> Brief:
    return replace(sample(), sections=(Section("s", "situation", items=claims),), actors=())


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda c: c.id)
def test_each_rule_has_a_title_and_a_severity_and_is_content_with_an_empty_brief(check: checks.Rule) -> None:
    assert check.title
    assert check.severity in SEVERITIES
    found = checks.run(Brief("b"), told())
    assert [f.rule for f in found if f.rule == check.id and check.id != "L11"] == []


def test_rule_ids_are_unique() -> None:
    ids = [check.id for check in checks.CHECKS]
    assert len(ids) == len(set(ids))


AGAINST = evidence("a", "A million people have fled", stance="contradicts")


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ((Claim("c", "They left."),), [("L1", "c")]),
        ((Claim("c", "They left.", evidence=(evidence("e", "Patrols"),)),), []),
        ((Claim("c", "They left.", "assumption"),), []),
        ((Claim("c", "  "),), []),
        ((Claim("c", "They left.", evidence=(AGAINST,)),), [("L1", "c"), ("L12", "c")]),
        ((Claim("c", "Few left.", "assessed", (AGAINST,)),), [("L12", "c")]),
        ((Claim("c", "Few left.", "assessed", (replace(AGAINST, note="Old figure."),)),), []),
        (
            (Claim("c", "Few left.", "assessed", (AGAINST,)),
             Claim("d", "A million fled.", evidence=(replace(AGAINST, id="b", stance="supports"),))),
            [],
        ),
    ],
)  # fmt: skip
def test_rules_find_what_is_not_sourced_or_not_answered(
    claims: tuple[Claim, ...], found: list[tuple[str, str]]
) -> None:
    assert rules(brief_of(*claims)) == found


def test_a_quote_that_does_not_stand_is_a_finding() -> None:
    linked: Evidence = evidence("e", "Patrols")
    brief = brief_of(Claim("c", "They patrol.", evidence=(linked,)))
    found = checks.run(brief, told(*verify(brief, lambda sha: "Nothing here.")))
    (finding,) = (f for f in found if f.rule == "L2")
    assert (finding.rule, finding.severity, finding.item_id) == ("L2", "error", "c")
    assert "“Patrols”" in finding.message
    assert finding.hint


def test_a_waived_finding_is_kept_with_its_reason() -> None:
    waived = Claim("c", "They left.", waivers=(Waiver("L1", "seen by the author"), Waiver("L9", "other")))
    (finding,) = (f for f in checks.run(brief_of(waived), told()) if f.rule == "L1")
    assert finding.waived == "seen by the author"


def test_a_waiver_is_for_the_words_it_was_given_for() -> None:
    given = edits.waive(brief_of(Claim("c", "They *left*.")), "c", "L1", "seen by the author")
    for text, waived in (("They  left.", "seen by the author"), ("They all left.", "")):
        found = checks.run(edits.set_text(given, "c", text), told())
        assert [f.waived for f in found if f.rule == "L1"] == [waived]


def test_sources_and_the_brief_have_waivers_of_their_own() -> None:
    brief = replace(brief_of(Claim("c", "They left.", evidence=(evidence("e", "Patrols"),))), rules_off=())
    assert [f.rule for f in checks.run(brief, told()) if f.rule in ("L10", "L11")] == ["L10"]  # one note
    brief = replace(brief, waivers=(Waiver("L11", "Oral"),))
    brief = replace(
        brief, sources=tuple(replace(s, waivers=(Waiver("L10", "Known"),)) for s in brief.sources)
    )
    found = [f for f in checks.run(brief, told()) if f.rule in ("L10", "L11")]
    assert {(f.rule, f.waived) for f in found} == {("L10", "Known"), ("L11", "Oral")}


def test_a_rule_that_the_brief_switches_off_finds_nothing() -> None:
    brief = brief_of(Claim("c", "They left."))
    assert ("L1", "c") in rules(brief)
    assert ("L1", "c") not in rules(replace(brief, rules_off=("L1",)))


class Counted:
    """A rule that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, item: Item, place: ItemPlace, facts: Facts) -> Iterator[Finding]:
        self.asked.append(item.id)
        yield Finding("L1", "note", item.id, "Asked.")


def test_only_an_item_that_changed_is_asked_again() -> None:
    counted = Counted()
    checker = Checker((ItemCheck("L1", "Counts", "note", counted),))
    brief = brief_of(Claim("c", "One."), Claim("d", "Two."))
    first = checker.run(brief, told())
    assert counted.asked == ["c", "d"]
    changed = edits.set_text(brief, "d", "Three.")
    assert checker.stale(changed, told()) == 1
    assert checker.run(changed, told()) == first
    assert counted.asked == ["c", "d", "d"]
    assert checker.stale(changed, told()) == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda brief: replace(brief, standard="phia"),
        lambda brief: replace(brief, actors=(Actor("a", "Akar"),)),
        lambda brief: replace(brief, sources=tuple(replace(s, published="1999") for s in brief.sources)),
        lambda brief: replace(brief, sections=tuple(replace(s, kind="outlook") for s in brief.sections)),
    ],
)
def test_but_what_the_rules_read_besides_the_item_is_watched_too(change: Callable[[Brief], Brief]) -> None:
    checker = Checker((ItemCheck("L1", "Counts", "note", Counted()),))
    brief = brief_of(Claim("c", "One.", evidence=(evidence("e", "Patrols"),)))
    checker.run(brief, told())
    assert checker.stale(brief, told()) == 0
    assert checker.stale(change(brief), told()) == 1
    assert checker.copy().stale(brief, told()) == 0


@given(briefs())
@settings(max_examples=30)
def test_asking_again_after_any_edit_says_what_asking_anew_says(brief: Brief) -> None:
    checker = Checker(CHECKS)
    checker.run(brief, told())
    items = list(lookup.statements(brief))
    if items:
        brief = edits.set_text(brief, items[0].id, "It may rain on Sunday.")
    assert checker.run(brief, told()) == checks.run(brief, told())


def test_the_sample_has_only_claims_without_quotes() -> None:
    assert rules(sample(), *verify(sample(), TEXTS.__getitem__)) == [("L1", "c2"), ("L1", "c4"), ("L1", "c5")]
