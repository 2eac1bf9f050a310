"""The draft of a source summary statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from briefing import edits, inline, lookup
from briefing.checks import fixes, statement
from briefing.checks.rule_types import Facts
from briefing.model import Brief, Claim, Section
from briefing.text import sentences
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs


def dated(first: str, second: str, **grades: str) -> Brief:
    brief = sample()
    s1, s2 = brief.sources
    return replace(
        brief,
        sources=(
            replace(s1, published=first, grade=grades.get("s1", "")),  # type: ignore[arg-type]
            replace(s2, published=second, grade=grades.get("s2", "")),  # type: ignore[arg-type]
        ),
    )


@pytest.mark.parametrize(
    ("brief", "origins", "draft"),
    [
        (
            dated("2020-03-13", "2020-03-15", s1="B", s2="C"),
            {},
            "This brief rests on three quotes from two articles, each its own origin. They were published "
            "between 13 and 15 March 2020, the oldest being “Patrols”. Of the sources, one is usually "
            "reliable (B) and one is fairly reliable (C). Of five reported claims, one rests on a single "
            "origin. Three reported claims have no source.",
        ),
        (
            dated("2020-03", "", s1="F"),
            {"s2": "s1"},
            "This brief rests on three quotes from two articles, which go back to one origin. Those dated "
            "were published in March 2020; one source is not dated. Of the sources, one is of a reliability "
            "that cannot be judged (F); one has not been graded. One judgement, “The truce holds”, rests on "
            "a single origin. Three reported claims have no source.",
        ),
        (
            dated("", ""),
            {},
            "This brief rests on three quotes from two articles, each its own origin. None of the sources "
            "is dated. The sources have not been graded. Of five reported claims, one rests on a single "
            "origin. Three reported claims have no source.",
        ),
    ],
)
def test_it_is_told_from_the_data(brief: Brief, origins: Mapping[str, str], draft: str) -> None:
    assert statement.draft(brief, origins) == draft
    assert statement.is_draft(draft)


@pytest.mark.parametrize(
    "words",
    [
        "“The truce holds”",
        "The “truce” holds",
        "“Truce",
        "Die „Waffenruhe“ hält",
        "The truce\nholds.",
        "Holds….",
    ],
)
def test_it_is_known_again_whatever_marks_stand_in_titles_and_judgements(words: str) -> None:
    brief = dated("2020-03-13", "2020-03-15")
    brief = replace(
        brief,
        sources=tuple(replace(s, title=words) for s in brief.sources),
        sections=tuple(
            replace(s, items=tuple(replace(i, text=inline.escape(words)) for i in s.items))
            for s in brief.sections
        ),
    )
    for origins in ({}, {"s2": "s1"}):
        draft = statement.draft(brief, origins)
        assert statement.is_draft(draft), draft
        assert statement.is_draft(inline.plain(inline.escape(draft)))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Both sources are agencies.",
        "This brief rests on three quotes from two articles, each its own origin, and on what I heard there.",
        "This brief rests on one quote from one article, a single origin. I know its author.",
        "I know its author. This brief rests on one quote from one article, a single origin.",
        "This brief rests on one quote from one good article, a single origin. The source is not dated.",
    ],
)
def test_words_of_a_person_are_no_draft(words: str) -> None:
    assert not statement.is_draft(words)


def test_one_article_reads_as_one() -> None:
    claim = Claim("c1", "So.", evidence=(evidence("e1", "Patrols begin"),))
    source = replace(sample().sources[0], published="2020-03-13", grade="A")
    gap = Claim("c2", "Who leads them.", "gap")
    brief = Brief("b", sections=(Section("s", items=(claim, gap)),), sources=(source,))
    assert statement.draft(brief, {}) == (
        "This brief rests on one quote from one article, a single origin. The source was published on 13 "
        "March 2020. The source is judged completely reliable (A). The one reported claim rests on a single "
        "origin. One gap in what is known is listed in the brief."
    )


def test_a_brief_that_cites_nothing_has_none() -> None:
    assert statement.draft(Brief("b"), {}) == ""


@settings(max_examples=12)
@given(briefs())
def test_any_brief_has_two_to_five_sentences_or_none(brief: Brief) -> None:
    draft = statement.draft(brief, {})
    assert not draft or statement.is_draft(inline.plain(inline.escape(draft)))
    judgements = [s for s in brief.sections for i in s.items if i.id.startswith("j")]
    if draft and not judgements:
        assert 2 <= len(list(sentences(draft))) <= 5


def summarised(words: str, brief: Brief | None = None) -> Brief:
    """A brief with these words as its source summary."""
    claim = Claim("c-sum", inline.escape(words), "editorial")
    given = brief or dated("2020-03-13", "2020-03-15", s1="B", s2="C")
    sections = tuple(s for s in given.sections if s.kind != "summary")
    return replace(given, sections=(*sections, Section("sum", "summary", "Source summary", items=(claim,))))


FACTS = Facts((), {}, None, date(2020, 3, 20))
DRAFT = statement.draft(dated("2020-03-13", "2020-03-15", s1="B", s2="C"), {})


@pytest.mark.parametrize(
    ("words", "fixed"),
    [
        (DRAFT, None),
        (f"{DRAFT} I know both authors.", None),
        ("Both are agencies with people in Idlib.", None),
        (DRAFT.replace("Three reported claims have no source.", "One reported claim has no source."), DRAFT),
        (DRAFT.replace("three quotes", "12 quotes").replace("13 and 15", "11 and 15"), DRAFT),
        (DRAFT.replace(" Three reported claims have no source.", ""), DRAFT),
        (f"I know both. {DRAFT.replace('Three reported', 'Two reported')} More follows.", f"I know both. {DRAFT} More follows."),  # noqa: E501
        ("I know both. The source is not dated. More follows.",
         "I know both. They were published between 13 and 15 March 2020, the oldest being “Patrols”. More "
         "follows."),
        ("One gap in what is known is listed in the brief. So I think.", "Three reported claims have no "
            "source. So I think."),
    ],
)  # fmt: skip
def test_a_summary_that_the_data_belie_is_found_and_its_sentences_drafted_again(
    words: str, fixed: str | None
) -> None:
    brief = summarised(words)
    found = list(statement.summarised(brief, FACTS))
    assert bool(found) is (fixed is not None)
    if fixed is not None:
        assert (found[0].rule, found[0].severity, found[0].item_id) == ("L11", "error", "c-sum")
        mended = fixes.apply(brief, found[0])
        assert inline.plain(lookup.item(mended, "c-sum").text) == fixed
        assert not list(statement.summarised(mended, FACTS))


def test_bold_words_of_a_person_stay_bold() -> None:
    brief = summarised("x")
    text = "**Both** are agencies. The source is not dated."
    brief = edits.set_text(brief, "c-sum", text)
    (found,) = statement.summarised(brief, FACTS)
    assert lookup.item(fixes.apply(brief, found), "c-sum").text.startswith("**Both** are agencies. They were")


def test_a_title_is_named_whole_or_not_at_all() -> None:
    brief = dated("2020-03-13", "2020-03-15")
    long = (
        "The committee met before the end of January and decided on nothing that anybody had asked it for "
        * 2
    )
    for title, named in (("Before the end of January", True), (long, False)):
        sources = (replace(brief.sources[0], title=title), brief.sources[1])
        draft = statement.draft(replace(brief, sources=sources), {})
        assert ("the oldest being" in draft) is named
        assert "…" not in draft
        assert statement.is_draft(draft)


@settings(max_examples=12)
@given(briefs())
def test_no_draft_of_the_moment_is_stale(brief: Brief) -> None:
    draft = statement.draft(brief, {})
    assert not draft or not statement.outdated(inline.plain(inline.escape(draft)), brief, {})


def test_written_again_a_summary_keeps_what_a_person_wrote_between_its_sentences() -> None:
    old = DRAFT.replace("Three reported", "Two reported")
    brief = fixes.written_summary(summarised(f"{old} I know both."), DRAFT, "c-new", {})
    assert [inline.plain(c.text) for c in statement.summaries(brief)] == [f"{DRAFT} I know both."]
    brief = fixes.written_summary(summarised("I know both."), DRAFT, "c-new", {})
    assert [inline.plain(c.text) for c in statement.summaries(brief)] == [DRAFT, "I know both."]
    brief = fixes.written_summary(summarised(old), DRAFT, "c-new", {})
    assert [inline.plain(c.text) for c in statement.summaries(brief)] == [DRAFT]


def test_while_origins_are_not_known_yet_nothing_is_said_of_the_summary() -> None:
    brief = summarised("The source is not dated.")
    assert list(statement.summarised(brief, replace(FACTS, text_of=str)))[:1] == []
    known = replace(FACTS, text_of=str, origins={"s1": "s1", "s2": "s1"})
    assert list(statement.summarised(brief, known))
