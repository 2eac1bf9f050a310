"""The small picture of what a judgement rests on: claims, quotes, sources, origins, each a box to go to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from briefing.exporting.basis_layout import COLUMNS, SINGLE, Box, Edge, Layout, Tree, layout
from ui import theme
from ui.parts import set_tip

_GAP, _PITCH_GAP, _PAD, _MARK = 24, 8, 8, 18
_SHARES = (1.0, 1.2, 1.35, 1.1, 0.95)
_NARROWEST = 108
_LINES = 2

_DASH = Qt.PenStyle.DashLine
_DOT = Qt.PenStyle.DotLine
_SOLID = Qt.PenStyle.SolidLine
_DASH_DOT = Qt.PenStyle.DashDotLine
# Token, border, and the strokes of the mark, round its centre: a state is told by shape and by colour.
_Strokes = tuple[tuple[tuple[float, float], ...], ...]
_CROSS: _Strokes = (((-3.5, -3.5), (3.5, 3.5)), ((3.5, -3.5), (-3.5, 3.5)))
_LOOKS: dict[str, tuple[str, Qt.PenStyle, _Strokes]] = {
    "broken": ("error", _SOLID, _CROSS),
    "missing": ("error", _DOT, _CROSS),
    "lost source": ("error", _DASH, (((-5, 0), (-2, 0)), ((2, 0), (5, 0)), ((-2, 4), (2, -4)))),
    "contradicted": ("contradict", _DASH_DOT, (((-5, -2), (5, -2), (2, -5)), ((5, 2), (-5, 2), (-2, 5)))),
    "unsourced": ("warn", _DOT, (((0, -5), (0, 1)), ((0, 4), (0, 4.5)))),
    SINGLE: ("warn", _SOLID, (((-2, -3), (1, -5), (1, 5)),)),
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoxButton(QAbstractButton):
    """One box. `entered` and `left` tell that it is pointed at or has the focus, or no more."""

    looked_at = Signal(bool)
    arrow = Signal(int, int)

    def __init__(self, box: Box, name: str, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        self.lit = False
        self.setObjectName(f"basis_{box.kind}_{box.id}")
        self.setAccessibleName(f"{name}: {box.label}")
        self.setAccessibleDescription(said)
        set_tip(self, f"{name}: {box.label}" + (f"\n{said}" if said else ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.arrow.emit(*_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.looked_at.emit(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.looked_at.emit(self.underMouse())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.of(self.palette())
        token, style, strokes = _LOOKS.get(self.box.state, ("line_strong", _SOLID, ()))
        colour = QColor(getattr(tokens, token))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = QPen(QColor(tokens.accent), 2) if self.hasFocus() else QPen(colour, 1.2, style)
        painter.setPen(border)
        painter.setBrush(QColor(tokens.accent_soft if self.lit else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if strokes:
            painter.setPen(QPen(colour, 1.7, _SOLID, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.translate(self.width() - _PAD - 5, self.height() / 2)
            for stroke in strokes:
                painter.drawPolyline([QPointF(x, y) for x, y in stroke])
            painter.resetTransform()
        painter.setPen(QColor(tokens.text))
        self._write(painter, self.width() - 2 * _PAD - (_MARK if strokes else 0))

    def _write(self, painter: QPainter, room: int) -> None:
        metrics, lines = self.fontMetrics(), self.lines(room)
        rtl = self.box.label and QTextLayout(self.box.label, self.font()).text().isRightToLeft()  # type: ignore[attr-defined]
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        step = metrics.height()
        top = (self.height() - step * len(lines)) // 2
        for line in lines:
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(QRect(_PAD, top, room, step), flags, line)
            top += step

    def lines(self, room: int) -> list[str]:
        """Return the label in at most two lines of `room` pixels, the last one elided."""
        text, lines = self.box.label, list[str]()
        shaped = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        shaped.setTextOption(option)
        shaped.beginLayout()
        while (line := shaped.createLine()).isValid():
            line.setLineWidth(room)
            lines.append((line.textStart(), line.textLength()))  # type: ignore[arg-type]
        shaped.endLayout()
        return lines
