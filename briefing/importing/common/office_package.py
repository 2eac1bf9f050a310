"""Packages of Office (ECMA-376-2) for libraries that read them: checked parts, in one set of namespaces."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from briefing.importing.common.properties import Properties
from briefing.xml_archive import Archive, parse_xml

_SCHEMAS = b"http://schemas.openxmlformats.org/"
# What Strict Open XML (ECMA-376-1) calls the namespaces of the usual, transitional form.
_STRICT = re.compile(
    rb"http://purl\.oclc\.org/ooxml/(?:(officeDocument)/(relationships)|(spreadsheetml|presentationml|drawingml)/(\w+))"
)
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def repacked(archive: Archive, wanted: re.Pattern[str], *, rest: bool) -> bytes:
    """Return a package of the parts whose names `wanted` fits, each read and checked once.

    `rest`: whether the other parts are in it too, without their bytes, for a library that asks for each that
    another names. Raises BadInput for a part that is damaged or declares a DTD.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in archive.names:
            if wanted.fullmatch(name):
                package.writestr(name, _usual(archive.checked_xml(name), name))
            elif rest:
                package.writestr(name, b"")
    return made.getvalue()


def part_of(archive: Archive, name: str) -> etree._Element:
    """Return the root of an XML part in the usual namespaces; raises BadInput as `Archive.xml` does."""
    return parse_xml(_usual(archive.read(name), name), name)


def core_properties(archive: Archive, language: str = "") -> Properties:
    """Return what a package states of its document; `language` where it states none."""
    name = "docProps/core.xml"
    core = archive.xml(name) if name in archive else None

    def value(tag: str) -> str:
        child = None if core is None else core.find(tag)
        return "" if child is None else " ".join((child.text or "").split())[:300]

    return Properties(
        title=value(f"{_DC}title"),
        author=value(f"{_DC}creator"),
        made=value(f"{_TERMS}created"),
        language=value(f"{_DC}language") or language,
    )


def words_of(archive: Archive, name: str, *tags: str) -> str:
    """Return the words of the elements with these local names in an XML part, on one line."""
    found = (item for item in archive.xml(name).iter() if etree.QName(item).localname in tags)
    return " ".join(" ".join((item.text or "").split()) for item in found if item.text)


def _usual(data: bytes, name: str) -> bytes:
    if b"\0" in data[:64]:
        data = etree.tostring(parse_xml(data, name), encoding="UTF-8", xml_declaration=True)
    return _STRICT.sub(_usual_name, data) if b"purl.oclc.org/ooxml" in data else data


def _usual_name(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return _SCHEMAS + b"officeDocument/2006/relationships"
    return _SCHEMAS + found[3] + b"/2006/" + found[4]
