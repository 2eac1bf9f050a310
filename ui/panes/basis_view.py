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
)
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from briefing.exporting.basis_layout import COLUMNS, SINGLE, BasisBox, BasisEdge, Layout, Tree, layout
from briefing.exporting.format_helpers import is_rtl
from briefing.text import shortened
from ui.look import theme
from ui.look.widgets import set_tip
from ui.translated import tr

_GAP, _BELOW, _PAD, _MARK = 20, 8, 8, 18
_SHARES = (1.0, 1.2, 1.35, 1.1, 0.95)
_NARROWEST = 96
_LINES = 2
_SHORTENED = 60  # code points of a box, where another names it
_ONE_LINE = Qt.TextFlag.TextSingleLine

_DASH = Qt.PenStyle.DashLine
_DOT = Qt.PenStyle.DotLine
_SOLID = Qt.PenStyle.SolidLine
_DASH_DOT = Qt.PenStyle.DashDotLine
# Token, border, and the strokes of the mark, round its centre: a state shows by shape and by colour.
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
    """One box. `entered`: it is pointed at or has the focus; `left`: it no longer does."""

    looked_at = Signal(bool)
    arrow = Signal(int, int)

    def __init__(self, box: BasisBox, name: str, description: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        self.lit = False
        self.setObjectName(f"basis_{box.kind}_{box.id}")
        self.setAccessibleName(f"{name}: {box.label}")
        self.setAccessibleDescription(description)
        set_tip(self, f"{name}: {box.label}" + (f"\n{description}" if description else ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("own_ring", True)
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
        step, lines = self.fontMetrics().height(), self.lines(room)
        side = Qt.AlignmentFlag.AlignRight if is_rtl(self.box.label) else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl(self.box.label) else Qt.LayoutDirection.LeftToRight
        )
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        top = (self.height() - step * len(lines)) // 2
        for at, line in enumerate(lines):
            painter.drawText(QRect(_PAD, top + step * at, room, step), flags | _ONE_LINE, line)

    def lines(self, room: int) -> list[str]:
        """Return the label in at most two lines of `room` pixels, the last one elided."""
        metrics, words = self.fontMetrics(), self.box.label.split()
        lines: list[str] = []
        while words and len(lines) < _LINES - 1:
            taken = 1
            while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= room:
                taken += 1
            line, words = " ".join(words[:taken]), words[taken:]
            if metrics.horizontalAdvance(line) > room:
                return [metrics.elidedText(" ".join((line, *words)), Qt.TextElideMode.ElideRight, room)]
            lines.append(line)
        if words:
            lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room))
        return lines


