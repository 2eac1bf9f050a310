"""The HTML file: one file, safe to open, every quote in it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from briefing.exporting import html_file
from briefing.exporting.blocks import Branch, IndentedLine, Override, Proof
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.model import Brief, Claim, Section
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.goldens import agree

OUTLINE = build(ExportRequest(example(), made=MADE))
DATA = html_file.render(OUTLINE).data
TEXT = DATA.decode()
VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Checks that tags nest, and keeps ids and links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


def test_it_is_the_golden_file() -> None:
    assert agree("velmora.html", TEXT)


def test_every_quote_reads_back_code_point_by_code_point() -> None:
    assert html_file.read_back(DATA) == tuple(note.quote for note in OUTLINE.notes)


def test_its_tags_nest_and_its_ids_are_its_own() -> None:
    reader = parsed(TEXT)
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))


def test_every_link_inside_it_leads_somewhere() -> None:
    reader = parsed(TEXT)
    inner = [link[1:] for link in reader.links if link.startswith("#")]
    assert set(inner) <= set(reader.ids)
    assert len(inner) == 8 + 8 + 3


def test_it_loads_and_runs_nothing() -> None:
    reader = parsed(TEXT)
    assert reader.tags.isdisjoint({"script", "img", "iframe", "link", "object", "embed", "form", "base"})
    assert all(link.startswith(("#", "https://", "mailto:")) for link in reader.links)
    assert not re.search(r"url\(|@import|\son\w+=", TEXT)


def test_foreign_markup_is_shown_as_words() -> None:
    assert "&lt;b&gt;not&lt;/b&gt;" in TEXT
    brief = Brief(
        "b", title="<script>x</script>", sections=(Section("p", items=(Claim('c"><b>', "<i>a</i> & b"),)),)
    )
    text = html_file.render(build(ExportRequest(brief))).data.decode()
    assert parsed(text).tags.isdisjoint({"script", "i", "b"})


def test_right_to_left_statements_and_quotes_say_so() -> None:
    assert TEXT.count('dir="rtl"') == 3


def test_the_reason_of_an_override_is_shown() -> None:
    override = Override(
        "Exported although one is < two.", "Urgent & late", (IndentedLine(0, "gone.", "Note 2:"),)
    )
    text = html_file.render(replace(OUTLINE, override=override)).data.decode()
    assert "<strong>Exported although one is &lt; two.</strong> Reason given: Urgent &amp; late" in text
    assert "<li>Note 2: gone.</li>" in text


def test_a_draft_says_so_on_every_page_and_a_final_file_never() -> None:
    text = html_file.render(replace(OUTLINE, draft=True)).data.decode()
    assert text.count('<p class="draft"><span>DRAFT</span></p>') == 2
    assert '@top-left{content:"DRAFT"' in text
    assert '@bottom-left{content:"DRAFT"' in text
    assert "position:fixed" in text.partition("@media print{body::after{")[2][:80]
    assert "DRAFT" not in TEXT


@pytest.mark.parametrize(
    "options",
    [
        Options(notes="list", actors="list"),
        Options(annex=True, contents=True, together=True),
        Options(quotes="none", citation="author-date", page="letter"),
    ],
    ids=repr,
)
def test_every_choice_gives_a_file_whose_tags_nest_and_links_lead_somewhere(options: Options) -> None:
    proof = Proof(branches=tuple(Branch(d, "claim", "x", "y") for d in (0, 1, 2, 3, 1, 0, 2)))
    text = html_file.render(
        build(ExportRequest(example(), made=MADE, options=options, proof=proof))
    ).data.decode()
    reader = parsed(text)
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)


def test_a_note_opens_at_a_click_and_stands_in_its_list_on_paper() -> None:
    assert "@media screen{.notes li:target{position:fixed" in TEXT
    assert "@page{size:A4" in TEXT
    letter = html_file.render(build(ExportRequest(example(), options=Options(page="letter")))).data.decode()
    assert "@page{size:letter" in letter


def test_a_numbered_list_is_linked_to() -> None:
    text = html_file.render(build(ExportRequest(example(), options=Options(notes="list")))).data.decode()
    assert (
        '<span class="cited">[<a href="#source-1">1</a>; <a href="#source-2">2</a>; <a href="#source-3">but '
        "see 3</a>]</span>" in text
    )
    assert '<section class="notes"' not in text


def test_a_marking_cannot_leave_the_style_sheet() -> None:
    text = html_file.render(build(ExportRequest(Brief("b", marking='X"}</style><script>')))).data.decode()
    sheet = text[text.index("<style>") : text.index("</style>")]
    assert 'content:"X\\22 \\7d \\3c \\2f style\\3e \\3c script\\3e "' in sheet
    assert parsed(text).tags.isdisjoint({"script"})
