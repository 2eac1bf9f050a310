"""What a finished brief must carry: L10, L11, L15, L16 and L18."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import checks, lookup
from briefing.checks import completeness
from briefing.model import Brief, Claim, Section, Source
from tests.briefing.checks.asked import facts
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs

WHOLE = Source(
    "s1", title="Patrols", authors=("A. Reporter",), published="2020-03-13", accessed="2020-03-14",
    descriptor="A news agency; its reporter was there.",
)  # fmt: skip


def brief_of(source: Source, **fields: object) -> Brief:
    claim = Claim("c1", "So.", evidence=(evidence("e1", "Patrols begin on Sunday"),))
    summary = Section("summary", "summary", items=(Claim("c2", "Good sources.", "editorial"),))
    brief = Brief("b", sections=(Section("s", "situation", items=(claim,)), summary), sources=(source,))
    return replace(brief, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "lacking"),
    [
        (WHOLE, ""),
        (replace(WHOLE, authors=()), "“Patrols” is cited without an author."),
        (replace(WHOLE, authors=(" ",)), "“Patrols” is cited without an author."),
        (replace(WHOLE, title="", publisher="Wire"), "“Wire” is cited without a title."),
        (replace(WHOLE, published="", accessed=""), "“Patrols” is cited without a date and an access date."),
        (replace(WHOLE, descriptor=" "), "“Patrols” is cited without a descriptor."),
    ],
)
def test_a_cited_source_is_described(source: Source, lacking: str) -> None:
    found = list(completeness.undescribed(brief_of(source), facts()))
    assert [(f.item_id, f.message) for f in found] == ([("s1", lacking)] if lacking else [])


def test_what_several_sources_lack_is_one_note_with_a_table() -> None:
    other = replace(WHOLE, id="s2", title="Boats", accessed="")
    linked = replace(evidence("e2", "Patrols begin on Sunday"), source="s2")
    brief = brief_of(replace(WHOLE, descriptor=""))
    more = Section("t", items=(Claim("c9", "So.", evidence=(linked,)),))
    brief = replace(brief, sections=(*brief.sections, more), sources=(*brief.sources, other))
    (finding,) = completeness.undescribed(brief, facts())
    assert (finding.item_id, finding.severity, finding.fix) == ("b", "note", completeness.FILL_IN)
    assert finding.message == (
        "2 cited sources lack details. “Patrols”: a descriptor; “Boats”: an access date."
    )
    assert [(row.source.id, row.names) for row in completeness.lacking(brief)] == [
        ("s1", "a descriptor"), ("s2", "an access date"),
    ]  # fmt: skip


def test_all_that_is_missing_in_form_is_one_note_of_the_rules_together() -> None:
    brief = brief_of(replace(WHOLE, descriptor=""))
    brief = replace(brief, sections=brief.sections[:1])
    (finding,) = (f for f in checks.run(brief, facts()) if f.rule in ("L10", "L11"))
    assert finding.message == (
        "“Patrols” is cited without a descriptor. There is no source summary statement."
    )
    assert (finding.rule, finding.severity, finding.item_id) == ("L10", "note", "b")
    off = checks.run(replace(brief, rules_off=("L10",)), facts())
    assert [f.fix for f in off if f.rule == "L11"] == ["draft-summary"]


def test_a_brief_without_a_body_is_not_judged_by_its_form() -> None:
    blank = Claim("c1", " ", evidence=(evidence("e1", "Patrols begin on Sunday"),))
    old = replace(WHOLE, descriptor="", published="2010")
    brief = Brief(
        "b", edition=2, cut_off="2009", sections=(Section("s", "situation", items=(blank,)),), sources=(old,)
    )
    rules = {"L10", "L11", "L15", "L16"}
    assert not rules & {f.rule for f in checks.run(brief, facts())}
    written = replace(blank, text="They left.")
    brief = replace(brief, sections=(Section("s", "situation", items=(written,)),))
    assert {f.rule for f in checks.run(brief, facts())} >= rules - {"L11"}  # which is in the note of L10


def test_but_a_source_that_is_not_cited_need_not_be() -> None:
    brief = replace(brief_of(WHOLE), sources=(WHOLE, Source("s9")))
    assert list(completeness.undescribed(brief, facts())) == []


def test_a_brief_that_cites_has_a_source_summary_statement() -> None:
    brief = brief_of(WHOLE)
    assert list(completeness.no_summary(brief, facts())) == []
    blank = Section("summary", "summary", items=(Claim("c2", " ", "editorial"),))
    for sections in ((brief.sections[0], blank), brief.sections[:1]):
        (finding,) = completeness.no_summary(replace(brief, sections=sections), facts())
        assert (finding.rule, finding.severity, finding.fix) == ("L11", "note", "draft-summary")
    assert list(completeness.no_summary(Brief("b"), facts())) == []


@pytest.mark.parametrize(
    ("edition", "statement", "hits"),
    [
        (1, "", 0),
        (2, "", 1),
        (2, "  ", 1),
        (3, "Unlikely became likely.", 0),
        (2, "So, because … [say why].", 1),
    ],
)
def test_a_later_edition_says_what_changed(edition: int, statement: str, hits: int) -> None:
    brief = Brief("b", edition=edition, change_statement=statement)
    assert len(list(completeness.no_change_statement(brief, facts()))) == hits


@pytest.mark.parametrize(
    ("published", "cut_off", "as_of", "stale_days", "hits"),
    [
        ("2020-03-13", "2020-03-12", "", 0, 1),
        ("2020-03-13", "2020-03-13", "", 0, 0),
        ("2020-03-13", "2020-03-12T18:00", "", 0, 1),
        ("2020-03", "2020-03-12", "", 0, 0),
        ("2020-04", "2020-03-12", "", 0, 1),
        ("2020-03-13", "2020-03", "", 0, 0),
        ("2020-03-13", "", "2020-03-20", 7, 0),
        ("2020-03-13", "", "2020-03-21", 7, 1),
        ("2020-03-13", "", "", 7, 0),
        ("2020-03-12", "", "", 7, 1),
        ("2019", "", "2020-01-05", 7, 0),
        ("2018-12", "", "2020-01-05", 7, 1),
        ("2010-01-01", "", "2020-01-05", 0, 0),
        ("", "2020-03-12", "2020-03-12", 7, 0),
        ("soon", "2020-03-12", "2020-03-12", 7, 0),
    ],
)
def test_a_source_is_neither_too_new_nor_too_old(
    published: str, cut_off: str, as_of: str, stale_days: int, hits: int
) -> None:
    brief = brief_of(replace(WHOLE, published=published), cut_off=cut_off, as_of=as_of, stale_days=stale_days)
    found = list(completeness.out_of_time(brief, facts()))
    assert [(f.rule, f.item_id) for f in found] == [("L16", "s1")] * hits


def test_a_section_over_its_length_is_noted() -> None:
    brief = sample()
    words = lookup.section_words(brief, brief.sections[0])
    assert words == 8
    for limit, hits in ((0, 0), (8, 0), (7, 1)):
        first = replace(brief.sections[0], limit=limit)
        found = list(completeness.too_long(replace(brief, sections=(first,)), facts()))
        assert [f.item_id for f in found] == ["situation"] * hits
    assert lookup.section_words(brief, brief.sections[1]) == 8


@pytest.mark.parametrize(
    ("moment", "span"),
    [
        ("2020", (date(2020, 1, 1), date(2020, 12, 31))),
        ("2020-12", (date(2020, 12, 1), date(2020, 12, 31))),
        ("2020-02", (date(2020, 2, 1), date(2020, 2, 29))),
        ("2020-03-13", (date(2020, 3, 13), date(2020, 3, 13))),
        ("2020-03-13T18:00", (date(2020, 3, 13), date(2020, 3, 13))),
        ("9999", (date(9999, 1, 1), date(9999, 12, 31))),
        ("9999-12", (date(9999, 12, 1), date(9999, 12, 31))),
        ("2020-13", None), ("2020-02-30", None), ("0000", None), ("March", None), ("", None), ("2020-3", None),  # noqa: E501
    ],
)  # fmt: skip
def test_a_partial_date_is_a_span_of_days(moment: str, span: tuple[date, date] | None) -> None:
    assert completeness.days(moment) == span


@pytest.mark.parametrize(
    ("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_one(words: list[str], sentence: str) -> None:
    assert completeness.listed(words) == sentence


@settings(max_examples=12)
@given(briefs(), st.integers(0, 400))
def test_no_rule_raises_on_any_brief(brief: Brief, stale_days: int) -> None:
    brief = replace(brief, stale_days=stale_days)
    for rule in (
        completeness.undescribed,
        completeness.no_summary,
        completeness.no_change_statement,
        completeness.out_of_time,
        completeness.too_long,
    ):
        assert all(f.message and f.item_id for f in rule(brief, facts()))
