"""CSL-JSON: the records that citation processors read."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from typing import Any

from briefing.errors import BadInput
from briefing.importing.common.authors import first_last
from briefing.importing.common.parsed import Hints, Parsed, Part
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.references import records

_KINDS = {
    **dict.fromkeys(
        ("article", "article-journal", "article-magazine", "article-newspaper", "webpage", "post-weblog"),
        "article"
    ),
    **dict.fromkeys(("report", "thesis", "paper-conference", "standard", "pamphlet"), "report"),
    **dict.fromkeys(("dataset", "figure", "map"), "data"),
    **dict.fromkeys(("interview", "broadcast", "hearing", "motion_picture", "song"), "transcript"),
    **dict.fromkeys(("speech", "bill", "legislation", "legal_case", "treaty", "regulation"), "statement"),
    **dict.fromkeys(("post", "personal_communication"), "social"),
}  # fmt: skip
_LEFT_OUT = {
    "abstract": "abstracts",
    "keyword": "keywords",
    **dict.fromkeys(("note", "annote"), "notes"),
    **dict.fromkeys(("volume", "issue", "page"), "volume, issue and pages"),
    **dict.fromkeys(("editor", "translator", "contributor"), "editors and others"),
}
_HOLDERS = ("items", "references")  # the second as Pandoc keeps them in a document's data
_TAGS = re.compile(r"</?(?:i|b|sub|sup|sc|span)\b[^<>]*>")


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the records of a CSL-JSON file: a list, an item, or a list under one of `_HOLDERS`. Raises
    BadInput.
    """
    decoded = decode(data, hints.charset)
    text, lost = normalised(decoded.text)
    left_out: Counter[str] = Counter()
    parts, broken = [], []
    for item in _items(text):
        if not isinstance(item, dict):
            broken.append(str(item)[:60])
            continue
        left_out.update({_LEFT_OUT[name] for name in item if name in _LEFT_OUT and item[name]})
        parts.append(_part(item))
    return records.collected(
        parts, left_out=left_out, broken=broken, notices=decoded.notices + lost, extractor="csl 1"
    )


def _items(text: str) -> list[Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput("It is damaged: this is not complete JSON.", "Export it again.") from error
    if isinstance(found, dict):
        if "jsonfeed.org" in str(found.get("version")):
            raise BadInput(
                "It is a JSON feed, and feeds are read as RSS or Atom.",
                "Most sites offer one of these beside it.",
            )
        found = next((found[name] for name in _HOLDERS if isinstance(found.get(name), list)), [found])
    return found if isinstance(found, list) else []


def _part(item: dict[str, Any]) -> Part:
    kind = _KINDS.get(_word(item, "type"), "other")
    container, publisher = _word(item, "container-title"), _word(item, "publisher")
    names = item.get("author")
    authors = map(_name, names if isinstance(names, list) else [])
    return Part(
        name="",
        kind=kind,
        title=_word(item, "title"),
        publisher=(container or publisher) if kind == "article" else (publisher or container),
        authors=tuple(filter(None, authors)),
        published=_date(item.get("issued")),
        url=records.address([_word(item, "URL")], _word(item, "DOI")),
        language=records.language_code(_word(item, "language")),
        accessed=_date(item.get("accessed")),
    )


def _word(item: dict[str, Any], name: str) -> str:
    """Return a field as text without markup; the first of a list, as some registries write titles."""
    value = item.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return ""
    return html.unescape(_TAGS.sub("", value)).strip()


def _name(name: Any) -> str:
    if isinstance(name, str):
        return first_last(name)
    if not isinstance(name, dict):
        return ""
    whole = _word(name, "literal") or _word(name, "name")  # the second of organisations, by Crossref
    keys = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return whole or " ".join(filter(None, (_word(name, key) for key in keys)))


def _date(issued: Any) -> str:
    if isinstance(issued, str):
        return records.any_date(issued)
    if not isinstance(issued, dict):
        return ""
    dates = issued.get("date-parts")
    first = dates[0] if isinstance(dates, list) and dates else None
    if isinstance(first, list) and 1 <= len(first) <= 3:
        return records.partial_date(*(str(part) for part in first))
    return records.any_date(_word(issued, "raw") or _word(issued, "literal"))
