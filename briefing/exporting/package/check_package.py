"""Holding an evidence package against its own manifest: every file by its hash, every quote by its place.

`answer` runs in the worker process, since a package comes from strangers; `from_wire` is the other end.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any, Literal, get_args

from briefing.errors import BadInput
from briefing.exporting import formats, handed_wire
from briefing.exporting.handed_file import Handed
from briefing.exporting.package import manifest as manifests
from briefing.exporting.package.manifest import Manifest, PackedQuote, PackedSource
from briefing.exporting.wire_checks import word
from briefing.text import sha256
from briefing.xml_archive import Archive, DamagedPart, open_archive

MODULE = "briefing.exporting.package.check_package"
FileState = Literal["same", "changed", "missing", "added"]
QuoteState = Literal["found", "altered", "no article", "not in the package"]
_STATES = {*get_args(FileState), *get_args(QuoteState)}
_MOST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """What became of one file of the package; `path` is its own."""

    path: str
    state: str


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """What became of one quote: the note's number, the source's title, the words."""

    number: int
    state: str
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class CheckedPackage:
    """What a check of a package found. `number` is the check number of its manifest, `document` the name of
    the brief in it, `title` the brief's.
    """

    title: str
    document: str
    number: str
    files: tuple[CheckedPart, ...]
    quotes: tuple[CheckedQuote, ...]

    @property
    def holds(self) -> bool:
        """Whether no file was changed, added or lost, and each quote whose article is here stands in it."""
        fine = ("found", "not in the package")
        return all(one.state == "same" for one in self.files) and all(q.state in fine for q in self.quotes)


@dataclass(frozen=True, slots=True)
class ReadPackage:
    """A package as it was read: what its manifest says of it, the texts of its articles by their titles, and
    its document, None where that cannot be held against articles.
    """

    checked: CheckedPackage
    texts: dict[str, str]
    handed: Handed | None


def check(data: bytes) -> tuple[CheckedPackage, dict[str, bytes | None], Manifest]:
    """Return what a package's own manifest says of it, its files and the manifest. Raises BadInput for what
    is no package.
    """
    archive = open_archive(data, "evidence package", _MOST_ENTRIES)
    if manifests.NAME not in archive:
        raise BadInput("It is no evidence package: it has no manifest.", "Is it the right file?")
    written = archive.read(manifests.NAME)
    manifest = manifests.from_bytes(written)
    held = {name: _read(archive, name) for name in archive.names if name != manifests.NAME}
    known = {one.path: one.sha256 for one in manifest.files}
    parts = [CheckedPart(path, _state(held.get(path), path in held, sha)) for path, sha in known.items()]
    parts += [CheckedPart(path, "added") for path in held if path not in known]
    checked = CheckedPackage(
        manifest.title, manifest.document, manifests.check_number(written), tuple(parts),
        tuple(_quotes(manifest, held)),
    )  # fmt: skip
    return checked, held, manifest


def _read(archive: Archive, name: str) -> bytes | None:
    """Return the bytes of a part, None where they cannot be unpacked: that part was changed."""
    try:
        return archive.read(name)
    except DamagedPart:
        return None


def _state(data: bytes | None, there: bool, sha: str) -> FileState:
    if not there:
        return "missing"
    return "same" if data is not None and sha256(data) == sha else "changed"


def _quotes(manifest: Manifest, held: dict[str, bytes | None]) -> list[CheckedQuote]:
    texts: dict[str, str | None] = {}
    for source in manifest.sources:
        data = held.get(source.text)
        texts[source.id] = None if data is None else data.decode("utf-8", "replace")
    known = {source.id: source for source in manifest.sources}
    found = []
    for quote in manifest.quotes:
        source_of = known.get(quote.source)
        title = source_of.title if source_of is not None else ""
        found.append(CheckedQuote(quote.number, _quote_state(quote, source_of, texts), title, quote.exact))
    return found


def _quote_state(quote: PackedQuote, source: PackedSource | None, texts: dict[str, str | None]) -> QuoteState:
    if source is None:
        return "no article"
    if not source.text:
        return "not in the package"
    text = texts[source.id]
    if text is None:
        return "no article"
    here = text[quote.start : quote.start + len(quote.exact)] == quote.exact and bool(quote.exact)
    return "found" if here and quote.start >= 0 else "altered"


def answer(data: bytes, _given: Any) -> dict[str, Any]:
    """Return what was found in a package as JSON can hold it, the document parsed last. Raises BadInput."""
    found, held, manifest = check(data)
    document = held.get(manifest.document)
    return {
        "title": found.title,
        "document": found.document,
        "number": found.number,
        "files": [astuple(one) for one in found.files],
        "quotes": [astuple(one) for one in found.quotes],
        "texts": _texts(manifest, held),
        "handed": handed_wire.answer(document, formats.WORD.reader) if document else None,
    }


def _texts(manifest: Manifest, held: dict[str, bytes | None]) -> list[tuple[str, str]]:
    """Return the articles' texts with names that are each one's own."""
    found = ((source, held.get(source.text)) for source in manifest.sources)
    return [
        (f"{source.title} ({source.id})", data.decode("utf-8", "replace"))
        for source, data in found
        if data is not None
    ]


def from_wire(fields: Any) -> ReadPackage:
    """Return the ReadPackage of `answer`. Raises ValueError, TypeError or KeyError for anything else."""
    title, document, number = (word(fields[name]) for name in ("title", "document", "number"))
    parts = tuple(CheckedPart(*row) for row in fields["files"])
    quotes = tuple(CheckedQuote(*row) for row in fields["quotes"])
    for one in parts:
        word(one.path)
    if not {one.state for one in parts} | {one.state for one in quotes} <= _STATES:
        raise ValueError("a state that is not known")
    if not all(type(q.number) is int and isinstance(q.quote, str) for q in quotes):
        raise TypeError("a quote that is none")
    texts = {word(name): word(text) for name, text in fields["texts"]}
    handed = None if fields["handed"] is None else handed_wire.from_wire(fields["handed"])
    return ReadPackage(CheckedPackage(title, document, number, parts, quotes), texts, handed)
