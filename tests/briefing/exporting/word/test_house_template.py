"""A brief in a house's template: what is the template's stays, what is ours fits in."""

from __future__ import annotations

import runpy
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from briefing import exporting
from briefing.errors import BadInput
from briefing.exporting import word
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import template
from briefing.model import Remark
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import (
    GERMAN,
    LOCAL,
    NS,
    SECTION,
    control,
    package,
    para,
    zipped,
)
from tests.briefing.exporting.word.integrity import W, problems

WORD = exporting.exporter_for(Path("x.docx"))
BRIEF = control("brief", para("Put the brief here."))


def exported(template: bytes, tmp_path: Path, **options: Any) -> bytes:
    """Return the example in a template; every quote is read back on the way."""
    path = tmp_path / "house.docx"
    path.write_bytes(template)
    made = build(ExportRequest(example(), made=MADE, options=Options(template=str(path), **options)))
    return exporting.render(WORD, made).data


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return etree.fromstring(opened.read(f"word/{name}.xml"))


def words(node: Any) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def lines(data: bytes) -> list[str]:
    return [words(child) for child in part(data, "document")[0] if words(child)]


HOUSES: dict[str, bytes] = {
    "plain": package(para("Letterhead") + BRIEF + para("Signed")),
    "local names": package(BRIEF, LOCAL),
    "bare styles": package(BRIEF, ""),
    "notes": package(BRIEF, notes=True, header=True),
    "in a cell": package(f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol '
        f'w:w="8000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="8000" '
        f'w:type="dxa"/></w:tcPr>{BRIEF}<w:p/></w:tc></w:tr></w:tbl>' + para("x")),
    "round a cell": package('<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid><w:tr>' + control("brief", "<w:tc><w:p/></w:tc>") + "</w:tr></w:tbl>" + para("x")),  # noqa: E501
    "no section": package(para("Hello") + BRIEF, section=""),
    "columns": package(BRIEF, section=SECTION.replace("</w:sectPr>",
        '<w:cols w:num="2" w:space="400"/></w:sectPr>')),
    "first and even pages": package(BRIEF, header=True, settings="<w:evenAndOddHeaders/>",
        section=SECTION.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")),
}  # fmt: skip
CHOICES: dict[str, dict[str, Any]] = {
    "footnotes": {},
    "endnotes": {"notes": "endnotes", "contents": True, "annex": True},
    "list": {"notes": "list", "actors": "list", "quotes": "none", "portions": False},
    "together": {"together": True, "quotes": "short", "page": "letter"},
}


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("house", HOUSES)
def test_a_brief_in_any_template_is_a_whole_package(house: str, choice: str, tmp_path: Path) -> None:
    assert problems(exported(HOUSES[house], tmp_path, **CHOICES[choice])) == []


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("template", ["", "memo", "one-pager", "situation-report"])
def test_a_brief_in_our_templates_is_a_whole_package(template: str, choice: str) -> None:
    made = build(ExportRequest(example(), made=MADE, options=Options(template=template, **CHOICES[choice])))
    assert problems(exporting.render(WORD, made).data) == []


PLACES = {
    "block control": (para("A") + BRIEF + para("Z"), ["A", "Z"]),
    "control by its title": (para("A") + BRIEF.replace("w:tag", "w:alias").replace("brief",
        "Brief") + para("Z"), ["A", "Z"]),
    "run control": (para("A") + f"<w:p>{control('brief', '<w:r><w:t>here</w:t></w:r>')}</w:p>" + para("Z"),
        ["A", "Z"]),
    "run control among words": (para("A", control("brief", "<w:r><w:t>here</w:t></w:r>")) + para("Z"),
        ["A", "Z"]),
    "bookmark in a paragraph": (para("A") + '<w:p><w:bookmarkStart w:id="5" '
        'w:name="brief"/><w:r><w:t>here</w:t></w:r><w:bookmarkEnd w:id="5"/></w:p>' + para("Z"), ["A", "Z"]),
    "bookmark at a point": (para("A") + '<w:p><w:bookmarkStart w:id="5" w:name="Brief"/><w:bookmarkEnd '
        'w:id="5"/></w:p>' + para("Z"), ["A", "Z"]),
    "bookmark over paragraphs": (para("A") + para("here",
        '<w:bookmarkStart w:id="5" w:name="brief"/>') + para("and here") + para("too",
            '<w:bookmarkEnd w:id="5"/>') + para("Z"), ["A", "Z"]),
    "bookmark between paragraphs": (para("A") + '<w:bookmarkStart w:id="5" w:name="brief"/>' + para("here") + '<w:bookmarkEnd w:id="5"/>' + para("Z"), ["A", "Z"]),  # noqa: E501
    "nowhere": (para("A") + para("Z"), ["A", "Z", ""]),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_the_brief_goes_to_its_place_and_the_rest_stays(name: str, tmp_path: Path) -> None:
    body, around = PLACES[name]
    data = exported(package(body), tmp_path)
    found = lines(data)
    title = found.index("Velmora: the port reopens, the dispute does not end")
    assert [line for line in found if line in ("A", "Z")] == ["A", "Z"]
    assert title == (2 if len(around) == 3 else 1)
    assert not set(found) & {"here", "and here", "too"}
    assert problems(data) == []


def test_styles_of_the_template_are_taken_by_name_and_by_id(tmp_path: Path) -> None:
    german = exported(package(BRIEF), tmp_path)
    used = {e.get(f"{W}val") for e in part(german, "document").iter(f"{W}pStyle", f"{W}rStyle")}
    assert {"berschrift1", "Funotenzeichen", "Hausliste", "Title2"} <= used
    assert not used & {"Heading1", "FootnoteReference", "ListBullet", "Title"}
    local = exported(package(BRIEF, LOCAL), tmp_path)
    used = {e.get(f"{W}val") for e in part(local, "document").iter(f"{W}pStyle")}
    assert {"b", "BodyText"} <= used
    assert not used & {"Heading1"}


def test_what_the_template_has_stays_as_it_was(tmp_path: Path) -> None:
    data = exported(package(BRIEF, notes=True, header=True), tmp_path)
    styles = part(data, "styles")
    kept = {s.get(f"{W}styleId"): etree.tostring(s) for s in styles.iter(f"{W}style")}
    for style in etree.fromstring(f"<x {NS}>{GERMAN}</x>").iter(f"{W}style"):
        assert words(style) == ""
        assert kept[style.get(f"{W}styleId")].count(b"<w:") == etree.tostring(style).count(b"<w:")
    assert part(data, "settings").find(f".//{W}compatSetting").get(f"{W}val") == "14"
    assert part(data, "document").find(f".//{W}pgMar").get(f"{W}left") == "1800"
    notes = part(data, "footnotes")
    assert words(notes[-1]) == "A note of the house."
    references = [r.get(f"{W}id") for r in part(data, "document").iter(f"{W}footnoteReference")]
    assert references == [
        n.get(f"{W}id") for n in notes[2:]
    ]  # LibreOffice takes notes in the order of their ids
    assert [n.get(f"{W}id") for n in notes] == ["-1", "0", *map(str, range(1, 10))]
    assert "Imprint" in lines(data)
    assert styles.find(f".//{W}lang").get(f"{W}val") == "de-DE"


def test_tables_are_as_wide_as_the_page_of_the_template(tmp_path: Path) -> None:
    data = exported(package(BRIEF), tmp_path)
    widths = {
        int(t.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) for t in part(data, "document")[0].findall(f"{W}tbl")
    }
    assert widths
    assert all(8290 <= width <= 8306 for width in widths)


@pytest.mark.parametrize("house", ["notes", "first and even pages", "no section", "plain"])
def test_the_marking_stands_in_every_header_and_footer_beside_what_was_there(
    house: str, tmp_path: Path
) -> None:
    data = exported(HOUSES[house], tmp_path)
    with zipfile.ZipFile(BytesIO(data)) as opened:
        names = [n for n in opened.namelist() if n.startswith(("word/header", "word/footer"))]
    assert len(names) == (6 if house == "first and even pages" else 2)
    assert all("TLP:AMBER+STRICT" in words(part(data, name[5:-4])) for name in names)
    if house in ("notes", "first and even pages"):
        assert any("Ministry of Ferries" in words(part(data, name[5:-4])) for name in names)


def test_facts_are_filled_in_where_the_template_asks_for_them(tmp_path: Path) -> None:
    body = f"<w:p>{control('title', '<w:r><w:t>Title</w:t></w:r><w:r><w:t> here</w:t></w:r>')}</w:p><w:p>{control('audience', '').replace('1001', '7')}</w:p>"  # noqa: E501
    data = exported(package(body + BRIEF.replace("1001", "8")), tmp_path)
    found = lines(data)
    assert found[:2] == [
        "Velmora: the port reopens, the dispute does not end",
        "Minister for Transport & Islands",
    ]
    assert "Prepared for" not in "".join(found)
    assert "Prepared by" in "".join(found)
    tags = [t.get(f"{W}val") for t in part(data, "document").iter(f"{W}tag")]
    assert "c-line" in tags
    assert not {"title", "audience", "brief"} & set(tags)


REMARK = (
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Word</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
)
COMMENTS = (
    f'<w:comments {NS}><w:comment w:id="0" w:author="House"><w:p><w:r><w:t>Mind the '
    f"tone.</w:t></w:r></w:p></w:comment></w:comments>"
)
COMMENTED = package(
    REMARK + BRIEF,
    extra={"word/comments.xml": COMMENTS.encode()},
    relations='<Relationship Id="c" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
    'Target="comments.xml"/>',
)


def test_comments_of_the_template_stay_but_give_way_to_the_remarks_of_the_brief(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(COMMENTED)
    outline = build(ExportRequest(example(), options=Options(template=str(path))))
    kept = exporting.render(WORD, outline)
    assert words(part(kept.data, "comments")) == "Mind the tone."
    assert kept.report == outline.remarks
    said = Remark("r1", "Boss", "2031-05-09", "Who says so?")
    other = exporting.render(WORD, replace(outline, threads=(("c-line", (said,)),)))
    assert words(part(other.data, "comments")) == "Who says so?"
    assert any("Comments of the template" in line for line in other.report)
    assert [problems(each.data) for each in (kept, other)] == [[], []]


@pytest.mark.parametrize("house", ["in a cell", "round a cell"])
def test_a_place_in_a_table_moves_below_it_and_that_is_said(house: str, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(HOUSES[house])
    rendered = exporting.render(WORD, build(ExportRequest(example(), options=Options(template=str(path)))))
    assert any("in a table" in line for line in rendered.report)
    body = part(rendered.data, "document")[0]
    assert body[0].tag == f"{W}tbl"
    assert "Put the brief here." not in words(body)
    assert words(body[1]).startswith("Velmora")


def boxed(content: str) -> bytes:
    """Return a template with a text box, written twice as Word does: drawn, and for its older kinds."""
    box = f'<v:shape id="s"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>'
    names = (
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    twice = f'<mc:Choice Requires="wps"><w:pict>{box}</w:pict></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'  # noqa: E501
    return package(f"<w:p {names}><w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r></w:p>")


@pytest.mark.parametrize(
    "content",
    [
        control("brief", para("Put the brief here.")),
        para("Put the brief here.", ""),
        para("Of the house.") + control("brief", para("Put the brief here.")),
    ],
    ids=["alone", "no place", "below words"],
)
def test_a_place_in_a_text_box_moves_below_it_and_no_box_is_left_without_a_paragraph(
    content: str, tmp_path: Path
) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(boxed(content))
    rendered = exporting.render(WORD, build(ExportRequest(example(), options=Options(template=str(path)))))
    body = part(rendered.data, "document")[0]
    boxes = list(body.iter(f"{W}txbxContent"))
    assert len(boxes) == 2
    assert all(box[-1].tag == f"{W}p" and not list(box.iter(f"{W}footnoteReference")) for box in boxes)
    if "sdt" in content:
        assert any("in a text box" in line for line in rendered.report)
        assert "Put the brief here." not in words(body)
    assert words(body[1]).startswith("Velmora")


@pytest.mark.parametrize(("edit", "said"), [("readOnly", True), ("forms", True), ("trackedChanges", False)])
def test_a_protected_template_is_named(edit: str, said: bool) -> None:
    document = Document()
    settings = document.settings.element
    settings.append(
        settings.makeelement(f"{W}documentProtection", {f"{W}edit": edit, f"{W}enforcement": "1"})
    )
    assert bool(template.left_standing(document)) is said


def test_tracked_changes_that_stand_in_a_template_are_named() -> None:
    document = Document()
    paragraph = document.add_paragraph()._p
    paragraph.append(paragraph.makeelement(f"{W}ins", {f"{W}id": "1"}))
    assert any("tracked changes" in line for line in template.left_standing(document))


def test_a_brief_that_was_exported_is_no_template(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="a brief that was exported"):
        exported(word.render(build(ExportRequest(example(), made=MADE))).data, tmp_path)


MACROS = (
    '<Relationship Id="rIdV" '
    'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
)


@pytest.mark.parametrize(
    "main",
    [
        "document.main+xml",
        "template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_macros_stay_behind_and_a_template_becomes_a_document(main: str, tmp_path: Path) -> None:
    path = tmp_path / "house.dotm"
    path.write_bytes(package(BRIEF, main=main, extra={"word/vbaProject.bin": b"macro"}, relations=MACROS))
    rendered = exporting.render(WORD, build(ExportRequest(example(), options=Options(template=str(path)))))
    assert "Macros of the template were left out." in rendered.report
    with zipfile.ZipFile(BytesIO(rendered.data)) as opened:
        assert not [n for n in opened.namelist() if "vba" in n]
        types = opened.read("[Content_Types].xml")
    assert b"wordprocessingml.document.main+xml" in types
    assert b"macro" not in types
    assert problems(rendered.data) == []


def _with(name: str, data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(package(BRIEF))) as opened:
        files = {n: opened.read(n) for n in opened.namelist()}
    return zipped(files | {name: data})


BAD = {
    "nothing": b"",
    "no archive": b"Hello",
    "old kind": b"\xd0\xcf\x11\xe0" + bytes(600),
    "cut short": package(BRIEF)[:-300],
    "another archive": zipped({"a.txt": b"x"}),
    "a workbook": package(BRIEF,
        main="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    "a bomb": _with("word/media.xml", b"<a>" + b" " * 60_000_000 + b"</a>"),
    "many parts": zipped({f"{n}.xml": b"<a/>" for n in range(2_001)}),
    "entities": _with("word/styles.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "entities in UTF-16": _with("word/styles.xml",
        '\ufeff<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16-le")),
    "broken XML": _with("word/document.xml", b"<w:document"),
    "no body": _with("word/document.xml", f"<w:document {NS}/>".encode()),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_template_that_cannot_be_used_is_refused_with_the_reason(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="template"):
        exported(BAD[name], tmp_path)


def test_notes_of_a_template_that_are_damaged_are_its_fault(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(package(BRIEF, notes=True))) as opened:
        files = {n: opened.read(n) for n in opened.namelist()}
    with pytest.raises(BadInput, match=r"its part “word/footnotes.xml” is not well formed"):
        exported(zipped(files | {"word/footnotes.xml": b"<w:"}), tmp_path)


def test_a_template_that_is_not_there_is_refused_with_what_there_is() -> None:
    with pytest.raises(BadInput) as caught:
        word.render(build(ExportRequest(example(), options=Options(template="/no/such/house.docx"))))
    assert "memo" in caught.value.hint


def test_the_link_to_a_further_template_is_left_out(tmp_path: Path) -> None:
    relations = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/x.dotm" TargetMode="External"/></Relationships>'  # noqa: E501
    path = tmp_path / "house.docx"
    settings = f'<w:settings {NS}><w:attachedTemplate r:id="r1"/></w:settings>'.encode()
    with zipfile.ZipFile(BytesIO(package(BRIEF))) as opened:
        files = {n: opened.read(n) for n in opened.namelist()}
    path.write_bytes(
        zipped(files | {"word/settings.xml": settings, "word/_rels/settings.xml.rels": relations})
    )
    rendered = exporting.render(WORD, build(ExportRequest(example(), options=Options(template=str(path)))))
    assert any("further template" in line for line in rendered.report)
    with zipfile.ZipFile(BytesIO(rendered.data)) as opened:
        assert not any(b"evil.example" in opened.read(n) for n in opened.namelist())
    assert problems(rendered.data) == []


def test_our_templates_take_the_page_that_is_chosen() -> None:
    made = build(ExportRequest(example(), options=Options(template="memo", page="letter")))
    assert part(word.render(made).data, "document").find(f".//{W}pgSz").get(f"{W}w") == "12240"


def test_a_brief_without_a_marking_leaves_headers_alone(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(package(BRIEF))
    made = build(ExportRequest(replace(example(), marking=""), options=Options(template=str(path))))
    with zipfile.ZipFile(BytesIO(word.render(made).data)) as opened:
        assert not [n for n in opened.namelist() if "header" in n]


def test_our_templates_are_what_their_script_makes() -> None:
    folder = Path(__file__).resolve().parents[4] / "resources" / "word"
    scope = runpy.run_path(str(folder / "make.py"))
    for row in scope["TEMPLATES"]:
        with (
            zipfile.ZipFile(folder / f"{row[0]}.docx") as kept,
            zipfile.ZipFile(BytesIO(scope["made"](*row))) as new,
        ):
            assert {n: kept.read(n) for n in kept.namelist()} == {n: new.read(n) for n in new.namelist()}
