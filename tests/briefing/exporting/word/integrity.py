"""A small check that a Word package is whole: parts, relationships, notes, styles, lists, ids."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from tests.briefing.exporting.word.sequence import out_of_order

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STYLED = {
    "pStyle": "paragraph",
    "rStyle": "character",
    "tblStyle": "table",
    "basedOn": "",
    "next": "",
    "link": "",
}


def problems(data: bytes) -> list[str]:
    """Return what is wrong with a package, a line each."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
        told = [f"two parts {n}" for n in set(package.namelist()) if package.namelist().count(n) > 1]
    xml = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    return [
        *told,
        *_typed(parts, xml),
        *_related(parts, xml),
        *_styles(xml),
        *_notes(xml),
        *_ids(xml),
        *_order(xml),
    ]


def _typed(parts: dict[str, bytes], xml: dict[str, Any]) -> Iterator[str]:
    types = xml["[Content_Types].xml"]
    named = [n.get("PartName").lstrip("/") for n in types if n.get("PartName")]
    endings = {n.get("Extension").casefold() for n in types if n.get("Extension")}
    yield from (f"type of a part that is not there: {n}" for n in named if n not in parts)
    for name in parts:
        if (
            name != "[Content_Types].xml"
            and name not in named
            and name.rsplit(".", 1)[-1].casefold() not in endings
        ):
            yield f"no type for {name}"


def _related(parts: dict[str, bytes], xml: dict[str, Any]) -> Iterator[str]:
    for name, root in xml.items():
        if name.endswith(".rels"):
            folder, _, file = name.rpartition("/_rels/") if "/_rels/" in name else ("", "", name[6:])
            owner = posixpath.join(folder, file.removesuffix(".rels"))
            ids = [r.get("Id") for r in root]
            if len(set(ids)) != len(ids):
                yield f"relationship ids twice in {name}"
            for relation in root:
                target = relation.get("Target")
                inner = posixpath.normpath(posixpath.join(folder, target)) if target[0] != "/" else target[1:]
                if relation.get("TargetMode") != "External" and inner not in parts:
                    yield f"{name} leads to {inner}, which is not there"
            if owner in xml:
                yield from _used_relations(owner, xml[owner], set(ids))
        elif f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels".lstrip("/") not in xml:
            yield from _used_relations(name, root, set())


def _used_relations(name: str, root: Any, known: set[str]) -> Iterator[str]:
    for node in root.iter():
        for key, value in node.attrib.items():
            if key.startswith(R) and value not in known:
                yield f"{name}: no relationship {value}"


def _styles(xml: dict[str, Any]) -> Iterator[str]:
    styles = list(xml["word/styles.xml"].iter(f"{W}style"))
    kinds = {s.get(f"{W}styleId"): s.get(f"{W}type") for s in styles}
    if len(kinds) != len(styles):
        yield "style ids twice"
    names = [(s.get(f"{W}type"), s.find(f"{W}name").get(f"{W}val").casefold()) for s in styles]
    yield from (f"style name twice: {n}" for n in set(names) if names.count(n) > 1)
    numbering = xml.get("word/numbering.xml")
    lists = {n.get(f"{W}numId") for n in numbering.iter(f"{W}num")} if numbering is not None else set()
    for name, root in xml.items():
        for node in root.iter(*(f"{W}{tag}" for tag in _STYLED)) if name.startswith("word/") else ():
            tag, value = node.tag.removeprefix(W), node.get(f"{W}val")
            if value not in kinds or (_STYLED[tag] and kinds[value] != _STYLED[tag]):
                yield f"{name}: {tag} {value} is no such style"
        for node in root.iter(f"{W}numPr") if name.startswith("word/") else ():
            number = node.find(f"{W}numId")
            if number is not None and number.get(f"{W}val") not in lists | {"0"}:
                yield f"{name}: list {number.get(f'{W}val')} is not there"
    if numbering is not None:
        tags = [child.tag for child in numbering if child.tag in (f"{W}abstractNum", f"{W}num")]
        if tags != sorted(tags):
            yield "w:abstractNum after w:num"


def _notes(xml: dict[str, Any]) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        holder = xml.get(f"word/{kind}s.xml")
        notes = [n.get(f"{W}id") for n in holder] if holder is not None else []
        used = [r.get(f"{W}id") for r in xml["word/document.xml"].iter(f"{W}{kind}Reference")]
        if len(set(notes)) != len(notes) or len(set(used)) != len(used):
            yield f"{kind} ids twice"
        if set(used) - set(notes):
            yield f"{kind}s that are not there: {set(used) - set(notes)}"
        settings = xml["word/settings.xml"]
        for node in settings.iter(f"{W}{kind}"):
            if node.get(f"{W}id") not in notes:
                yield f"settings name {kind} {node.get(f'{W}id')}"
        separators = [n.get(f"{W}type") for n in holder] if holder is not None else ["separator"]
        if "separator" not in separators:
            yield f"{kind}s without a separator"


def _ids(xml: dict[str, Any]) -> Iterator[str]:
    document = xml["word/document.xml"]
    starts = [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart")]
    ends = [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkEnd")]
    names = [b.get(f"{W}name").casefold() for b in document.iter(f"{W}bookmarkStart")]
    controls = [i.get(f"{W}val") for i in document.iter(f"{W}id") if i.getparent().tag == f"{W}sdtPr"]
    for what, found in (("bookmark ids", starts), ("bookmark names", names), ("control ids", controls)):
        if len(set(found)) != len(found):
            yield f"{what} twice: {sorted({f for f in found if found.count(f) > 1})}"
    if sorted(starts) != sorted(ends):
        yield "bookmarks that do not end"
    spread = [
        i.get(f"{W}val")
        for root in xml.values()
        for i in root.iter(f"{W}id")
        if i.getparent().tag == f"{W}sdtPr"
    ]
    pictures = [p.get("id") for root in xml.values() for p in root.iter(f"{WP}docPr")]
    for what, found in (("control ids in all parts", spread), ("picture ids", pictures)):
        if len(set(found)) != len(found):
            yield f"{what} twice: {sorted({f for f in found if found.count(f) > 1})}"
    yield from (f"bookmark name too long: {n}" for n in names if len(n) > 40)
    for link in document.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor and anchor.casefold() not in names:
            yield f"a link to no bookmark: {anchor}"
    comments = xml.get("word/comments.xml")
    known = {c.get(f"{W}id") for c in comments} if comments is not None else set()
    for node in document.iter(f"{W}commentReference"):
        if node.get(f"{W}id") not in known:
            yield f"no comment {node.get(f'{W}id')}"


def _order(xml: dict[str, Any]) -> Iterator[str]:
    for name, root in xml.items():
        yield from out_of_order(name, root)
        for cell in root.iter(f"{W}tc"):
            if not len(cell) or cell[-1].tag != f"{W}p":
                yield f"{name}: a cell without a paragraph at its end"
        for heading in root.iter(f"{W}hdr", f"{W}ftr"):
            if (
                heading.find(f"{W}p") is None
                and heading.find(f"{W}tbl") is None
                and heading.find(f"{W}sdt") is None
            ):
                yield f"{name}: empty"
