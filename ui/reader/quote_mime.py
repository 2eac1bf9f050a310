"""A quote on its way by drag: which article, and which code points of it."""

from __future__ import annotations

import json
from dataclasses import dataclass

MIME = "application/x-briefing-quote"


@dataclass(frozen=True, slots=True)
class Dragged:
    source_id: str
    start: int
    end: int


def pack(dragged: Dragged) -> bytes:
    """Return the payload of a drag."""
    return json.dumps({"source": dragged.source_id, "start": dragged.start, "end": dragged.end}).encode()


def unpack(data: bytes) -> Dragged | None:
    """Return what a payload says, or None for bytes that are not ours."""
    try:
        row = json.loads(data[:1000])
        dragged = Dragged(str(row["source"]), int(row["start"]), int(row["end"]))
    except (ValueError, KeyError, TypeError):
        return None
    return dragged if 0 <= dragged.start < dragged.end else None
