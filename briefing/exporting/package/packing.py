"""The files of an evidence package, made from a brief whose quotes have been found and a document of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from briefing import inline, lookup
from briefing.exporting.package import manifest as manifests
from briefing.exporting.package.manifest import Manifest, PackedFile, PackedQuote, PackedSource
from briefing.exporting.package.ro_crate import crate
from briefing.exporting.package.warc_file import warc
from briefing.language.fold import fold
from briefing.model import Brief, Source
from briefing.text import sha256

VERIFY_PAGE = "verify.html"
CRATE = "ro-crate-metadata.json"
WARC = "fetched.warc.gz"
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Packing:
    """What goes into a package. `document` are the bytes of the brief as exported, named `document_name`.

    `numbers`: the note of each evidence that the document shows. `text_of`, `original_of`: what is kept under
    a SHA-256. `whole`: the articles go along as texts and as files; else only the words quoted, with the hash
    of the text they stand in. `made`: the moment, with its offset.
    """

    brief: Brief
    document: bytes
    document_name: str
    numbers: Mapping[str, int]
    text_of: Callable[[str], str]
    original_of: Callable[[str], bytes]
    whole: bool
    made: datetime


def packed(packing: Packing) -> bytes:
    """Return the zip file of a package; for the same brief and moment always the same bytes."""
    held = {packing.document_name: _stamped(packing.document, packing.made), **_articles(packing)}
    held[VERIFY_PAGE] = verify_page()
    described = _manifest(packing, held)
    held[CRATE] = crate(described)
    described = _manifest(packing, held)
    held[manifests.NAME] = manifests.to_bytes(described)
    return _zipped(held, packing.made)


def number_of(package: bytes) -> str:
    """Return the check number of a package's manifest."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return manifests.check_number(archive.read(manifests.NAME))


def verify_page() -> bytes:
    """Return the page that checks a package in a browser, the same for all packages."""
    return files("resources").joinpath("package", VERIFY_PAGE).read_bytes()


def _cited(packing: Packing) -> tuple[Source, ...]:
    used = {linked.source for _, linked in lookup.evidence(packing.brief) if linked.id in packing.numbers}
    return tuple(source for source in packing.brief.sources if source.id in used)


def _articles(packing: Packing) -> dict[str, bytes]:
    """Return the files of the cited articles, by their paths."""
    if not packing.whole:
        return {}
    held: dict[str, bytes] = {}
    fetched: list[tuple[Source, bytes]] = []
    for source in _cited(packing):
        text, original = _paths(packing, source)
        if text:
            held[text] = packing.text_of(source.text_sha).encode()
        if original:
            held[original] = packing.original_of(source.original_sha)
            if source.fetched_from:
                fetched.append((source, held[original]))
    if fetched:
        held[WARC] = warc(fetched)
    return held


def _paths(packing: Packing, source: Source) -> tuple[str, str]:
    """Return where the text and the file of a source lie in the package, "" for what is not in it."""
    if not packing.whole:
        return "", ""
    number = 1 + next(n for n, one in enumerate(_cited(packing)) if one.id == source.id)
    name = f"{number:03}-{_slug(source.title)}"
    suffix = _SUFFIX.search(source.filename[-9:])
    ending = suffix[0].lower() if suffix else ".html" if source.fetched_from else ".bin"
    return (
        f"articles/{name}.txt" if source.text_sha else "",
        f"originals/{name}{ending}" if source.original_sha else "",
    )


def _slug(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", fold(title, "letters").text.lower())
    return "-".join(words)[:40].strip("-") or "article"


def _manifest(packing: Packing, held: Mapping[str, bytes]) -> Manifest:
    brief = packing.brief
    return Manifest(
        title=brief.title,
        brief_id=brief.id,
        edition=brief.edition,
        marking=brief.marking,
        made=packing.made.isoformat(timespec="seconds"),
        document=packing.document_name,
        files=tuple(PackedFile(path, sha256(data), len(data)) for path, data in sorted(held.items())),
        sources=tuple(_source(packing, source) for source in _cited(packing)),
        quotes=tuple(sorted(_quotes(packing), key=lambda quote: quote.number)),
    )


def _source(packing: Packing, source: Source) -> PackedSource:
    text, original = _paths(packing, source)
    return PackedSource(
        source.id, source.title, source.publisher, source.authors, source.published, source.accessed,
        source.url, source.marking, source.text_sha, text, original, source.fetched_from, source.fetched_at,
    )  # fmt: skip


def _quotes(packing: Packing) -> Iterator[PackedQuote]:
    for claim, linked in lookup.evidence(packing.brief):
        if linked.id in packing.numbers:
            quote = linked.quote
            yield PackedQuote(
                packing.numbers[linked.id], inline.plain(claim.text), claim.id, linked.id, linked.source,
                linked.stance, quote.exact, quote.prefix, quote.suffix, quote.start,
            )  # fmt: skip


def _stamped(document: bytes, made: datetime) -> bytes:
    """Return the document with the moment of the package on each of its parts: they carry that of writing."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _archive(parts, list(parts), made)


def _zipped(held: Mapping[str, bytes], made: datetime) -> bytes:
    """The manifest comes first, for whoever reads the file as a stream."""
    return _archive(held, [manifests.NAME, *sorted(held.keys() - {manifests.NAME})], made)


def _archive(held: Mapping[str, bytes], paths: Iterable[str], made: datetime) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            info = zipfile.ZipInfo(path, made.timetuple()[:6])
            info.external_attr = 0o644 << 16
            archive.writestr(info, held[path], zipfile.ZIP_DEFLATED)
    return out.getvalue()
