"""Every quote is found again; what that makes of each claim; the counts of the status bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing import lookup
from briefing.checks.quotes import ClaimTally, broken_ids, state_of, summary, tally, verify
from briefing.errors import NotFound, StorageError
from briefing.model import Brief, Claim, Section
from briefing.quoting import anchor
from briefing.text import sha256
from tests.briefing.samples import OTHER, TEXT, evidence, sample

TEXTS = {sha256(TEXT): TEXT, sha256(OTHER): OTHER}


def with_texts(**by_source: str) -> Callable[[str], str]:
    """Return a store whose texts were changed behind the hashes."""
    shas = {source.text_sha: by_source.get(source.id, TEXTS[source.text_sha]) for source in sample().sources}
    return shas.__getitem__


def states(brief: Brief, text_of: Callable[[str], str]) -> dict[str, str]:
    return {v.evidence_id: v.state for v in verify(brief, text_of)}


def test_every_quote_is_found_in_reading_order() -> None:
    verdicts = verify(sample(), TEXTS.__getitem__)
    assert [(v.claim_id, v.evidence_id, v.source_id, v.state) for v in verdicts] == [
        ("c1", "e1", "s1", "found"), ("c1", "e2", "s2", "found"), ("c3", "e3", "s1", "found"),
    ]  # fmt: skip
    assert [v.span for v in verdicts] == [(8, 23), (38, 52), (25, 42)]
    assert {v.message for v in verdicts} == {""}


def test_each_text_is_fetched_once() -> None:
    asked: list[str] = []

    def text_of(sha: str) -> str:
        asked.append(sha)
        return TEXTS[sha]

    verify(sample(), text_of)
    assert sorted(asked) == sorted(TEXTS)


def test_a_quote_whose_words_changed_is_an_orphan_and_the_nearest_passage_is_named() -> None:
    verdicts = verify(sample(), with_texts(s1=TEXT.replace("begin on Sunday", "begin on Monday")))
    (lost,) = (v for v in verdicts if not v.holds)
    assert (lost.evidence_id, lost.state) == ("e1", "orphan")
    assert lost.message == "“begin on Sunday” is not in the source. The nearest passage is “begin on Monday”."


def test_the_same_words_at_another_place_are_never_taken_silently() -> None:
    verdicts = verify(sample(), with_texts(s1="New first line. " + TEXT))
    assert {v.state for v in verdicts if v.source_id == "s1"} == {"orphan"}
    assert all("at another place" in v.message for v in verdicts if v.source_id == "s1")


def test_a_quote_of_another_text_in_the_same_context_has_moved() -> None:
    newer = "New first line. " + TEXT
    brief = sample()
    sources = tuple(replace(s, text_sha=sha256(newer)) if s.id == "s1" else s for s in brief.sources)
    found = states(replace(brief, sources=sources), (TEXTS | {sha256(newer): newer}).__getitem__)
    assert found == {"e1": "moved", "e2": "found", "e3": "moved"}


def test_a_lost_text_or_source_makes_orphans() -> None:
    def text_of(sha: str) -> str:
        raise NotFound("gone")

    assert set(states(sample(), text_of).values()) == {"orphan"}
    without = replace(sample(), sources=sample().sources[:1])
    assert states(without, TEXTS.__getitem__) == {"e1": "found", "e2": "orphan", "e3": "found"}


def test_but_another_fault_of_the_store_is_not_swallowed() -> None:
    def text_of(sha: str) -> str:
        raise StorageError("The file is gone.")

    with pytest.raises(StorageError):
        verify(sample(), text_of)


FOR, AGAINST, CONTEXT = (
    evidence(ident, "Patrols", stance=stance)
    for ident, stance in (("f", "supports"), ("a", "contradicts"), ("k", "context"))
)


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        (Claim("c", "Text", evidence=(FOR,)), "sourced"),
        (Claim("c", "Text", evidence=(CONTEXT,)), "sourced"),
        (Claim("c", "Text"), "unsourced"),
        (Claim("c", "Text", "assessed"), ""),
        (Claim("c", "Text", "assessed", (FOR,)), "sourced"),
        (Claim("c", "Text", evidence=(AGAINST,)), "contradicted"),
        (Claim("c", "Text", evidence=(FOR, AGAINST)), "contradicted"),
        (Claim("c", "Text", evidence=(FOR, replace(AGAINST, id="lost"))), "broken"),
        (Claim("c", " \t", evidence=(FOR,)), ""),
        (Claim("c", ""), ""),
    ],
)
def test_the_margin_shows_the_most_urgent_state(claim: Claim, state: str) -> None:
    assert state_of(claim, frozenset({"lost"})) == state


def test_the_tally_counts_claims_and_words() -> None:
    verdicts = verify(sample(), TEXTS.__getitem__)
    assert tally(sample(), verdicts) == ClaimTally(needing=5, sourced=2, unsourced=3, words=21)
    lost = verify(sample(), with_texts(s1="Nothing is left here."))
    assert tally(sample(), lost) == ClaimTally(needing=5, sourced=1, broken=2, unsourced=3, words=21)


def test_but_empty_claims_count_nowhere() -> None:
    brief = Brief(
        "b", sections=(Section("s", items=(Claim("c", "  ", evidence=(evidence("e", "Patrols"),)),)),)
    )
    assert tally(brief, ()) == ClaimTally()


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (ClaimTally(12, 11, 1, 0, 0, 412), "11 of 12 claims sourced · 1 broken · 412 words"),
        (ClaimTally(1, 1, 0, 2, 0, 1), "1 of 1 claim sourced · 2 contradicted · 1 word"),
        (ClaimTally(), "0 of 0 claims sourced · 0 words"),
    ],
)
def test_the_status_bar_says_it_in_a_line(counts: ClaimTally, said: str) -> None:
    assert summary(counts) == said


def test_only_the_first_lost_quotes_are_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ranked: list[bool] = []
    resolve = anchor.resolve

    def watched(text: str, sha: str, quote: object, *, rank: bool = True) -> object:
        ranked.append(rank)
        return resolve(text, sha, quote, rank=rank)  # type: ignore[arg-type]

    monkeypatch.setattr(anchor, "resolve", watched)
    many = tuple(Claim(f"c{n}", "x", evidence=(evidence(f"e{n}", "Patrols"),)) for n in range(50))
    brief = replace(sample(), sections=(Section("s", items=many),), actors=())
    verify(brief, lambda sha: "gone")
    assert (ranked.count(True), ranked.count(False)) == (40, 10)


def test_broken_ids_are_those_that_do_not_hold() -> None:
    verdicts = verify(sample(), with_texts(s2="changed"))
    assert broken_ids(verdicts) == {"e2"}
    assert len(list(lookup.evidence(sample()))) == len(verdicts)
