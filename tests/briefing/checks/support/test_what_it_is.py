"""What something is: a film is no song, whoever else sings."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def verbs(claim: str, quote: str) -> list[Mark]:
    return [m for m in compare(claim, [Cited("e1", quote)]) if m.kind == "verb" and m.state != "found"]


@pytest.mark.parametrize(
    ("quote", "claim", "word", "theirs"),
    [
        ("Harbour Lights is a 1961 Polish drama film.", "Harbour Lights is a song.", "song", "film"),
        ("Varnholt is a small town near Kassel.", "Varnholt is an airline.", "airline", "town"),
        ("Ida Brenner (born 1950) is a German novelist.", "Ida Brenner is a village.", "village", "novelist"),
        ("Kestrel is a popular Welsh cuisine.", "Kestrel is a company.", "company", "cuisine"),
    ],
)
def test_what_cannot_be_both_contradicts(quote: str, claim: str, word: str, theirs: str) -> None:
    (mark,) = verbs(claim, quote)
    assert (mark.severity, claim[mark.start : mark.end], mark.nearest) == ("error", word, theirs)


@pytest.mark.parametrize(
    ("quote", "claim", "word", "theirs"),
    [
        ("Varnholt is a county in Hesse.", "Varnholt is a city.", "city", "county"),
        ("Ida Brenner is a German actress.", "Ida Brenner was a cellist.", "cellist", "German actress"),
        ("Harbour Lights is a horror film.", "Harbour Lights is a crime film.", "crime", "horror film"),
        ("Kestrel is a Welsh type of sauce.", "Kestrel is a rock band.", "band", "Welsh type of sauce"),
    ],
)
def test_what_no_quote_calls_it_is_a_warning(quote: str, claim: str, word: str, theirs: str) -> None:
    (mark,) = verbs(claim, quote)
    assert (mark.severity, claim[mark.start : mark.end]) == ("warning", word)
    assert mark.reason == f"No quote calls it “{word}”: the quote has “{theirs}”."


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        # The same in another word, a wider sort, or what the quote says it did.
        ("Harbour Lights is a 1961 Polish drama film.", "Harbour Lights is a movie."),
        ("Varnholt is a small town near Kassel.", "Varnholt is a place in Hesse."),
        ("Ida Brenner is a German soprano.", "Ida Brenner is a singer."),
        ("Ida Brenner is a German singer who starred in two films.", "Ida Brenner is an actress."),
        ("Ida Brenner is a German physicist.", "Ida Brenner is a woman."),
        # What somebody is to another leaves open what else they are.
        ("Ida Brenner is the youngest sister of Jan.", "Ida Brenner is a singer."),
        # The quote says of another what it is, or of this one nothing.
        ("Her brother is a tailor.", "Ida Brenner is a singer."),
        ("Ida Brenner was a leader, first as a batter.", "Ida Brenner was a baseball player."),
        ("In 1930 Ida Brenner met Jan, who was a tailor.", "Ida Brenner is a singer."),
        ("Ida Brenner is a tailor.", "Ida Brenner is not a singer."),
    ],
)
def test_what_a_quote_bears_out_or_leaves_open_is_silent(quote: str, claim: str) -> None:
    assert not [m for m in verbs(claim, quote) if m.severity != "note"]
