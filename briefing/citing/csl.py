"""CSL-JSON, the records that citation processors read (CSL 1.0.2, the schema csl-data.json)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from briefing.citing.author_names import Name, split
from briefing.citing.citation_keys import keys
from briefing.citing.reference_fields import date_parts, line, title, web_address
from briefing.model import Source

TYPES = {
    "article": "article-newspaper",
    "report": "report",
    "statement": "speech",
    "transcript": "broadcast",
    "data": "dataset",
    "social": "post",
    "other": "document",
}
# Kinds that appear in something; the others are brought out by somebody.
_CONTAINED = ("article", "social")


def write(sources: Sequence[Source]) -> str:
    """Return the sources as a JSON list."""
    return json.dumps(records(sources), ensure_ascii=False, indent=2) + "\n"


def records(sources: Sequence[Source]) -> list[dict[str, Any]]:
    """Return a record for each source; `id` is its key (see `citation_keys`)."""
    known = keys(sources)
    return [_record(source, known[source.id]) for source in sources]


def _record(source: Source, key: str) -> dict[str, Any]:
    publisher = line(source.publisher)
    record = {
        "id": key,
        "type": TYPES.get(source.kind, "document"),
        "title": title(source),
        "author": [_name(split(line(name))) for name in source.authors if line(name)],
        "container-title" if source.kind in _CONTAINED else "publisher": publisher,
        "issued": _date(source.published),
        "accessed": _date(source.accessed),
        "URL": web_address(source),
        "language": line(source.language),
    }
    return {name: value for name, value in record.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {label: value for label, value in parts.items() if value}


def _date(iso: str) -> dict[str, Any]:
    parts = date_parts(iso)
    return {"date-parts": [list(parts)]} if parts else {}
