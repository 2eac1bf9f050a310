"""Short ways to ask one rule of one sentence, for the tests of the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, ItemPlace
from briefing.model import Brief, Claim, Item, Judgement, Section

Rule = Callable[[Item, ItemPlace, Facts], Iterator[Finding]]
TODAY = date(2020, 3, 20)


def facts(origins: Mapping[str, str] | None = None) -> Facts:
    return Facts((), origins or {}, None, TODAY)


def judged(text: str, **fields: Any) -> Judgement:
    return Judgement("j1", text, **fields)


def found(rule: Rule, item: Item, kind: str = "outlook", standard: str = "icd203") -> list[Finding]:
    """Return what a rule finds at an item in a section of this kind."""
    section = Section(kind, kind, items=(item,))  # type: ignore[arg-type]
    return list(rule(item, ItemPlace(Brief("b", standard=standard, sections=(section,)), section), facts()))


def words_of(rule: Rule, text: str, kind: str = "prose", standard: str = "icd203") -> list[str]:
    """Return the words that a rule finds in an assessed claim."""
    spans = [f.span for f in found(rule, Claim("c1", text, "assessed"), kind, standard)]
    return [text[slice(*span)] for span in spans if span]
