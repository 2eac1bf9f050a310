"""What an office asks of the page: notes of each kind, contents, bar, portions, page, keeps, alternative
text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from briefing import exporting
from briefing.exporting import word
from briefing.exporting.blocks import Statement
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.integrity import W, problems
from tests.briefing.exporting.word.test_house_template import WORD, lines, part, words


def made(**options: Any) -> bytes:
    return exporting.render(WORD, build(ExportRequest(example(), made=MADE, options=Options(**options)))).data


PLAIN = made()


def test_endnotes_are_real_endnotes_that_count_as_footnotes_do() -> None:
    data = made(notes="endnotes")
    references = [r.get(f"{W}id") for r in part(data, "document").iter(f"{W}endnoteReference")]
    assert references == [n.get(f"{W}id") for n in part(data, "endnotes")][2:]
    assert not list(part(data, "document").iter(f"{W}footnoteReference"))
    for name in ("settings", "document"):
        assert part(data, name).find(f".//{W}endnotePr/{W}numFmt").get(f"{W}val") == "decimal"


def test_a_numbered_list_needs_no_notes_and_its_numbers_lead_to_it() -> None:
    data = made(notes="list")
    document = part(data, "document")
    assert not list(document.iter(f"{W}footnoteReference", f"{W}endnoteReference"))
    anchors = {h.get(f"{W}anchor") for h in document.iter(f"{W}hyperlink")} - {None}
    assert {"source_1", "source_2", "source_3"} <= anchors
    assert any(line.endswith("says.\u00a0[1; 2; contradicts: 3]") for line in lines(data))
    assert word.read_back(data) == ()


def test_contents_are_a_field_with_its_entries_in_it() -> None:
    data = made(contents=True)
    document = part(data, "document")
    codes = [(i.text or "").split()[0] for i in document.iter(f"{W}instrText")]
    assert codes[0] == "TOC"
    assert codes.count("TOC") == 1
    found = [words(p) for p in document.iter(f"{W}p") if (s := p.find(f"{W}pPr/{W}pStyle")) is not None
        and s.get(f"{W}val") in ("TOC1", "TOC2")]  # fmt: skip
    assert found[:4] == ["Bottom line", "Situation", "Actors", "Ines Torvald"]
    kinds = [f.get(f"{W}fldCharType") for f in document.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 1
    assert part(data, "settings").find(f"{W}updateFields") is None
    assert problems(data) == []


def test_contents_show_no_leader_before_there_is_a_number_and_ask_to_be_computed() -> None:
    document = part(made(contents=True), "document")
    entries = [p for p in document.iter(f"{W}p") if (s := p.find(f"{W}pPr/{W}pStyle")) is not None
        and s.get(f"{W}val") in ("TOC1", "TOC2")]  # fmt: skip
    assert [
        list(entry.iter(f"{W}tab")) for entry in entries if entry.find(f".//{W}r/{W}tab") is not None
    ] == []
    assert next(document.iter(f"{W}fldChar")).get(f"{W}dirty") == "true"


def test_the_marks_of_a_claim_stay_on_one_line() -> None:
    raised = [
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in part(PLAIN, "document").iter(f"{W}r")
        if (s := run.find(f"{W}rPr/{W}rStyle")) is not None and s.get(f"{W}val") == "FootnoteReference"
    ]
    assert {words for words in raised if words} == {",\u00a0"}


@pytest.mark.parametrize("template", ["", "memo", "one-pager", "situation-report"])
def test_paragraphs_are_numbered_by_choice(template: str) -> None:
    data = made(numbered=True, template=template)
    document, numbering = part(data, "document"), part(data, "numbering")
    numbers = [n.get(f"{W}val") for n in document.iter(f"{W}numId")]
    most = max(set(numbers), key=numbers.count)
    lists = {
        n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in numbering.iter(f"{W}num")
    }
    kinds = {a.get(f"{W}abstractNumId"): a.find(f"{W}lvl/{W}lvlText").get(f"{W}val")
        for a in numbering.iter(f"{W}abstractNum")}  # fmt: skip
    assert kinds[lists[most]] == "%1."
    blocks = build(ExportRequest(example(), made=MADE, options=Options(numbered=True))).blocks
    assert numbers.count(most) == len([b for b in blocks if isinstance(b, Statement) and not b.listed]) > 5
    assert problems(data) == []


def test_the_bar_says_its_range_and_is_as_long() -> None:
    bars = [
        t
        for t in part(PLAIN, "document").iter(f"{W}tbl")
        if t.find(f"{W}tblPr/{W}tblDescription") is not None
    ]
    assert [b.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") for b in bars] == [
        "A bar from 0 to 100 per cent, filled at 80–95 %.",
        "A bar from 0 to 100 per cent, filled at 45–55 %.",
    ]
    widths = [int(c.get(f"{W}w")) for c in bars[0].iter(f"{W}gridCol")]
    assert widths[1] / sum(widths) == pytest.approx(0.15, abs=0.01)
    assert widths[0] / sum(widths) == pytest.approx(0.80, abs=0.01)
    assert all(words(bar) == "" for bar in bars)


def test_portions_and_the_table_of_actors_are_choices() -> None:
    other = made(portions=False, actors="list")
    assert "(TLP:GREEN)" in "".join(lines(PLAIN))
    assert "(TLP:GREEN)" not in "".join(lines(other))
    assert any(line.startswith("Ines Torvald: also known as the harbour master; ") for line in lines(other))


@pytest.mark.parametrize(("page", "size"), [("a4", ("11906", "16838")), ("letter", ("12240", "15840"))])
def test_the_page_is_a_choice_and_the_text_as_wide_on_each(page: str, size: tuple[str, str]) -> None:
    section = part(made(page=page), "document").find(f".//{W}sectPr")
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (paper.get(f"{W}w"), paper.get(f"{W}h")) == size
    wide = int(paper.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    assert wide == 9354


def test_rows_stay_whole_heads_repeat_and_headings_stay_with_their_text() -> None:
    document, styles = part(PLAIN, "document"), part(PLAIN, "styles")
    tables = document[0].findall(f"{W}tbl")
    for table in tables:
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr"))
    assert [t.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for t in tables] == [False, True, True]
    for style in styles.iter(f"{W}style"):
        if "eading" in style.get(f"{W}styleId", ""):
            assert style.find(f"{W}pPr/{W}keepNext") is not None
    assert styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None


def test_quotes_of_the_annex_are_read_back_too() -> None:
    outline = build(ExportRequest(example(), made=MADE, options=Options(annex=True)))
    held = word.quotes_held(outline)
    assert word.read_back(word.render(outline).data) == held
    assert len(held) == 16


def test_a_run_from_right_to_left_takes_no_latin_words_along() -> None:
    root = part(PLAIN, "footnotes")
    said = ["".join(r.itertext()) for r in root.iter(f"{W}r") if r.find(f"{W}rPr/{W}rtl") is not None]
    assert "نشرة الميناء" in said
    assert not [s for s in said if re.search("[A-Za-z]", s)]


def test_a_judgement_keeps_its_ground_and_not_the_next_judgement() -> None:
    table = part(PLAIN, "document").findall(f".//{W}tbl")
    grounds = [c for t in table for c in t.iter(f"{W}tc") if c.find(f"{W}tcPr/{W}gridSpan") is not None]
    assert grounds
    assert not [c for c in grounds if c.find(f"{W}p/{W}pPr/{W}keepNext") is not None]


def test_a_long_title_leaves_the_marking_its_place_in_the_header() -> None:
    long = replace(example(), title="The ferries and the dispute behind the strike " * 4)
    header = part(exporting.render(WORD, build(ExportRequest(long, made=MADE))).data, "header1")
    title = words(header.find(f"{W}p")).partition("TLP")[0]
    assert 40 < len(title) < 85
    assert "…" in title


def test_one_line_only_parts_what_a_template_shows_from_the_other_facts() -> None:
    memo = part(made(template="memo"), "document")
    for document, ruled in ((part(PLAIN, "document"), True), (memo, False)):
        facts = next(
            t for t in document.iter(f"{W}tbl")
            if (c := t.find(f"{W}tblPr/{W}tblCaption")) is not None and c.get(f"{W}val") == "About this brief"
        )  # fmt: skip
        assert (facts.find(f"{W}tblPr/{W}tblBorders/{W}top") is not None) is ruled


@pytest.mark.parametrize(("notes", "told"), [("endnotes", True), ("footnotes", False)])
def test_endnotes_that_lose_the_marking_elsewhere_are_told_of(notes: str, told: bool) -> None:
    report = exporting.render(
        WORD, build(ExportRequest(example(), made=MADE, options=Options(notes=notes)))
    ).report
    assert any("without the marking" in line for line in report) is told
