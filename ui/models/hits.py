"""What a search found: passages in the reader's own words, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from briefing.model import Source
from briefing.text import Span
from ui.look.bidi import joined
from ui.models.rows_model import RowsModel

if TYPE_CHECKING:
    from briefing.finder import SearchHit

PASSAGE = Qt.ItemDataRole.UserRole
SPANS = PASSAGE + 1
ABOVE = PASSAGE + 2


@dataclass(frozen=True, slots=True)
class HitRow:
    """One passage: its words on one line, the found words in it (code points of these words), its article."""

    source_id: str
    start: int
    end: int
    words: str
    spans: tuple[Span, ...]
    above: str


def hit_row(hit: SearchHit, source: Source, text: str) -> HitRow:
    """Return the row of a hit; the words keep their length, so that spans stay true."""
    words = text[hit.start : hit.end].replace("\n", " ").replace("\t", " ")
    spans = tuple((a - hit.start, b - hit.start) for a, b in hit.spans)
    above = joined(source.title or source.filename, source.publisher)
    return HitRow(hit.source_id, hit.start, hit.end, words, spans, above)


def hits_model(parent: object = None) -> RowsModel[HitRow]:
    """Return an empty model of hits."""
    return RowsModel[HitRow](
        {
            Qt.ItemDataRole.DisplayRole: lambda row: row.words,
            Qt.ItemDataRole.AccessibleTextRole: lambda row: f"{row.above}: {row.words}",
            SPANS: lambda row: row.spans,
            ABOVE: lambda row: row.above,
        },
        parent,  # type: ignore[arg-type]
    )


def found_sources(rows: Sequence[HitRow]) -> int:
    """Return in how many articles something was found."""
    return len({row.source_id for row in rows})
