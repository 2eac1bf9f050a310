"""The Markdown file, for Pandoc and for Python-Markdown."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import replace

import markdown

from briefing.exporting import markdown_file
from briefing.exporting.blocks import Override
from briefing.exporting.outline import build
from briefing.model import Brief, Claim, Section
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.goldens import agree, tool

OUTLINE = build(example(), made=MADE)
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
    header = markdown_file.render(build(brief)).data.decode().split("\n---\n")[0]
    assert len(header.splitlines()) == 6
    done = subprocess.run(
        [tool("pandoc"), "-f", "markdown", "-t", "plain", "-s", "--wrap=none"],
        input=markdown_file.render(build(brief)).data,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().split("\n")[0].replace("“", '"').replace(
        "”", '"'
    ) == 'a: "b" \\ c — # x'.replace("—", "---")


def test_the_reason_of_an_override_is_shown() -> None:
    outline = replace(OUTLINE, override=Override("The minister *waits*", ("Note 2: gone.",)))
    text = markdown_file.render(outline).data.decode()
    assert (
        "> **Exported although quotes failed their check.** Reason given: The minister \\*waits\\*\n>\n> Note 2: gone."
        in text
    )


def test_a_million_characters_stay_one_paragraph() -> None:
    long = "long words. " * 80_000
    brief = Brief("b", sections=(Section("p", items=(Claim("c", long),)),))
    paragraphs = markdown_file.render(build(brief)).data.decode().strip().split("\n\n")
    assert (paragraphs[-1] == long.strip()) is True
