"""What a file may have said that has lost the list of its lines, and how briefly that is reported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import inline
from briefing.exporting.options import Options, kept
from briefing.reviewing.gathering import OUTSIDE, key
from briefing.reviewing.without_manifest import as_it_is, made, together
from tests.briefing.exporting.examples import example

WAYS = (
    Options(),
    Options(template="memo", annex=True, contents=True, together=True),
    Options(template="one-pager", annex=True, notes="list", citation="short", actors="list"),
    Options(template="situation-report", contents=True, citation="author-date", actors="list"),
    Options(annex=True, portions=False),
)


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_all_that_can_stand_round_the_statements_may_have_left(way: Options) -> None:
    brief = example()
    manifest = as_it_is(brief)
    assert manifest.items == made(brief, Options()).items
    may = {key(words) for words in manifest.rest}
    may |= {
        key(words)
        for entry in manifest.items
        for words in (inline.plain(entry.text), entry.before + inline.plain(entry.text))
    }
    assert {key(words) for words in made(brief, way).rest} <= may


def test_but_nothing_that_a_statement_says() -> None:
    manifest = as_it_is(example())
    said = {key(inline.plain(entry.text)) for entry in manifest.items}
    said |= {key(entry.before + inline.plain(entry.text)) for entry in manifest.items}
    assert not said & {key(words) for words in manifest.rest}


def test_the_choices_of_the_brief_are_kept_but_those_of_files_that_may_be_gone() -> None:
    chosen = Options(portions=False, quotes="none", template="/no/such/house.docx", style="/no/such.csl")
    brief = replace(example(), export_choices=kept(chosen))
    plain = replace(chosen, template="", style="")
    assert as_it_is(brief).items == made(brief, plain).items != made(brief, Options()).items


FEW = [f"{OUTSIDE}“Line {n}”." for n in range(3)]


@pytest.mark.parametrize("messages", [[], ["A remark."], [FEW[0], "A remark.", *FEW[1:]]])
def test_up_to_three_lines_round_the_statements_are_reported_each(messages: list[str]) -> None:
    assert list(together(messages)) == messages


@pytest.mark.parametrize(("many", "shown"), [(4, "4"), (1200, "1,200")])
def test_but_more_of_them_in_one_sentence_behind_the_rest(many: int, shown: str) -> None:
    messages = [f"{OUTSIDE}“Line {n}”." for n in range(many)]
    messages.insert(1, "A remark.")
    assert list(together(messages)) == [
        "A remark.",
        f"{OUTSIDE}{shown} lines (“Line 0”, “Line 1”, “Line 2”, …).",
    ]
