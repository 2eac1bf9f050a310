"""RIS: reference records, as most programs that keep references write them."""

from __future__ import annotations

import re
from collections import Counter
from importlib import metadata
from typing import Any

from briefing.importing.common.authors import first_last
from briefing.importing.common.parsed import Hints, Parsed, Part
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.references import records

_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*)|$)")
_KINDS = {
    **dict.fromkeys(("NEWS", "MGZN", "JOUR", "EJOUR", "BLOG", "ELEC", "INPR", "ABST"), "article"),
    **dict.fromkeys(("RPRT", "GOVDOC", "THES", "UNPB", "STAND", "PAMP", "CPAPER", "CONF"), "report"),
    **dict.fromkeys(("DATA", "DBASE", "AGGR", "CHART", "MAP"), "data"),
    **dict.fromkeys(("HEAR", "SOUND", "VIDEO", "MPCT"), "transcript"),
    **dict.fromkeys(("PCOMM", "BILL", "LEGAL", "STAT", "CASE"), "statement"),
    "ICOMM": "social",
}
_TITLES = ("title", "primary_title", "short_title")
_CONTAINERS = ("secondary_title", "alternate_title3", "journal_name", "alternate_title2", "alternate_title1")
_DATES = ("date", "year", "publication_year")
_LEFT_OUT = {
    **dict.fromkeys(("abstract", "notes_abstract"), "abstracts"),
    "keywords": "keywords",
    **dict.fromkeys(("notes", "note", "research_notes"), "notes"),
    **dict.fromkeys(("file_attachments1", "file_attachments2", "figure"), "attached files"),
    **dict.fromkeys(("volume", "number", "start_page", "end_page"), "volume, issue and pages"),
    **dict.fromkeys(("secondary_authors", "tertiary_authors", "subsidiary_authors"), "editors and others"),
}


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the records of a RIS file. Raises BadInput when there are none."""
    decoded = decode(data, hints.charset)
    text, lost = normalised(decoded.text)
    left_out: Counter[str] = Counter()
    parts, broken = [], []
    for block in _blocks(text):
        record = _record(block)
        if record is None:
            broken.append(" ".join(block[:2]))
            continue
        left_out.update({_LEFT_OUT[name] for name in record if name in _LEFT_OUT})
        parts.append(_part(record))
    return records.collected(
        parts,
        left_out=left_out,
        broken=broken,
        notices=decoded.notices + lost,
        extractor=f"ris 1, rispy {metadata.version('rispy')}",
    )


def _blocks(text: str) -> list[list[str]]:
    """Return the lines of each record, tags written as the library wants them. A lost ER ends nothing
    else.
    """
    blocks: list[list[str]] = []
    open_block = False
    for line in text.split("\n"):
        tag = _TAG.match(line.lstrip(" \t"))
        if tag and tag[1] == "TY":
            blocks.append([])
            open_block = True
        if tag and tag[1] == "ER":
            open_block = False
        elif open_block and line.strip():
            blocks[-1].append(f"{tag[1]}  - {(tag[2] or '').strip()}" if tag else line.strip())
    return blocks


def _record(block: list[str]) -> dict[str, Any] | None:
    import rispy

    try:
        # Addresses may hold the semicolon that the library would split them at.
        found = rispy.loads("\n".join((*block, "ER  - ")), delimiter_tags_mapping={}, skip_unknown_tags=True)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError):
        return None
    return found[0] if found else None


def _part(record: dict[str, Any]) -> Part:
    kind = _KINDS.get(str(record.get("type_of_reference", "")).upper(), "other")
    container, publisher = _first(record, _CONTAINERS), _first(record, ("publisher",))
    authors = _all(record, "authors") or _all(record, "first_authors")
    dates = (records.any_date(_first(record, (name,))) for name in _DATES)
    return Part(
        name="",
        kind=kind,
        title=_first(record, _TITLES),
        publisher=(container or publisher) if kind == "article" else (publisher or container),
        authors=tuple(map(first_last, authors)),
        published=records.most_exact(dates),
        url=records.address(_all(record, "urls"), _first(record, ("doi",))),
        language=records.language_code(_first(record, ("language",))),
        accessed=records.any_date(_first(record, ("access_date",))),
    )


def _all(record: dict[str, Any], name: str) -> list[str]:
    value = record.get(name) or []
    return [item for item in (value if isinstance(value, list) else [value]) if str(item).strip()]


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((str(_all(record, name)[0]) for name in names if _all(record, name)), "")
