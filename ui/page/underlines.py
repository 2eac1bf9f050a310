"""Lines under the words of the page that a check found something in, and what the mouse shows over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from briefing.checks.findings import Severity
from ui.look import theme
from ui.look.colours import Tokens
from ui.page.row_text import RowText
from ui.qt.offsets import Utf16Map
from ui.reader import paint

UnderlineKind = Literal["found", Severity]


@dataclass(frozen=True, slots=True)
class Underline:
    """Words of one row, in code points of its text. `kind`: error, warning, note, or found (all is well)."""

    start: int
    end: int
    kind: UnderlineKind
    tip: str


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """The text of a row when it was checked, and what was found.

    Nothing is painted once the row has other text.
    """

    text: str
    lines: tuple[Underline, ...]


def brush_of(kind: UnderlineKind, tokens: Tokens) -> paint.Brush:
    """Return how a kind is drawn: each has a line of its own, so that colour never speaks alone."""
    return {
        "error": paint.Brush("", "wave", tokens.error),
        "warning": paint.Brush("", "line", tokens.warn),
        "note": paint.Brush("", "dash", tokens.text_muted),
    }.get(kind, paint.Brush("", "dot", tokens.ok))


class Underlines:
    """Paints for one page, visible rows only."""

    def __init__(self, page: RowText) -> None:
        self._page = page
        self._rows: Mapping[str, CheckedRow] = {}

    def show(self, rows: Mapping[str, CheckedRow]) -> None:
        """Take other lines, by the ids of their rows."""
        if rows != self._rows:
            self._rows = rows
            self._page.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the lines of the rows in sight."""
        if not self._rows:
            return
        tokens = theme.of(self._page.palette())
        for block, line, rects in self._in_sight():
            brush = brush_of(line.kind, tokens)
            for rect in rects:
                paint.underline(painter, rect.left(), rect.right(), rect.bottom() - 1, brush)
            del block

    def tip_at(self, point: QPoint) -> str:
        """Return what the checks say of the words under a point of the viewport (pixels), or ""."""
        place = QPointF(point)
        tips = [line.tip for _, line, rects in self._in_sight() if any(r.contains(place) for r in rects)]
        return "\n".join(dict.fromkeys(filter(None, tips)))

    def tips_of(self, row_id: str, text: str, offset: int) -> str:
        """Return what the checks say of the words of a row at an offset (code points), or ""."""
        checked = self._rows.get(row_id)
        if checked is None or checked.text != text:
            return ""
        tips = [line.tip for line in checked.lines if line.start <= offset <= line.end]
        return "\n".join(dict.fromkeys(filter(None, tips)))

    def _in_sight(self) -> Iterator[tuple[QTextBlock, Underline, list[QRectF]]]:
        for row, block, rect in self._page.rows_in_sight():
            checked = self._rows.get(row.id)
            if checked is None or block.text() != checked.text:
                continue
            units = Utf16Map(checked.text)
            for line in checked.lines:
                words = paint.rects(block, units.to_qt(line.start), units.to_qt(line.end), rect.topLeft())
                yield block, line, words
