"""The table of rules, run as one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import checks
from briefing.checks.findings import SEVERITIES
from briefing.checks.quotes import Verdict, verify
from briefing.model import Brief, Claim, Evidence, Section, Waiver
from tests.briefing.checks.test_quotes import TEXTS
from tests.briefing.samples import evidence, sample


def rules(brief: Brief, verdicts: tuple[Verdict, ...] = ()) -> list[tuple[str, str]]:
    return [(f.rule, f.item_id) for f in checks.run(brief, verdicts)]


def brief_of(*claims: Claim) -> Brief:
    return replace(sample(), sections=(Section("s", "situation", items=claims),), actors=())


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda c: c.id)
def test_each_rule_has_a_title_and_a_severity_and_is_content_with_an_empty_brief(check: checks.Check) -> None:
    assert check.title
    assert check.severity in SEVERITIES
    assert list(check.find(Brief("b"), ())) == []


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
    (finding,) = checks.run(brief, verify(brief, lambda sha: "Nothing here."))
    assert (finding.rule, finding.severity, finding.item_id) == ("L2", "error", "c")
    assert "“Patrols”" in finding.message
    assert finding.hint


def test_a_waived_finding_is_kept_with_its_reason() -> None:
    waived = Claim("c", "They left.", waivers=(Waiver("L1", "seen by the author"), Waiver("L9", "other")))
    (finding,) = checks.run(brief_of(waived), ())
    assert finding.waived == "seen by the author"


def test_the_sample_has_only_claims_without_quotes() -> None:
    assert rules(sample(), verify(sample(), TEXTS.__getitem__)) == [("L1", "c2"), ("L1", "c4"), ("L1", "c5")]
