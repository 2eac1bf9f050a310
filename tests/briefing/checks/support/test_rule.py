"""Rule L3 over a brief."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from briefing import lookup
from briefing.checks import fixes
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, places
from briefing.checks.rules import kind_of
from briefing.checks.support import marks_of, named, unsupported
from briefing.errors import NotFound, Refused
from briefing.model import Actor, Brief, Claim, Evidence, Quote, Section, Source

SOURCE = Source("s1", published="2020-03-13", language="en", text_sha="0" * 64)


def claim(text: str, exact: str, kind: str = "reported", stance: str = "supports", id_: str = "c1") -> Claim:
    return Claim(id_, text, kind, (Evidence("e1", "s1", Quote(exact, "", "", 0, ""), stance),))  # type: ignore[arg-type]


def brief(*items: Claim, kind: str = "prose", actors: tuple[Actor, ...] = ()) -> Brief:
    return Brief("b1", sections=(Section("s", kind, items=items),), sources=(SOURCE,), actors=actors)  # type: ignore[arg-type]


def asked(whole: Brief, text_of: Callable[[str], str] | None = None) -> Iterator[Finding]:
    for item, place in places(whole):
        yield from unsupported(item, place, Facts((), {}, text_of, date(2020, 3, 20)))


def test_it_finds_what_a_quote_lacks_and_says_where() -> None:
    (found,) = asked(brief(claim("It killed **thousands**.", "It killed hundreds.")))
    assert (found.rule, found.severity, found.item_id, found.span) == ("L3", "error", "c1", (10, 19))
    assert found.message == "The claim says “thousands”, the quote “hundreds”."
    assert found.hint == "Say “hundreds”, or link a quote that has it."


@pytest.mark.parametrize(
    ("exact", "severity", "hint"),
    [
        ("It killed hundreds.", "error", "Say “hundreds”, or link a quote that has it."),
        ("It killed many.", "note", "Link that passage too, or leave it out."),
        ("It killed many, the mayor of Hama says.", "note", "Link that passage too, or leave it out."),
    ],
)
def test_it_is_as_loud_as_what_the_quotes_and_the_article_say(exact: str, severity: str, hint: str) -> None:
    article = f"{exact} The hospital counts thousands of dead."
    (found,) = asked(brief(claim("It killed thousands.", exact)), lambda _sha: article)
    assert (found.severity, found.hint) == (severity, hint)


def test_what_no_article_has_is_a_warning_and_stops_nothing() -> None:
    (found,) = asked(brief(claim("It killed thousands.", "It killed many.")), lambda _sha: "It killed many.")
    assert (found.severity, kind_of(found).locks) == ("warning", False)
    (other,) = asked(brief(claim("It killed thousands.", "It killed hundreds.")))
    assert (other.severity, kind_of(other).locks) == ("error", True)


def test_an_article_that_is_missing_has_nothing() -> None:
    def text_of(sha: str) -> str:
        raise NotFound(f"No text {sha}.")

    (found,) = asked(brief(claim("It killed thousands.", "It killed many.")), text_of)
    assert found.severity == "warning"


def test_but_a_claim_that_keeps_to_its_quote_has_none() -> None:
    assert list(asked(brief(claim("It killed hundreds.", "It killed hundreds of people.")))) == []


def test_nor_has_a_claim_without_a_quote_or_with_contradicting_ones_only() -> None:
    assert list(asked(brief(Claim("c1", "It killed thousands.")))) == []
    against = claim("It killed thousands.", "It killed hundreds.", stance="contradicts")
    assert list(asked(brief(against))) == []


def test_a_judgement_of_our_own_may_be_surer_but_not_of_other_facts() -> None:
    surer = claim("The truce will collapse.", "The truce may collapse.", "assessed")
    other = claim(
        "The truce may collapse in 2 weeks.", "The truce may collapse in 3 weeks.", "assessed", id_="c2"
    )
    assert [finding.item_id for finding in asked(brief(surer, other))] == ["c2"]
    assert list(asked(brief(claim("It may rain.", "It will rain.", "gap")))) == []


def test_the_aliases_of_actors_are_known() -> None:
    said = claim("HTS holds the town.", "The Nusra Front holds the town.")
    actor = Actor("a1", "Hayat Tahrir al-Sham", ("HTS", "Nusra Front"), "group")
    assert [f.span for f in asked(brief(said))] == [(0, 3)]
    assert list(asked(brief(said, actors=(actor,)))) == []


def test_the_marks_of_one_claim_hold_what_was_found_too() -> None:
    said = claim("Patrols begin on 15 March.", "Patrols will begin on Sunday.")
    (mark,) = marks_of(said, {"s1": SOURCE}, named(brief(said)))
    assert (mark.kind, mark.state, mark.nearest) == ("date", "found", "Sunday")


def test_a_quote_of_a_source_that_is_gone_is_read_without_its_date() -> None:
    said = claim("Patrols begin on 15 March.", "Patrols will begin on Sunday.")
    (mark,) = marks_of(said, {}, ())
    assert mark.state == "absent"


ARTICLE = "The raid killed many people.\nThe mayor, Omar Nasser, counted 41 dead on 4 May 2019."
LINKED = claim("The raid killed 41 people.", "The raid killed many people.")


def test_a_passage_of_the_article_that_has_it_is_linked_whole_by_the_fix() -> None:
    held = brief(LINKED)
    (found,) = asked(held, lambda _sha: ARTICLE)
    assert (found.severity, found.fix, found.passage) == ("note", "link-passage", ("s1", 61, 63))
    assert fixes.choices(held, found) == ("Link that passage",)
    done = fixes.apply(held, found, new_id=lambda _: "e2", text_of=lambda _sha: ARTICLE)
    (linked,) = (e for e in next(lookup.claims(done)).evidence if e.id == "e2")
    assert linked.quote.exact == "The mayor, Omar Nasser, counted 41 dead on 4 May 2019."
    assert list(asked(done, lambda _sha: ARTICLE)) == []


def test_without_the_text_of_the_article_nothing_is_linked() -> None:
    held = brief(LINKED)
    (found,) = asked(held, lambda _sha: ARTICLE)
    with pytest.raises(Refused, match="not at hand"):
        fixes.apply(held, found)


def test_the_words_of_the_quote_are_put_in_place_by_the_fix_that_the_hint_names() -> None:
    held = brief(claim("It killed **40** people.", "It killed 14 people."))
    (found,) = asked(held)
    assert (found.hint, found.fix) == ("Say “14”, or link a quote that has it.", "say-quote")
    assert fixes.choices(held, found) == ("Say “14”",)
    done = fixes.apply(held, found)
    assert next(lookup.claims(done)).text == "It killed **14** people."
    assert list(asked(done)) == []


@pytest.mark.parametrize(
    ("text", "exact", "hint"),
    [
        (
            "The pier reopened.",
            "The pier may reopen.",
            "Say it as unsure as the quote does, or link a quote that has it as a fact.",
        ),
        (
            "The raid killed three men.",
            "The raid killed at least three men.",
            "Say “at least three”, or link a quote that has it.",
        ),
        (
            "The dam is not safe.",
            "The dam was looked at by two engineers.",
            "Leave it out, or link a quote that has it.",
        ),
    ],
)
def test_what_to_do_fits_the_kind_and_not_only_how_loud_it_is(text: str, exact: str, hint: str) -> None:
    assert hint in {found.hint for found in asked(brief(claim(text, exact)))}
