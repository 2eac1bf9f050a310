"""Edits of versions."""

from __future__ import annotations

import pytest

from briefing import lookup
from briefing.edits.revisions import accept, accept_all, newest, older, release, supersede, supersede_known
from briefing.errors import BriefingError, NotFound, Refused
from briefing.model import Brief, Claim, Evidence, Section, Source
from briefing.quoting.anchor import describe
from briefing.text import sha256

OLD, NEW = "Patrols begin on Sunday. Hundreds fled.", "Patrols begin on Monday. Dozens fled."


def brief() -> Brief:
    quotes = [describe(OLD, (0, 23)), describe(OLD, (25, 33))]
    claim = Claim("c1", evidence=tuple(Evidence(f"e{n}", "s1", q, note="n") for n, q in enumerate(quotes)))
    return Brief(
        "b1",
        sections=(Section("x", items=(claim,)),),
        sources=(
            Source(
                "s1", "report", "Patrols", "VOA", grade="B", descriptor="d", text_sha=sha256(OLD), origin="AP"
            ),
            Source("s2", title="Other", text_sha="zz"),
        ),
    )


def fresh(ident: str = "s9", **fields: str) -> Source:
    return Source(ident, text_sha=sha256(NEW), **fields)  # type: ignore[arg-type]


def test_a_new_version_stands_after_the_old_one_with_what_was_set_by_hand() -> None:
    after = supersede(brief(), "s1", fresh(publisher="AP News"))
    assert [s.id for s in after.sources] == ["s1", "s9", "s2"]
    new = after.sources[1]
    assert (new.supersedes, new.kind, new.grade, new.descriptor, new.origin) == (
        "s1",
        "report",
        "B",
        "d",
        "AP",
    )
    assert (new.title, new.publisher, new.text_sha) == ("Patrols", "AP News", sha256(NEW))


def test_and_the_quotes_stay_on_the_old_one() -> None:
    after = supersede(brief(), "s1", fresh())
    assert len(lookup.links_of_source(after, "s1")) == 2


@pytest.mark.parametrize(
    ("old", "source", "message"),
    [
        ("s1", Source("s9", text_sha=sha256(OLD)), "already, as s1 “Patrols”"),
        ("s1", Source("s9", text_sha="zz"), "already, as s2 “Other”"),
        ("s1", Source("s2", text_sha="new"), "s2 is in this brief already"),
        ("s7", Source("s9", text_sha="new"), "no source “s7”"),
    ],
)
def test_a_version_that_is_none_is_refused(old: str, source: Source, message: str) -> None:
    with pytest.raises(BriefingError, match=message):
        supersede(brief(), old, source)


def test_an_old_version_names_the_newest_one() -> None:
    twice = supersede(supersede(brief(), "s1", fresh()), "s9", Source("s10", title="Third", text_sha="t"))
    with pytest.raises(Refused, match="newest version is s10 “Third”"):
        supersede(twice, "s1", Source("s11", text_sha="u"))
    assert [s.id for s in older(twice, twice.sources[2])] == ["s9", "s1"]
    assert newest(twice, twice.sources[0]).id == "s10"


def test_two_known_sources_are_made_versions_and_released() -> None:
    after = supersede_known(brief(), "s1", "s2")
    assert after.sources[1].supersedes == "s1"
    assert after.sources[1].grade == "B"
    assert supersede_known(after, "s1", "s2") is after
    back = release(after, "s2")
    assert back.sources[1].supersedes == ""
    assert release(back, "s2") is back


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [("s1", "s1", "itself"), ("s2", "s1", "itself a later version"), ("s3", "s2", "a later version of s1 "
        "already"),
     ("s1", "s3", "superseded already")],
)  # fmt: skip
def test_circles_and_forks_are_refused(old: str, new: str, message: str) -> None:
    start = brief()
    three = supersede_known(
        Brief("b1", sources=(*start.sources, Source("s3", title="Third", text_sha="t"))), "s1", "s2"
    )
    with pytest.raises(Refused, match=message):
        supersede_known(three, old, new)


def test_one_text_is_not_its_own_version() -> None:
    twins = Brief("b1", sources=(Source("s1", text_sha="a"), Source("s2", text_sha="a")))
    with pytest.raises(Refused, match="the same text"):
        supersede_known(twins, "s1", "s2")


def test_accepted_evidence_moves_with_all_that_was_said_of_it() -> None:
    after = supersede(brief(), "s1", fresh())
    quotes = describe(NEW, (0, 23)), describe(NEW, (25, 31))
    one = accept(after, "e1", "s9", quotes[1])
    assert [(e.id, e.source, e.note) for _, e in lookup.evidence(one)] == [
        ("e0", "s1", "n"),
        ("e1", "s9", "n"),
    ]
    every = accept_all(after, "s9", [("e0", quotes[0]), ("e1", quotes[1])])
    assert [e.quote.exact for _, e in lookup.evidence(every)] == ["Patrols begin on Monday", "Dozens"]


def test_evidence_follows_a_chain_of_versions() -> None:
    twice = supersede(supersede(brief(), "s1", Source("s5", text_sha="m")), "s5", fresh())
    after = accept(twice, "e0", "s9", describe(NEW, (0, 7)))
    assert lookup.links_of_source(after, "s9")


def test_but_not_to_another_article_or_text() -> None:
    after = supersede(brief(), "s1", fresh())
    with pytest.raises(Refused, match="not a later version"):
        accept(after, "e0", "s2", describe(NEW, (0, 7)))
    with pytest.raises(Refused, match="another text"):
        accept(after, "e0", "s9", describe(OLD, (0, 7)))
    with pytest.raises(NotFound):
        accept(after, "e7", "s9", describe(NEW, (0, 7)))
