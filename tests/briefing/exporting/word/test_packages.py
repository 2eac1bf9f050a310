"""Templates as other programs pack them: each is used, or refused with a sentence; and nothing broken
leaves.
"""

from __future__ import annotations

import json
import os
import random
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from lxml import etree

from briefing.cli import main
from briefing.errors import BadInput
from briefing.exporting import word
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import opc, package_check, template
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import package, para, zipped
from tests.briefing.exporting.word.integrity import W, problems
from tests.briefing.exporting.word.test_house_template import BRIEF, part, words

Parts = dict[str, bytes]
_TYPES, _RELS, _OF_MAIN, _MAIN = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
    "word/document.xml",
)
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LIBRE = _CORE.replace("package/2006", "officedocument/2006")
_PICTURE = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><v:shape id="s1" '
    'style="width:20pt;height:20pt"><v:imagedata r:id="rIdP"/></v:shape></w:pict></w:r></w:p>'
)


def unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


MEMO = unpacked(template.read("memo"))
HOUSE = unpacked(
    package(para("Letterhead") + BRIEF, notes=True, header=True, extra={"docProps/core.xml": b"<x/>"})
)
BASES = {"memo": MEMO, "house": HOUSE}


def put(parts: Parts, name: str, old: str, new: str, most: int = -1) -> Parts:
    assert old.encode() in parts[name], (name, old)
    return parts | {name: parts[name].replace(old.encode(), new.encode(), most)}


def related(parts: Parts, name: str, relation: str) -> Parts:
    return put(parts, name, "</Relationships>", f"{relation}</Relationships>")


def link(ident: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"{more}/>'


def renamed(parts: Parts, old: str, new: str) -> Parts:
    """Return the parts, one of them and its relations under another name; nothing else is brought into
    line.
    """
    names = {old: new, opc.relations_name(old): opc.relations_name(new)}
    return {names.get(name, name): data for name, data in parts.items()}


def moved(parts: Parts, old: str, new: str) -> Parts:
    """Return the parts, one of them elsewhere, and all that leads to it brought into line."""
    made = renamed(parts, old, new)
    for name, data in list(made.items()):
        if name.endswith(".rels"):
            stem = old.rpartition("/")[2]
            data = re.sub(
                rb'Target="[^"]*%s"' % re.escape(stem.encode()), b'Target="/%s"' % new.encode(), data
            )
        elif name == _TYPES:
            data = data.replace(f'"/{old}"'.encode(), f'"/{new}"'.encode())
        made[name] = data
    return made


def upper(parts: Parts) -> Parts:
    return {name if name == _TYPES else name.upper(): data for name, data in parts.items()}


def absolute(parts: Parts) -> Parts:
    return parts | {_OF_MAIN: re.sub(rb'Target="(?!/)', b'Target="/word/', parts[_OF_MAIN])}


def strict(parts: Parts) -> Parts:
    """Return the parts as Word saves them in the strict form of the standard."""
    made = {}
    for name, data in parts.items():
        if name != _TYPES:
            data = re.sub(
                rb"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml|drawingml)/2006/",
                rb"http://purl.oclc.org/ooxml/\1/", data,
            )  # fmt: skip
            data = re.sub(rb'(<w:pgSz w:w=)"11906" (w:h=)"16838"', rb'\1"595.3pt" \2"841.9pt"', data)
            data = re.sub(rb'(<w:sz(?:Cs)? w:val=)"20"', rb'\1"10pt"', data)
            data = data.replace(b"<w:document ", b'<w:document w:conformance="strict" ', 1)
        made[name] = data
    return made


def in_utf16(parts: Parts) -> Parts:
    text = re.sub(r"<\?xml[^>]*\?>", "", parts["word/styles.xml"].decode())
    return parts | {"word/styles.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")}


def doubled(parts: Parts) -> Parts:
    """Return the parts with a second part of styles."""
    made = put(parts, _TYPES, "</Types>",
        '<Override PartName="/word/more.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>')  # fmt: skip  # noqa: E501
    return related(made, _OF_MAIN, link("rIdZ", f"{_OFFICE}/styles",
        "more.xml")) | {"word/more.xml": parts["word/styles.xml"]}  # fmt: skip


