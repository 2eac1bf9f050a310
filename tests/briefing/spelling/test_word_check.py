"""Which words of a text are wrong: no names, acronyms, addresses, code, words with digits."""

from __future__ import annotations

import pytest

from briefing import spelling
from briefing.house_terms import HouseTerm
from briefing.model import Actor, Brief, Claim, Evidence, Quote, Section, Source
from briefing.spelling.dictionaries import built_in_folder
from briefing.spelling.speller import Speller


@pytest.fixture(scope="module")
def british() -> Speller:
    return spelling.load("en", "GB", (built_in_folder(),))


def wrong(text: str, speller: Speller, known: frozenset[str] = frozenset()) -> list[str]:
    return [unknown.word for unknown in spelling.unknown_words(text, speller, known)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The goverment organised talks.", ["goverment"]),
        ("The government organised its defence; they don’t re-elect it.", []),
        ("The goverment’s cease-fire isnt over.", ["goverment’s", "isnt"]),
        ("The color of money", ["color"]),
        ("UNIFIL, NGOs and the UN's staff met", []),
        ("on the 3rd, at 10am, in sector B12", []),
        ("see https://exmaple.org/teh or www.teh.org or anna@teh.org", []),
        ("in /etc/fooo.conf, fooo.txt and snake_teh, `teh` and C:\\fooo\\barr", []),
        ("eBay and McDonaldson", []),
        ("الهدنة هشة", []),
        ("and/or teh/a", ["teh"]),
        ("", []),
    ],
)
def test_words_that_no_dictionary_has(text: str, found: list[str], british: Speller) -> None:
    assert wrong(text, british) == found


def test_places_are_code_points(british: Speller) -> None:
    text = "😀 teh"
    (unknown,) = spelling.unknown_words(text, british, frozenset())
    assert text[unknown.start : unknown.end] == "teh"


def test_own_words_count_with_a_capital_and_for_a_possessor(british: Speller) -> None:
    known = frozenset({"kompromat"})
    assert wrong("Kompromat, kompromat’s worth", british, known) == []
    assert wrong("Kompromat", british) == ["Kompromat"]


def test_names_of_the_brief_are_never_wrong(british: Speller) -> None:
    quote = Quote("said Mazlum Abdi in Kobane on teh day", "", "", 0, "x")
    brief = Brief(
        "b1",
        actors=(Actor("a1", "Hayat Tahrir", aliases=("Julani",)),),
        sources=(Source("s1", title="Zelenskyy talks", publisher="Ukrinform", authors=("Inna Wrobel",)),),
        sections=(Section("x", items=(Claim("c1", evidence=(Evidence("e1", "s1", quote),)),)),),
    )
    known = spelling.known_names(brief)
    text = "Tahrir, Julani, Zelenskyy, Ukrinform, Wrobel, Mazlum and Kobane's teh"
    assert wrong(text, british, known) == ["teh"]
    assert wrong(text, british) != ["teh"]


def test_words_of_the_house_are_never_wrong(british: Speller) -> None:
    terms = (HouseTerm("Türkiye", ("Turkey",)), HouseTerm("IDP", (), "kompromatised person"))
    text = "Türkiye’s kompromatised teh"
    assert wrong(text, british, spelling.known_names(Brief("b1"), terms)) == ["teh"]


def test_american_takes_what_british_does_not() -> None:
    american = spelling.load("en-US", "GB", (built_in_folder(),))
    assert wrong("The color, the colour", american) == ["colour"]
    assert "color" in american.suggestions("colour")


def test_suggestions_keep_the_apostrophe_of_the_page(british: Speller) -> None:
    assert "doesn’t" in british.suggestions("dosn’t")
    assert british.suggestions("goverment")[0] == "government"
