"""Claims on the clipboard: their words, and their evidence for pasting within the same brief."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from briefing import inline
from briefing.edits import ClaimPiece
from briefing.model import CLAIM_KINDS, CREDIBILITIES, STANCES, ClaimKindOrNone, Evidence, Quote, new_id

MIME = "application/x-briefing-claims"
_LONGEST = 8_000_000


def pack(brief_id: str, pieces: Sequence[ClaimPiece]) -> bytes:
    """Return pieces as JSON bytes."""
    rows = [
        {"text": inline.write(p.runs), "kind": p.kind, "evidence": [asdict(e) for e in p.evidence]}
        for p in pieces
    ]
    return json.dumps({"brief": brief_id, "pieces": rows}).encode()


def unpack(data: bytes, brief_id: str, known_sources: frozenset[str]) -> tuple[tuple[ClaimPiece, ...], int]:
    """Return the pieces and how many quotes had to stay behind.

    Quotes come along within the same brief only, under new ids; () for bytes that are not ours.
    """
    if len(data) > _LONGEST:
        return (), 0
    try:
        bundle = json.loads(data)
        rows = bundle["pieces"]
        home = bundle["brief"] == brief_id
        pieces = [_piece(row, known_sources if home else frozenset()) for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError):
        return (), 0
    lost = sum(len(row["evidence"]) for row in rows) - sum(len(p.evidence) for p in pieces)
    return tuple(pieces), lost


def _piece(row: dict[str, Any], known: frozenset[str]) -> ClaimPiece:
    kind: ClaimKindOrNone = row["kind"] if row["kind"] in CLAIM_KINDS else ""
    kept = tuple(_evidence(e) for e in row["evidence"] if e["source"] in known)
    return ClaimPiece(inline.parse(inline.one_line(str(row["text"]))), kept, kind)


def _evidence(row: dict[str, Any]) -> Evidence:
    quote = row["quote"]
    return Evidence(
        new_id("e"),
        str(row["source"]),
        Quote(
            str(quote["exact"]),
            str(quote["prefix"]),
            str(quote["suffix"]),
            int(quote["start"]),
            str(quote["text_sha"]),
        ),
        row["stance"] if row["stance"] in STANCES else "supports",
        row["credibility"] if row["credibility"] in CREDIBILITIES else "",
        str(row["translation"]),
        str(row["note"]),
    )


def pieces_of_text(text: str) -> tuple[ClaimPiece, ...]:
    """Return pasted plain text as pieces: one a line, empty lines left out, list marks taken off."""
    lines = [line.strip() for line in text.replace("\r", "\n").replace("\u2029", "\n").split("\n")]
    kept = [line.removeprefix("• ").removeprefix("- ") for line in lines if line]
    if len(kept) == 1:
        kept = [text.strip("\r\n\u2029")]
    return tuple(ClaimPiece(inline.merged([inline.Run(inline.one_line(line))])) for line in kept)
