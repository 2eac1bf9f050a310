"""Finding words in rows, and replacing them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import edits, inline, lookup
from briefing.edits import SoughtWords, find_words, replace_words
from briefing.edits.replacing import places_in
from briefing.model import Actor, Brief, Claim, Evidence, Figure, Judgement, Quote, Section, Source

SOFT = "The soft\u00adhyphen and the co\u2011operation and the long—dash stand “quoted” here."


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Truce, truce.", SoughtWords("truce"), ["Truce", "truce"]),
        ("Truce, truce.", SoughtWords("truce", case=True), ["truce"]),
        ("A truce of truces", SoughtWords("truce", whole=True), ["truce"]),
        ("G20, G2", SoughtWords("G2", whole=True), ["G2"]),
        ("Idlib’s roads", SoughtWords("Idlib", whole=True), ["Idlib"]),
        (SOFT, SoughtWords("softhyphen"), ["soft\u00adhyphen"]),
        (SOFT, SoughtWords("co-operation", case=True), ["co\u2011operation"]),
        (SOFT, SoughtWords("long-dash"), ["long—dash"]),
        (SOFT, SoughtWords('"quoted"'), ["“quoted”"]),
        ("Türkiye and Turkiye", SoughtWords("turkiye"), ["Türkiye", "Turkiye"]),
        ("Türkiye and Turkiye", SoughtWords("Turkiye", case=True), ["Turkiye"]),
        ("Tu\u0308rkiye", SoughtWords("Tu", case=True), []),
        ("½ a day", SoughtWords("1"), []),
        ("two  words", SoughtWords("two words"), ["two  words"]),
        ("words", SoughtWords("  "), []),
    ],
)
def test_words_are_found_as_search_reads_them(text: str, wanted: SoughtWords, found: list[str]) -> None:
    assert [text[start:end] for start, end in places_in(text, wanted)] == found


EVIDENCE = Evidence("e1", "s1", Quote("Turkey said", "", "", 0, "sha"))
BRIEF = Brief(
    "b1",
    "Turkey and Idlib",
    sections=(
        Section("p1", "situation", "Situation", items=(
            Claim("c1", "**Turkey** said that [Turkey](https://a.example/x) waits", evidence=(EVIDENCE,)),
            Claim("c2", "turkey farms"),
        )),
        Section("p2", "actors", "Actors"),
        Section("p3", "outlook", "Outlook", items=(Judgement("j1", "Turkey stays"),)),
    ),
    actors=(Actor("a1", "Turkey", ("Turkey’s army",), statements=(Claim("c3", "Turkey"),)),),
    sources=(Source("s1", title="Turkey in an article", text_sha="sha"),),
)  # fmt: skip


def texts(brief: Brief) -> dict[str, str]:
    return {item.id: item.text for item in lookup.statements(brief)}


def test_words_are_replaced_in_the_title_in_claims_actors_and_judgements_and_keep_style_and_links() -> None:
    after = replace_words(BRIEF, SoughtWords("Turkey", case=True), "Türkiye")
    assert after.title == "Türkiye and Idlib"
    assert texts(after) == {
        "c1": "**Türkiye** said that [Türkiye](https://a.example/x) waits",
        "c2": "turkey farms",
        "c3": "Türkiye",
        "j1": "Türkiye stays",
    }
    assert (after.actors[0].name, after.actors[0].aliases) == ("Türkiye", ("Türkiye’s army",))
    assert lookup.claim(after, "c1").evidence == (EVIDENCE,)
    assert after.sources == BRIEF.sources


@pytest.mark.parametrize(
    ("part", "rows"),
    [
        ("claims", ["c1", "c1", "c2", "c3"]),
        ("actors", ["a1", "a1"]),
        ("judgements", ["j1"]),
        ("title", ["title"]),
    ],
)
def test_a_part_of_the_brief_can_be_chosen(part: edits.Part, rows: list[str]) -> None:
    found = find_words(BRIEF, SoughtWords("turkey", parts=frozenset({part})))
    assert sorted(place.row for place in found) == rows


def test_one_place_can_be_replaced_alone() -> None:
    wanted = SoughtWords("Turkey")
    second = [place for place in find_words(BRIEF, wanted) if place.row == "c1"][1]
    after = replace_words(BRIEF, wanted, "Ankara", [second])
    assert texts(after)["c1"] == "**Turkey** said that [Ankara](https://a.example/x) waits"
    assert {k: v for k, v in texts(after).items() if k != "c1"} == {
        k: v for k, v in texts(BRIEF).items() if k != "c1"
    }
    assert after.actors == BRIEF.actors


def test_untouched_rows_stay_the_same_objects() -> None:
    after = replace_words(BRIEF, SoughtWords("farms"), "farm")
    assert after.sections[2] is BRIEF.sections[2]
    assert after.sections[0].items[0] is BRIEF.sections[0].items[0]
    assert after.actors[0] is BRIEF.actors[0]
    assert replace_words(BRIEF, SoughtWords("zebra"), "x") is BRIEF


@given(st.text(st.sampled_from("aAbé*_[]–’ \u0301"), max_size=20), st.sampled_from(["a", "b", "a b", "é"]))
def test_what_was_replaced_is_not_found_again_and_the_rest_stays(text: str, sought: str) -> None:
    claim = Claim("c1", inline.escape(inline.one_line(text)))
    section = Section("p1", "prose", "S", items=(claim,))
    brief = replace(BRIEF, sections=(section,), actors=())
    wanted = SoughtWords(sought, parts=frozenset({"claims"}))
    before = inline.plain(claim.text)
    spans = [(place.start, place.end) for place in find_words(brief, wanted)]
    after = inline.plain(lookup.claim(replace_words(brief, wanted, "ZZ"), "c1").text)
    expected = before
    for start, end in reversed(spans):
        expected = expected[:start] + "ZZ" + expected[end:]
    assert after == inline.one_line(expected)


def test_the_caption_of_a_figure_is_found_among_the_claims_and_replaced() -> None:
    figure = Figure("f1", "A camp in **Turkey**")
    brief = replace(BRIEF, sections=(Section("p1", "situation", "Situation", items=(figure,)),), actors=())
    after = replace_words(brief, SoughtWords("turkey", parts=frozenset({"claims"})), "Türkiye")
    assert after.sections[0].items == (replace(figure, text="A camp in **Türkiye**"),)