class _Canvas(QWidget):
    """The boxes over the lines between them."""

    picked = Signal(str, str)
    focused = Signal(QWidget)

    def __init__(self, placed: Layout) -> None:
        super().__init__()
        self.placed = placed
        self._lit: frozenset[int] = frozenset()
        self._names = {
            "judgement": (tr("Judgement"), tr("Judgement")),
            "claim": (tr("Claim"), tr("Claims")),
            "quote": (tr("Quote"), tr("Quotes")),
            "source": (tr("Source"), tr("Sources")),
            "origin": (tr("Origin"), tr("Origins")),
        }
        self.buttons = [self._button(at, box) for at, box in enumerate(placed.boxes)]
        self.buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.last = max(box.column for box in placed.boxes)

    def _button(self, at: int, box: BasisBox) -> BoxButton:
        spoken = " ".join(filter(None, (self._description(box), *self._edges(at))))
        made = BoxButton(box, self._names[box.kind][0], spoken, self)
        made.clicked.connect(lambda: self.picked.emit(box.kind, box.id))
        made.looked_at.connect(lambda on: self._look(at, on))
        made.arrow.connect(lambda across, down: self._go(at, across, down))
        return made

    def _edges(self, at: int) -> list[str]:
        """Return what the lines to and from a box say."""
        sides = (
            (tr("Rests on: {boxes}."), self.placed.rests_on(at)),
            (tr("Carries: {boxes}."), self.placed.carries(at)),
        )
        return [words.format(boxes="; ".join(map(self._short, places))) for words, places in sides if places]

    def _short(self, at: int) -> str:
        box = self.placed.boxes[at]
        return f"{self._names[box.kind][0]} “{shortened(box.label, _SHORTENED)}”"

    def _description(self, box: BasisBox) -> str:
        description = {
            "broken": tr("Broken: a quote is not in its source any more."),
            "missing": tr("It is not in the brief any more."),
            "lost source": tr("Its source is not in the brief any more."),
            "contradicted": tr("Contradicted by a quote."),
            "unsourced": tr("No quote is linked to it."),
            "sourced": tr("Its quotes hold."),
            SINGLE: tr("Everything here comes from this one origin."),
        }
        if box.kind == "judgement" and box.state in _LOOKS:
            return tr("Rests on something that does not hold.")
        if box.kind == "quote":
            description["contradicted"] = tr("It contradicts the claim.")
            description["broken"] = tr("These words are not in the source any more.")
            description["sourced"] = tr("These words are in the source.")
        return description.get(box.state, "")

    def _look(self, at: int, on: bool) -> None:
        if on and self.buttons[at].hasFocus():
            for button in self.buttons:
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            # One stop for Tab: the box that had the focus last.
            self.buttons[at].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.focused.emit(self.buttons[at])
        # All of it rests on the judgement: to light everything would point at nothing.
        self._lit = self.placed.path(at) if on and self.placed.boxes[at].column else frozenset()
        for place, button in enumerate(self.buttons):
            button.lit = place in self._lit
            button.update()
        self.update()

    def _go(self, at: int, across: int, down: int) -> None:
        box = self.placed.boxes[at]
        if down:
            column = self.placed.column(box.column)
            place = column.index(at) + down
            ends = [column[place]] if 0 <= place < len(column) else []
        else:
            pairs = [(e.start, e.end)[::across] for e in self.placed.edges]
            ends = sorted(
                (end for start, end in pairs if start == at),
                key=lambda end: abs(self.placed.boxes[end].row - box.row),
            )
        if ends:
            self.buttons[ends[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, width: int) -> None:
        """Place the boxes for a view `width` pixels wide; columns grow narrow only so far."""
        shares = _SHARES[: self.last + 1]
        room = width - 2 * _PAD - _GAP * (len(_SHARES) - 1)
        widths = [max(_NARROWEST, int(room * share / sum(_SHARES))) for share in shares]
        line = self.fontMetrics().height()
        high, head = _LINES * line + 12, line + 2 * theme.UNIT
        for button in self.buttons:
            column = button.box.column
            x = _PAD + sum(widths[:column]) + _GAP * column
            button.setGeometry(x, head + button.box.row * (high + _BELOW), widths[column], high)
        tall = head + self.placed.rows * (high + _BELOW)
        self.setFixedSize(max(width, 2 * _PAD + sum(widths) + _GAP * self.last), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.text_muted))
        for column, kind in enumerate(COLUMNS[: self.last + 1]):
            if places := self.placed.column(column):
                name = f"{self._names[kind][1]} {len(places)}" if column else self._names[kind][0]
                left = self.buttons[places[0]].x()
                painter.drawText(left + 2, self.fontMetrics().ascent() + 2, name)
        for edge in sorted(self.placed.edges, key=self._is_lit):
            token = _LOOKS[edge.state][0] if edge.state else "line_strong"
            lit = self._is_lit(edge)
            painter.setPen(QPen(QColor(getattr(tokens, "accent" if lit else token)), 1.8 if lit else 1.2))
            painter.drawPath(self._curve(edge))

    def _is_lit(self, edge: BasisEdge) -> bool:
        return edge.start in self._lit and edge.end in self._lit

    def _curve(self, edge: BasisEdge) -> QPainterPath:
        start, end = self.buttons[edge.start].geometry(), self.buttons[edge.end].geometry()
        here = QPointF(start.right() + 1, start.center().y())
        there = QPointF(end.left(), end.center().y())
        path = QPainterPath(here)
        middle = (here.x() + there.x()) / 2
        path.cubicTo(QPointF(middle, here.y()), QPointF(middle, there.y()), there)
        return path


class BasisView(QScrollArea):
    """Shows one judgement's basis; `picked` carries the kind and the id of the box that was chosen."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("basis_view")
        self.setAccessibleName(tr("What the judgement rests on"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas: _Canvas | None = None

    def show_tree(self, tree: Tree | None) -> None:
        """Show a judgement with what it rests on, or nothing; the box with the focus keeps it."""
        placed = layout(tree) if tree is not None else None
        old = self._canvas
        if placed is None:
            self._canvas = None
            if (widget := self.takeWidget()) is not None:
                widget.deleteLater()
            return
        if old is not None and old.placed == placed:
            return
        held = next((b.box for b in old.buttons if b.hasFocus()), None) if old is not None else None
        self._canvas = canvas = _Canvas(placed)
        canvas.picked.connect(self.picked)
        canvas.focused.connect(lambda box: self.ensureWidgetVisible(box, _PAD, _PAD))
        canvas.arrange(self.viewport().width())
        self.setWidget(canvas)
        canvas.show()
        if held is not None:
            same = [b for b in canvas.buttons if (b.box.kind, b.box.id) == (held.kind, held.id)]
            (same or canvas.buttons)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def boxes(self) -> tuple[BoxButton, ...]:
        """Return the boxes by column and then from the top."""
        return tuple(self._canvas.buttons) if self._canvas is not None else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._canvas is not None:
            self._canvas.arrange(self.viewport().width())
