"""The Markdown file, for Pandoc and for Python-Markdown."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import markdown
import pytest

from briefing.exporting import markdown_file
from briefing.exporting.blocks import IndentedLine, Override
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.model import Brief, Claim, Section
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.goldens import agree, tool

OUTLINE = build(ExportRequest(example(), made=MADE))
DATA = markdown_file.render(OUTLINE).data


def test_it_is_the_golden_file() -> None:
    assert agree("velmora.md", DATA.decode())


def test_every_quote_reads_back() -> None:
    assert markdown_file.read_back(DATA) == markdown_file.quotes_held(OUTLINE)
    assert len(markdown_file.read_back(DATA)) == 8


def test_a_quote_keeps_every_code_point_but_a_third_line_feed() -> None:
    held = markdown_file.quotes_held(OUTLINE)
    changed = [note.number for note, quote in zip(OUTLINE.notes, held, strict=True) if note.quote != quote]
    assert changed == [5]


def test_python_markdown_shows_each_quote_in_its_note() -> None:
    shown = markdown.markdown(DATA.decode(), extensions=["footnotes", "tables", "meta"])
    notes = re.findall(r'<li id="fn:\d+">(.*?)</li>', shown, re.DOTALL)
    words = [
        html.unescape(re.sub("<[^>]+>", "", note.replace("<br />\n", "\n").replace("</p>\n<p>", "\n\n")))
        for note in notes
    ]
    assert len(words) == 8
    for said, quote in zip(words, markdown_file.quotes_held(OUTLINE), strict=True):
        assert f"“{quote}”" in said
    assert shown.count("<table>") == 1
    assert "javascript:" not in "".join(re.findall('href="([^"]*)"', shown))


def test_python_markdown_reads_the_header() -> None:
    reader = markdown.Markdown(extensions=["meta"])
    reader.convert(DATA.decode())
    assert reader.Meta["title"] == ['"Velmora: the port reopens, the dispute does not end"']  # type: ignore[attr-defined]


def test_pandoc_finds_as_many_notes_and_the_header() -> None:
    done = subprocess.run(
        [tool("pandoc"), "-f", "markdown", "-t", "json"], input=DATA, capture_output=True, check=True
    )
    document = json.loads(done.stdout)
    assert done.stdout.count(b'"t":"Note"') == 8
    assert set(document["meta"]) == {
        "title",
        "author",
        "date",
        "lang",
        "marking",
        "edition",
        "brief",
        "exported",
    }
    assert done.stdout.count(b'"t":"Table"') == 1


def test_hostile_titles_stay_inside_the_header() -> None:
    brief = Brief("b", title='a: "b" \\ c\n---\n# x', author="'*x*' {y}")
    header = markdown_file.render(build(ExportRequest(brief))).data.decode().split("\n---\n")[0]
    assert len(header.splitlines()) == 6
    done = subprocess.run(
        [tool("pandoc"), "-f", "markdown", "-t", "plain", "-s", "--wrap=none"],
        input=markdown_file.render(build(ExportRequest(brief))).data,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().split("\n")[0].replace("“", '"').replace(
        "”", '"'
    ) == 'a: "b" \\ c — # x'.replace("—", "---")


def test_the_reason_of_an_override_is_shown() -> None:
    outline = replace(
        OUTLINE,
        override=Override(
            "Exported although 1*1.", "The minister *waits*", (IndentedLine(0, "gone.", "Note 2:"),)
        ),
    )
    text = markdown_file.render(outline).data.decode()
    assert "> **Exported although 1\\*1.** Reason given: The minister \\*waits\\*\n>\n> Note 2: gone." in text


def test_a_million_characters_stay_one_paragraph() -> None:
    long = "long words. " * 80_000
    brief = Brief("b", sections=(Section("p", items=(Claim("c", long),)),))
    paragraphs = markdown_file.render(build(ExportRequest(brief))).data.decode().strip().split("\n\n")
    assert (paragraphs[-1] == long.strip()) is True


KEYED = build(ExportRequest(example(), made=MADE, options=Options(links="csl")))


def test_with_keys_it_cites_as_citeproc_reads_and_brings_the_records() -> None:
    rendered = markdown_file.render(KEYED)
    text = rendered.data.decode()
    assert "says. [@whitlock2031ferry; @radioorla2031; but see @nodealyet]\n\n- <!--q-->“will reopen" in text
    assert "::: {#refs}\n:::" in text
    assert "[^" not in text
    ((suffix, records),) = rendered.beside
    assert suffix == ".references.json"
    known = {record["id"] for record in json.loads(records)}
    assert set(re.findall(r"@(\w+)", text)) <= known
    assert len(markdown_file.read_back(rendered.data)) == 8


def test_without_keys_nothing_stands_beside() -> None:
    assert markdown_file.render(OUTLINE).beside == ()


def test_quotes_may_be_left_out() -> None:
    outline = build(ExportRequest(example(), options=Options(quotes="none")))
    data = markdown_file.render(outline).data
    assert markdown_file.read_back(data) == markdown_file.quotes_held(outline) == ()
    assert "[^3]: *Contradicts:* See “[No deal yet" in data.decode()
    keyed = markdown_file.render(build(ExportRequest(example(), options=Options(quotes="none", links="csl"))))
    assert "<!--q-->" not in keyed.data.decode()


def test_a_text_that_looks_like_a_quote_is_none() -> None:
    tricky = Claim("c", "- “Foo” — bar <!--q-->“Baz” — x [@key]", kind="gap")
    brief = Brief("b", sections=(Section("g", "gaps", "Gaps", items=(tricky,)),))
    for links in ("footnotes", "csl"):
        outline = build(ExportRequest(brief, options=Options(links=links, annex=True)))
        assert markdown_file.read_back(markdown_file.render(outline).data) == ()


def test_actors_may_be_a_list() -> None:
    text = markdown_file.render(build(ExportRequest(example(), options=Options(actors="list")))).data.decode()
    assert "- **Dockers’ Union**: organisation; Speaks for 4,200 workers &#124; night shift" in text
    assert "|---|" not in text


@pytest.mark.slow
def test_pandoc_s_citeproc_reads_the_keys(tmp_path: Path) -> None:
    rendered = markdown_file.render(KEYED)
    (tmp_path / "refs.json").write_bytes(rendered.beside[0][1])
    done = subprocess.run(
        [tool("pandoc"), "-t", "plain", "--wrap=none", "--citeproc", "--bibliography",
            str(tmp_path / "refs.json")],
        input=rendered.data, capture_output=True, check=True,
    )  # fmt: skip
    shown = done.stdout.decode()
    assert not done.stderr
    assert "(Whitlock and Aasen 2031; “نشرة الميناء” 2031; but see" in shown
    assert "Whitlock, Dana, and Per Aasen. 2031." in shown
    for quote in markdown_file.quotes_held(KEYED):
        assert quote.split("\n")[0].replace("  ", " ")[:40] in shown.replace("  ", " ")


@pytest.mark.slow
def test_pandoc_keeps_the_words_of_the_annex() -> None:
    outline = build(ExportRequest(example(), made=MADE, options=Options(annex=True, together=True)))
    done = subprocess.run(
        [tool("pandoc"), "-t", "json"],
        input=markdown_file.render(outline).data,
        capture_output=True,
        check=True,
    )
    assert done.stdout.count(b'"t":"Note"') == 5
    assert done.stdout.count(b'"t":"Table"') == 2


def test_a_draft_says_so_at_its_head_and_end() -> None:
    text = markdown_file.render(replace(OUTLINE, draft=True)).data.decode()
    assert 'status: "DRAFT"' in text.partition("\n---\n")[0]
    assert text.count("\n\n**DRAFT**\n\n") == 2
    assert "DRAFT" not in DATA.decode()
