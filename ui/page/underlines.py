"""Lines under the words of the page that a check found something in, and what the mouse shows over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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

UnderlineKind = Literal["found", "spelling", Severity]


@dataclass(frozen=True, slots=True)
class Underline:
    """Words of one row, in code points of its text. `kind`: error, warning, note, found (all is well), or
    spelling (no dictionary has them).
    """

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
        "spelling": paint.Brush("", "ripple", tokens.error),
    }.get(kind, paint.Brush("", "dot", tokens.ok))


LinesNow = Callable[[str, CheckedRow, str], tuple[Underline, ...]]


def while_unchanged(_row_id: str, checked: CheckedRow, text: str) -> tuple[Underline, ...]:
    """Return the lines of a row while it has the text that was checked."""
    return checked.lines if checked.text == text else ()


class Underlines:
    """Paints for one page, visible rows only; `lines_now` says which lines a row has with a text."""

    def __init__(self, page: RowText, lines_now: LinesNow = while_unchanged) -> None:
        self._page = page
        self._lines_now = lines_now
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
        if checked is None:
            return ""
        lines = self._lines_now(row_id, checked, text)
        tips = [line.tip for line in lines if line.start <= offset <= line.end]
        return "\n".join(dict.fromkeys(filter(None, tips)))

    def _in_sight(self) -> Iterator[tuple[QTextBlock, Underline, list[QRectF]]]:
        for row, block, rect in self._page.rows_in_sight():
            checked = self._rows.get(row.id)
            lines = self._lines_now(row.id, checked, block.text()) if checked is not None else ()
            if not lines:
                continue
            units = Utf16Map(block.text())
            low, high = (units.to_text(at) for at in self._page.words_in_sight(block, rect))
            for line in lines:
                if line.end < low or line.start > high:
                    continue
                words = paint.rects(block, units.to_qt(line.start), units.to_qt(line.end), rect.topLeft())
                yield block, line, words
