"""Small things painted on the page: a chip, a marking's badge, the line under the title."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from briefing import scales
from briefing.model import Brief
from briefing.text import shortened
from ui.look.bidi import joined
from ui.look.colours import Tokens
from ui.page.chips import PAD, Chip
from ui.translated import tr


def draw_chip(painter: QPainter, tokens: Tokens, chip: Chip, box: QRectF) -> None:
    """Draw a chip into `box` (pixels) in the painter's font; one that waits for a value is an outline."""
    if chip.waiting:
        painter.setPen(QPen(QColor(tokens.line_strong), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft if chip.field == "likelihood" else tokens.surface_2))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
    painter.setPen(QColor(tokens.text_muted if chip.waiting else tokens.text))
    room = box.width() - 2 * PAD + 2
    words = QFontMetricsF(painter.font()).elidedText(chip.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def draw_marking(painter: QPainter, marking: str, right: float, top: float) -> QRectF:
    """Draw a marking as TLP 2.0 prints it, its ink on black; return the badge's rectangle.

    `right` and `top` are the edges of the badge, in pixels of the painter, as is what is returned.
    """
    metrics = QFontMetricsF(painter.font())
    wide = marking_width(painter.font(), marking)
    rect = QRectF(right - wide, top, wide, metrics.height() + 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#000000"))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setPen(QColor("#" + (scales.marking_ink(marking) or "FFFFFF")))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), marking)
    return rect


def marking_width(font: QFont, marking: str) -> float:
    """Return how wide the badge of a marking is, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(marking) + 14


def short(words: str) -> str:
    """Return a text on one line, at most 160 code points."""
    return shortened(words, 160)


def meta_line(brief: Brief) -> str:
    """Return the line under the title."""
    return joined(
        tr("As of {date}").format(date=brief.as_of.replace("T", " ")) if brief.as_of else "",
        tr("for {audience}").format(audience=brief.audience) if brief.audience else "",
        brief.author,
        tr("edition {n}").format(n=brief.edition),
        scales.standard(brief.standard).name,
    )
