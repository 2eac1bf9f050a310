"""The marking a brief inherits, and rule L17."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefing.checks import markings
from briefing.checks.markings import Inherited
from briefing.model import Brief, Claim, Section, Source
from tests.briefing.checks.asked import facts
from tests.briefing.samples import evidence
from tests.briefing.strategies import briefs


def brief_of(own: str, *of_sources: str) -> Brief:
    """A brief marked `own` that cites a source for each marking, and has one of TLP:RED that it does not
    cite.
    """
    linked = tuple(replace(evidence(f"e{n}", "Patrols"), source=f"s{n}") for n, _ in enumerate(of_sources))
    sources = tuple(Source(f"s{n}", title=f"T{n}", marking=m) for n, m in enumerate(of_sources))
    section = Section("s", items=(Claim("c1", "So.", evidence=linked),))
    return Brief("b", marking=own, sections=(section,), sources=(*sources, Source("x", marking="TLP:RED")))


@pytest.mark.parametrize(
    ("of_sources", "inherited"),
    [
        ((), Inherited()),
        (("",), Inherited()),
        (("TLP:GREEN", "TLP:AMBER", "TLP:AMBER"), Inherited("TLP:AMBER", ("s1", "s2"))),
        (("TLP:AMBER+STRICT", "TLP:AMBER"), Inherited("TLP:AMBER+STRICT", ("s0",))),
        (("tlp: amber",), Inherited("TLP:AMBER", ("s0",))),
        (("TLP:WHITE",), Inherited("TLP:CLEAR", ("s0",))),
        (("HOUSE",), Inherited(house=(("HOUSE", "s0"),))),
        (("HOUSE", "TLP:RED"), Inherited("TLP:RED", ("s1",), (("HOUSE", "s0"),))),
    ],
)
def test_the_strictest_cited_source_sets_the_marking(
    of_sources: tuple[str, ...], inherited: Inherited
) -> None:
    brief = brief_of("", *of_sources)
    assert markings.inherited(brief) == inherited
    assert markings.effective(brief) == inherited.label
    assert markings.effective(replace(brief, marking="TLP:RED")) == "TLP:RED"


@pytest.mark.parametrize(
    ("own", "of_sources", "severities"),
    [
        ("TLP:GREEN", ("TLP:AMBER",), ["error"]),
        ("TLP:AMBER", ("TLP:AMBER+STRICT",), ["error"]),
        ("", ("TLP:GREEN",), []),
        ("TLP:GREEN", ("TLP:AMBER", "HOUSE"), ["error", "warning"]),
        ("HOUSE", ("TLP:AMBER",), ["warning"]),
        ("TLP:AMBER", ("HOUSE",), ["warning"]),
        ("TLP:AMBER", ("TLP:AMBER", "TLP:GREEN", ""), []),
        ("", ("TLP:CLEAR", ""), []),
        ("TLP:RED", ("TLP:AMBER+STRICT",), []),
        ("HOUSE", ("HOUSE", "", "TLP:CLEAR"), []),
        ("TLP:CLEAR", (), []),
    ],
)
def test_a_brief_is_never_marked_below_what_it_cites(
    own: str, of_sources: tuple[str, ...], severities: list[str]
) -> None:
    found = list(markings.lowered(brief_of(own, *of_sources), facts()))
    assert [f.severity for f in found] == severities
    assert {f.item_id for f in found} <= {"b"}


def test_those_that_set_it_are_named_the_strictest_first() -> None:
    (finding,) = markings.lowered(brief_of("TLP:CLEAR", "TLP:GREEN", "TLP:RED"), facts())
    assert finding.message == "The brief is marked TLP:CLEAR, and cites “T1” (TLP:RED) and “T0” (TLP:GREEN)."
    assert finding.hint.startswith("Mark the brief TLP:RED")
    many = brief_of("TLP:CLEAR", *(["TLP:RED"] * 5))
    assert "and 2 more" in next(markings.lowered(many, facts())).message


@settings(max_examples=12)
@given(briefs())
def test_it_raises_on_no_brief(brief: Brief) -> None:
    found = list(markings.lowered(brief, facts()))
    if not brief.marking:  # it inherits, and so lowers nothing
        assert [f for f in found if f.severity == "error"] == []
