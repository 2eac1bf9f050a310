"""Names of a claim against those of its quotes: each row is a claim, a quote, and what is found."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, Named, compare


def names_of(claim: str, quote: str, *actors: Named, before: str = "", article: str = "") -> list[Mark]:
    """Return the marks of names that the quote does not bear out."""
    cited = [Cited("e", quote, "supports", "2020-03-13", "en", before=before, source="a")]
    marks = compare(claim, cited, actors, lambda _source: article)
    return [mark for mark in marks if mark.kind == "name" and mark.state != "found"]


def words(claim: str, marks: list[Mark]) -> list[str]:
    return [claim[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("claim", "quote", "name"),
    [
        ("Novatek sold the field.", "Rosneft sold the field.", "Novatek"),
        ("Vovchansk fell in the first days.", "Izyum fell in the first days.", "Vovchansk"),
        ("Fidan's aides left.", "Akar's aides left.", "Fidan"),
        ("The port is shut. Ansar shelled it.", "The port is shut. Quds shelled it.", "Ansar"),
        ("Connolly, 52, was detained.", "Ruth Ames, 52, was detained.", "Connolly"),
        # a word of the language, and a name by what follows it
        ("Banks resigned over the loan.", "Ames resigned over the loan.", ""),
        ("Rice resigned over the loan.", "Ames resigned over the loan.", "Rice"),
        ("Meadows was born in Bonn.", "Ames was born in Bonn.", "Meadows"),
        ("Paradise is a horse.", "Jubilo is a horse.", "Paradise"),
        ("Mirrors Have was a hit.", "Dancers Do was a hit.", "Mirrors"),
        ("Area II was shut.", "Zone II was shut.", "Area II"),
        ("House of Mirrors sold well.", "Garden of Mirrors sold well.", "House of Mirrors"),
        # the number before a name is none of it
        ("Two Likud members left.", "Two members of the committee left.", "Likud"),
        # or by the capital that it has inside a sentence
        ("Shell left. Shell paid.", "The firm left, and Shell paid.", ""),
        ("Banks fell. The police found Banks.", "He fell. The police found Ames.", "Banks"),
    ],
)
def test_a_name_that_opens_a_sentence_is_compared(claim: str, quote: str, name: str) -> None:
    assert words(claim, names_of(claim, quote))[:1] == ([name] if name else [])


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Villagers fled the shelling.", "Residents ran from the shells."),
        ("Zookeepers found the tiger.", "Staff found the tiger."),
        ("Reportedly the tiger escaped.", "The tiger escaped, it was reported."),
        ("Flooding closed the road.", "The road was shut by high water."),
        ("Oil fell on Friday.", "Crude fell on Friday."),
        ("Police said the road was closed.", "Officers said the road was closed."),
        ("Politics is dull.", "The debates were dull."),
        ("Wheat prices rose.", "Grain got dearer."),
        ("The TV crew and two MPs left.", "Two lawmakers left with the crew."),
        ("Theresa May resigned.", "May resigned on Friday."),
        ("Residents of Gaza left.", "People in Gaza left."),
        ("Members of the committee left.", "Two of the committee left."),
        ("Fatah closed the crossing.", "The crossing was closed by Fatah."),
    ],
)
def test_but_a_word_of_the_language_that_opens_one_is_none(claim: str, quote: str) -> None:
    assert words(claim, names_of(claim, quote)) == []


def test_an_actor_is_a_name_wherever_the_word_stands() -> None:
    claim, quote = "Shield shelled the port.", "Guard shelled the port."
    assert words(claim, names_of(claim, quote)) == []
    assert words(claim, names_of(claim, quote, Named("Shield"))) == ["Shield"]
    assert names_of(claim, "Guards of the Coast shelled it.", Named("Shield", ("Guards of the Coast",))) == []


# Two names of one body, a line each: either may stand in the claim and the other in the quote.
SAME = """al-Qaida|al-Qaeda
Hizbullah|Hezbollah
Ansarallah|Houthis
Raqqah|Raqqa
Idleb|Idlib
Lukashenka|Lukashenko
Teheran|Tehran
Bombay|Mumbai
Welsh|Wales
Scottish|Scotland
English|England
Crimean|Crimea
Tigrayan|Tigray
Trinidadian|Trinidad
Dagestani|Dagestan
Abkhazian|Abkhazia
New Zealander|New Zealand
Ministry of Defence|MoD
Foreign Ministry|MFA
Revolutionary Guards|IRGC
People's Liberation Army|PLA
UN Security Council|UNSC
Democratic Republic of the Congo|DRC
World War II|Second World War
St Petersburg|Saint Petersburg
F-16|F16
Lockheed F-16|F-16
Elm United F.C.|Elm United
Shizuoka Prefecture|Shizuoka
Food and Drug Administration|FDA
Martin Van Buren|Van Buren
Gaza Strip|Gaza
Wagner Group|Wagner
Holm Institution|Holm
Faroe Islands|Faeroes
Managing Editor Lena Holm|Lena Holm
Deputy Editor Ines Falk|Ines Falk
Labour MP Omar Levin|Omar Levin
Tim Voss|Timothy Carl Voss
Bill Ames|William Ames
John F. Ames|President Ames
Xi Jinping|President Xi
Grid Watch|GridWatch
Holm Galleries|Holm Gallery
Governors' Cup|Governor's Cup
White House|US president
Knesset|Israeli parliament
Kremlin|Russian government
U.S|U.S.
neo-Nazism|neo-Nazi"""


@pytest.mark.parametrize(("one", "two"), [row.split("|") for row in SAME.split("\n")])
def test_names_of_one_body_bear_each_other_out(one: str, two: str) -> None:
    for mine, theirs in ((one, two), (two, one)):
        for sentence in ("The plan of {} was rejected.", "{} rejected the plan."):
            claim = sentence.format(mine)
            assert words(claim, names_of(claim, sentence.format(theirs))) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Wales", "Scottish"),
        ("Tigray", "Crimean"),
        ("MoD", "MFA"),
        ("World War II", "World War I"),
        ("Gaza Strip", "Hebron"),
        ("Managing Editor Lena Holm", "Managing Editor Carl Voss"),
        ("Tim Voss", "Carl Voss"),
        ("F16", "F-35"),
        ("White House", "French president"),
        ("Kremlin", "US government"),
        ("Wagner Group", "Azov Brigade"),
        ("Idlib", "Aleppo"),
        ("UNSC", "UN General Assembly"),
        ("Xi Jinping", "President Lula"),
    ],
)
def test_but_not_those_of_two(one: str, two: str) -> None:
    for mine, theirs in ((one, two), (two, one)):
        claim = f"The plan of {mine} was rejected."
        assert names_of(claim, f"The plan of {theirs} was rejected."), (mine, theirs)


def test_who_sits_in_a_body_is_not_the_body() -> None:
    claim = "The cuts were agreed by Varnholt County Council."
    assert words(claim, names_of(claim, "Councillor Ames said the cuts were hard.")) == [
        "Varnholt County Council"
    ]


def test_a_middle_initial_ends_no_sentence() -> None:
    claim, quote = "Ruth F. Ames left from Varnholt Station.", "She left from another station."
    assert [(m.severity, claim[m.start : m.end]) for m in names_of(claim, quote)] == [
        ("note", "Ruth F. Ames"), ("warning", "Varnholt Station"),
    ]  # fmt: skip


def test_nor_does_a_name_whose_initials_it_gives_need_more_than_them() -> None:
    claim = "The Air and Space Museum (ASM) shows it."
    assert names_of(claim, "It is shown by the ASM.") == []
    assert words(claim, names_of(claim, "It is shown by the ASL.")) == ["Air", "Space Museum"]


def test_who_holds_a_post_is_a_name_of_its_own_and_so_is_what_stands_before_it() -> None:
    claim = "Likud MP Ruth Ames left."
    assert names_of(claim, "Ruth Ames of Likud left.") == []
    assert words(claim, names_of(claim, "Ruth Ames of Shas left.")) == ["Likud"]


def test_initials_that_the_claim_gives_a_name_need_no_quote() -> None:
    claim = "The Air and Space Museum ({}) shows it."
    assert names_of(claim.format("ASM"), "The Air and Space Museum shows it.") == []
    assert words(
        claim.format("NATO"), names_of(claim.format("NATO"), "The Air and Space Museum shows it.")
    ) == ["NATO"]


@pytest.mark.parametrize(
    ("claim", "quote", "meant"),
    [
        ("Ruth Ames closed the session.", "Later she closed the session.", "she"),
        ("Ruth Ames taught at Elm School.", "After a year she taught at Elm School.", "she"),
        ("Deep Harbour was shot in Oslo.", "The film was shot in Oslo.", "The film"),
        (
            "Vanguard Front shelled the port.",
            "On Friday the armed group shelled the port.",
            "the armed group",
        ),
        (
            "Hedda Gabel's premiere took place in Munich.",
            "The crowd liked the premiere in Munich.",
            "the premiere",
        ),
        ("The Elm Award for Best Actor in a Drama was given.", "The award was given.", "The award"),
        ("Soldiers fled in the Sable War.", "They fled when the war began.", "the war"),
        ("Brann Holm left the talks early.", "Brann left the talks early.", "Brann"),
        ("Mount Ames was carved by Ted Baker.", "Ted Baker carved the sculpture.", "the sculpture"),
        ("Ruth Ames's son left.", "After George's death her eldest son left.", "her"),
    ],
)
def test_a_name_that_a_pronoun_may_mean_is_a_note(claim: str, quote: str, meant: str) -> None:
    marks = names_of(claim, quote)
    assert {(mark.state, mark.severity) for mark in marks} == {("absent", "note")}
    assert f"“{meant}”" in marks[0].reason


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        # somebody with a name of his own is the subject
        ("Ruth Ames spent her life in Oslo.", "Connolly lost much of her time in Oslo."),
        ("Ruth Ames signed the pact.", "The pact was signed on Friday."),
        # only what the sentence is about is meant without a word
        ("Ruth Ames met Ted Baker.", "Ruth Ames met him."),
    ],
)
def test_but_not_where_the_quote_speaks_of_somebody_else(claim: str, quote: str) -> None:
    (mark,) = names_of(claim, quote)
    assert (mark.state, mark.severity) == ("absent", "warning")


def test_the_article_says_whom_a_pronoun_means() -> None:
    claim, quote = "Ruth Ames signed the pact.", "She also signed the pact."
    article = "Ruth Ames came. {} " + quote
    (mark,) = names_of(claim, quote, article=article)
    assert (mark.state, mark.severity) == ("elsewhere", "note")
    (mark,) = names_of(claim, quote, article=article.replace("Ruth Ames", "Ada Baker"))
    assert (mark.state, mark.severity) == ("absent", "warning")


@pytest.mark.parametrize(
    ("claim", "quote", "seen"),
    [
        ("The M5 is shut.", "The M4 is shut.", "M4"),
        ("Fatah closed the crossing.", "Hamas closed the crossing.", "Hamas"),
        ("Ruth Ames signed the pact.", "Ted Ames signed the pact on Friday.", "Ted Ames"),
        ("It was written by Ruth Ames.", "The play was written by Ted Baker.", "Ted Baker"),
        ("Deep Harbour is a Danish film.", "Deep Harbour is a 2005 Swedish drama film.", "Swedish"),
        ("Ruth Ames is Danish.", "Ruth Ames is a Swedish painter.", "Swedish"),
    ],
)
def test_another_name_in_the_same_role_contradicts_the_claim(claim: str, quote: str, seen: str) -> None:
    (mark,) = names_of(claim, quote)
    assert (mark.state, mark.nearest) == ("differs", seen)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Ruth Ames joined the club.", "He is known, with his brother Jim Ames, as a pitcher."),
        ("The Duke of Elm came.", "The Duke of Ash and others stayed away."),
        ("Ruth Ames is an English painter.", "Ruth Ames is a British painter."),
        ("The Hibernians won the cup.", "Hibs won the cup on Friday."),
        ("Elm Park was full.", "Aston Elm were cheered."),
    ],
)
def test_but_a_name_of_something_else_does_not(claim: str, quote: str) -> None:
    assert [mark for mark in names_of(claim, quote) if mark.state == "differs"] == []


@pytest.mark.parametrize(
    ("claim", "quote", "severity"),
    [
        # One letter of a longer name is another: a slip, or another transcription.
        ("Hedwig Brandtner built the organ.", "The organ was built by Hedwig Brandner.", "note"),
        ("The Sarvenko gallery is in Graz.", "In Graz the Saravenko gallery opened.", "note"),
        ("Anna Morin built the organ.", "The organ was built by Anna Marin.", "warning"),
        ("Hedwig Brandtner built the organ.", "The organ was built by Hedwig Brucker.", "warning"),
    ],
)
def test_a_name_that_is_spelled_otherwise_is_a_note(claim: str, quote: str, severity: str) -> None:
    assert severity in [
        m.severity for m in compare(claim, [Cited("e1", quote)]) if m.kind == "name" and m.state != "found"
    ]


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The USFS measured the slope.", "The U.S. Forest Service measured the slope."),
        ("Mill Lane declined to comment.", "The Prime Minister’s Office declined to comment."),
    ],
)
def test_initials_and_offices_are_no_other_name(claim: str, quote: str) -> None:
    found = [m for m in compare(claim, [Cited("e1", quote)]) if m.kind == "name"]
    assert "differs" not in [m.state for m in found]


def test_a_pronoun_behind_what_a_name_belongs_to_may_mean_the_claims_own() -> None:
    quote = "A member of the League, he painted ceilings for a year."
    (mark,) = [m for m in compare("Vogt painted ceilings.", [Cited("e1", quote)]) if m.kind == "name"]
    assert mark.severity == "note"


@pytest.mark.parametrize(
    ("claim", "quote", "severity"),
    [
        # What is not so need not be named; what belongs to the name may be the quote's.
        ("Vogt never sang in Verona.", "Vogt sang in Graz only.", "note"),
        ("Vogt sang in Verona.", "Vogt sang in Graz.", "warning"),
        ("Undine’s premiere was in Graz.", "Vogt was at the premiere, which was in Graz.", "note"),
        ("Undine’s premiere was in Graz.", "Vogt was at the rehearsal, which was in Graz.", "warning"),
    ],
)
def test_a_name_that_the_quotes_need_not_have_is_a_note(claim: str, quote: str, severity: str) -> None:
    absent = [m for m in compare(claim, [Cited("e1", quote)]) if m.kind == "name" and m.state == "absent"]
    assert [m.severity for m in absent] == [severity]
