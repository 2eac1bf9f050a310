"""A quote on its way by drag: which article, and which code points of it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

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


def data_of(dragged: Dragged, words: str) -> QMimeData:
    """Return a selection as a drag carries it: where it stands, and its words as plain text."""
    data = QMimeData()
    data.setData(MIME, pack(dragged))
    data.setText(words)
    return data
