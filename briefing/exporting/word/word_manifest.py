"""What left in a Word file, as a custom XML part: ids, exported words, the numbers of the notes.

A reviewed file is compared with this, not with the brief, which may have moved on since (ECMA-376 part 1,
15.2.5 and 22.5). Word and LibreOffice keep the part; what drops it leaves the bookmarks at best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing import inline
from briefing.errors import BadInput
from briefing.exporting import sent_lines
from briefing.exporting.blocks import (
    CHRONOLOGY_HEADS,
    ActorTable,
    FigureBlock,
    Forecast,
    Heading,
    Note,
    Outline,
    Outlook,
    Statement,
)
from briefing.exporting.format_helpers import capital
from briefing.exporting.sent_lines import SentLine
from briefing.exporting.word import check_number
from briefing.exporting.word import unclaimed_lines as other
from briefing.exporting.word.body import bookmark_name
from briefing.exporting.word.elements import VAL, Element, W
from briefing.exporting.word.word_parts import of_document
from briefing.exporting.word.word_shown import lines
from briefing.text import sha256

NAMESPACE = "urn:briefing-desk:manifest:1"
_M = f"{{{NAMESPACE}}}"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_ID = "{7B1F4C0E-52A6-4D5B-9C7A-3D1E8A60B7F2}"
REST = 160
_HASH = 16
_MARKS = ("FootnoteReference", "EndnoteReference")


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One claim, actor's statement or judgement as it left. `text` is inline Markdown, `sha` the first 16
    hex digits of the SHA-256 of its plain words; `before` and `after` stood beside it (marking, label,
    numbers of sources). `under` is the heading it stood under. `cells`: what else a judgement's row said,
    by the head of its column.
    """

    id: str
    place: str
    text: str
    sha: str
    before: str = ""
    after: str = ""
    under: str = ""
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One evidence as it stood in a note: `sha` is of the quote as shown, `said` of all the letters of its
    note.
    """

    evidence_id: str
    item_id: str
    number: int
    sha: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One row of the table of actors, by the heads of its columns."""

    id: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """A note or comment of the template. `kind`: "note" or "comment"; `sha`: the hash of its letters.

    Ids are of no use: LibreOffice renumbers them when it saves.
    """

    kind: str
    sha: str


