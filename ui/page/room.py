"""How much room a row keeps under and beside its words: for the line below the title, chips, numbers, day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock

from briefing import lookup
from briefing.language.typed_days import day_in_full
from briefing.model import Actor, Brief, Claim, Figure, Judgement, Section
from briefing.rows import Row
from ui.page import chips as chip_table
from ui.page.row_blocks import Look

GUTTER = 84  # pixels at the right of the words, for states and kinds
SIDE = 28  # pixels at the left
HANGING = 40  # pixels by which a claim's numbers may reach into the gutter
DAY_GAP = 14.0  # pixels between a day and what happened
_LEAST_COLUMN = 160.0
_HIGHEST_PICTURE = 520.0


class RowRoom:
    """Measures in pixels; `width()` is the viewport's. `numbers` are the note numbers by evidence id."""

    def __init__(
        self, brief: Callable[[], Brief], look: Callable[[], Look], width: Callable[[], float]
    ) -> None:
        self._brief = brief
        self._look = look
        self._width = width
        self.numbers: Mapping[str, int] = {}
        self._counted: dict[str, tuple[Section, tuple[Actor, ...], int]] = {}

    # -- fonts and the column

    def font(self, scale: float) -> QFont:
        """Return the page's font; `scale` 1.0 is the size of its words."""
        look = self._look()
        font = QFont(look.family)
        font.setPointSizeF(look.body * scale)
        return font

    def small(self) -> QFont:
        """Return the font of chips and of the line under the title."""
        return self.font(0.84)

    def tiny(self) -> QFont:
        """Return the font of note numbers, kinds and the marking."""
        return self.font(0.72)

    def column(self) -> float:
        """Return the width of the words, in pixels."""
        return max(_LEAST_COLUMN, self._width() - GUTTER - SIDE)

    # -- what stands above words

    def above(self, row: Row) -> float:
        """Return the room a row needs above its words, in pixels: the picture of a figure stands there."""
        return self.picture(row.node).height() + 14 if isinstance(row.node, Figure) else 0.0

    def picture(self, figure: Figure) -> QSizeF:
        """Return the size of a figure's picture on the page, in pixels."""
        wide = self.column() * figure.share / 100.0
        high = wide * figure.height / max(1, figure.width)
        if high > _HIGHEST_PICTURE:
            wide, high = wide * _HIGHEST_PICTURE / high, _HIGHEST_PICTURE
        return QSizeF(wide, high)

    # -- what stands under words

    def keeps_some(self, row: Row) -> bool:
        """Return whether a row's block keeps room under its words, or above them."""
        return (
            row.kind in ("title", "blank", "judgement", "figure")
            or self.day_column(row) > 0
            or (isinstance(row.node, Claim) and (len(row.node.evidence) > 3 or not row.node.text))
        )

    def under(self, row: Row, block: QTextBlock | None = None) -> float:
        """Return the room a row needs under its words, in pixels; `block` is the row's, where it has one."""
        if row.kind == "title":
            return QFontMetricsF(self.small()).height() + 10
        if isinstance(row.node, Judgement):
            return chip_table.room(self.placed_chips(row.node)) + 4
        if self.guidance(row):
            return self._guidance_height(row)
        if isinstance(row.node, Claim):
            numbers = QFontMetricsF(self.tiny()).height() if self._wraps(row, row.node, block) else 0.0
            return max(numbers, self._below_day(row, block))
        return 0.0

    # -- what stands beside words

    def day_column(self, row: Row) -> float:
        """Return the width of the column in which a row's day stands, in pixels; 0.0 outside a chronology."""
        section = self.section_of(row) if isinstance(row.node, Claim) else None
        if section is None or section.kind != "chronology":
            return 0.0
        widest = QFontMetricsF(self.small()).horizontalAdvance("28 September 2028") + DAY_GAP
        return min(widest, self.column() / 3)

    def _below_day(self, row: Row, block: QTextBlock | None) -> float:
        """Return by how much a day of several lines is higher than the words beside it, in pixels."""
        wide = self.day_column(row)
        if not wide or not isinstance(row.node, Claim):
            return 0.0
        layout = block.layout() if block is not None else None
        words = layout.boundingRect().height() if layout is not None and layout.lineCount() else 0.0
        day = QFontMetricsF(self.small()).boundingRect(
            QRectF(0, 0, wide - DAY_GAP, 10_000), int(Qt.TextFlag.TextWordWrap), day_in_full(row.node.day)
        )
        return max(0.0, day.height() + 2 - (words or QFontMetricsF(self.font(1.0)).height()))

    def _wraps(self, row: Row, claim: Claim, block: QTextBlock | None) -> bool:
        """Return whether a claim's numbers do not fit behind its last word."""
        wide = self.numbers_width(claim)
        if wide <= HANGING:
            return False
        layout = block.layout() if block is not None else None
        if layout is None or not layout.lineCount():
            return True
        last = layout.lineAt(layout.lineCount() - 1)
        return last.naturalTextWidth() + wide + 3 > self.column() - self.day_column(row) + HANGING - 20

    def numbers_width(self, claim: Claim) -> float:
        """Return the width of a claim's note numbers, in pixels."""
        metrics = QFontMetricsF(self.tiny())
        return sum(metrics.horizontalAdvance(self.number(e.id)) + 4 for e in claim.evidence)

    def number(self, evidence_id: str) -> str:
        """Return the note number of a piece of evidence as it is painted; a dot before there is one."""
        return str(self.numbers.get(evidence_id, "·"))

    def placed_chips(self, judgement: Judgement) -> tuple[chip_table.Placed, ...]:
        """Return a judgement's chips in their places, in pixels from where chips begin."""
        metrics = QFontMetricsF(self.small())
        chips = chip_table.chips_of(judgement, self._brief().standard)
        return chip_table.place(chips, self.column(), metrics.horizontalAdvance)

    def guidance(self, row: Row) -> str:
        """Return the guidance a row shows while its section has no text; "" for a judgement."""
        if row.kind in ("judgement", "figure"):
            return ""
        section = self.section_of(row)
        if section is None or not section.guidance:
            return ""
        empty = row.kind == "blank" or (
            len(section.items) == 1 and section.items[0].id == row.id and not section.items[0].text
        )
        return section.guidance if empty else ""

    def words_of(self, section: Section) -> int:
        """Return the number of words of a section, counted again when it has changed."""
        brief = self._brief()
        held = self._counted.get(section.id)
        if held is None or held[0] is not section or held[1] is not brief.actors:
            held = (section, brief.actors, lookup.section_words(brief, section))
            self._counted[section.id] = held
        return held[2]

    def section_of(self, row: Row) -> Section | None:
        """Return the section that holds a row; None for the title and for statements of an actor."""
        return next((s for s in self._brief().sections if s.id == row.holder), None)

    def _guidance_height(self, row: Row) -> float:
        font = self.font(1.0)
        bounds = QFontMetricsF(font).boundingRect(
            QRectF(0, 0, self.column() - 8, 10_000), int(Qt.TextFlag.TextWordWrap), self.guidance(row)
        )
        return max(0.0, bounds.height() - QFontMetricsF(font).height() * 1.2) + 6
