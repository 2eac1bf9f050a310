"""What is painted on the page beside the words: note numbers, states, chips, guidance, marking.

All geometry comes from the laid-out blocks that are visible; what can be clicked is remembered as
rectangles of the last painting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock

from briefing import lookup
from briefing.language.typed_days import day_in_full
from briefing.model import Actor, Claim, Figure, Judgement, Section
from briefing.rows import NEW_KIND, WRITTEN, Row
from ui.look import theme
from ui.look.colours import Tokens
from ui.page.draw import draw_chip, draw_marking, marking_width, meta_line, short
from ui.page.line_words import length_words
from ui.page.page_state import PageState
from ui.page.room import DAY_GAP, GUTTER, HANGING, RowRoom
from ui.page.row_findings import RowFindings, mark_of
from ui.page.row_text import RowText
from ui.page.scaled_pictures import ScaledPictures
from ui.page.state_marks import draw_state
from ui.translated import tr

_STATE_TIPS = {
    "sourced": "Sourced: every word can be checked.",
    "unsourced": "No quote yet: select words in the article and link them.",
    "broken": "A quote is not in its source any more.",
    "contradicted": "A source contradicts this.",
}


@dataclass(frozen=True, slots=True)
class PageSpot:
    """A place that answers a click, in pixels of the viewport.

    `kind` is length, number, chip, state, meta, day or figure; `key` says which of them.
    """

    rect: QRectF
    kind: Literal["number", "chip", "state", "meta", "day", "figure", "length"]
    row: str
    key: str
    tip: str = ""


class Margin:
    """Paints for one page, and knows what is under the mouse.

    `clicked(spot)` hears of what was clicked.
    """

    def __init__(self, page: RowText, room: RowRoom, clicked: Callable[[PageSpot], object]) -> None:
        self._page = page
        self._room = room
        self._clicked = clicked
        self._state = PageState()
        self._findings: Mapping[str, RowFindings] = {}
        self._spots: list[PageSpot] = []
        self._pictures = ScaledPictures(page.desk.original_of)

    def set_state(self, state: PageState) -> None:
        """Take the states to paint, beside the numbers that have their room."""
        self._state = state
        self._page.viewport().update()

    def set_findings(self, findings: Mapping[str, RowFindings]) -> None:
        """Take what the findings say of each item, for the marks beside it."""
        if findings != self._findings:
            self._findings = findings
            self._page.viewport().update()

    # -- painting

    def paint_under(self, painter: QPainter, target_row: str) -> None:
        """Paint what lies behind the words: the row with the caret, the row a quote would drop on."""
        page = self._page
        tokens = theme.of(page.palette())
        current = page.current_row()
        for row, block, rect in self._page.rows_in_sight():
            if row.id == target_row:
                painter.fillRect(self._band(rect, block), QColor(tokens.accent_soft))
            elif current is not None and row.id == current.id and row.kind in (*WRITTEN, "actor"):
                band = self._band(rect, block)
                painter.fillRect(QRectF(band.left(), band.top(), 2, band.height()), QColor(tokens.accent))

    def _band(self, rect: QRectF, block: QTextBlock) -> QRectF:
        return QRectF(8, rect.top(), self._page.viewport().width() - 16, rect.height())

    def paint_over(self, painter: QPainter) -> None:
        """Paint what stands beside and under the words."""
        self._spots = []
        tokens = theme.of(self._page.palette())
        for row, block, rect in self._page.rows_in_sight():
            match row.node:
                case Claim():
                    self._paint_day(painter, tokens, row, row.node, block)
                    self._paint_numbers(painter, tokens, row, row.node, block)
                    self._paint_kind(painter, tokens, row, block)
                    if not block.text() and not self._room.guidance(row):
                        self._paint_hint(painter, tokens, block, tr("A claim, as one sentence"))
                    self._paint_state(painter, tokens, row, block)
                case Judgement():
                    self._paint_chips(painter, tokens, row.node, block, rect)
                    self._paint_state(painter, tokens, row, block)
                case Figure():
                    self._paint_figure(painter, tokens, row.node, block)
                    self._paint_state(painter, tokens, row, block)
                case Actor() if not block.text():
                    self._paint_hint(painter, tokens, block, tr("Name (alias, alias) - role"))
            if isinstance(row.node, Section) and row.node.limit:
                self._paint_length(painter, tokens, row.node, block)
            if row.kind == "title":
                self._paint_head(painter, tokens, block)
            if not block.text() and (words := self._room.guidance(row)):
                self._paint_hint(painter, tokens, block, words)

    def _first_line(self, block: QTextBlock) -> QRectF:
        layout = block.layout()
        place = layout.position() + QPointF(0, -self._page.verticalScrollBar().value())
        line = layout.lineAt(0)
        return line.rect().translated(place) if line.isValid() else QRectF(place.x(), place.y(), 0, 16)

    def _paint_hint(self, painter: QPainter, tokens: Tokens, block: QTextBlock, words: str) -> None:
        line = self._first_line(block)
        font = self._room.font(1.0)
        font.setItalic(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text_muted))
        room = QRectF(line.left(), line.top(), self._room.column() - (line.left() - 28), 10_000)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), words)

    def _paint_head(self, painter: QPainter, tokens: Tokens, block: QTextBlock) -> None:
        """Paint the line under the title: as of, audience, edition, ladder; and the marking at the right."""
        brief = self._page.desk.brief
        if not block.text():
            painter.setFont(self._room.font(1.6))
            painter.setPen(QColor(tokens.text_muted))
            painter.drawText(
                self._first_line(block).topLeft() + QPointF(0, QFontMetricsF(painter.font()).ascent()),
                tr("Title"),
            )
        layout = block.layout()
        top = (
            layout.position().y()
            - self._page.verticalScrollBar().value()
            + layout.boundingRect().height()
            + 4
        )
        metrics = QFontMetricsF(self._room.small())
        words = meta_line(brief)
        marking = self._state.marking or brief.marking
        badge_room = marking_width(self._room.tiny(), marking) + 12 - GUTTER if marking else 0.0
        wide = self._room.column() - max(0.0, badge_room)
        rect = QRectF(layout.position().x(), top, wide, metrics.height() + 2)
        painter.setFont(self._room.small())
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(
            rect,
            int(Qt.AlignmentFlag.AlignVCenter),
            metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()),
        )
        self._spots.append(PageSpot(rect, "meta", "title", "", tr("Brief details")))
        if marking:
            painter.setFont(self._room.tiny())
            badge = draw_marking(painter, marking, self._page.viewport().width() - 12, rect.top())
            self._spots.append(
                PageSpot(badge, "meta", "title", "", tr("Marking: change it in the brief details"))
            )

    def _paint_length(self, painter: QPainter, tokens: Tokens, section: Section, block: QTextBlock) -> None:
        """Paint how many words a section has of those it should have, at the right of its heading."""
        words, line = self._room.words_of(section), self._first_line(block)
        over = words > section.limit
        painter.setFont(self._room.tiny())
        shown = tr("{n} / {limit} words").format(n=words, limit=section.limit)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(shown) + 2
        rect = QRectF(self._page.viewport().width() - 12 - wide, line.top(), wide, line.height())
        painter.setPen(QColor(tokens.warn if over else tokens.text_muted))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
        self._spots.append(PageSpot(rect, "length", section.id, "length", length_words(words, section.limit)))

    def _paint_day(
        self, painter: QPainter, tokens: Tokens, row: Row, claim: Claim, block: QTextBlock
    ) -> None:
        """Paint when it happened before a row of a chronology; a row without a day asks for one."""
        wide = self._room.day_column(row)
        if not wide:
            return
        line = self._first_line(block)
        painter.setFont(self._room.small())
        metrics = QFontMetricsF(painter.font())
        words = day_in_full(claim.day) or tr("+ day")
        top = line.top() + max(0.0, (line.height() - metrics.height()) / 2)
        rect = QRectF(line.left() - wide, top, wide - DAY_GAP, line.height() * 4)
        flags = int(Qt.TextFlag.TextWordWrap)
        rect.setHeight(metrics.boundingRect(rect, flags, words).height())
        painter.setPen(QColor(tokens.accent if claim.day else tokens.text_muted))
        painter.drawText(rect, flags, words)
        tip = tr("When it happened: change it") if claim.day else tr("When did it happen?")
        self._spots.append(PageSpot(rect, "day", claim.id, "day", tip))

    def _paint_numbers(
        self, painter: QPainter, tokens: Tokens, row: Row, claim: Claim, block: QTextBlock
    ) -> None:
        if not claim.evidence:
            return
        layout = block.layout()
        if not layout.lineCount():  # not laid out yet: Qt would give a line before the first, and crash on it
            return
        line = layout.lineAt(layout.lineCount() - 1)
        metrics = QFontMetricsF(self._room.tiny())
        wide = self._room.numbers_width(claim)
        place = layout.position() + QPointF(0, -self._page.verticalScrollBar().value())
        end = line.rect().translated(place)
        rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
        x = (
            end.right() - line.naturalTextWidth() - wide - 3
            if rtl
            else end.left() + line.naturalTextWidth() + 3
        )
        y = end.top()
        if x + wide > end.left() + self._room.column() - self._room.day_column(row) + HANGING - 20 or x < 2:
            x, y = end.left(), end.bottom()
        painter.setFont(self._room.tiny())
        for evidence in claim.evidence:
            text = self._room.number(evidence.id)
            rect = QRectF(x, y, metrics.horizontalAdvance(text), metrics.height())
            broken = evidence.id in self._state.broken
            ink = (
                tokens.error
                if broken
                else tokens.contradict
                if evidence.stance == "contradicts"
                else tokens.accent
            )
            painter.setPen(QColor(ink))
            painter.drawText(rect.topLeft() + QPointF(0, metrics.ascent()), text)
            if broken:  # through the number, and a source against the claim under it: not by colour alone
                middle = rect.center().y()
                painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
            elif evidence.stance == "contradicts":
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            tip = f"{text} · {tr(evidence.stance)}: “{short(evidence.quote.exact)}”"
            self._spots.append(PageSpot(rect.adjusted(-2, -2, 2, 2), "number", claim.id, evidence.id, tip))
            x += rect.width() + 4

    def _paint_kind(self, painter: QPainter, tokens: Tokens, row: Row, block: QTextBlock) -> None:
        claim = row.node
        section = self._room.section_of(row)
        usual = NEW_KIND.get(section.kind, "reported") if section is not None else "reported"
        if not isinstance(claim, Claim) or (claim.kind == usual and not claim.facet) or not claim.text:
            return
        self._paint_beside(painter, tokens, claim.facet if claim.facet else tr(claim.kind), block)

    def _paint_beside(self, painter: QPainter, tokens: Tokens, words: str, block: QTextBlock) -> None:
        """Paint small words at the right of a row, under its state or beside it."""
        metrics = QFontMetricsF(self._room.tiny())
        right = self._page.viewport().width() - 12
        wide = metrics.horizontalAdvance(words) + 2
        rect = QRectF(right - wide, self._first_line(block).bottom() - 2, wide, metrics.height())
        if block.layout().lineCount() < 2:
            rect = QRectF(right - wide - 22, self._first_line(block).top() + 3, wide, metrics.height())
        painter.setFont(self._room.tiny())
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight), words)

    def _paint_state(self, painter: QPainter, tokens: Tokens, row: Row, block: QTextBlock) -> None:
        trouble = self._findings.get(row.id)
        state = mark_of(self._state.states.get(row.id, ""), trouble)
        if not state:
            return
        line = self._first_line(block)
        rect = QRectF(self._page.viewport().width() - 28, line.top() + (line.height() - 16) / 2, 16, 16)
        draw_state(painter, state, rect, tokens)
        tip = [tr(_STATE_TIPS[state])] if state in _STATE_TIPS else []
        if trouble is not None:
            tip.append(trouble.words)
            if trouble.count > 1:
                tip.append(tr("{n} findings in all.").format(n=trouble.count))
        self._spots.append(PageSpot(rect.adjusted(-4, -4, 4, 4), "state", row.id, state, " ".join(tip)))

    def _paint_chips(
        self, painter: QPainter, tokens: Tokens, judgement: Judgement, block: QTextBlock, rect: QRectF
    ) -> None:
        layout = block.layout()
        left = layout.position().x()
        if not block.text():
            self._paint_hint(painter, tokens, block, tr("What will happen, as one sentence"))
        top = (
            layout.position().y()
            - self._page.verticalScrollBar().value()
            + layout.boundingRect().height()
            + 4
        )
        painter.setFont(self._room.small())
        for spot in self._room.placed_chips(judgement):
            box = QRectF(left + spot.x, top + spot.y, spot.width, spot.height)
            draw_chip(painter, tokens, spot.chip, box)
            self._spots.append(PageSpot(box, "chip", judgement.id, spot.chip.field, spot.chip.text))

    def _paint_figure(self, painter: QPainter, tokens: Tokens, figure: Figure, block: QTextBlock) -> None:
        """Paint the picture in the room above its caption."""
        layout = block.layout()
        place = layout.position() - QPointF(0, self._page.verticalScrollBar().value())
        size = self._room.picture(figure)
        box = QRectF(place.x(), place.y() - size.height() - 6, size.width(), size.height())
        ratio = self._page.devicePixelRatioF()
        image = self._pictures.scaled(figure, size, ratio)
        if image is None:
            painter.setFont(self._room.small())
            painter.setPen(QPen(QColor(tokens.line_strong), 1, Qt.PenStyle.DashLine))
            painter.drawRect(box)
            painter.setPen(QColor(tokens.text_muted))
            words = tr("The picture is not in the file.")
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        else:
            painter.drawImage(box, image)
        if not block.text():
            self._paint_hint(painter, tokens, block, tr("Caption"))
        number = [known.id for known in lookup.figures(self._page.desk.brief)].index(figure.id) + 1
        self._paint_beside(painter, tokens, tr("Figure {n}").format(n=number), block)
        tip = figure.alternative or tr("No alternative text: double-click to say what it shows.")
        self._spots.append(PageSpot(box, "figure", figure.id, "picture", tip))

    # -- the mouse

    def _spot(self, point: QPointF) -> PageSpot | None:
        return next((spot for spot in reversed(self._spots) if spot.rect.contains(point)), None)

    def hover(self, point: QPointF) -> bool:
        """Return whether a point of the viewport (pixels) is over something that answers a click."""
        return self._spot(point) is not None

    def press(self, point: QPointF) -> bool:
        """Answer a click at a point of the viewport (pixels); return False when only the text is there."""
        spot = self._spot(point)
        if spot is None:
            return False
        self._clicked(spot)
        return True

    def _below(self, spot: PageSpot) -> QPoint:
        return self._page.viewport().mapToGlobal(spot.rect.bottomLeft().toPoint())

    def figure_at(self, point: QPointF) -> str:
        """Return the id of the figure whose picture is under a point of the viewport (pixels), or ""."""
        spot = self._spot(point)
        return spot.row if spot is not None and spot.kind == "figure" else ""

    def place_of(self, row_id: str, key: str) -> QPoint:
        """Return the global point (pixels) under a chip or number of a row, or else under the caret."""
        for spot in self._spots:
            if spot.row == row_id and spot.key == key:
                return self._below(spot)
        return self._page.viewport().mapToGlobal(self._page.cursorRect().bottomLeft())

    def tip_at(self, point: QPoint) -> str:
        """Return the tip of what is painted under a point of the viewport (pixels); "" over the text."""
        spot = self._spot(QPointF(point))
        return spot.tip if spot is not None else ""