def pictured(parts: Parts) -> Parts:
    made = put(parts, _MAIN, "<w:sectPr", f"{_PICTURE}<w:sectPr", 1)
    return related(made, _OF_MAIN, link("rIdP", f"{_OFFICE}/image", "media/NULL.png"))


def hyperlinked(parts: Parts, relation: str = "") -> Parts:
    bit = (
        f'<w:p><w:hyperlink xmlns:r="{_OFFICE}" r:id="rIdL"><w:r><w:t>Imprint</w:t></w:r></w:hyperlink></w:p>'
    )
    made = put(parts, _MAIN, "<w:sectPr", f"{bit}<w:sectPr", 1)
    return related(made, _OF_MAIN, relation) if relation else made


USED: dict[str, Callable[[Parts], Parts]] = {
    "as it is": lambda p: p,
    "every name in capitals": upper,
    "names of relations in capitals": lambda p: renamed(p, "word/document.xml", "word/Document.xml"),
    "types by names in capitals": lambda p: p | {_TYPES: re.sub(rb'PartName="([^"]+)"',
        lambda m: m[0].upper().replace(b"PARTNAME", b"PartName"), p[_TYPES])},
    "endings in capitals": lambda p: p | {_TYPES: p[_TYPES].replace(b'"xml"', b'"XML"').replace(b'"rels"',
        b'"RELS"')},
    "absolute targets": absolute,
    "targets that go up and down": lambda p: put(p, _OF_MAIN, 'Target="', 'Target="../word/./'),
    "targets with backslashes": lambda p: put(p, _OF_MAIN, 'Target="', 'Target="..\\word\\'),
    "entries with backslashes": lambda p: {n if n == _TYPES else n.replace("/", "\\"): d for n,
        d in p.items()},
    "entries from the root": lambda p: {n if n == _TYPES else f"/{n}": d for n, d in p.items()},
    "the main part of another name": lambda p: moved(p, _MAIN, "word/document2.xml"),
    "the main part elsewhere": lambda p: absolute(p) and moved(absolute(p), _MAIN, "text/body.xml"),
    "a name with a blank, escaped": lambda p: moved(p, "word/styles.xml", quote("word/my styles.xml")),
    "a name escaped in one place only": lambda p: renamed(moved(p, "word/styles.xml", "word/my%20styles.xml"),
        "word/my%20styles.xml", "word/my styles.xml"),
    "a name of other letters": lambda p: moved(p, "word/styles.xml", "word/стили.xml"),
    "styles in the root": lambda p: moved(p, "word/styles.xml", "styles.xml"),
    "a part of ours under another name": lambda p: moved(p, "word/settings.xml", "word/footnotes2.xml"),
    "a template": lambda p: put(p, _TYPES, "document.main+xml", "template.main+xml"),
    "with macros": lambda p: put(p, _TYPES,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    "of a type unheard of": lambda p: put(p, _TYPES,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.example.wordprocessor+xml"),
    "of no type": lambda p: p | {_TYPES: re.sub(rb'<Override PartName="/word/(?:document|styles)\.xml"[^>]*/>', b"", p[_TYPES])},  # noqa: E501
    "properties as LibreOffice relates them": lambda p: related(p, _RELS,
        link("rIdC", _LIBRE, "docProps/core.xml")),
    "properties as the strict kind relates them": lambda p: related(p, _RELS,
        link("rIdC", "http://purl.oclc.org/ooxml/officeDocument/relationships/metadata/core-properties",
            "docProps/core.xml")),
    "properties twice": lambda p: related(related(p, _RELS, link("rIdC", _CORE, "docProps/core.xml")), _RELS,
        link("rIdD", _CORE, "docProps/core2.xml")) | {"docProps/core2.xml": b"<x/>"},
    "properties that are not there": lambda p: related({n: d for n,
        d in p.items() if n != "docProps/core.xml"}, _RELS, link("rIdC", _CORE, "docProps/core.xml")),
    "properties that nothing leads to": lambda p: p | {"docProps/core.xml": b"junk",
        "docProps/app.xml": b"junk", "docProps/Core.XML": b"junk"},
    "a thumbnail": lambda p: related(p, _RELS,
        link("rIdT", _CORE.replace("core-properties", "thumbnail"),
            "docProps/thumbnail.jpeg")) | {"docProps/Thumbnail.jpeg": b"jpeg"},
    "a thumbnail that is not there": lambda p: related(p, _RELS,
        link("rIdT", _CORE.replace("core-properties", "thumbnail"), "docProps/thumbnail.jpeg")),
    "properties of the house": lambda p: related(p, _RELS,
        link("rIdT", f"{_OFFICE}/custom-properties",
            "docProps/custom.xml")) | {"docProps/custom.xml": b"<Properties/>"},
    "a dangling relation of the package": lambda p: related(p, _RELS,
        link("rIdX", f"{_OFFICE}/custom-properties", "docProps/custom.xml")),
    "a dangling relation of the text": lambda p: related(p, _OF_MAIN,
        link("rIdX", f"{_OFFICE}/image", "NULL")),
    "a dangling relation of an unknown type": lambda p: related(p, _OF_MAIN, link("rIdX", "x", "gone.xml")),
    "a relation without a name": lambda p: related(p, _OF_MAIN,
        f'<Relationship Type="{_OFFICE}/theme" Target="theme.xml"/>'),
    "a picture that is missing": pictured,
    "a link inside the file": lambda p: hyperlinked(p, link("rIdL", f"{_OFFICE}/hyperlink", "#imprint")),
    "a link to a file": lambda p: hyperlinked(p, link("rIdL", f"{_OFFICE}/hyperlink", "rules.docx")),
    "a link without its relation": hyperlinked,
    "styles twice": doubled,
    "orphans": lambda p: p | {"word/old.xml": b"not XML", "word/media/x.bin": b"\0"},
    "folders as entries": lambda p: {"word/": b"", "word/_rels/": b""} | p,
    "UTF-16": in_utf16,
    "strict": strict,
    "strict in capitals": lambda p: upper(strict(p)),
    "macros": lambda p: related(p, _OF_MAIN,
        link("rIdV", "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
            "vbaProject.bin")) | {"word/VbaProject.bin": b"macro"},
    "a header that we shall make": lambda p: related(p, _OF_MAIN,
        link("rIdX", "x", "Header1.xml")) | {"word/Header1.xml": b"<a/>"},
    "data of the house under our name": lambda p: related(p, _OF_MAIN,
        link("rIdX", f"{_OFFICE}/customXml",
            "../customXml/Item1.xml")) | {"customXml/Item1.xml": b"<house/>"},
    "a note part of another use": lambda p: related(p, _OF_MAIN,
        link("rIdX", "x", "EndNotes.xml")) | {"word/EndNotes.xml": b"<a/>"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "base"),
    [
        *((name, "house") for name in USED),
        *((n, "memo") for n in ("every name in capitals", "strict", "orphans")),
    ],
)
def test_a_template_is_used_however_it_is_packed(name: str, base: str, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(zipped(USED[name](BASES[base])))
    rendered = word.render(build(ExportRequest(example(), made=MADE, options=Options(template=str(path)))))
    assert package_check.faults(rendered.data) == ()
    assert problems(rendered.data) == []
    assert "At least 3,900 of 4,200 dock workers" in words(part(rendered.data, "document"))
    if base == "house":
        assert "Letterhead" in words(part(rendered.data, "document"))
    with zipfile.ZipFile(BytesIO(rendered.data)) as made:
        assert not [n for n in made.namelist() if "vba" in n.casefold() or "thumbnail" in n.casefold()]


@pytest.mark.parametrize(
    ("name", "words_of_it"),
    [
        ("a dangling relation of the text", "not in it"),
        ("a picture that is missing", "picture"),
        ("styles twice", "twice"),
        ("strict", "Strict"),
        ("macros", "Macros"),
    ],
)
def test_what_was_left_out_of_a_template_is_reported(name: str, words_of_it: str, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(zipped(USED[name](HOUSE)))
    rendered = word.render(build(ExportRequest(example(), made=MADE, options=Options(template=str(path)))))
    assert [line for line in rendered.report if words_of_it in line]


def test_a_strict_template_keeps_its_page_and_its_sizes(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(zipped(strict(MEMO)))
    data = word.render(build(ExportRequest(example(), made=MADE, options=Options(template=str(path))))).data
    plain = word.render(build(ExportRequest(example(), made=MADE, options=Options(template="memo")))).data
    for name in ("document", "styles"):
        measures = [
            [v for e in part(d, name).iter() for k, v in e.attrib.items() if k != f"{W}rsid"]
            for d in (data, plain)
        ]
        assert measures[0] == measures[1]


REFUSED: dict[str, Callable[[Parts], Parts]] = {
    "two texts under one name": lambda p: p | {"Word/Document.xml": b"<other/>"},
    "two texts, one escaped": lambda p: p | {"word/%64ocument.xml": b"<other/>"},
    "a header that is missing": lambda p: put(p, _MAIN, "<w:sectPr>",
        f'<w:sectPr><w:headerReference xmlns:r="{_OFFICE}" w:type="default" r:id="rIdNo"/>', 1),
    "two relations of one name": lambda p: related(related(p, _OF_MAIN, link("rIdX", "x", "settings.xml")),
        _OF_MAIN, link("rIdX", "x", "styles.xml")),
    "no text": lambda p: {n: d for n, d in p.items() if n != _MAIN},
    "no relations": lambda p: {n: d for n, d in p.items() if n != _RELS},
    "no types": lambda p: {n: d for n, d in p.items() if n != _TYPES},
    "types that are none": lambda p: p | {_TYPES: b"<Types"},
    "a text outside": lambda p: p | {_RELS: b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + link("a", f"{_OFFICE}/officeDocument", "http://example.org/x", ' TargetMode="External"').encode() + b"</Relationships>"},  # noqa: E501
    "another document": lambda p: p | {_MAIN: b"<html/>"},
    "damaged styles": lambda p: p | {"word/styles.xml": p["word/styles.xml"][:-20]},
    "styles with entities": lambda p: p | {"word/styles.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + p["word/styles.xml"]},  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_template_that_no_program_could_be_sure_of_is_refused_with_a_sentence(
    name: str, tmp_path: Path
) -> None:
    base = {n: re.sub(rb"<w:sectPr [^>]*>", b"<w:sectPr>", d) for n, d in MEMO.items()}
    path = tmp_path / "house.docx"
    path.write_bytes(zipped(REFUSED[name](base)))
    with pytest.raises(BadInput, match=r"^The template cannot be used: .*\.$") as caught:
        word.render(build(ExportRequest(example(), made=MADE, options=Options(template=str(path)))))
    assert caught.value.hint


def test_two_entries_of_one_name_are_one_only_where_they_say_the_same(tmp_path: Path) -> None:
    for other, fits in ((MEMO[_MAIN], True), (b"<other/>", False)):
        path = tmp_path / "house.docx"
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as made:
            warnings.simplefilter("ignore")
            for name, data in (*MEMO.items(), (_MAIN, other)):
                made.writestr(name, data)
        outline = build(ExportRequest(example(), made=MADE, options=Options(template=str(path))))
        if fits:
            assert package_check.faults(word.render(outline).data) == ()
        else:
            with pytest.raises(BadInput, match="two parts"):
                word.render(outline)


GOOD = unpacked(word.render(build(ExportRequest(example(), made=MADE))).data)
BROKEN: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "a name twice but for its case": (lambda p: p | {"word/STYLES.xml": b"<a/>"}, "parts are named"),
    "a name twice but for an escape": (lambda p: p | {"word/%73tyles.xml": b"<a/>"}, "parts are named"),
    "a name that climbs": (lambda p: p | {"../x.xml": b"<a/>"}, "not a valid name of a part"),
    "a name from the root": (lambda p: p | {"/x.xml": b"<a/>"}, "not a valid name of a part"),
    "a name with a backslash": (lambda p: p | {"word\\x.xml": b"<a/>"}, "not a valid name of a part"),
    "a part without a type": (lambda p: p | {"word/x.odd": b"x"}, "no content type"),
    "a type of nothing": (lambda p: put(p, _TYPES, "</Types>", '<Override PartName="/gone.xml" '
        'ContentType="x/y"/></Types>'), "not there"),
    "a type twice": (lambda p: put(p, _TYPES, "</Types>", '<Override PartName="/WORD/document.xml" '
        'ContentType="x/y"/></Types>'), "twice"),
    "a relation that leads nowhere": (lambda p: related(p, _OF_MAIN, link("rIdX", "x", "gone.xml")),
        "not there"),
    "a relation twice": (lambda p: related(related(p, _OF_MAIN, link("rIdX", "x", "styles.xml")), _OF_MAIN,
        link("rIdX", "x", "styles.xml")), "two named"),
    "relations of nothing": (lambda p: p | {"word/_rels/gone.xml.rels": p[_OF_MAIN]}, "belongs to no part"),
    "a relation that is not there": (lambda p: put(p, _MAIN, "<w:sectPr>", f'<w:sectPr><w:headerReference '
        f'xmlns:r="{_OFFICE}" r:id="rIdNo"/>', 1), "does not have"),
    "no properties": (lambda p: p | {_RELS: re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"",
        p[_RELS])}, "core properties"),
    "properties twice": (lambda p: related(p, _RELS, link("rIdX", _CORE, "docProps/core.xml")),
        "core properties"),
    "properties of another type": (lambda p: put(p, _RELS, _CORE, _LIBRE), "core properties"),
    "two main parts": (lambda p: related(p, _RELS,
        link("rIdX", f"{_OFFICE}/officeDocument", "word/styles.xml")), "main parts"),
    "no main part": (lambda p: p | {_RELS: re.sub(rb"<Relationship [^>]*officeDocument\"[^>]*/>", b"",
        p[_RELS])}, "main parts"),
    "a main part of another kind": (lambda p: put(p, _TYPES, "document.main+xml", "template.main+xml"),
        "not the text of a Word document"),
    "XML cut short": (lambda p: p | {"word/styles.xml": p["word/styles.xml"][:-9]}, "not well formed"),
    "a document type": (lambda p: p | {"word/styles.xml": b"<!DOCTYPE a>" + p["word/styles.xml"]}, "DTD"),
    "no types": (lambda p: {n: d for n, d in p.items() if n != _TYPES}, "it has no"),
}  # fmt: skip


def test_a_file_of_ours_passes_the_gate() -> None:
    assert package_check.faults(zipped(GOOD)) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_the_gate_names_what_is_wrong_with_a_package(name: str) -> None:
    breaks, said = BROKEN[name]
    found = package_check.faults(
        zipped(breaks({n: re.sub(rb"<w:sectPr [^>]*>", b"<w:sectPr>", d) for n, d in GOOD.items()}))
    )
    assert [line for line in found if said in line], found


@pytest.mark.parametrize("chosen", ["", "memo"])
def test_a_package_that_is_not_whole_is_not_written(
    chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    brief, target = tmp_path / "a.brief", tmp_path / "a.docx"
    assert main(["sample", str(brief)]) == 0
    target.write_bytes(b"the old one")
    capsys.readouterr()
    monkeypatch.setattr(package_check, "faults", lambda data: ("two parts are named “x”",))
    code = main(["export", str(brief), "-o", str(target), *(("--template", chosen) if chosen else ())])
    assert code == (2 if chosen else 70)
    assert "report" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir() if p.suffix != ".brief"] == ["a.docx"]
    assert target.read_bytes() == b"the old one"


def test_the_command_line_refuses_a_template_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief, house = tmp_path / "a.brief", tmp_path / "house.docx"
    main(["sample", str(brief)])
    house.write_bytes(zipped(REFUSED["no text"](MEMO)))
    capsys.readouterr()
    assert main(["export", str(brief), "-o", str(tmp_path / "a.docx"), "--template", str(house)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "a.docx").exists()
    assert json.dumps(sorted(p.suffix for p in tmp_path.iterdir())) == '[".brief", ".docx"]'


NUMBERS = ("true", "", "-1", "99999999999999", "1.5", "x", "é", "rId9")
NUMBERED = (
    ("word/numbering.xml", 'w:abstractNumId="0"'),
    ("word/numbering.xml", 'w:numId="1"'),
    ("word/footnotes.xml", '<w:footnote w:id="1"'),
    ("word/document.xml", 'w:w="11906"'),
    ("word/document.xml", 'w:left="1800"'),
)


@pytest.mark.parametrize(("name", "written"), NUMBERED)
def test_no_number_of_a_template_ends_in_a_traceback(name: str, written: str, tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    for number in NUMBERS:
        path.write_bytes(zipped(put(HOUSE, name, written, re.sub('"[^"]*"$', f'"{number}"', written))))
        try:
            data = word.render(
                build(ExportRequest(example(), made=MADE, options=Options(template=str(path))))
            ).data
        except BadInput:
            continue
        assert package_check.faults(data) == ()


SHAPES = int(os.environ.get("BRIEFING_SHAPES", "400"))


def altered(parts: Parts, draw: random.Random) -> Parts:
    """Return a template with one to three things in it changed at random."""
    parts = dict(parts)
    for _ in range(draw.randint(1, 3)):
        name = draw.choice([n for n in parts if n.endswith((".xml", ".rels"))])
        kind = draw.choice(("gone", "renamed", "cut", "twice", "value", "valueless", "last", "foreign"))
        if kind == "gone":
            del parts[draw.choice(list(parts))]
        elif kind == "renamed":
            parts[draw.choice((name.upper(), f"{name}x", f"x/{name}", name.replace("/", "\\")))] = parts.pop(
                name
            )
        else:
            root = etree.fromstring(parts[name])
            _alter(draw.choice(list(root.iter(etree.Element))), kind, draw)
            parts[name] = etree.tostring(root)
        if len([n for n in parts if n.endswith((".xml", ".rels"))]) < 2:
            break
    return parts


def _alter(node: Any, kind: str, draw: random.Random) -> None:
    parent = node.getparent()
    key = draw.choice(list(node.attrib)) if node.attrib else ""
    if kind == "cut" and parent is not None:
        parent.remove(node)
    elif kind == "twice" and parent is not None:
        node.addnext(deepcopy(node))
    elif kind == "value" and key:
        node.set(key, draw.choice(NUMBERS))
    elif kind == "valueless" and key:
        del node.attrib[key]
    elif kind == "last" and parent is not None:
        parent.append(node)
    elif kind == "foreign":
        node.tag = "{urn:x}y"


@pytest.mark.slow
def test_random_shapes_of_templates_are_used_or_refused(tmp_path: Path) -> None:
    path, count = tmp_path / "house.docx", Counter[str]()
    bases = (MEMO, HOUSE, unpacked(template.read("situation-report")), strict(MEMO), USED["macros"](HOUSE))
    for seed in range(SHAPES):
        draw = random.Random(seed)
        path.write_bytes(zipped(altered(draw.choice(bases), draw)))
        notes = draw.choice(("footnotes", "endnotes", "list"))
        try:
            data = word.render(
                build(ExportRequest(example(), made=MADE, options=Options(template=str(path), notes=notes)))
            ).data
        except BadInput as error:
            count["fault of ours" if "fault of the program" in error.hint else "refused"] += 1
            continue
        count["used"] += 1
        assert package_check.faults(data) == (), seed
    print(f"{SHAPES} shapes of templates: {dict(count)}")
    assert count["fault of ours"] == 0
