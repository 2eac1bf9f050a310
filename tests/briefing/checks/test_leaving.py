"""What stands when a brief leaves, in words."""

from __future__ import annotations

import re

import pytest

from briefing.checks import CHECKS, kind_of
from briefing.checks.findings import Finding
from briefing.checks.leaving import about, counts, stands
from briefing.checks.quotes import Verdict
from briefing.checks.support.rule import OTHERWISE

LOST = Verdict("c1", "e1", "s1", "orphan", "“So” is not in the source.")
BARE = Finding("L1", "error", "c2", "“So.” is reported, but no quote supports it.")
NAME = Finding("L3", "error", "c3", "No quote names “Ann”.", about="names not in the quote")
OTHER = Finding("L3", "warning", "c3", "The claim says “5”, the quote “4”.", kind=OTHERWISE)
AGAINST = Finding("L12", "warning", "c4", "“No” contradicts “Yes”, and nothing answers it.")
ORIGIN = Finding("L9", "warning", "j1", "“It holds” rests on one origin.")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ""),
        ([BARE], "one reported claim has no quote"),
        ([BARE, BARE], "one reported claim has no quote"),
        ([Finding("L1", "error", f"c{n}", "") for n in range(3)], "three reported claims have no quote"),
        ([Finding("L1", "error", f"c{n}", "") for n in range(1200)], "1,200 reported claims have no quote"),
        ([NAME, OTHER, BARE],
         "one claim says more than its quotes, one claim says otherwise than its quotes and one reported "
         "claim has no quote"),
        ([Finding("L11", "error", "b", "")], "there is no source summary"),
        ([Finding("L11", "error", "c", "", kind="stale")], "the source summary does not agree with the data"),
    ],
)  # fmt: skip
def test_it_is_counted_in_words(found: list[Finding], said: str) -> None:
    assert counts(found) == said


def test_lost_quotes_and_contradictions_lock_and_other_errors_only_stand() -> None:
    what = stands([LOST], [BARE, NAME, OTHER, AGAINST, ORIGIN])
    assert [(f.rule, f.item_id) for f in what.locks] == [("L2", "c1"), ("L3", "c3"), ("L12", "c4")]
    assert what.others == (BARE, NAME)
    assert what.all == (*what.locks, *what.others)


def test_what_is_waived_does_not_stand_but_a_lost_quote_does() -> None:
    from dataclasses import replace

    found = [replace(f, waived="Agreed") for f in (BARE, OTHER, AGAINST)]
    assert stands([], found).all == ()
    lost = Finding("L2", "error", "c1", "", waived="Agreed", evidence_id="e1")
    assert [f.evidence_id for f in stands([LOST], [lost]).locks] == ["e1"]


def test_every_rule_has_words_for_all_that_it_finds() -> None:
    for rule in CHECKS:
        assert "" in rule.kinds, rule.id
        for kind in rule.kinds.values():
            for words in (kind.about, kind.one, kind.many):
                assert not re.search(r"\bL[0-9]", words), words
                assert not words.endswith("."), words
            assert kind.about
            assert kind.one
            assert not kind.many or "{n}" in kind.many
    assert {rule.id for rule in CHECKS for kind in rule.kinds.values() if kind.locks} == {"L2", "L3", "L12"}


def test_a_finding_is_headed_by_its_own_words_or_those_of_its_kind() -> None:
    assert about(NAME) == "names not in the quote"
    assert about(BARE) == "no quote"
    assert kind_of(Finding("L99", "error", "c", "")).one == "one finding stands"
