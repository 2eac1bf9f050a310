"""L25: the words of the house, off by itself, and never inside quotation marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import checks, edits, inline, lookup
from briefing.checks import fixes
from briefing.house_terms import HouseTerm
from briefing.model import Brief, Claim, Section
from tests.briefing.checks.asked import facts

TERMS = (
    HouseTerm("Türkiye", ("Turkey", "Turkiye")),
    HouseTerm("Kyiv region", ("Kyiv",)),
    HouseTerm("cease-fire", ("ceasefire",)),
    HouseTerm("IDP", (), "internally displaced person"),
)


def brief_of(*texts: str, on: bool = True) -> Brief:
    items = tuple(Claim(f"c{n}", text, "editorial") for n, text in enumerate(texts))
    off = ("+L25",) if on else ()
    return Brief("b", sections=(Section("s", items=items),), rules_off=off)


def asked(brief: Brief):
    given = replace(facts(), terms=TERMS)
    return [finding for finding in checks.run(brief, given) if finding.rule == "L25"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Turkey and **Turkiye’s** army", "Türkiye and **Türkiye’s** army"),
        ('“Turkey” said the man of "Turkey"', None),
        ("Turkeys and turkey", None),
        ("the Kyiv region, then Kyiv", "the Kyiv region, then Kyiv region"),
        ("Ceasefire, a ceasefire", "Cease-fire, a cease-fire"),
        ("post-Turkey", None),
        ("The IDPs left", "The internally displaced person (IDP)s left"),
        ("Each internally displaced person (IDP) left; IDPs", None),
        ("“IDP” he said", None),
    ],
)
def test_it_finds_and_fixes(text: str, written: str | None) -> None:
    brief = brief_of(text)
    assert bool(asked(brief)) == (written is not None)
    while found := asked(brief):
        brief = fixes.apply(brief, found[-1])
    assert lookup.item(brief, "c0").text == (written or text)


def test_an_abbreviation_is_asked_for_once_where_it_comes_first() -> None:
    assert [f.item_id for f in asked(brief_of("No.", "The IDP left.", "The IDP came."))] == ["c1"]
    assert asked(brief_of("An internally displaced person left.", "The IDP came.")) == []


def test_it_is_off_until_it_is_switched_on() -> None:
    assert asked(brief_of("Turkey", on=False)) == []
    brief = edits.set_field(brief_of("Turkey", on=False), "brief", "rules_off", "+l25; L14")
    assert brief.rules_off == ("+L25", "L14")
    assert len(asked(brief)) == 1


def test_a_fix_for_words_that_have_changed_offers_nothing() -> None:
    (found,) = asked(brief_of("Turkey agreed"))
    assert fixes.choices(brief_of("Greece agreed"), found) == ()
    assert inline.plain("Turkey agreed")[slice(*(found.span or (0, 0)))] == "Turkey"
