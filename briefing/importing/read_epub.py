"""EPUB books (EPUB 2 and 3): the chapters in reading order, and what the package says of the book."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefing.errors import BadInput
from briefing.importing.common.left_out import Omitted
from briefing.importing.common.metadata import read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.properties import is_name, is_title
from briefing.importing.common.struck_out import finished
from briefing.importing.common.table_lines import tidy
from briefing.importing.html.markup import plain_text
from briefing.language.printed_dates import iso_date, labelled_date
from briefing.xml_archive import LXML, MOST_BOOK_ENTRIES, Archive, DamagedPart, open_archive, resolved

_EXTRACTOR = f"epub 1, {LXML}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CHAPTERS = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")
# Making a font useless outside its book is no lock on the words.
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_ASIDE = "Parts outside the reading order (linear=no), put where they stand in the list"
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
# Style sheets raise the mark of a note (EPUB 3 Structural Semantics, noteref); as words it would stick.
_NOTE_MARK = re.compile(
    rb"<a\b[^>]{0,400}?epub:type=[\"']noteref[\"'][^>]{0,400}>(?:<sup>)?([\w*]{1,6})(?:</sup>)?</a>"
)
# Some programs (LibreOffice) raise and lower by style alone: CSS 2.2, 10.8.1 and 9.4.3.
_RULE = re.compile(rb"\.([A-Za-z_][\w-]{0,60})\s*\{([^{}]{0,2000})\}")
_RAISING = re.compile(
    rb"vertical-align:\s*(?:(super)|(sub))\b|position:\s*relative;\s*top:\s*(?:(-0?\.\d+)|(0?\.\d+))em"
)
_STYLED = re.compile(rb"<span class=\"([\w-]{1,61})\">([^<]{1,40})</span>")
_MISSING = "Chapters that are listed and missing from the file"
_NOT_TEXT = "Chapters that are pictures or other formats left out"
_DAMAGED = "Damaged chapters, which cannot be read"
_PICTURES = "Pictures and drawings left out"
_PICTURE = re.compile(rb"<(?:img|(?:svg:)?image)\b([^<>]{0,4000})>")
_ALT = re.compile(rb"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
# What stands in an object is shown where the object is not (HTML 4.8.7): here it never is.
_OBJECT = re.compile(rb"<(/?)object\b")
_MOST_TEXT = 12_000_000  # code points; `inputs` refuses more, so it is not read


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    media: str


def read(data: bytes, hints: Hints) -> Parsed:  # noqa: ARG001  every format is handed hints
    """Return the text of a book. Raises BadInput for what is none, is locked, or is hostile."""
    archive = open_archive(data, "EPUB book", MOST_BOOK_ENTRIES)
    _refuse_locked(archive)
    where = _package_name(archive)
    package = archive.xml(where, doctype=True)
    omitted = Omitted()
    chapters, messages = _chapters(archive, package, where, omitted)
    done = finished("\n\n".join(chapters))
    return Parsed(
        done.text,
        struck=done.struck,
        title=next(filter(is_title, _values(package, "title")), "") or read_metadata(done.text).title,
        publisher=_first(package, "publisher"),
        authors=_authors(package),
        published=_published(package),
        language=_first(package, "language"),
        notices=(*omitted.notices(), *dict.fromkeys(messages), *done.notices),
        extractor=_EXTRACTOR,
    )


def _refuse_locked(archive: Archive) -> None:
    """Raise BadInput when words are encrypted (OCF 3.3, 4.2.6.3.2); scrambled fonts are nothing."""
    if "META-INF/encryption.xml" not in archive:
        return
    for method in _named(archive.xml("META-INF/encryption.xml"), "EncryptionMethod"):
        if method.get("Algorithm") not in _FONTS_ONLY:
            raise BadInput(
                "It is locked by its seller (DRM): its chapters are encrypted.",
                "Read it in the seller’s program, or get a copy without a lock.",
            )


def _package_name(archive: Archive) -> str:
    if "META-INF/container.xml" in archive:
        for root in _named(archive.xml("META-INF/container.xml"), "rootfile"):
            name = resolved("", root.get("full-path", ""))
            if name in archive:
                return name
    found = next((name for name in archive.names if name.endswith(".opf")), "")
    if not found:
        raise BadInput("It is not a book: it lacks the list of its chapters.", "Get the file again.")
    return found


def _chapters(
    archive: Archive, package: etree._Element, where: str, omitted: Omitted
) -> tuple[list[str], list[str]]:
    """Return the text of each chapter in reading order, each once, and the notices of its markup."""
    items = {
        item.get("id", ""): _Item(resolved(where, item.get("href", "")), item.get("media-type", ""))
        for item in _named(package, "item")
    }
    sheets = [_style_sheet(archive, item.name) for item in items.values() if item.media == "text/css"]
    styles, striking = _raising(sheets), _striking(sheets)
    chapters: list[str] = []
    messages: list[str] = []
    damage: list[DamagedPart] = []
    size = 0
    for item, aside in _in_order(archive, package, items, omitted):
        if size >= _MOST_TEXT:
            break
        data = _part(archive, item.name, damage)
        if data is None:
            omitted.add(_DAMAGED, item.name)
            continue
        _count_pictures(data, omitted)
        words, notices = _chapter(data, styles, striking)
        words = tidy(words.split("\n"))
        if aside and words:
            omitted.add(_ASIDE, words)
        chapters += [words] if words else []
        messages += notices
        size += len(words)
    if damage and not chapters:
        raise damage[0]
    return chapters, messages


def _in_order(
    archive: Archive, package: etree._Element, items: dict[str, _Item], omitted: Omitted
) -> Iterator[tuple[_Item, bool]]:
    """Yield each chapter once, in reading order, and whether it stands outside of it (linear=no)."""
    seen: set[str] = set()
    for place in _named(package, "itemref"):
        item = items.get(place.get("idref", ""))
        if item is None or item.name not in archive:
            omitted.add(_MISSING, item.name if item else place.get("idref", ""))
        elif item.name not in seen:
            seen.add(item.name)
            if item.media in _CHAPTERS:
                yield item, place.get("linear") == "no"
            else:
                omitted.add(_NOT_TEXT, item.name)


def _part(archive: Archive, name: str, damage: list[DamagedPart]) -> bytes | None:
    """Return the bytes of a part; None for a damaged one, whose error goes into `damage`."""
    try:
        return archive.read(name)
    except DamagedPart as error:
        damage.append(error)
        return None


def _count_pictures(data: bytes, omitted: Omitted) -> None:
    for picture in _PICTURE.finditer(data):
        alt = _ALT.search(picture[1])
        words = (alt[1] or alt[2] or b"") if alt else b""
        omitted.add(_PICTURES, html.unescape(words.decode("utf-8", "replace")))


def _style_sheet(archive: Archive, name: str) -> bytes:
    """Return a style sheet; one that is missing or damaged costs no words."""
    return (_part(archive, name, []) if name in archive else None) or b""


def _raising(sheets: list[bytes]) -> dict[bytes, bytes]:
    """Return the classes whose words stand above or below the line: "sup" or "sub" by their names."""
    found: dict[bytes, bytes] = {}
    for sheet in sheets:
        for rule in _RULE.finditer(sheet):
            raised = _RAISING.search(rule[2])
            if raised is not None:
                found[rule[1]] = b"sup" if raised[1] or raised[3] else b"sub"
    return found


def _striking(sheets: list[bytes]) -> bytes:
    """Return the style sheets that strike words through, as an element of a chapter."""
    rules = b"\n".join(sheet for sheet in sheets if b"line-through" in sheet)
    return b"<style>" + rules.replace(b"<", b" ") + b"</style>" if rules else b""


def _chapter(data: bytes, styles: dict[bytes, bytes], striking: bytes) -> tuple[str, tuple[str, ...]]:
    stated = _ENCODING.match(data[:200].lstrip(b"\xef\xbb\xbf \r\n\t"))
    if styles:
        data = _STYLED.sub(lambda span: _as_element(span, styles), data)
    marked = _OBJECT.sub(rb"<\1span", _NOTE_MARK.sub(rb" [\1]", data))
    if striking:
        marked = marked.replace(b"</head>", striking + b"</head>", 1)
    return plain_text(marked, stated[1].decode("ascii") if stated else "")


def _as_element(span: re.Match[bytes], styles: dict[bytes, bytes]) -> bytes:
    name = styles.get(span[1], b"span")
    return b"<" + name + b">" + span[2] + b"</" + name + b">"


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements of a local name anywhere under `root`, whatever their namespace."""
    return list(root.iter(f"{{*}}{name}"))


