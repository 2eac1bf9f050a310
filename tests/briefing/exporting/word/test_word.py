"""The Word file: a package that Word, LibreOffice and Pandoc read alike, with real footnotes."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from briefing.exporting import markdown_file, word
from briefing.exporting.blocks import IndentedLine, Override
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import layouts, word_shown
from briefing.model import Brief
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.goldens import agree, tool
from tests.briefing.exporting.word.test_word_shown import opened

OUTLINE = build(ExportRequest(example(), made=MADE))
DATA = word.render(OUTLINE).data
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(name: str, data: bytes = DATA) -> Any:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def text_of(node: Any) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


@pytest.mark.parametrize("name", ["document", "footnotes", "styles"])
def test_it_is_the_golden_file(name: str) -> None:
    root = part(f"word/{name}.xml")
    etree.indent(root)
    assert agree(f"velmora.{name}.xml", etree.tostring(root, encoding="unicode") + "\n")


def test_every_quote_reads_back_code_point_by_code_point() -> None:
    assert word.read_back(DATA) == tuple(note.quote for note in OUTLINE.notes)


def test_notes_are_real_footnotes_with_their_separators() -> None:
    notes = part("word/footnotes.xml")
    assert [note.get(f"{W}id") for note in notes] == ["-1", "0", *map(str, range(1, 9))]
    references = [r.get(f"{W}id") for r in part("word/document.xml").iter(f"{W}footnoteReference")]
    assert references == [str(n) for n in range(1, 9)]


def test_links_in_notes_belong_to_the_notes_part() -> None:
    with zipfile.ZipFile(BytesIO(DATA)) as package:
        relations = package.read("word/_rels/footnotes.xml.rels").decode()
    assert set(re.findall(r'Target="([^"]+)"', relations)) == {
        "https://example.org/news?id=7&amp;lang=en",
        "https://example.org/union_%282031%29",
    }
    assert relations.count('TargetMode="External"') == 2


def test_no_link_leads_to_another_scheme() -> None:
    with zipfile.ZipFile(BytesIO(DATA)) as package:
        relations = "".join(package.read(n).decode() for n in package.namelist() if n.endswith(".rels"))
    external = re.findall(r'Target="([^"]+)" TargetMode="External"', relations)
    assert external
    assert all(target.startswith("https://") for target in external)


def test_each_statement_stands_in_a_tagged_control_and_a_bookmark_without_its_notes() -> None:
    document = part("word/document.xml")
    controls = {c.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): c for c in document.iter(f"{W}sdt")}
    assert text_of(controls["c-count"]) == "At least 3,900 of 4,200 dock workers walked out."
    assert list(controls)[:2] == ["c-line", "c-open"]
    assert {"j-open", "c-pos", "c-gap1"} < set(controls)
    assert not any(list(c.iter(f"{W}footnoteReference")) for c in controls.values())
    starts = [b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")]
    assert starts == [f"claim_{tag.replace('-', '_')}" for tag in controls]


def test_ids_of_controls_and_bookmarks_are_unique() -> None:
    document = part("word/document.xml")
    for path in (f"{W}sdtPr/{W}id", f"{W}bookmarkStart"):
        found = [
            e.get(f"{W}val") or e.get(f"{W}id")
            for e in document.iter()
            if f"{e.getparent().tag if e.getparent() is not None else ''}/{e.tag}".endswith(path)
        ]
        assert len(found) == len(set(found)) > 0


def test_every_style_that_is_used_exists() -> None:
    known = {s.get(f"{W}styleId") for s in part("word/styles.xml").iter(f"{W}style")}
    for name in ("document", "footnotes", "header1", "footer1"):
        used = {e.get(f"{W}val") for e in part(f"word/{name}.xml").iter(f"{W}pStyle", f"{W}rStyle")}
        assert used <= known


@pytest.mark.parametrize("name", ["header1", "footer1"])
def test_the_marking_stands_in_header_and_footer(name: str) -> None:
    root = part(f"word/{name}.xml")
    assert "TLP:AMBER+STRICT" in text_of(root)
    assert [c.get(f"{W}val") for c in root.iter(f"{W}color")] == ["FFC000"]
    assert [c.get(f"{W}fill") for c in root.iter(f"{W}shd")] == ["000000"]


def test_the_footer_counts_pages() -> None:
    fields = [(i.text or "").strip() for i in part("word/footer1.xml").iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_brief_without_a_marking_has_none_and_a_house_marking_no_colour() -> None:
    bare = word.render(build(ExportRequest(replace(example(), marking="")))).data
    house = word.render(build(ExportRequest(replace(example(), marking="Desk use only")))).data
    assert text_of(part("word/header1.xml", bare)).startswith("Velmora")
    assert "Desk use only" in text_of(part("word/header1.xml", house))
    assert not list(part("word/header1.xml", house).iter(f"{W}shd"))


def test_right_to_left_text_says_so() -> None:
    document = part("word/document.xml")
    (arabic,) = (
        p for p in document.iter(f"{W}p") if "c-arabic" in [t.get(f"{W}val") for t in p.iter(f"{W}tag")]
    )
    assert arabic.find(f"{W}pPr/{W}bidi") is not None
    assert arabic.find(f".//{W}rtl") is not None
    languages = [e.get(f"{W}bidi") for e in part("word/footnotes.xml").iter(f"{W}lang")]
    assert languages.count("ar") == 2


def test_its_properties_are_its_own() -> None:
    with zipfile.ZipFile(BytesIO(DATA)) as package:
        core = package.read("docProps/core.xml").decode()
        names = package.namelist()
    assert "Desk 4 &lt;North&gt;" in core
    assert "2031-05-09T16:30:00Z" in core
    assert "python-docx" not in core
    assert "2013" not in core
    assert not [n for n in names if "thumbnail" in n or "app.xml" in n]


def test_but_without_a_time_it_carries_none() -> None:
    with zipfile.ZipFile(BytesIO(word.render(build(ExportRequest(example()))).data)) as package:
        assert "dcterms:created" not in package.read("docProps/core.xml").decode()


def test_long_titles_do_not_stop_it() -> None:
    assert word.render(build(ExportRequest(Brief("b", title="Long " * 200, author="x" * 400)))).data


def test_the_reason_of_an_override_is_shown() -> None:
    override = Override(
        "Exported although one is.", "The minister waits", (IndentedLine(0, "gone.", "Note 2:"),)
    )
    data = word.render(replace(OUTLINE, override=override)).data
    said = text_of(part("word/document.xml", data))
    assert "Exported although one is. Reason given: The minister waits– Note 2: gone." in said


@pytest.mark.parametrize("template", ["", *layouts.ids()])
@pytest.mark.parametrize("marking", ["TLP:AMBER+STRICT", ""])
def test_every_page_of_a_draft_says_so_beside_the_marking(template: str, marking: str) -> None:
    outline = replace(OUTLINE, draft=True, options=replace(OUTLINE.options, template=template))
    outline = replace(outline, front=replace(outline.front, marking=marking))
    edges = [
        line
        for line in word_shown.lines(opened(word.render(outline).data))
        if line.kind in ("header", "footer")
    ]
    pages = {(line.kind, line.part) for line in edges}
    for page in pages:
        said = " ".join(line.words for line in edges if (line.kind, line.part) == page)
        assert "DRAFT" in said, page
        assert marking in said.replace("\u00a0", " "), page
    assert {kind for kind, _ in pages} == {"header", "footer"}


def test_python_docx_opens_it() -> None:
    import docx

    document = docx.Document(BytesIO(DATA))
    assert [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"][
        :1
    ] == ["Situation"]


def pandoc(data: bytes, reader: str, writer: str) -> str:
    done = subprocess.run(
        [tool("pandoc"), "-f", reader, "-t", writer, "--wrap=none"],
        input=data,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def test_pandoc_reads_the_same_notes_from_word_and_markdown() -> None:
    from_word = notes_of(json.loads(pandoc(DATA, "docx", "json")))
    from_markdown = notes_of(json.loads(pandoc(markdown_file.render(OUTLINE).data, "markdown", "json")))
    assert len(from_word) == 8
    assert from_word == from_markdown


def notes_of(node: Any) -> list[str]:
    """Return the letters of each note, blanks and marks apart."""
    if isinstance(node, list):
        return [note for child in node for note in notes_of(child)]
    if not isinstance(node, dict):
        return []
    if node.get("t") == "Note":
        return [re.sub(r"\W", "", letters(node["c"]))]
    return notes_of(list(node.values()))


def letters(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(letters, node))
    if isinstance(node, dict):
        if node.get("t") == "Link":
            return letters(node["c"][1])
        return str(node["c"]) if node.get("t") == "Str" else letters(list(node.values()))
    return ""


@pytest.mark.slow
def test_libreoffice_prints_every_word(tmp_path: Path) -> None:
    office, reader = tool("soffice"), tool("pdftotext")
    (tmp_path / "brief.docx").write_bytes(DATA)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / "brief.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    done = subprocess.run([reader, tmp_path / "brief.pdf", "-"], check=True, capture_output=True)
    printed = re.sub(r"\s", "", done.stdout.decode())
    for statement in ("The southern terminal is set to reopen on Monday", "At least 3,900 of 4,200 dock "
        "workers walked out.",
                      "A second walk-out follows within a month.", "Two of three sources report at second "
                          "hand."):  # fmt: skip
        assert re.sub(r"\s", "", statement) in printed
    for note in OUTLINE.notes:
        if note.quote.isascii():
            assert re.sub(r"\s", "", note.quote) in printed
    assert printed.count("TLP:AMBER+STRICT") >= 4
    assert "Page1of2" in printed


@pytest.mark.slow
def test_libreoffice_keeps_claims_and_notes_through_a_round(tmp_path: Path) -> None:
    office = tool("soffice")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "brief.docx").write_bytes(DATA)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            tmp_path,
            tmp_path / "in" / "brief.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    again = (tmp_path / "brief.docx").read_bytes()
    document = part("word/document.xml", again)
    assert len(list(document.iter(f"{W}footnoteReference"))) == 8
    names = {b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")}
    assert {"claim_c_line", "claim_c_count", "claim_j_open"} <= names
    assert "At least 3,900 of 4,200 dock workers walked out." in text_of(document)
