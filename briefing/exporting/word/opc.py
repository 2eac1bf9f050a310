"""Packages by the Open Packaging Conventions (ECMA-376 part 2): names, content types and relations of parts.

Names of parts are equal without regard to the case of ASCII letters, and percent escapes in them are undone
before they are compared.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from briefing.exporting.word.elements import Element
from briefing.xml_archive import parse_xml, resolved

TYPES = "[Content_Types].xml"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE = f"{RELATIONS_NS}/metadata/core-properties"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# The namespaces in whose attributes the ids of relations stand: transitional and strict.
_ID_SPACES = (f"{{{OFFICE[:-1]}}}", "{http://purl.oclc.org/ooxml/officeDocument/relationships}")
_UPPER = {letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part. `target` is as it is written: a reference to a part, or any address if
    `external`.
    """

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def word(self) -> str:
        """The last word of its type: "styles", "header"."""
        return self.type.rstrip("/").rpartition("/")[2]


def folded(name: str) -> str:
    """Return by what the name of a part (or of its entry) is compared; without the slash at its head."""
    plain = posixpath.normpath("/" + unquote(name).replace("\\", "/")).lstrip("/")
    return plain.translate(_UPPER)


def relations_name(name: str) -> str:
    """Return the entry of the relations of a part, "" for those of the package."""
    folder, stem = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{stem}.rels")


def relations(data: bytes, name: str) -> list[Relation]:
    """Return the relations in a .rels entry. Raises BadInput where it is no such thing."""
    found = []
    for node in parse_xml(data, name).iter(f"{{{RELATIONS_NS}}}Relationship"):
        external = (node.get("TargetMode") or "").casefold() == "external"
        found.append(Relation(node.get("Id", ""), node.get("Type", ""), node.get("Target", ""), external))
    return found


def target_of(owner: str, relation: Relation) -> str:
    """Return the folded name of the part an internal relation of `owner` leads to; "" for none."""
    path = relation.target.split("#")[0].split("?")[0]
    return folded(resolved(owner, path)) if path.strip() else ""


class Types:
    """What [Content_Types].xml says: a type by the whole name of a part, else by its ending."""

    def __init__(self, data: bytes) -> None:
        """Raises BadInput where it is no such thing."""
        self.by_name: dict[str, str] = {}
        self.by_ending: dict[str, str] = {}
        self.twice: list[str] = []
        for node in parse_xml(data, TYPES):
            kind = node.get("ContentType", "").strip()
            if node.tag == f"{{{TYPES_NS}}}Override":
                self._note(self.by_name, folded(node.get("PartName", "")), kind)
            elif node.tag == f"{{{TYPES_NS}}}Default":
                self._note(self.by_ending, node.get("Extension", "").lstrip(".").casefold(), kind)

    def _note(self, table: dict[str, str], key: str, kind: str) -> None:
        if key in table:
            self.twice.append(key)
        table.setdefault(key, kind)

    def of(self, name: str) -> str:
        """Return the content type of a part, "" for none."""
        key = folded(name)
        return self.by_name.get(key) or self.by_ending.get(key.rpartition(".")[2], "")


def is_xml(kind: str) -> bool:
    """Whether parts of a content type are XML that a Word file stands on; web pages inside it may be
    loose.
    """
    bare = kind.partition(";")[0].strip().casefold()
    return bare in ("application/xml", "text/xml") or (bare.endswith("+xml") and "xhtml" not in bare)


def used(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield element, attribute and value wherever XML names a relation by its id."""
    for node in root.iter(etree.Element):
        for key, value in node.attrib.items():
            if value and key.startswith(_ID_SPACES):
                yield node, key, value


def types_xml(kinds: Mapping[str, str]) -> bytes:
    """Return [Content_Types].xml for parts: name to content type."""
    root = etree.Element(f"{{{TYPES_NS}}}Types", nsmap={None: TYPES_NS})  # type: ignore[dict-item]
    etree.SubElement(root, f"{{{TYPES_NS}}}Default", Extension="rels", ContentType=RELATIONS)
    for name, kind in sorted(kinds.items()):
        etree.SubElement(root, f"{{{TYPES_NS}}}Override", PartName=f"/{name}", ContentType=kind)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def relations_xml(given: Iterable[Relation]) -> bytes:
    """Return a .rels entry."""
    root = etree.Element(f"{{{RELATIONS_NS}}}Relationships", nsmap={None: RELATIONS_NS})  # type: ignore[dict-item]
    for relation in given:
        made = etree.SubElement(root, f"{{{RELATIONS_NS}}}Relationship")
        for key, value in (("Id", relation.id), ("Type", relation.type), ("Target", relation.target)):
            made.set(key, value)
        if relation.external:
            made.set("TargetMode", "External")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
