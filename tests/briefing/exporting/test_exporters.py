"""The table of formats, and what holds for each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing import exporting
from briefing.errors import BadInput
from briefing.exporting import formats
from briefing.exporting.blocks import Outline, Rendered
from briefing.exporting.formats import Exporter
from briefing.model import Brief, Claim, Section
from tests.bench.briefs import large
from tests.briefing.exporting.examples import MADE, example

each = pytest.mark.parametrize("exporter", formats.written(), ids=lambda e: e.id)


@each
def test_it_renders_and_reads_back(exporter: Exporter) -> None:
    rendered = exporting.render(exporter, exporting.build(exporting.ExportRequest(example(), made=MADE)))
    assert rendered.data
    assert any("control character" in line for line in rendered.report)


@each
def test_it_renders_an_empty_brief(exporter: Exporter) -> None:
    assert exporting.render(exporter, exporting.build(exporting.ExportRequest(Brief("b")))).data


@each
def test_it_renders_many_notes(exporter: Exporter) -> None:
    brief, _, _ = large(150, 7)
    made = exporting.load(exporter)
    assert (
        len(made.read_back(exporting.render(exporter, exporting.build(exporting.ExportRequest(brief))).data))
        == 150
    )


@each
def test_it_renders_a_paragraph_of_a_million_characters(exporter: Exporter) -> None:
    brief = Brief("b", sections=(Section("p", items=(Claim("c", "word " * 200_000),)),))
    assert exporting.render(exporter, exporting.build(exporting.ExportRequest(brief))).data


@each
def test_but_no_file_leaves_with_a_quote_that_reads_back_otherwise(
    exporter: Exporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = exporting.load(exporter)
    rightly = made.render

    def wrongly(outline: Outline) -> Rendered:
        other = exporting.build(exporting.ExportRequest(Brief("b")))
        return rightly(other) if outline.notes else rightly(outline)

    monkeypatch.setattr(made, "render", wrongly)
    with pytest.raises(RuntimeError, match="note 1 of the"):
        exporting.render(exporter, exporting.build(exporting.ExportRequest(example())))


@pytest.mark.parametrize(("name", "ident"), [("a.docx", "word"), ("a.MD", "markdown"), ("a.b.html", "html")])
def test_the_suffix_names_the_format(name: str, ident: str) -> None:
    assert exporting.exporter_for(Path(name)).id == ident


@pytest.mark.parametrize("name", ["a.odt", "a", ".docx", "docx"])
def test_but_an_unknown_suffix_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        exporting.exporter_for(Path(name))
    assert caught.value.hint == "End its name in one of: .docx, .md, .html, .zip."


def test_a_pdf_is_refused_with_the_way_to_one() -> None:
    with pytest.raises(BadInput, match="PDF") as caught:
        exporting.exporter_for(Path("a.pdf"))
    assert "window" in caught.value.hint


def test_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, briefing.tasks.write_export, briefing.exporting, briefing.exporting.word\n"
        "print([m for m in ('docx', 'lxml', 'markdown', 'rapidfuzz') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
