"""Two versions of one article: what changed, and what became of each quote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Brief, Claim, Evidence, Section, Source
from briefing.quoting.anchor import describe
from briefing.revision import Recalled, address, compare, recall, suspects
from briefing.text import sha256
from tests.briefing.strategies import texts

OLD = (
    "The patrols begin on Sunday, the minister said Friday.\n"
    "Team Alpha reached the summit first. The offensive killed hundreds and sent 1 million people fleeing.\n"
    "The minister did not provide further details about the plan.\n"
    "A truce was agreed last week in Moscow."
)


def brief_of(*quotes: str, text: str = OLD) -> Brief:
    """Return a brief with one claim for each quote of `text`."""
    made = []
    for n, words in enumerate(quotes):
        at = text.index(words)
        quote = describe(text, (at, at + len(words)))
        made.append(Claim(f"c{n}", words, evidence=(Evidence(f"e{n}", "s1", quote),)))
    return Brief(
        "b1", sections=(Section("x", items=tuple(made)),), sources=(Source("s1", text_sha=sha256(text)),)
    )


def recalled(new: str, *quotes: str, old: str = OLD) -> tuple[Recalled, ...]:
    brief = brief_of(*quotes, text=old)
    return recall(brief, brief.sources[0], old, new, sha256(new))


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("", "", []),
        ("same words", "same words", ["equal"]),
        ("", "new", ["added"]),
        ("gone", "", ["removed"]),
        ("killed hundreds there", "killed dozens there", ["equal", "changed", "equal"]),
        ("one two", "one and two", ["equal", "added", "equal"]),
        ("one\ntwo\nthree", "one\nthree", ["equal", "removed", "equal"]),
    ],
)
def test_a_comparison_names_what_changed(old: str, new: str, kinds: list[str]) -> None:
    assert [hunk.kind for hunk in compare(old, new)] == kinds


@given(texts(), texts())
def test_hunks_rebuild_both_texts_without_gaps(old: str, new: str) -> None:
    hunks = compare(old, new)
    assert "".join(old[slice(*hunk.old)] for hunk in hunks) == old
    assert "".join(new[slice(*hunk.new)] for hunk in hunks) == new
    for hunk in hunks:
        assert (hunk.kind == "equal") == (old[slice(*hunk.old)] == new[slice(*hunk.new)])


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_hunks_rebuild_texts_of_few_words(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    hunks = compare(before, after)
    assert "".join(after[slice(*hunk.new)] for hunk in hunks) == after
    assert all(before[slice(*hunk.old)] == after[slice(*hunk.new)] for hunk in hunks if hunk.kind == "equal")


def test_texts_too_long_for_one_table_are_split_at_landmarks() -> None:
    words = [f"w{n}" for n in range(20_000)]
    changed = [("x" if n % 500 == 250 else word) for n, word in enumerate(words)]
    old, new = " ".join(words), " ".join(["first", *changed, "last"])
    hunks = compare(old, new)
    assert "".join(new[slice(*hunk.new)] for hunk in hunks) == new
    assert sum(hunk.kind == "changed" for hunk in hunks) == 41  # the last word lost its place at the end


def test_and_where_nothing_marks_a_place_the_stretch_is_one_change() -> None:
    assert [hunk.kind for hunk in compare("a b " * 10_000, "c d " * 10_000)] == ["changed"]


def test_every_quote_of_an_unchanged_text_is_the_same() -> None:
    assert {r.state for r in recalled(OLD, "begin on Sunday", "hundreds", "The")} == {"same"}


@given(texts(), st.data())
def test_recall_on_the_same_text_says_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = describe(text, (start, data.draw(st.integers(start + 1, len(text)))))
    claim = Claim("c1", evidence=(Evidence("e1", "s1", quote),))
    source = Source("s1", text_sha=quote.text_sha)
    brief = Brief("b1", sections=(Section("x", items=(claim,)),), sources=(source,))
    (found,) = recall(brief, source, text, text, quote.text_sha)
    assert (found.state, found.span, found.proposal) == ("same", (quote.start, quote.end), "accept")


CASES = [
    # quote, words replaced, by what, state, what stands there now, proposal
    ("hundreds and sent 1 million people", "hundreds", "dozens", "changed",
        "dozens and sent 1 million people", "relink"),
    ("killed hundreds", "hundreds", "dozens", "changed", "killed dozens", "relink"),
    ("sent 1 million people", "1 million", "900,000", "changed", "sent 900,000 people", "relink"),
    ("reached the summit first", "Team Alpha", "Team Beta", "moved", "reached the summit first", "relink"),
    ("begin on Sunday", "last week", "this week", "same", "begin on Sunday", "accept"),
    ("The minister did not provide further details",
        "The minister did not provide further details about the plan.\n",
     "", "vanished", "", "keep"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "gone", "come", "state", "now", "proposal"), CASES)
def test_a_quote_is_recalled(quote: str, gone: str, come: str, state: str, now: str, proposal: str) -> None:
    new = OLD.replace(gone, come)
    (found,) = recalled(new, quote)
    assert (found.state, found.now, found.proposal) == (state, now, proposal)
    assert found.span is None or new[slice(*found.span)] == found.now


def test_a_changed_quote_shows_its_words_beside_the_new_ones() -> None:
    (found,) = recalled(OLD.replace("hundreds", "dozens"), "killed hundreds and sent")
    differing = [hunk for hunk in found.words if hunk.kind != "equal"]
    assert [found.quote[slice(*h.old)].strip() for h in differing] == ["hundreds"]
    assert [found.now[slice(*h.new)].strip() for h in differing] == ["dozens"]
    assert found.distance == 2


def test_words_that_stand_at_several_new_places_are_left_to_choose() -> None:
    new = "He said: the summit. She said: the summit. " + OLD.replace(
        "Team Alpha reached the summit first.", ""
    )
    (found,) = recalled(new, "the summit")
    assert (found.state, found.span, found.proposal) == ("moved", None, "none")
    assert len(found.candidates) == 2


def test_words_that_stand_twice_in_both_texts_stay_where_they_were() -> None:
    old = "A truce holds.\nIn Idlib a truce holds today.\nThe end."
    (found,) = recalled("Corrected.\n" + old, "truce holds today", old=old)
    assert found.state == "same"
    again = recalled("Corrected.\n" + old, "truce holds", old=old)[0]
    assert (again.state, again.span) == ("same", (13, 24))


def test_only_quotes_of_the_old_version_are_recalled() -> None:
    brief = brief_of("begin on Sunday")
    assert recall(brief, replace(brief.sources[0], id="s7"), OLD, "", "x") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.voanews.com/a/1.html", "http://voanews.com/a/1.html"),
        ("https://voanews.com/a/", "https://VOANEWS.com/a#top"),
        ("https://voanews.com/a?utm_source=x&id=2", "https://voanews.com/a?id=2"),
        ("voanews.com/a", "https://voanews.com/a"),
        ("https://voanews.com:443/a", "https://voanews.com/a"),
    ],
)
def test_addresses_of_one_page_are_alike(one: str, other: str) -> None:
    assert address(one) == address(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.org/x?id=1", "https://a.org/x?id=2"),
        ("https://a.org/x", "https://b.org/x"),
        ("a.org/X", "a.org/x"),
    ],
)
def test_but_other_pages_are_not(one: str, other: str) -> None:
    assert address(one) != address(other)


@pytest.mark.parametrize("url", ["", "http://[bad", "https://", "http://a:99999999/"])
def test_what_is_no_address_is_like_nothing(url: str) -> None:
    assert address(url) == ""


def test_an_article_of_the_same_address_or_outlet_and_title_is_suspected() -> None:
    known = (
        Source("s1", title="Patrols start", publisher="VOA", url="https://voa.com/1", text_sha="a"),
        Source("s2", title="Patrols  START!", publisher="voa", text_sha="b"),
        Source("s3", title="Patrols start", publisher="AP", text_sha="c"),
        Source("s4", url="http://www.voa.com/1/", supersedes="s1", text_sha="d"),
        Source("s5", text_sha="e"),
    )
    brief = Brief("b1", sources=known)
    new = Source("s9", title="Patrols start", publisher="VOA", url="https://voa.com/1#c", text_sha="f")
    assert [s.id for s in suspects(brief, new)] == ["s2", "s4"]
    assert [s.id for s in suspects(brief, replace(new, text_sha="b"))] == ["s4"]
    assert suspects(brief, Source("s9", text_sha="g")) == ()
