"""How long a Word file is, nearly: the one-page layout says when a page is not enough."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePath

import docx
import pytest
from lxml import etree

from briefing import exporting
from briefing.exporting import build
from briefing.exporting.blocks import Rendered
from briefing.exporting.options import Options
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import page_estimate
from briefing.exporting.word.elements import W
from briefing.model import Brief
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.test_page_estimate import PAGE, printed

WORD = exporting.exporter_for(PurePath("a.docx"))


def short() -> Brief:
    brief = example()
    kept = tuple(replace(s, items=s.items[:1]) for s in brief.sections[:2])
    return replace(brief, sections=kept, actors=(), sources=brief.sources[:1])


def made(brief: Brief, **options: str) -> Rendered:
    return exporting.render(WORD, build(ExportRequest(brief, made=MADE, options=Options(**options))))  # type: ignore[arg-type]


def said(rendered: Rendered) -> list[str]:
    return [remark for remark in rendered.report if "one-page" in remark]


def test_a_brief_that_takes_more_than_a_page_is_told_so_in_the_one_page_layout() -> None:
    (remark,) = said(made(example(), template="one-pager"))
    assert "about 2 pages" in remark


@pytest.mark.parametrize("options", [{"template": "memo"}, {}, {"template": "one-pager", "quotes": "none"}])
def test_but_not_one_that_fits_and_not_in_another_layout(options: dict[str, str]) -> None:
    assert said(made(short() if options.get("template") == "one-pager" else example(), **options)) == []


def test_more_words_take_more_pages() -> None:
    def long(times: int) -> float:
        document = docx.Document(BytesIO(made(example()).data))
        for _ in range(times):
            document.add_paragraph("Word " * 400)
        return page_estimate.estimated(document)

    assert long(0) < long(3) < long(9)


@pytest.mark.slow
@pytest.mark.parametrize("options", [{}, {"template": "memo"}, {"template": "one-pager"}])
def test_it_is_near_what_libreoffice_sets(options: dict[str, str], tmp_path: Path) -> None:
    brief = example()
    data = made(brief, **options).data
    document = docx.Document(BytesIO(data))
    related = {r.reltype.rpartition("/")[2]: r for r in document.part.rels.values()}
    root = etree.fromstring(related["footnotes"].target_part.blob)
    notes = [n for n in root if n.get(f"{W}type", "normal") == "normal"]
    estimate = page_estimate.estimated(document, notes)
    real = len(PAGE.findall(printed(data, tmp_path)))
    print(f"{options}: {estimate:.2f} estimated, {real} set")
    assert real - 1.2 <= estimate <= real + 0.2
