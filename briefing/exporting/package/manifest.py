"""The manifest of an evidence package: every file with its hash, every source, every quote with its place.

It is JSON, read by `verify`, by the page verify.html within the package, and by anybody else: what a field
means is written in docs/evidence_package.md.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from briefing.errors import BadInput
from briefing.exporting.sent_lines import spoken_hash
from briefing.text import sha256

NAME = "manifest.json"
KIND = "briefing-desk-evidence-package"
VERSION = 1
MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of the package: its path, the SHA-256 of its bytes and how many they are."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class PackedSource:
    """A cited article. `text`, `original`: paths in the package, "" where not there. `text_sha` is the
    SHA-256 of the text in UTF-8 whether it is there or not. `published`, `accessed`: ISO 8601.
    """

    id: str
    title: str
    publisher: str
    authors: tuple[str, ...]
    published: str
    accessed: str
    url: str
    marking: str
    text_sha: str
    text: str
    original: str
    fetched_from: str
    fetched_at: str


@dataclass(frozen=True, slots=True)
class PackedQuote:
    """A quote of a source under a claim: W3C TextQuoteSelector and TextPositionSelector.

    `number` is that of its note in the document; `start` counts code points of the text.
    """

    number: int
    claim: str
    claim_id: str
    evidence_id: str
    source: str
    stance: str
    exact: str
    prefix: str
    suffix: str
    start: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package holds. `document` is the path of the brief; `made` the moment (ISO 8601)."""

    title: str
    brief_id: str
    edition: int
    marking: str
    made: str
    document: str
    files: tuple[PackedFile, ...]
    sources: tuple[PackedSource, ...]
    quotes: tuple[PackedQuote, ...]


def to_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as the package holds it."""
    fields = {"package": KIND, "version": VERSION, **asdict(manifest)}
    return json.dumps(fields, ensure_ascii=False, indent=1).encode() + b"\n"


def check_number(data: bytes) -> str:
    """Return the number by which sender and receiver compare a manifest: 64 bits of its SHA-256."""
    return spoken_hash(sha256(data))


def from_bytes(data: bytes) -> Manifest:
    """Return the manifest in these bytes. Raises BadInput for anything else."""
    try:
        fields = json.loads(data)
        if fields.pop("package") != KIND or fields.pop("version") != VERSION:
            raise BadInput("It is a package of another version.", "Check it with a newer Briefing Desk.")
        lists: dict[str, Any] = {
            "files": tuple(_record(PackedFile, one) for one in fields.pop("files")),
            "sources": tuple(_record(PackedSource, one) for one in fields.pop("sources")),
            "quotes": tuple(_record(PackedQuote, one) for one in fields.pop("quotes")),
        }
        made: Manifest = _record(Manifest, {**fields, **lists})
        return made
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadInput("It is no evidence package: its manifest cannot be read.", "Get it again.") from error


def _record(kind: Any, fields: dict[str, Any]) -> Any:
    """Return a record of these fields; raises TypeError where one is missing, strange or of another type."""
    made = kind(**{name: tuple(v) if isinstance(v, list) else v for name, v in fields.items()})
    for name, hint in kind.__annotations__.items():
        wanted = {"str": str, "int": int}.get(hint, tuple)
        if type(getattr(made, name)) is not wanted:
            raise TypeError(name)
    return made
