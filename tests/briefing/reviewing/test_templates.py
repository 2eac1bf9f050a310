"""A file in a house's template: what the template has of its own is no reviewer's word."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from briefing import exporting, reviewing
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.reviewing import review_wire, template_parts
from briefing.reviewing.reviewed_parts import Reviewed
from briefing.tasks import verify_handed
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import NS, package, para
from tests.briefing.exporting.word.test_house_template import BRIEF, COMMENTED, REMARK
from tests.briefing.outside.reading_here import files_opened_here
from tests.briefing.reviewing.word import WORD, Desk, review
from tests.briefing.tasks.test_verify_handed import ARTICLES

__all__ = ["files_opened_here"]

SOFFICE = shutil.which("soffice")
_BY = 'w:author="House" w:date="2030-01-01T00:00:00Z"'
_BOX = (
    '<w:p xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<w:r><w:t>Beside the box</w:t></w:r><w:r><mc:AlternateContent>"
    + "".join(
        f'<mc:{kind}><w:pict><v:shape id="s{at}" '
        f'style="width:90pt;height:30pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box of the '
        f"house</w:t></w:r></w:p>"
        f"</w:txbxContent></v:textbox></v:shape></w:pict></mc:{kind.split()[0]}>"
        for at, kind in enumerate(('Choice Requires="v"', "Fallback"))
    )
    + "</mc:AlternateContent></w:r></w:p>"
)
ODD: dict[str, str] = {
    "plain": para("Ministry of Ferries, Office 7"),
    "a heading of the same words": '<w:p><w:pPr><w:pStyle '
        'w:val="berschrift1"/></w:pPr><w:r><w:t>Situation</w:t></w:r></w:p>',
    "a long line": para("To be filled in by the office that answers for it. " * 8),
    "leaders": para("Name " + "." * 150 + " date " + "." * 40),
    "tabs and breaks": "<w:p><w:r><w:t>To:</w:t><w:tab/><w:t>All</w:t><w:br/><w:t>From:</w:t><w:ptab "
        "w:alignment=\"right\" w:relativeTo=\"margin\" w:leader=\"none\"/><w:t>Me</w:t></w:r></w:p>",
    "hyphens of all kinds": "<w:p><w:r><w:t>Regu</w:t><w:softHyphen/><w:t>lation "
        "7</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r></w:p>",
    "a field": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "d MMMM yyyy" '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1 May '
        '2030</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "a simple field": '<w:p><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Ada of the '
        'house</w:t></w:r></w:fldSimple></w:p>',
    "inserted words": f'<w:p><w:r><w:t xml:space="preserve">Ref. </w:t></w:r><w:ins w:id="90" '
        f'{_BY}><w:r><w:t>7 of 2030</w:t></w:r></w:ins></w:p>',
    "deleted words": f'<w:p><w:r><w:t xml:space="preserve">Ref. </w:t></w:r><w:del w:id="91" '
        f'{_BY}><w:r><w:delText>7 of 2030</w:delText></w:r></w:del><w:r><w:t>8</w:t></w:r></w:p>',
    "an end that was deleted": f'<w:p><w:pPr><w:rPr><w:del w:id="92" {_BY}/></w:rPr></w:pPr><w:r><w:t '
        f'xml:space="preserve">One line </w:t></w:r></w:p>' + para("of two"),
    "a prompt": '<w:p><w:sdt><w:sdtPr><w:alias w:val="Subject"/><w:tag w:val="subject-of-house"/><w:id '
        'w:val="77"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>[Type the '
        'subject]</w:t></w:r></w:sdtContent></w:sdt></w:p>',
    "a text box": _BOX,
    "a table": '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol '
        'w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>' + para("Office") + '</w:tc><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>' + para("7") + para("8") + "</w:tc></w:tr></w:tbl>",  # noqa: E501
    "a symbol": '<w:p><w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r><w:r><w:t xml:space="preserve"> '
        '555 01 23</w:t></w:r></w:p>',
    "a formula": '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>',
    "struck words": "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Void since 2029</w:t></w:r></w:p>",
    "an index": "<w:p><w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",  # noqa: E501
}  # fmt: skip
ALL = package("".join(ODD.values()) + BRIEF.replace("1001",
    "1002") + "".join(ODD[n] for n in ("plain", "leaders")), notes=True, header=True)  # fmt: skip


def left(template: bytes, folder: Path, **choices: Any) -> bytes:
    path = folder / "house.docx"
    path.write_bytes(template)
    outline = build(ExportRequest(example(), made=MADE, options=Options(template=str(path), **choices)))
    return exporting.render(WORD, outline).data


def found(data: bytes) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    made = review(example(), data)
    return made.proposals, made.remarks


@pytest.mark.parametrize("name", ODD)
def test_lines_of_a_template_are_no_change(name: str, tmp_path: Path) -> None:
    body = ODD[name] + BRIEF.replace("1001", "1002") + ODD[name].replace('"9', '"8').replace('"77"', '"78"')
    assert found(left(package(body), tmp_path)) == ((), ())


@pytest.mark.parametrize("notes", ["footnotes", "endnotes", "list"])
def test_notes_of_a_template_are_no_change(notes: str, tmp_path: Path) -> None:
    assert found(left(package(BRIEF, notes=True), tmp_path, notes=notes)) == ((), ())


def test_they_are_taken_out_as_often_as_the_template_had_them(tmp_path: Path) -> None:
    read = review_wire.read(left(package(BRIEF, notes=True), tmp_path), [])
    assert read.manifest is not None

    def notes(file: Reviewed) -> list[str]:
        return ["".join(p.words() for p in note).strip() for note in file.notes.values()]

    ours = notes(template_parts.without(read.text, read.manifest))
    assert ours
    assert sorted(notes(read.text)) == sorted([*ours, "A note of the house."])
    house = next(note for note in read.text.notes.values() if "of the house" in note[0].words())
    again = replace(read.text, notes={**read.text.notes, "second": house, "third": house})
    assert notes(template_parts.without(again, read.manifest)).count("A note of the house.") == 2


def test_comments_of_a_template_are_no_remarks_on_claims(tmp_path: Path) -> None:
    data = left(COMMENTED, tmp_path)
    assert found(data) == ((), ())
    desk = Desk(data)
    desk.parts["word/comments.xml"] = desk.parts["word/comments.xml"].replace(
        b"Mind the tone", b"Mind the tune"
    )
    assert [p.kind for p in found(desk.save())[0]] == ["comment"]


def test_a_comment_that_says_the_same_once_more_is_a_reviewer_s(tmp_path: Path) -> None:
    desk = Desk(left(COMMENTED, tmp_path))
    comments = etree.fromstring(desk.parts["word/comments.xml"])
    again = etree.fromstring(f"<x {NS}>{REMARK}</x>".replace('w:id="0"', 'w:id="1"'))[0]
    desk.body.insert(0, again)
    said = etree.fromstring(etree.tostring(comments[0]).replace(b'w:id="0"', b'w:id="1"'))
    comments.append(said)
    desk.parts["word/comments.xml"] = etree.tostring(comments)
    assert [p.theirs for p in found(desk.save())[0]] == ["Mind the tone."]


def test_what_the_worker_answers_holds_all_that_left(tmp_path: Path) -> None:
    data = left(ALL, tmp_path)
    ids = ["c-line"]
    read = review_wire.read(data, ids)
    assert read.manifest is not None
    assert {each.kind for each in read.manifest.foreign} == {"note"}
    assert read.manifest.lines
    answer = json.loads(json.dumps(review_wire.answer(data, ids)))  # as the worker's line brings it
    assert review_wire.from_wire(answer) == read
    assert reviewing.review(example(), read).remarks == ()


@pytest.mark.parametrize("notes", ["footnotes", "endnotes"])
def test_a_stranger_takes_no_note_of_the_template_for_one_without_a_quote(notes: str, tmp_path: Path) -> None:
    data = left(ALL, tmp_path, notes=notes)
    assert verify_handed.verify("x.docx", data, ARTICLES).wrong == ()
    desk = Desk(data)
    name = f"word/{notes}.xml"
    desk.parts[name] = desk.parts[name].replace(b"will reopen its southern", b"will reopen its northern")
    assert verify_handed.verify("x.docx", desk.save(), ARTICLES).wrong != ()


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_they_are_none_when_libreoffice_has_saved_the_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name, template in (("all", ALL), ("commented", COMMENTED)):
        (tmp_path / f"{name}.docx").write_bytes(left(template, tmp_path))
    (tmp_path / "house.docx").unlink()
    args = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", str(out),
            *map(str, sorted(tmp_path.glob("*.docx")))]  # fmt: skip
    subprocess.run([str(SOFFICE), *args], check=True, capture_output=True, timeout=300)
    told = {path.stem: found(path.read_bytes()) for path in sorted(out.glob("*.docx"))}
    assert told["commented"] == ((), ())
    assert told["all"][0] == ()
    # LibreOffice keeps a symbol as a letter of its font and a formula as an object: these two lines read
    # otherwise.
    assert [line for line in told["all"][1] if "555 01 23" not in line and "x=2" not in line] == []
