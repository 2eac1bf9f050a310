"""The fetched pages of a package as a WARC file (ISO 28500, WARC 1.1), which web archives read."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.model import Source

_SPACE = uuid.UUID("6c0a6c3c-6f0e-5b0e-9d38-3b0d7c1c7c11")
_KINDS = ((b"%PDF-", "application/pdf"), (b"PK\x03\x04", "application/zip"))


def warc(pages: Sequence[tuple[Source, bytes]]) -> bytes:
    """Return the pages as `resource` records, compressed record by record; the same bytes each time.

    What was kept of a fetch is its content after decompression, its address and its moment; a `response`
    record would claim to hold the server's own words, which are not kept.
    """
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    for source, data in pages:
        digest = hashlib.sha256(data).hexdigest()
        headers = {
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(_SPACE, f'{source.id} {digest}')}>",
            "WARC-Date": _utc(source.fetched_at or source.accessed),
            "WARC-Block-Digest": f"sha256:{digest}",
        }
        record = writer.create_warc_record(
            source.fetched_from, "resource", payload=io.BytesIO(data), length=len(data),
            warc_content_type=_kind(data), warc_headers_dict=headers,
        )  # fmt: skip
        writer.write_record(record)
    return out.getvalue()


def _kind(data: bytes) -> str:
    return next((kind for head, kind in _KINDS if data.startswith(head)), "text/html")


def _utc(moment: str) -> str:
    """Return a moment (ISO 8601) as WARC 1.1 has it: in UTC, to the second."""
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        at = datetime(1970, 1, 1, tzinfo=UTC)
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
