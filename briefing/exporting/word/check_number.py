"""The check number of a Word file among its custom properties, which more programs keep than the list itself.

LibreOffice drops the list where it saves as OpenDocument, and keeps a property (ECMA-376 part 1, 15.2.12.2).
"""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.exporting.word.elements import Element

NAME = "Briefing check number"
_P = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of all properties that a user can name
_FIRST = 2  # the lowest number that a property may have


def add(document: Any, number: str) -> None:
    """Put the number among the properties of a document, beside those of its template."""
    package = document.part.package
    old = next(
        (r.target_part for r in package.rels.values() if r.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES),
        None,
    )
    root = etree.fromstring(old.blob) if old is not None else _empty()
    for held in root.findall(f"{_P}property"):
        if held.get("name") == NAME:
            root.remove(held)
    taken = [int(pid) for held in root if (pid := held.get("pid", "")).isdecimal()]
    made = etree.SubElement(
        root, f"{_P}property", fmtid=_FORMAT, pid=str(max([_FIRST - 1, *taken]) + 1), name=NAME
    )
    etree.SubElement(made, _TEXT).text = number
    blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    if old is not None:
        old._blob = blob
        return
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def read(root: Element | None) -> str:
    """Return the number in a part of custom properties, "" for none."""
    for held in root.iter(f"{_P}property") if root is not None else ():
        if held.get("name") == NAME:
            return "".join(held.itertext()).strip()
    return ""


def _empty() -> Element:
    names = {None: _P[1:-1], "vt": _TEXT[1:].partition("}")[0]}
    return etree.Element(f"{_P}Properties", nsmap=names)  # type: ignore[arg-type]