@dataclass(frozen=True, slots=True)
class WordManifest:
    """`rest`: the beginnings (160 characters) of all other paragraphs. `made`: ISO 8601 or "".

    `lines`: all that the file showed when it left, in order, the notes of a line behind it; () in files of
    versions that kept no such list. `foreign`: what the template brought along.
    """

    brief_id: str
    edition: int
    made: str = ""
    items: tuple[ManifestEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    rest: tuple[str, ...] = ()
    lines: tuple[SentLine, ...] = ()
    foreign: tuple[Foreign, ...] = ()


def short_hash(words: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of words."""
    return sha256(words)[:_HASH]


def quote_hash(quote: str) -> str:
    """Return the hash of a quote; spaces and line ends, which editors change, count as one space."""
    return short_hash(" ".join(quote.split()))


def letters_hash(words: str) -> str:
    """Return the hash of the letters and digits of words: programs set marks and spaces each in its own
    way.
    """
    return short_hash("".join(filter(str.isalnum, words.casefold())))


def add(document: Any, outline: Outline, brought: Iterable[tuple[str, str]] = ()) -> Any:
    """Add the manifest of a filled document to its package; return its part, for `complete`.

    `brought`: kind and words of the notes and comments that the template has of its own.
    """
    package = document.part.package
    foreign = tuple(Foreign(kind, letters_hash(words)) for kind, words in brought)
    blob = dump(replace(of(outline, document.element.body), foreign=foreign))
    name = package.next_partname("/customXml/item%d.xml")
    part = Part(name, CONTENT_TYPE.XML, blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties = (
        f'<ds:datastoreItem xmlns:ds="{_DATASTORE}" ds:itemID="{_STORE_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    props_name = PackURI(str(name).replace("/item", "/itemProps"))
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    part.relate_to(Part(props_name, kind, properties, package), RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    return part


def complete(part: Any, document: Any) -> None:
    """Put all that the finished document shows into the part of its manifest, and its number into the
    properties.
    """
    shown = lines(of_document(document))
    part._blob = dump(replace(read(etree.fromstring(part.blob)), lines=shown))
    check_number.add(document, sent_lines.check_number(shown))


def of(outline: Outline, body: Element) -> WordManifest:
    """Return the manifest of an outline and the w:body that was made of it."""
    beside = _beside(body)
    rest = (line.words.strip()[:REST] for line in other.lines(body) if not line.claim and line.words.strip())
    made = outline.made.isoformat(timespec="seconds") if outline.made else ""
    items = tuple(_entries(outline, beside))
    actors = tuple(
        ActorEntry(
            row.id, (("Actor", row.name), ("Also known as", "; ".join(row.aliases)), ("Role", row.role))
        )
        for block in outline.blocks
        if isinstance(block, ActorTable)
        for row in block.rows
    )
    return WordManifest(
        outline.id, outline.front.edition, made, items, tuple(_notes(outline)), actors, tuple(rest)
    )


def _entries(outline: Outline, beside: dict[str, tuple[str, str]]) -> Iterator[ManifestEntry]:
    under_actor, under = False, ""
    for block in outline.blocks:
        match block:
            case Heading():
                under_actor = under_actor and block.level > 1
                under = block.text
            case ActorTable():
                under_actor = True
                if outline.options.actors == "list" and block.rows:
                    under = block.rows[-1].name.strip()  # in a list each name stands as a heading
            case Statement():
                yield _entry(block, "statement" if under_actor else "claim", under, beside)
            case FigureBlock() if block.runs:
                yield _entry(block, "figure", under, beside)
            case Outlook():
                for forecast in block.forecasts:
                    yield _entry(forecast, "judgement", under, beside)


def _entry(
    block: Statement | Forecast | FigureBlock, place: str, under: str, beside: dict[str, tuple[str, str]]
) -> ManifestEntry:
    written = inline.write(block.runs).strip()
    before, after = beside.get(bookmark_name(block.id), ("", ""))
    cells: tuple[tuple[str, str], ...] = ()
    if isinstance(block, Forecast):
        stated = (
            ("Likelihood", block.likelihood),
            ("Confidence", block.confidence),
            ("Horizon", block.horizon),
        )
        cells = tuple((head, capital(value)) for head, value in stated)
    elif isinstance(block, Statement) and block.day:
        cells = ((CHRONOLOGY_HEADS[0], block.day),)
    return ManifestEntry(
        block.id, place, written, short_hash(inline.plain(written)), before, after, under, cells
    )


def _notes(outline: Outline) -> Iterator[NoteEntry]:
    for block in outline.blocks:
        if isinstance(block, Statement) and outline.options.notes != "list":
            for note in block.notes:
                said = letters_hash("".join(map(_letters_of, note.parts)))
                for part in note.parts:
                    yield NoteEntry(part.evidence_id, block.id, note.number, quote_hash(part.quote), said)


def _letters_of(part: Note) -> str:
    """Return what one evidence says in its note, in the order of the note."""
    return "".join((part.label, part.quote, inline.text_of(part.reference), *part.remarks))


def _beside(body: Element) -> dict[str, tuple[str, str]]:
    """Return what stands before and after each bookmark of a claim."""
    beside: dict[str, tuple[str, str]] = {}
    for paragraph in body.iter(f"{W}p"):
        name, words = "", ["", "", ""]
        at = 0
        for node in paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t", f"{W}tab", f"{W}br"):
            if node.tag == f"{W}bookmarkStart":
                if at == 0 and node.get(f"{W}name", "").startswith("claim_"):
                    name, at = node.get(f"{W}name"), 1
            elif node.tag == f"{W}bookmarkEnd":
                at = 2 if at == 1 else at
            elif not _is_mark(node.getparent()):
                words[at] += (node.text or "") if node.tag == f"{W}t" else " "
        if name:
            beside[name] = (words[0], words[2])
    return beside


def _is_mark(run: Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(VAL) in _MARKS


def dump(manifest: WordManifest) -> bytes:
    """Return a manifest as the XML of its part."""
    root = etree.Element(f"{_M}manifest", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    _set(root, brief=manifest.brief_id, edition=str(manifest.edition), made=manifest.made)
    for item in manifest.items:
        made = etree.SubElement(root, f"{_M}item")
        _set(
            made,
            id=item.id,
            place=item.place,
            sha=item.sha,
            before=item.before,
            after=item.after,
            under=item.under,
        )
        made.text = item.text
        _cells(made, item.cells)
    for note in manifest.notes:
        made = etree.SubElement(root, f"{_M}note")
        _set(
            made,
            evidence=note.evidence_id,
            item=note.item_id,
            number=str(note.number),
            sha=note.sha,
            said=note.said,
        )
    for actor in manifest.actors:
        made = etree.SubElement(root, f"{_M}actor")
        _set(made, id=actor.id)
        _cells(made, actor.cells)
    for words in manifest.rest:
        etree.SubElement(root, f"{_M}rest").text = words
    for foreign in manifest.foreign:
        _set(etree.SubElement(root, f"{_M}foreign"), kind=foreign.kind, sha=foreign.sha)
    if manifest.lines:
        etree.SubElement(root, f"{_M}left").text = sent_lines.dump(manifest.lines)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _set(element: Element, **values: str) -> None:
    for name, value in values.items():
        if value:
            element.set(name, value)


def _cells(parent: Element, cells: tuple[tuple[str, str], ...]) -> None:
    for head, value in cells:
        made = etree.SubElement(parent, f"{_M}cell")
        made.set("head", head)
        made.text = value


def read(root: Element) -> WordManifest:
    """Return the manifest in its part's root element. Raises BadInput for one that is no such thing."""
    if root.tag != f"{_M}manifest":
        raise BadInput("The list of exported lines in this file is not one of ours.")
    try:
        edition = int(root.get("edition", "1"))
        notes = tuple(
            NoteEntry(
                n.get("evidence", ""),
                n.get("item", ""),
                int(n.get("number", "0")),
                n.get("sha", ""),
                n.get("said", ""),
            )
            for n in root.iter(f"{_M}note")
        )
    except ValueError as error:
        raise BadInput("The list of exported lines in this file is damaged.") from error
    items = tuple(
        ManifestEntry(i.get("id", ""), i.get("place", ""), i.text or "", i.get("sha", ""),
            i.get("before", ""),
              i.get("after", ""), i.get("under", ""), _read_cells(i))
        for i in root.iter(f"{_M}item")
    )  # fmt: skip
    actors = tuple(ActorEntry(a.get("id", ""), _read_cells(a)) for a in root.iter(f"{_M}actor"))
    rest = tuple(r.text or "" for r in root.iter(f"{_M}rest"))
    foreign = tuple(Foreign(f.get("kind", ""), f.get("sha", "")) for f in root.iter(f"{_M}foreign"))
    packed = root.find(f"{_M}left")
    shown = sent_lines.load(packed.text or "") if packed is not None else ()
    return WordManifest(
        root.get("brief", ""), edition, root.get("made", ""), items, notes, actors, rest, shown, foreign
    )


def _read_cells(element: Element) -> tuple[tuple[str, str], ...]:
    return tuple((c.get("head", ""), c.text or "") for c in element.findall(f"{_M}cell"))
