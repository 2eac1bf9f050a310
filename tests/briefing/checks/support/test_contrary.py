"""Opposites, stages of one affair, kinds of a thing, and words of measure that no quote bears out."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def verbs(claim: str, *quotes: str) -> list[Mark]:
    cited = [Cited(f"e{n}", words) for n, words in enumerate(quotes)]
    return [m for m in compare(claim, cited) if m.kind == "verb" and m.state != "found"]


@pytest.mark.parametrize(
    ("quote", "claim", "theirs"),
    [
        ("Wheat prices climbed sharply in spring.", "Wheat prices dropped sharply in spring.", "climbed"),
        ("It was the wettest and best season of the club.", "It was the worst season of the club.", "best"),
        ("The smallest of the three dams leaked.", "The largest of the three dams leaked.", "smallest"),
        ("Most villages kept their power.", "Few villages kept their power.", "Most"),
        ("The auditor understated the debt.", "The auditor overstated the debt.", "understated"),
        ("The mixture is harmful to bees.", "The mixture is harmless to bees.", "harmful"),
        ("Rents in the port fell as wages in the hills rose.", "Rents in the port rose.", "fell"),
        ("Eleven miners were hurt in the blast.", "Eleven miners were killed in the blast.", "hurt"),
        ("Eleven miners died in the blast.", "Eleven miners were injured in the blast.", "died"),
        ("Prosecutors charged the banker with fraud.", "The banker was convicted of fraud.", "charged"),
        ("Both governments signed the water pact.", "Both governments ratified the water pact.", "signed"),
        ("The donors pledged forty trucks.", "The donors delivered forty trucks.", "pledged"),
        ("Shells damaged the grain terminal.", "Shells destroyed the grain terminal.", "damaged"),
        ("Two sailors are missing.", "Two sailors are dead.", "missing"),
        ("The committee drafted the charter.", "The committee adopted the charter.", "drafted"),
        ("The airline suspended the route.", "The airline abolished the route.", "suspended"),
        (
            "A frigate shadowed the convoy off Narvik.",
            "A corvette shadowed the convoy off Narvik.",
            "frigate",
        ),
        ("Floods cut off the valley.", "A quake cut off the valley.", "Floods"),
        ("The broker faces trial for fraud.", "The broker faces trial for murder.", "fraud"),
    ],
)
def test_an_opposite_or_another_stage_contradicts(quote: str, claim: str, theirs: str) -> None:
    (mark,) = verbs(claim, quote)
    assert (mark.state, mark.severity, mark.nearest) == ("differs", "error", theirs)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        # The claim speaks of both.
        ("The lower town was flooded in May.", "The upper and the lower town were flooded in May."),
        (
            "The virus harms the lungs above all.",
            "The virus harms organs such as the lungs, heart and liver.",
        ),
        # The later stage went through the earlier one.
        ("Both governments ratified the water pact.", "Both governments signed the water pact."),
        ("The banker was convicted of fraud.", "The banker was charged with fraud."),
        # Another subject's verb, a clause on what is brought to an end, an opposite that is denied.
        ("The decree ends a practice that lets boats sail at night.", "The decree bans boats at night."),
        ("Wheat prices did not climb in spring.", "Wheat prices dropped in spring."),
        ("Three guards were killed and four porters hurt.", "Four porters were hurt, three guards killed."),
        ("Few of the wells have not dried up.", "Most of the wells have dried up."),
        ("The storm sank a ferry and a tanker.", "The storm sank a tanker."),
        # Measures, dates and idioms have no opposite.
        ("The ferry carried at least sixty people.", "The ferry carried at least sixty people."),
        ("The strike came in early June.", "The strike came in June."),
        ("The hearing took place in Graz.", "The hearing took place in Graz."),
        ("Doctors gave cardiac failure as why he died.", "Cardiac arrest was why he died."),
    ],
)
def test_what_only_looks_like_an_opposite_is_silent(quote: str, claim: str) -> None:
    assert verbs(claim, quote) == []


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Rising lake levels force farmers on Ile Verte to leave.",
         "Farmers leave Ile Verte, which is sinking into the lake."),
        ("The index is this high for the first time in nine years of surveys.",
         "The index has reached a level last seen nine years ago."),
    ],
)  # fmt: skip
def test_an_opposite_that_stands_in_another_place_is_a_note(quote: str, claim: str) -> None:
    assert [m.severity for m in verbs(claim, quote)] == ["note"]


def test_what_two_things_did_is_not_exchanged_between_them() -> None:
    (mark, *_) = verbs("Rents in Graz rose as wages fell.", "Rents in Graz fell as wages rose.")
    assert mark.severity == "error"


@pytest.mark.parametrize(
    ("quote", "claim", "word"),
    [
        ("The port handled grain and timber.", "The port handled the smallest loads.", "smallest"),
        ("She ran a bakery in Lviv.", "She ran the worst bakery in Lviv.", "worst"),
        ("Ice covers the bay.", "Ice in the bay is decreasing.", "decreasing"),
    ],
)
def test_a_word_of_measure_that_no_quote_has_is_a_note(quote: str, claim: str, word: str) -> None:
    (mark,) = verbs(claim, quote)
    assert (mark.state, mark.severity, claim[mark.start : mark.end]) == ("absent", "note", word)
    assert mark.reason == f"No quote says “{word}”, nor a word for it."


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Ice in the bay is shrinking.", "Ice in the bay is decreasing."),
        ("The port's debut year was 1950.", "Its first year was 1950."),
        ("A member of the choir since May", "In May she joined the choir."),
    ],
)
def test_a_word_of_the_same_meaning_bears_it_out(quote: str, claim: str) -> None:
    assert verbs(claim, quote) == []


@pytest.mark.parametrize(
    ("quote", "claim", "word"),
    [
        ("Before the war, in Bonn, she trained as a dentist.", "She was a clerk before the war.", "clerk"),
        ("It was her grandfather who, at ninety, mended it.", "Her grandmother mended it.", "grandmother"),
        ("She is known for prizes, songs, poems and jazz music.", "She is known for reggae music.", "reggae"),
    ],
)
def test_another_thing_of_the_same_sort_in_a_sentence_on_the_same_is_a_warning(
    quote: str, claim: str, word: str
) -> None:
    marks = {claim[m.start : m.end]: m.severity for m in verbs(claim, quote)}
    assert marks[word] == "warning"


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Her brother was a dentist. The mill burned.", "A clerk sold the mill."),
        ("The dentist, once a clerk, mended the mill.", "The clerk mended the mill."),
    ],
)
def test_but_not_where_the_quote_speaks_of_something_else_or_has_it_too(quote: str, claim: str) -> None:
    assert verbs(claim, quote) == []
