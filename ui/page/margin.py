"""What is painted on the page beside the words: note numbers, states, chips, guidance, marking.

All geometry comes from the laid-out blocks that are visible; what can be clicked is remembered as
rectangles of the last painting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock

from briefing.model import Actor, Claim, Judgement, Section
from briefing.rows import NEW_KIND, Row
from ui.look import theme
from ui.look.colours import Tokens
from ui.page import chips as chip_table
from ui.page.draw import draw_chip, draw_marking, meta_line, short
from ui.page.layout import lay_out_rest
from ui.page.row_findings import mark_of
from ui.page.state_marks import draw_state

if TYPE_CHECKING:
    from ui.page.view import PageView

HANGING = 40
_STATE_TIPS = {
    "sourced": "Sourced: every word can be checked.",
    "unsourced": "No quote yet: select words in the article and link them.",
    "broken": "A quote is not in its source any more.",
    "contradicted": "A source contradicts this.",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that answers a click: `kind` is number, chip, state or meta; `key` says which."""

    rect: QRectF
    kind: str
    row: str
    key: str
    tip: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("page", text)


class Margin:
    """Paints for one page view, and knows what is under the mouse."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._spots: list[Spot] = []
        self._laying = QTimer(view)
        self._laying.setSingleShot(True)
        self._laying.timeout.connect(lambda: lay_out_rest(view.document()))

    # -- room under words

    def has_room(self, row: Row) -> bool:
        """Whether a row's block keeps room under its words."""
        return row.kind in ("title", "blank", "judgement") or (
            isinstance(row.node, Claim) and (len(row.node.evidence) > 3 or not row.node.text)
        )

    def room(self, row: Row, block: QTextBlock | None = None) -> float:
        """Return the room a row needs under its words, in pixels; `block` is the row's, where it has one."""
        if row.kind == "title":
            return QFontMetricsF(self._small()).height() + 10
        if isinstance(row.node, Judgement):
            return chip_table.room(self._placed(row.node)) + 4
        if self._guidance(row):
            return self._guidance_height(row)
        if isinstance(row.node, Claim) and self._wraps(row.node, block):
            return QFontMetricsF(self._tiny()).height()
        return 0.0

    def _wraps(self, claim: Claim, block: QTextBlock | None) -> bool:
        """Whether a claim's numbers do not fit behind its last word."""
        wide = self._cluster_width(claim)
        if wide <= HANGING:
            return False
        layout = block.layout() if block is not None else None
        if layout is None or not layout.lineCount():
            return True
        last = layout.lineAt(layout.lineCount() - 1)
        return last.naturalTextWidth() + wide + 3 > self._column() + HANGING - 20

    def _column(self) -> float:
        from ui.page.view import GUTTER, SIDE

        return max(160.0, self._view.viewport().width() - GUTTER - SIDE)

    def _placed(self, judgement: Judgement) -> tuple[chip_table.Placed, ...]:
        metrics = QFontMetricsF(self._small())
        chips = chip_table.chips_of(judgement, self._view.desk.brief.standard)
        return chip_table.place(chips, self._column(), metrics.horizontalAdvance)

    def _guidance(self, row: Row) -> str:
        """Return the guidance a row shows while its section has no text; a judgement has a hint of its own."""
        if row.kind == "judgement":
            return ""
        section = self._section(row)
        if section is None or not section.guidance:
            return ""
        empty = row.kind == "blank" or (
            len(section.items) == 1 and section.items[0].id == row.id and not section.items[0].text
        )
        return section.guidance if empty else ""

    def _section(self, row: Row) -> Section | None:
        return next((s for s in self._view.desk.brief.sections if s.id == row.holder), None)

    def _guidance_height(self, row: Row) -> float:
        font = self._font(1.0)
        bounds = QFontMetricsF(font).boundingRect(
            QRectF(0, 0, self._column() - 8, 10_000), int(Qt.TextFlag.TextWordWrap), self._guidance(row)
        )
        return max(0.0, bounds.height() - QFontMetricsF(font).height() * 1.2) + 6

    # -- fonts

    def _font(self, scale: float) -> QFont:
        look = self._view.look
        font = QFont(look.family)
        font.setPointSizeF(look.body * scale)
        return font

    def _small(self) -> QFont:
        return self._font(0.84)

    def _tiny(self) -> QFont:
        return self._font(0.72)

    # -- painting

    def visible(self) -> Iterator[tuple[Row, QTextBlock, QRectF]]:
        """Yield the rows in sight with their blocks and rectangles in viewport pixels."""
        view = self._view
        layout = view.document().documentLayout()
        offset = QPointF(0, -view.verticalScrollBar().value())
        bottom = view.viewport().height()
        block = view.cursorForPosition(QPoint(0, 0)).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and block.blockNumber() < len(view.rows):
            rect = layout.blockBoundingRect(block).translated(offset)
            if rect.top() > bottom:
                return
            if not block.layout().lineCount():
                self._laying.start()
            yield view.rows[block.blockNumber()], block, rect
            block = block.next()

    def paint_under(self, painter: QPainter) -> None:
        """Paint what lies behind the words: the row with the caret, the row a quote would drop on."""
        view = self._view
        tokens = theme.of(view.palette())
        current = view.current_row()
        for row, block, rect in self.visible():
            if row.id == view.target_row:
                painter.fillRect(self._band(rect, block), QColor(tokens.accent_soft))
            elif current is not None and row.id == current.id and row.kind in ("claim", "judgement", "actor"):
                band = self._band(rect, block)
                painter.fillRect(QRectF(band.left(), band.top(), 2, band.height()), QColor(tokens.accent))

    def _band(self, rect: QRectF, block: QTextBlock) -> QRectF:
        return QRectF(8, rect.top(), self._view.viewport().width() - 16, rect.height())

    def paint_over(self, painter: QPainter) -> None:
        """Paint what stands beside and under the words."""
        self._spots = []
        tokens = theme.of(self._view.palette())
        for row, block, rect in self.visible():
            match row.node:
                case Claim():
                    self._numbers(painter, tokens, row.node, block)
                    self._kind(painter, tokens, row, block)
                    if not block.text() and not self._guidance(row):
                        self._hint(painter, tokens, block, _tr("A claim, as one sentence"))
                    self._state(painter, tokens, row, block)
                case Judgement():
                    self._chips(painter, tokens, row.node, block, rect)
                    self._state(painter, tokens, row, block)
                case Actor() if not block.text():
                    self._hint(painter, tokens, block, _tr("Name (alias, alias) · role"))
            if row.kind == "title":
                self._head(painter, tokens, block)
            if not block.text() and (words := self._guidance(row)):
                self._hint(painter, tokens, block, words)

    def _first_line(self, block: QTextBlock) -> QRectF:
        layout = block.layout()
        place = layout.position() + QPointF(0, -self._view.verticalScrollBar().value())
        line = layout.lineAt(0)
        return line.rect().translated(place) if line.isValid() else QRectF(place.x(), place.y(), 0, 16)

    def _hint(self, painter: QPainter, tokens: Tokens, block: QTextBlock, words: str) -> None:
        line = self._first_line(block)
        font = self._font(1.0)
        font.setItalic(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text_muted))
        room = QRectF(line.left(), line.top(), self._column() - (line.left() - 28), 10_000)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), words)

    def _head(self, painter: QPainter, tokens: Tokens, block: QTextBlock) -> None:
        """Paint the line under the title: as of, audience, edition, ladder; and the marking at the right."""
        brief = self._view.desk.brief
        if not block.text():
            painter.setFont(self._font(1.6))
            painter.setPen(QColor(tokens.text_muted))
            painter.drawText(
                self._first_line(block).topLeft() + QPointF(0, QFontMetricsF(painter.font()).ascent()),
                _tr("Title"),
            )
        layout = block.layout()
        top = (
            layout.position().y()
            - self._view.verticalScrollBar().value()
            + layout.boundingRect().height()
            + 4
        )
        metrics = QFontMetricsF(self._small())
        words = meta_line(brief)
        rect = QRectF(layout.position().x(), top, self._column(), metrics.height() + 2)
        painter.setFont(self._small())
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(
            rect,
            int(Qt.AlignmentFlag.AlignVCenter),
            metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()),
        )
        self._spots.append(Spot(rect, "meta", "title", "", _tr("Brief details")))
        marking = self._view.facts.marking or brief.marking
        if marking:
            painter.setFont(self._tiny())
            badge = draw_marking(painter, marking, self._view.viewport().width() - 12, rect.top())
            self._spots.append(
                Spot(badge, "meta", "title", "", _tr("Marking: change it in the brief details"))
            )

    def _cluster_width(self, claim: Claim) -> float:
        metrics = QFontMetricsF(self._tiny())
        numbers = self._view.facts.numbers
        return sum(metrics.horizontalAdvance(str(numbers.get(e.id, "·"))) + 4 for e in claim.evidence)

    def _numbers(self, painter: QPainter, tokens: Tokens, claim: Claim, block: QTextBlock) -> None:
        if not claim.evidence:
            return
        layout = block.layout()
        if not layout.lineCount():  # not laid out yet: Qt would give a line before the first, and crash on it
            return
        line = layout.lineAt(layout.lineCount() - 1)
        metrics = QFontMetricsF(self._tiny())
        wide = self._cluster_width(claim)
        place = layout.position() + QPointF(0, -self._view.verticalScrollBar().value())
        row = line.rect().translated(place)
        rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
        x = (
            row.right() - line.naturalTextWidth() - wide - 3
            if rtl
            else row.left() + line.naturalTextWidth() + 3
        )
        y = row.top()
        if x + wide > row.left() + self._column() + HANGING - 20 or x < 2:
            x, y = row.left(), row.bottom()
        painter.setFont(self._tiny())
        for evidence in claim.evidence:
            text = str(self._view.facts.numbers.get(evidence.id, "·"))
            rect = QRectF(x, y, metrics.horizontalAdvance(text), metrics.height())
            broken = evidence.id in self._view.facts.broken
            ink = (
                tokens.error
                if broken
                else tokens.contradict
                if evidence.stance == "contradicts"
                else tokens.accent
            )
            painter.setPen(QColor(ink))
            painter.drawText(rect.topLeft() + QPointF(0, metrics.ascent()), text)
            if broken or evidence.stance == "contradicts":
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            tip = f"{text} · {_tr(evidence.stance)}: “{short(evidence.quote.exact)}”"
            self._spots.append(Spot(rect.adjusted(-2, -2, 2, 2), "number", claim.id, evidence.id, tip))
            x += rect.width() + 4

    def _kind(self, painter: QPainter, tokens: Tokens, row: Row, block: QTextBlock) -> None:
        claim = row.node
        section = self._section(row)
        usual = NEW_KIND.get(section.kind, "reported") if section is not None else "reported"
        if not isinstance(claim, Claim) or (claim.kind == usual and not claim.facet) or not claim.text:
            return
        words = claim.facet if claim.facet else _tr(claim.kind)
        metrics = QFontMetricsF(self._tiny())
        right = self._view.viewport().width() - 12
        wide = metrics.horizontalAdvance(words) + 2
        rect = QRectF(right - wide, self._first_line(block).bottom() - 2, wide, metrics.height())
        if block.layout().lineCount() < 2:
            rect = QRectF(right - wide - 22, self._first_line(block).top() + 3, wide, metrics.height())
        painter.setFont(self._tiny())
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight), words)

    def _state(self, painter: QPainter, tokens: Tokens, row: Row, block: QTextBlock) -> None:
        trouble = self._view.troubles.get(row.id)
        state = mark_of(self._view.facts.states.get(row.id, ""), trouble)
        if not state:
            return
        line = self._first_line(block)
        rect = QRectF(self._view.viewport().width() - 28, line.top() + (line.height() - 16) / 2, 16, 16)
        draw_state(painter, state, rect, tokens)
        tip = [_tr(_STATE_TIPS[state])] if state in _STATE_TIPS else []
        if trouble is not None:
            tip.append(trouble.words)
            if trouble.count > 1:
                tip.append(_tr("{n} findings in all.").format(n=trouble.count))
        self._spots.append(Spot(rect.adjusted(-4, -4, 4, 4), "state", row.id, state, " ".join(tip)))

    def _chips(
        self, painter: QPainter, tokens: Tokens, judgement: Judgement, block: QTextBlock, rect: QRectF
    ) -> None:
        layout = block.layout()
        left = layout.position().x()
        if not block.text():
            self._hint(painter, tokens, block, _tr("What will happen, as one sentence"))
        top = (
            layout.position().y()
            - self._view.verticalScrollBar().value()
            + layout.boundingRect().height()
            + 4
        )
        painter.setFont(self._small())
        for spot in self._placed(judgement):
            box = QRectF(left + spot.x, top + spot.y, spot.width, spot.height)
            draw_chip(painter, tokens, spot.chip, box)
            self._spots.append(Spot(box, "chip", judgement.id, spot.chip.field, spot.chip.text))

    # -- the mouse

    def _spot(self, point: QPointF) -> Spot | None:
        return next((spot for spot in reversed(self._spots) if spot.rect.contains(point)), None)

    def hover(self, point: QPointF) -> bool:
        """Whether the mouse is over something that answers a click."""
        return self._spot(point) is not None

    def press(self, point: QPointF) -> bool:
        """Answer a click; False when there is nothing there but the text."""
        spot = self._spot(point)
        if spot is None:
            return False
        view = self._view
        below = view.viewport().mapToGlobal(spot.rect.bottomLeft().toPoint())
        match spot.kind:
            case "number":
                view.number_clicked.emit(spot.key)
            case "chip":
                view.chip_clicked.emit(spot.row, spot.key, below)
            case "state":
                view.state_clicked.emit(spot.row, spot.key)
            case _:
                view.meta_clicked.emit()
        return True

    def place_of(self, row_id: str, key: str) -> QPoint:
        """Return the global point under a chip or number, or under the row's words."""
        for spot in self._spots:
            if spot.row == row_id and spot.key == key:
                return self._view.viewport().mapToGlobal(spot.rect.bottomLeft().toPoint())
        return self._view.viewport().mapToGlobal(self._view.cursorRect().bottomLeft())

    def tip_at(self, point: QPoint) -> str:
        """Return what is to be said of a number, chip or state under a point; "" when it is only text."""
        spot = self._spot(QPointF(point))
        return spot.tip if spot is not None else ""
