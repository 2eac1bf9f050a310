"""Any field by its name, read from what a person typed."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import edits, lookup
from briefing.edits import FIELDS
from briefing.errors import BadInput, BriefingError, NotFound
from briefing.model import Figure, Judgement, Waiver
from tests.briefing.samples import sample

BRIEF = edits.add_figure(sample(), "situation", Figure("f1", "A road.", "0" * 64, "image/png", 4, 2))
ONE = lookup.words_of(lookup.claim(BRIEF, "c1"))
NAMES = [(kind, name) for kind, readers in FIELDS.items() for name in readers]
FIRST = {
    "Brief": "brief",
    "Section": "gaps",
    "Source": "s1",
    "Claim": "c1",
    "Actor": "a1",
    "Judgement": "j1",
    "Evidence": "e1",
    "Figure": "f1",
}


@pytest.mark.parametrize(
    ("ident", "field", "typed", "value"),
    [
        ("brief", "title", " New\ntitle ", "New title"),
        ("brief", "as_of", "2020-03-13T18:00", "2020-03-13T18:00"),
        ("brief", "as_of", "2020-03-13 18:00:30Z", "2020-03-13T18:00:30Z"),
        ("brief", "cut_off", "2020-03-13T18:00+03:00", "2020-03-13T18:00+03:00"),
        ("brief", "cut_off", " 2020-03 ", "2020-03"),
        ("brief", "cut_off", "", ""),
        ("brief", "marking", "tlp:amber+strict", "TLP:AMBER+STRICT"),
        ("brief", "marking", " House — internal ", "House — internal"),
        ("brief", "standard", "PHIA", "phia"),
        ("brief", "edition", " 12 ", 12),
        ("gaps", "title", "What we do not know", "What we do not know"),
        ("gaps", "guidance", "One line.\r\nAnother.\x00\ud800", "One line.\nAnother."),
        ("s1", "kind", "REPORT", "report"),
        ("s1", "authors", "A. One; B. Two;; A. One\nC, Three", ("A. One", "B. Two", "C, Three")),
        ("s1", "published", "2020", "2020"),
        (
            "s1",
            "url",
            " https://en.example.org/wiki/Idlib_(city)?a=b#c ",
            "https://en.example.org/wiki/Idlib_(city)?a=b#c",
        ),
        ("s1", "url", "", ""),
        ("s1", "grade", "b", "B"),
        ("s1", "grade", "", ""),
        ("s1", "read", "YES", True),
        ("c1", "text", "two\nlines", "two lines"),
        ("brief", "as_of", "13 March 2020, 18:00", "2020-03-13T18:00"),
        ("brief", "cut_off", "٢٠٢٠-٠٣-١٣", "2020-03-13"),
        ("s1", "published", "13 March 2020", "2020-03-13"),
        ("s1", "published", "13.3.2020", "2020-03-13"),
        ("s1", "published", "13. März 2020", "2020-03-13"),
        ("s1", "published", "le 13 mars 2020", "2020-03-13"),
        ("s1", "accessed", "1/13/2020", "2020-01-13"),
        ("s1", "published", "März 2020", "2020-03"),
        ("s1", "published", "1066", "1066"),
        ("c1", "kind", "assumption", "assumption"),
        ("c3", "facet", "Intent", "intent"),
        (
            "c1",
            "waivers",
            "L1: agreed: so; L3:known",
            (Waiver("L1", "agreed: so", ONE), Waiver("L3", "known", ONE)),
        ),
        ("a1", "aliases", "Akar, HA; Akar", ("Akar", "HA")),
        ("a1", "kind", "", ""),
        ("j1", "likelihood", "  Very   LIKELY ", "very likely"),
        ("j1", "likelihood", "", ""),
        ("j1", "confidence", "High", "high"),
        ("j1", "basis", "c2; c4,c2", ("c2", "c4")),
        ("j1", "basis", "", ()),
        ("j1", "indicators", "Fewer flights; More talks, soon", ("Fewer flights", "More talks, soon")),
        ("f1", "share", " 60 % ", 60),
        ("f1", "source", "s1", "s1"),
        ("f1", "source", "", ""),
        ("f1", "alternative", " A map\nof a road ", "A map of a road"),
        ("f1", "waivers", "L20: drawn", (Waiver("L20", "drawn", "A road."),)),
        ("e1", "stance", "contradicts", "contradicts"),
        ("e1", "credibility", "6", "6"),
        ("e1", "note", " two\nlines ", "two\nlines"),
    ],
)
def test_a_typed_value_is_read_and_set(ident: str, field: str, typed: str, value: Any) -> None:
    after = edits.set_field(BRIEF, ident, field, typed)
    assert getattr(lookup.entity(after, ident), field) == value


@pytest.mark.parametrize(
    ("ident", "field", "typed"),
    [
        ("f1", "share", "5"),
        ("f1", "share", "101"),
        ("f1", "share", "wide"),
        ("f1", "picture_sha", "x"),
        ("brief", "as_of", "13 March"),
        ("brief", "as_of", "03/04/2020"),
        ("brief", "as_of", "2020-03-13 18.00"),
        ("brief", "as_of", "2020-03-13T25:00"),
        ("brief", "as_of", "2020-03-13T"),
        ("brief", "as_of", "2020-03T18:00"),
        ("brief", "as_of", "T18:00"),
        ("brief", "cut_off", "2020-02-30"),
        ("brief", "cut_off", "٢٠٢٠-٠٣-٣٢"),
        ("brief", "marking", "TLP:PURPLE"),
        ("brief", "marking", "tlp amber"),
        ("brief", "standard", "iso"),
        ("brief", "edition", "0"),
        ("brief", "edition", "1.5"),
        ("brief", "edition", "١"),
        ("brief", "edition", "99999"),
        ("brief", "id", "b2"),
        ("brief", "sections", ""),
        ("gaps", "title", "  "),
        ("gaps", "kind", "prose"),
        ("s1", "kind", "poem"),
        ("s1", "url", "javascript:alert(1)"),
        ("s1", "url", "//host/share"),
        ("s1", "published", "2020-13"),
        ("s1", "published", "0000"),
        ("s1", "grade", "G"),
        ("s1", "read", "maybe"),
        ("s1", "text_sha", "00"),
        ("c1", "kind", ""),
        ("c1", "waivers", "L1"),
        ("c1", "waivers", "agreed"),
        ("c1", "evidence", "e1"),
        ("a1", "kind", "robot"),
        ("j1", "likelihood", "realistic possibility"),
        ("j1", "likelihood", "possible"),
        ("j1", "standard", "iso"),
        ("j1", "confidence", "very high"),
        ("j1", "basis", "j2"),
        ("e1", "stance", "maybe"),
        ("e1", "credibility", "7"),
        ("e1", "quote", "other words"),
    ],
)
def test_but_a_value_that_does_not_fit_is_refused(ident: str, field: str, typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        edits.set_field(BRIEF, ident, field, typed)
    assert caught.value.message


@pytest.mark.parametrize(
    ("ident", "field", "typed"), [("c99", "text", "x"), ("j1", "basis", "c1; c99"), ("j1", "basis", "s")]
)
def test_what_is_not_there_cannot_be_set_or_named(ident: str, field: str, typed: str) -> None:
    with pytest.raises(NotFound):
        edits.set_field(BRIEF, ident, field, typed)


def test_an_unknown_field_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="A claim has no field “colour”") as caught:
        edits.set_field(BRIEF, "c1", "colour", "red")
    assert caught.value.hint == "Fields: text, kind, marking, facet, day, waivers."


def test_a_likelihood_keeps_the_standard_it_was_chosen_under() -> None:
    phia = edits.set_field(BRIEF, "brief", "standard", "phia")
    assert lookup.item(phia, "j1").standard == "icd203"
    chosen = edits.set_field(phia, "j1", "likelihood", "Realistic possibility")
    judgement = lookup.item(chosen, "j1")
    assert isinstance(judgement, Judgement)
    assert (judgement.likelihood, judgement.standard) == ("realistic possibility", "phia")
    with pytest.raises(BadInput, match="not a term of ICD 203"):
        edits.set_field(chosen, "j1", "standard", "icd203")
    undecided = lookup.item(edits.set_field(chosen, "j1", "likelihood", ""), "j1")
    assert (undecided.likelihood, undecided.standard) == ("", "")


@pytest.mark.parametrize(("kind", "field"), NAMES, ids=[f"{k.__name__}.{f}" for k, f in NAMES])
def test_every_field_that_may_be_set_is_a_field(kind: type, field: str) -> None:
    assert field in {f.name for f in fields(kind)}


@given(
    st.sampled_from(NAMES),
    st.text(max_size=12) | st.sampled_from(("2020-03-13", "L1: so", "c1", "yes", "TLP:RED", "likely")),
)
def test_whatever_is_typed_is_set_or_refused_and_setting_it_again_changes_nothing(
    name: tuple[type, str], typed: str
) -> None:
    kind, field = name
    ident = FIRST[kind.__name__]
    try:
        once = edits.set_field(BRIEF, ident, field, typed)
    except BriefingError:
        return
    assert edits.set_field(once, ident, field, typed) == once
    value = getattr(lookup.entity(once, ident), field)
    for part in value if isinstance(value, tuple) else (value,):
        str(part).encode()
