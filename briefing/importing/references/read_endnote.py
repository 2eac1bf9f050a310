"""EndNote's tagged export (.enw): reference records, “%” and a sign before each value (refer)."""

from __future__ import annotations

import re
from collections import Counter

from briefing.importing.common.authors import first_last
from briefing.importing.common.parsed import Hints, Parsed, Part
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.references import records

_TAG = re.compile(r"%(\S)(?:[ \t]+(.*))?$")
_KINDS = {
    **dict.fromkeys(
        ("journal article", "newspaper article", "magazine article", "electronic article", "web page", "blog",
         "article"), "article"),
    **dict.fromkeys(("report", "government document", "thesis", "unpublished work", "standard", "pamphlet",
                     "conference paper", "conference proceedings", "manuscript"), "report"),
    **dict.fromkeys(("dataset", "online database", "aggregated database", "chart or table", "map"), "data"),
    **dict.fromkeys(("hearing", "audiovisual material", "film or broadcast", "multimedia",
                     "online multimedia", "interview"), "transcript"),
    **dict.fromkeys(("personal communication", "bill", "legal rule or regulation", "statute", "case"),
                    "statement"),
}  # fmt: skip
_LEFT_OUT = {
    "X": "abstracts",
    "K": "keywords",
    "Z": "notes",
    **dict.fromkeys("VNP", "volume, issue and pages"),
    **dict.fromkeys("EY?", "editors and others"),
    ">": "attached files",
}


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the records of a tagged export. Raises BadInput when there are none."""
    decoded = decode(data, hints.charset)
    text, lost = normalised(decoded.text)
    left_out: Counter[str] = Counter()
    parts = []
    for record in _records(text):
        left_out.update({_LEFT_OUT[tag] for tag in record if tag in _LEFT_OUT})
        parts.append(_part(record))
    return records.collected(
        parts, left_out=left_out, broken=(), notices=decoded.notices + lost, extractor="endnote 1"
    )


def _records(text: str) -> list[dict[str, list[str]]]:
    """Return the values of each record by their tags. The tag of the kind begins one; a line without a tag
    goes on with the value before it.
    """
    found: list[dict[str, list[list[str]]]] = []
    lines: list[str] = []
    for line in text.split("\n"):
        tag = _TAG.match(line.strip())
        if tag is not None:
            if tag[1] == "0" or not found:
                found.append({})
            lines = [(tag[2] or "").strip()]
            found[-1].setdefault(tag[1], []).append(lines)
        elif line.strip():
            lines.append(line.strip())
    return [{tag: [" ".join(value) for value in values] for tag, values in one.items()} for one in found]


def _part(record: dict[str, list[str]]) -> Part:
    kind = _KINDS.get(_first(record, "0").lower(), "other")
    container, publisher = _first(record, "JB"), _first(record, "I")
    day, year = _first(record, "8"), _first(record, "D")
    dates = [records.any_date(value) for value in (day, f"{day} {year}", year)]
    return Part(
        name="",
        kind=kind,
        title=_first(record, "T!"),
        publisher=(container or publisher) if kind == "article" else (publisher or container),
        authors=tuple(first_last(name.rstrip(",")) for name in record.get("A", ()) if name),
        published=max(dates, key=len),
        url=records.address(record.get("U", ()), _first(record, "R")),
        language=records.language_code(_first(record, "G")),
        accessed=records.any_date(_first(record, "[")),
    )


def _first(record: dict[str, list[str]], tags: str) -> str:
    """Return the first value of the first of these tags that has one."""
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")
