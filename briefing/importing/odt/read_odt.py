"""OpenDocument text (.odt): the text of the finished document, and by name what is not seen in it."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from briefing.errors import BadInput
from briefing.importing.common.left_out import Omitted
from briefing.importing.common.metadata import read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.properties import Properties, described
from briefing.importing.common.struck_out import finished
from briefing.importing.common.table_lines import tidy
from briefing.importing.odt.namespaces import META, OFFICE, STYLE, TEXT, dc
from briefing.importing.odt.odt_styles import OdtStyles, read_styles
from briefing.importing.odt.odt_walk import OdtStory
from briefing.importing.sniff import is_flat_odt
from briefing.xml_archive import LXML, Archive, open_archive, parse_xml

_EXTRACTOR = f"odt 1, {LXML}"
_RULE = "———"
_DELETED = "Tracked deletions left out"
_MARGINS = "Headers and footers left out"
_MARGIN_NAMES = tuple(
    f"{STYLE}{name}{kind}" for name in ("header", "footer") for kind in ("", "-left", "-first")
)


def read(data: bytes, hints: Hints) -> Parsed:  # noqa: ARG001  every format is handed hints
    """Return the text of an OpenDocument text. Raises BadInput for what is none, or is hostile."""
    content, common, about = _flat(data) if is_flat_odt(data) else _packed(data)
    styles = read_styles(content, common)
    omitted = Omitted()
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise BadInput("It holds no text document.", "Open it in its program and save it as text (.odt).")
    for change in body.iter(f"{TEXT}deletion"):
        words = " ".join(str(part) for p in change.iter(f"{TEXT}p", f"{TEXT}h") for part in p.itertext())
        if words.strip():
            omitted.add(_DELETED, words)
    story = OdtStory(styles, omitted)
    lines = story.lines(body)
    margins = _margins(common, styles)
    if not any(line.strip() for line in lines):
        lines = margins
    else:
        for margin in margins:
            omitted.add(_MARGINS, margin)
    below = [*story.notes, *story.comments]
    main = tidy(lines)
    done = finished("\n".join([main, "", _RULE, *below]) if below else main)
    of_comments = (f"Comments put at the end of the text, below a line: {len(story.comments):,}.",)
    notices = (*omitted.notices(), *(of_comments if story.comments else ()), *done.notices)
    parsed = replace(read_metadata(done.text), struck=done.struck, notices=notices, extractor=_EXTRACTOR)
    return described(parsed, [*story.titles, *story.headings[:1]], _properties(about))


_Roots = tuple[etree._Element, etree._Element | None, etree._Element | None]


def _packed(data: bytes) -> _Roots:
    """Return what holds the text, the common styles and the properties of a package (ODF 1.3, part 2)."""
    archive = open_archive(data, "OpenDocument text")
    _refuse_locked(archive)
    content = archive.xml("content.xml")
    common, about = (archive.xml(name) if name in archive else None for name in ("styles.xml", "meta.xml"))
    return content, common, about


def _flat(data: bytes) -> _Roots:
    """Return the same of a text in one XML file (.fodt; ODF 1.3, part 3, 3.1.2): its root is all three."""
    root = parse_xml(data, doctype=True)
    return root, root, root


def _refuse_locked(archive: Archive) -> None:
    if "META-INF/manifest.xml" not in archive:
        return
    manifest = archive.xml("META-INF/manifest.xml", doctype=True)
    if any(etree.QName(item).localname == "encryption-data" for item in manifest.iter()):
        raise BadInput(
            "It is protected by a password.", "Open it in its own program and save it without a password."
        )


def _margins(common: etree._Element | None, styles: OdtStyles) -> list[str]:
    """Return the text of each header and footer that has any, each once."""
    found: dict[str, None] = {}
    for margin in () if common is None else common.iter(*_MARGIN_NAMES):
        words = tidy(OdtStory(styles, Omitted()).lines(margin))
        if words.strip(" \n0123456789"):
            found[words] = None
    return list(found)


def _properties(about: etree._Element | None) -> Properties:
    meta = None if about is None else about.find(f"{OFFICE}meta")

    def value(name: str) -> str:
        child = None if meta is None else meta.find(name)
        return "" if child is None else " ".join((child.text or "").split())[:300]

    return Properties(
        title=value(dc("title")),
        author=value(f"{META}initial-creator") or value(dc("creator")),
        made=value(f"{META}creation-date"),
        language=value(dc("language")),
    )
