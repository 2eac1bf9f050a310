"""Offices that a claim gives somebody, the day of the source, and headlines."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Named, compare

QUOTE = "Hulusi Akar made the announcement after officials ended four days of talks."
CLAIM = "The foreign minister Hulusi Akar made the announcement."


def flags(claim: str, quote: str, *names: Named) -> list[tuple[str, str, str]]:
    cited = [Cited("e", quote, "supports", "2020-03-13", "en")]
    return [(m.kind, m.state, m.most) for m in compare(claim, cited, names) if m.state != "found"]


def actor(role: str) -> Named:
    return Named("Hulusi Akar", (), "person", role)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        (CLAIM, QUOTE),
        ("Turkish Foreign Minister Hulusi Akar spoke.", "Turkey heard Hulusi Akar speak."),
        ("Hulusi Akar, the foreign minister, spoke.", "Hulusi Akar spoke."),
        ("Hulusi Akar is the foreign minister.", "Hulusi Akar spoke."),
    ],
)
def test_an_office_that_no_quote_gives_is_a_warning(claim: str, quote: str) -> None:
    assert flags(claim, quote) == [("name", "absent", "warning")]


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("Turkish foreign minister", []),
        ("Minister of Foreign Affairs", []),
        ("minister", []),
        ("Turkish defence minister", [("name", "differs", "error")]),
        ("former foreign minister", [("name", "differs", "error")]),
        ("commander of the army", [("name", "absent", "warning")]),
        ("", [("name", "absent", "warning")]),
    ],
)
def test_the_role_of_the_brief_s_actor_bears_it_out_or_differs(
    role: str, found: list[tuple[str, str, str]]
) -> None:
    assert flags(CLAIM, QUOTE, actor(role)) == found


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("President Erdogan met Akar.", "Erdogan met Akar."),
        ("Prime Minister Boris Johnson spoke.", "Boris Johnson spoke."),
        ("The foreign minister, Hulusi Akar, spoke.", "The minister spoke, Hulusi Akar said."),
        ("Defence Minister Hulusi Akar spoke.", "Turkey's defense minister, Hulusi Akar, spoke."),
        ("The foreign minister spoke.", "Hulusi Akar spoke."),
        ("Health Secretary Matt Hancock spoke.", "Matt Hancock, the UK health minister, spoke."),
        ("Defence Minister Akar met his counterpart Shoigu.", "Akar met Shoigu, the defence minister."),
    ],
)
def test_but_a_courtesy_title_or_what_everybody_knows_is_none(claim: str, quote: str) -> None:
    assert flags(claim, quote) == []


def test_an_office_that_the_quote_gives_another_differs() -> None:
    claim = "Foreign Minister Akar met Sergei Lavrov."
    assert flags(claim, "Akar met Foreign Minister Sergei Lavrov.") == [("name", "differs", "error")]


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("The deal was signed on Friday.", "The deal was signed.", [("date", "absent", "note")]),
        ("The deal was signed on 13 March.", "The deal was signed.", [("date", "absent", "note")]),
        ("The deal was signed on Friday.", "The deal was signed on Tuesday.", [("date", "differs", "error")]),
        ("The deal was signed on Tuesday.", "The deal was signed.", [("date", "absent", "error")]),
        ("The deal was signed this week.", "The deal was signed.", []),
        ("The deal was signed in March.", "The deal was signed.", []),
    ],
)
def test_the_day_of_the_source_is_not_when_it_happened(
    claim: str, quote: str, found: list[tuple[str, str, str]]
) -> None:
    assert flags(claim, quote) == found


@pytest.mark.parametrize(
    ("claim", "quote", "kinds"),
    [
        ("FLOODS KILL 12 IN ITALY", "Twelve people died in floods in Italy.", []),
        ("FLOODS KILL 12 IN FRANCE", "Twelve people died in floods in Italy.", ["name"]),
        ("US REJECTS WHO REPORT", "The United States rejected the report of the WHO.", []),
        ("EU WILL BAN FLIGHTS", "The EU may ban flights.", ["modal"]),
        ("EU MAY BAN FLIGHTS", "The EU may ban flights.", []),
        ("The vote will be held in May.", "VOTE MAY BE HELD IN MAY", ["modal"]),
        ("The vote may be held in May.", "VOTE MAY BE HELD IN MAY", []),
        ("VOTE HELD ON TUESDAY", "The vote was held on Wednesday.", ["date"]),
        ("Turkey And Russia Agree To Patrol Idlib Jointly", "Turkey and Russia agreed joint patrols in "
            "Idlib.", []),
        ("Theresa May resigned.", "May resigned on Friday.", []),
    ],
)  # fmt: skip
def test_capitals_of_a_headline_are_no_names(claim: str, quote: str, kinds: list[str]) -> None:
    assert [kind for kind, _state, _most in flags(claim, quote)] == kinds


def test_a_day_that_stands_beside_a_weekday_in_another_language_is_read_with_it() -> None:
    quote = "Die am 5. März vereinbarten Patrouillen beginnen am Sonntag."
    cited = [Cited("e", quote, "supports", "2020-03-13", "de")]
    assert [m.state for m in compare("Patrols begin on 15 March 2020.", cited)] == ["found"]
    assert [m.state for m in compare("Patrols were agreed on 5 March 2020.", cited)] == ["found"]
