"""Denials: added, dropped, in other words, twice over, and in passing."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare


def negations(claim: str, *quotes: str) -> list[Mark]:
    cited = [Cited(f"e{n}", words) for n, words in enumerate(quotes)]
    return [m for m in compare(claim, cited) if m.kind in ("negation", "verb") and m.state != "found"]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Hardly any grain left the port.", "Grain left the port."),
        ("There was no sign of a breach in the dyke.", "There was a breach in the dyke."),
        ("Rumours of a merger were unfounded.", "There was a merger."),
        ("The parade was called off.", "The parade took place."),
        ("Police foiled the robbery in Linz.", "The robbery in Linz took place."),
        ("The harbour pilots stayed away from the vote.", "The harbour pilots took part in the vote."),
        ("No date was set, and the envoys left.", "A date was set."),
        ("The trawler was inspected in Bergen.", "The trawler was not inspected in Bergen."),
        # What a clause denies ends where another predicate begins.
        ("The keeper has not been fined and will travel to Oslo.", "The keeper will not travel to Oslo."),
        ("The envoy was never asked about the treaty.", "The envoy was asked about the treaty."),
    ],
)
def test_what_one_side_denies_and_the_other_asserts_is_contradicted(quote: str, claim: str) -> None:
    assert [m.severity for m in negations(claim, quote)] == ["error"]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        # Denied in other words.
        ("The parade was called off.", "The parade did not take place."),
        ("She gave up on writing for children.", "She did not write for children."),
        ("The decree prohibited settlers beyond the ridge.", "Settlers were not allowed beyond the ridge."),
        ("The league is against betting.", "The league does not allow betting."),
        # Twice, or not at all.
        ("Doesn't the dam leak? It does.", "The dam leaks."),
        ("No one has given more to the museum than Vogt.", "Vogt has given most to the museum."),
        ("World number two Vogt won her fifth title.", "World No 2 Vogt won her fifth title."),
        ("There is no doubt that the dam leaks.", "The dam leaks."),
        ("Not only the dam leaks.", "The dam leaks."),
        # Settled by a court, whatever the accused says.
        ("The nurse denied theft but was found guilty of it.", "The nurse was guilty of theft."),
        # Said again of something else.
        ("The family moved to Turku.", "He was born in Oulu, not Turku, and Turku came later."),
        ("Brandt never married and left his books to the school.", "Brandt left his books to the school."),
        ("Some blame the reeve, who denies it and reopened the road.", "The reeve reopened the road."),
        ("Rumours that the tenor had drowned proved false, and he sang in May.", "The tenor sang in May."),
        ("Without the wall the meadow would flood.", "The wall keeps the meadow dry."),
        ("There is no proof linking the cellar to the fire.", "The cellar has a vaulted roof."),
        ("Patrols will start only in May.", "Patrols will not start until May."),
    ],
)
def test_a_denial_in_other_words_or_none_at_all_is_no_error(quote: str, claim: str) -> None:
    assert [m for m in negations(claim, quote) if m.severity != "note"] == []


@pytest.mark.parametrize(
    ("quote", "claim", "severity"),
    [
        ("The reeve denied taking the silver.", "The reeve took the silver.", "warning"),
        ("The gauge was not checked by the wardens on Sunday.", "The wardens checked the gauge.", "error"),
        ("The stone mill did not burn down.", "The stone mill burned down.", "error"),
    ],
)  # fmt: skip
def test_a_denial_is_an_error_only_where_both_speak_of_the_same(
    quote: str, claim: str, severity: str
) -> None:
    assert severity in [m.severity for m in negations(claim, quote)]


@pytest.mark.parametrize(
    ("claim", "severity"),
    [
        ("The mayor did not resign.", "warning"),
        ("The mayor grew up without brothers.", "note"),
        ("The mayor is not a lawyer.", "note"),
        ("The mayor has yet to marry.", "note"),
        ("Not to be confused with Bergen, Bergamo lies in Italy.", "note"),
    ],
)
def test_a_denial_that_no_quote_has_is_a_warning_and_in_passing_a_note(claim: str, severity: str) -> None:
    (mark,) = negations(claim, "The fair opened at noon with a concert.")
    assert (mark.state, mark.severity) == ("absent", severity)


def test_the_opposite_of_something_else_in_the_quote_bears_no_denial_out() -> None:
    quote = "Crews will begin dredging the harbour on Sunday. The mayor spoke after two days of talks ended."
    found = [m for m in compare("Dredging will not begin.", [Cited("e1", quote)]) if m.kind == "negation"]
    assert [m.severity for m in found if m.state != "found"] == ["error"]


def test_nor_does_an_opposite_in_another_sentence_where_a_quote_asserts_what_is_denied() -> None:
    quote = "Crews will begin dredging on Sunday. The end of the dredging season is near."
    found = [m for m in compare("Dredging will not begin.", [Cited("e1", quote)]) if m.kind == "negation"]
    assert [m.severity for m in found if m.state != "found"] == ["error"]


@pytest.mark.parametrize(
    ("quote", "severity"),
    [
        ("The reeve only ever prayed in the chapel of the mill.", "note"),
        ("The reeve lived beside the chapel.", "warning"),
    ],
)
def test_a_denial_beside_words_that_limit_is_a_note(quote: str, severity: str) -> None:
    (mark,) = negations("The reeve did not visit the chapel.", quote)
    assert mark.severity == severity