def _values(package: etree._Element, name: str) -> list[str]:
    found = [" ".join("".join(map(str, item.itertext())).split()) for item in package.iter(_DC + name)]
    return [value for value in found if value]


def _first(package: etree._Element, name: str) -> str:
    return next(iter(_values(package, name)), "")


def _authors(package: etree._Element) -> tuple[str, ...]:
    """Return the creators; those that a role says are no authors (MARC: trl, ill) are left out."""
    roles = {
        item.get("refines", "").lstrip("#"): (item.text or "").strip()
        for item in _named(package, "meta")
        if item.get("property") == "role"
    }
    found = []
    for item in package.iter(f"{_DC}creator"):
        role = item.get(f"{_OPF}role") or roles.get(item.get("id", ""), "aut")
        name = " ".join("".join(map(str, item.itertext())).split())
        if is_name(name) and role in ("aut", "edt", "aui", "ctb", "cre"):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _published(package: etree._Element) -> str:
    """Return the date of publication; dates marked as other events (EPUB 2: creation, …) do not count."""
    for wanted in ("publication", "original-publication", ""):
        for item in package.iter(f"{_DC}date"):
            if item.get(f"{_OPF}event", "") == wanted:
                value = (item.text or "").strip()
                found = labelled_date(value) or iso_date(value[:10])
                if found:
                    return found
    return ""
