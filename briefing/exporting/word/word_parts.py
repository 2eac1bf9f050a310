"""The parts of a Word file that show words, and where their links lead: of one being made, or from its
bytes.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from briefing.exporting.word import check_number, images
from briefing.exporting.word.elements import R_ID, VAL, Element, W

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_KINDS = ("footnotes", "endnotes", "header", "footer", "styles", "settings", "customXml")
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class WordPart:
    """A part's root element; by the ids of its relations the external addresses, and what identifies its
    pictures.
    """

    root: Element
    links: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parts:
    """`edges`: headers and footers by the ids of their relations. `hidden`: ids of styles that hide their
    words;
    `styles`: names by id, folded and without spaces ("heading1"). `marking`: the category of its properties;
    `number`: the check number among them.
    """

    text: WordPart
    notes: Mapping[str, WordPart]
    edges: Mapping[str, WordPart]
    custom: tuple[Element, ...] = ()
    hidden: frozenset[str] = frozenset()
    styles: Mapping[str, str] = field(default_factory=dict)
    even_and_odd: bool = False
    marking: str = ""
    number: str = ""


def is_on(holder: Element | None, *names: str) -> bool:
    """Whether one of these switches is on in a w:rPr or the like (ECMA-376 part 1, 17.17.4)."""
    if holder is None:
        return False
    found = (holder.find(f"{W}{name}") for name in names)
    return any(each is not None and each.get(VAL, "1") not in _OFF for each in found)


def of_document(document: Any) -> Parts:
    """Return the parts of a python-docx document as it stands in memory."""
    main = document.part
    related = [
        (ident, rel.reltype.rsplit("/", 1)[-1], rel.target_part)
        for ident, rel in main.rels.items()
        if not rel.is_external
    ]

    def held(part: Any) -> WordPart:
        element = getattr(part, "element", None)
        root = element if element is not None else etree.fromstring(part.blob)
        links = {i: r.target_ref for i, r in part.rels.items() if r.is_external}
        shown = ((i, r) for i, r in part.rels.items() if r.reltype.rsplit("/", 1)[-1] == images.KIND)
        pictures = {
            i: images.of_link(r.target_ref) if r.is_external else images.of_bytes(r.target_part.blob)
            for i, r in shown
        }
        return WordPart(root, links, pictures)

    return _gathered(held(main), ((i, kind, held(p)) for i, kind, p in related if kind in _KINDS[:-1]))


def of_package(
    package: zipfile.ZipFile, read: Callable[[zipfile.ZipFile, str], Element | None]
) -> Parts | None:
    """Return the parts of a packed file, None where it holds no text. `read` gives the root of a part, or
    None.

    The main part is the one that the package's relations name (ECMA-376 part 2, 9.3); names are read without
    case.
    """
    names = {name.casefold(): name for name in package.namelist()}

    def part(name: str) -> Element | None:
        known = names.get(name.casefold())
        return read(package, known) if known is not None else None

    known_as = {kind: name for _, kind, name, out in _relations(part, "") if not out}
    main = known_as.get("officeDocument", "word/document.xml")
    text = part(main)
    if text is None:
        return None
    entries = images.Entries(package)

    def held(root: Element, name: str) -> WordPart:
        related = list(_relations(part, name))
        links = {ident: target for ident, _, target, outside in related if outside}
        pictures = {
            ident: images.of_link(target) if outside else entries.of(names.get(target.casefold()))
            for ident, kind, target, outside in related
            if kind == images.KIND
        }
        return WordPart(root, links, pictures)

    related = [(i, kind, name) for i, kind, name, out in _relations(part, main) if kind in _KINDS and not out]
    parts = ((i, kind, held(root, name)) for i, kind, name in related if (root := part(name)) is not None)
    properties = part(known_as.get("core-properties", "docProps/core.xml"))
    category = properties.find(_CATEGORY) if properties is not None else None
    marking = category.text or "" if category is not None else ""
    number = check_number.read(part(known_as.get("custom-properties", "docProps/custom.xml")))
    return replace(_gathered(held(text, main), parts), marking=marking, number=number)


def _relations(part: Callable[[str], Element | None], name: str) -> Iterator[tuple[str, str, str, bool]]:
    """Yield id, last word of the type, target and whether it lies outside, of each relation of a part."""
    folder, base = posixpath.split(name)
    root = part(posixpath.join(folder, "_rels", f"{base}.rels"))
    for rel in root.iter(_RELS) if root is not None else ():
        outside = rel.get("TargetMode", "") == "External"
        target = rel.get("Target", "")
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield rel.get("Id", ""), rel.get("Type", "").rsplit("/", 1)[-1], target, outside


def _gathered(text: WordPart, related: Iterator[tuple[str, str, WordPart]]) -> Parts:
    notes: dict[str, WordPart] = {}
    edges: dict[str, WordPart] = {}
    custom: list[Element] = []
    hidden: frozenset[str] = frozenset()
    named: dict[str, str] = {}
    even_and_odd = False
    for ident, kind, part in related:
        if kind in ("footnotes", "endnotes"):
            notes.setdefault(kind.removesuffix("s"), part)
        elif kind in ("header", "footer"):
            edges[ident] = part
        elif kind == "customXml":
            custom.append(part.root)
        elif kind == "styles":
            hidden, named = _hiding(part.root), _named(part.root)
        else:
            even_and_odd = even_and_odd or is_on(part.root, "evenAndOddHeaders")
    return Parts(text, notes, edges, tuple(custom), hidden, named, even_and_odd)


def _named(styles: Element) -> dict[str, str]:
    names = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in styles.iter(f"{W}style"))
    return {
        ident: "".join((name.get(VAL, "") if name is not None else ident).split()).casefold()
        for ident, name in names
    }


def _hiding(styles: Element) -> frozenset[str]:
    """Return the styles whose words are not shown, by their own word or by that of one they are based on."""
    found: dict[str, bool] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        ident = style.get(f"{W}styleId", "")
        found[ident] = is_on(style.find(f"{W}rPr"), "vanish", "strike", "dstrike")
        on = style.find(f"{W}basedOn")
        based[ident] = on.get(VAL, "") if on is not None else ""
    hidden = {ident for ident, hides in found.items() if hides}
    for ident in found:
        chain, at = {ident}, based[ident]
        while at in found and at not in chain:
            if at in hidden:
                hidden.add(ident)
                break
            chain.add(at)
            at = based[at]
    return frozenset(hidden)


_EDGE = re.compile(r"(header|footer)Reference")


def sections(text: Element) -> Iterator[tuple[bool, dict[tuple[str, str], str]]]:
    """Yield of each section whether its first page is another, and the relation ids of its own headers and
    footers by what they are ("header") and for which pages ("first", "even", "default").
    """
    for section in text.iter(f"{W}sectPr"):
        if section.getparent().tag == f"{W}sectPrChange":
            continue
        own = {}
        for child in section:
            name = str(child.tag).removeprefix(W)
            if match := _EDGE.fullmatch(name):
                own[match[1], child.get(f"{W}type", "default")] = child.get(R_ID, "")
        yield is_on(section, "titlePg"), own
