"""The article's text: set in its column, with marks and found words; spans are selected, shown, lit up.

Offsets are code points of the source text; positions are UTF-16 units of the widget's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefing.text import Span, StruckPassage, trim_span
from ui.look import theme
from ui.reader import paint, tips
from ui.reader.article_marks import ArticleMark, ArticleMarks
from ui.reader.display import Display
from ui.reader.gloss import Gloss, Glosses
from ui.reader.strip import StripBar, StripPlace
from ui.reader.typeset import Typeset
from ui.reader.underlay import ArticleMargin, Selected, Underlay, parts
from ui.translated import tr

FLASH_MS = 900  # milliseconds
_MEASURE = 68  # letters in a line
_SAMPLE = "The minister said that talks on the five crossings would begin again within a week."


class ArticleText(QPlainTextEdit):
    """Offsets in signals and methods are code points of the source text; `column_moved` gives pixels."""

    column_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setAccessibleName(tr("Article"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = StripBar(self)
        bar.place_clicked.connect(lambda at: self.reveal(round(at * len(self.text))))
        self.setVerticalScrollBar(bar)
        self.viewport().setMouseTracking(True)
        self.source_id = self.struck_words = ""
        self.animated = True
        self._display = Display("")
        self.marks = ArticleMarks()
        self.glosses = Glosses()
        self._column = (0, 0)
        self.found: tuple[Span, ...] = ()
        self.current_found: Span | None = None
        self._flash: Span | None = None
        self._clock = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(33)
        self._tick.timeout.connect(self._fade)
        self._make_document()

    # -- the text

    @property
    def text(self) -> str:
        return self._display.text

    def show_text(
        self,
        text: str,
        marks: Sequence[ArticleMark],
        source_id: str,
        struck: Sequence[StruckPassage] = (),
    ) -> None:
        """Show a source text from its beginning, and at their places the words that are struck out of it."""
        self.source_id = source_id
        self.found, self.current_found, self._flash = (), None, None
        self.glosses = Glosses()
        self._display = Display(text, struck)
        self.struck_words = tips.of_struck() if struck else ""
        self.setAccessibleDescription(self.struck_words)
        self._set_struck()
        self.document().setPlainText(self._display.shown)
        # Where one block takes the place of one, Qt lays it out by itself, in its own way.
        self._typeset.forget()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._set_column()
        self.set_marks(marks)

    def _set_struck(self) -> None:
        self._typeset.set_struck(self._display, QBrush(QColor(theme.of(self.palette()).text_muted)))

    def _make_document(self) -> None:
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setUndoRedoEnabled(False)
        self._typeset = Typeset(document)
        document.setDocumentLayout(self._typeset)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self.setDocument(document)
        self._set_column()

    def set_marks(self, marks: Sequence[ArticleMark]) -> None:
        """Take other marks; the scroll bar shows where they are."""
        self.marks = ArticleMarks(marks)
        self._update_strip()
        self.viewport().update()

    def set_glosses(self, glosses: Sequence[Gloss]) -> None:
        """Take other remarks on the words: resolved dates, beginnings of pages."""
        self.glosses = Glosses(glosses)
        self.viewport().update()

    def _update_strip(self) -> None:
        size = max(1, len(self.text))
        tokens = theme.of(self.palette())
        places = [
            StripPlace(m.start / size, paint.brush_of(m, tokens).ink, m.uses > 1, m.stance == "contradicts")
            for m in self.marks.all
        ]
        places += [StripPlace(start / size, tokens.accent) for start, _ in self.found[:500]]
        bar = self.verticalScrollBar()
        if isinstance(bar, StripBar):
            bar.set_places(places)

    def set_font(self, font: QFont) -> None:
        """Set the article in another font."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_column()
        self._typeset.forget()

    @property
    def line_step(self) -> float:
        """Return the height of a line, in pixels."""
        return self._typeset.step

    def keep_below(self, pixels: int) -> None:
        """Keep room free below the end of the text."""
        self._typeset.below = float(pixels)

    def _set_column(self) -> None:
        measure = self.fontMetrics().horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _MEASURE
        width = max(120, min(round(measure), self.viewport().width() - 48))
        left = max(24, (self.viewport().width() - width) // 2)
        room = max(width, self.viewport().width() - left - 24)
        self._typeset.set_column(float(left), float(width), float(room))
        self._column = (left, width)
        self.column_moved.emit(left, width)

    # -- spans

    def selection(self) -> Span | None:
        """Return the selected code points without white space at the ends; None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._display.offset(cursor.selectionStart())
        end = self._display.offset(cursor.selectionEnd())
        span = trim_span(self.text, start, end)
        return span if span[0] < span[1] else None

    def caret(self) -> int:
        """Return the caret's offset (code points)."""
        return self._display.offset(self.textCursor().position())

    def looked_at(self) -> Span:
        """Return the selected code points, or the one behind the caret."""
        caret = self.caret()
        return self.selection() or (caret, caret + 1)

    def select(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select the code points [start, end); with `reveal`, scroll to their end."""
        cursor = self.textCursor()
        cursor.setPosition(self._display.position(start))
        cursor.setPosition(self._display.end_position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if reveal:
            self.ensureCursorVisible()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def reveal(self, offset: int) -> None:
        """Scroll so that an offset (code points) stands about a third from the top; the caret goes there."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.position(offset))
        self.setTextCursor(cursor)
        self.centerCursor()
        above = self.cursorRect().top() - self.viewport().height() // 3
        lines = round(above / self._typeset.step)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + lines)

    def flash(self, start: int, end: int) -> None:
        """Scroll to the code points [start, end) and light them up for `FLASH_MS`."""
        self.reveal(start)
        self._flash = (start, end)
        self._clock.start()
        if self.animated:
            self._tick.start()
        else:
            QTimer.singleShot(FLASH_MS, self._fade)
        self.viewport().update()

    def _fade(self) -> None:
        if self._clock.elapsed() >= FLASH_MS:
            self._flash = None
            self._tick.stop()
        self.viewport().update()

    def set_found(self, spans: tuple[Span, ...], current: Span | None) -> None:
        """Show where searched words stand: spans of code points, one of them lit."""
        self.found, self.current_found = spans, current
        self._update_strip()
        self.viewport().update()

    # -- painting

    def paint_under(self, painter: QPainter) -> None:
        """Paint what lies under the words in sight: selection, marks, found words, the flash."""
        cursor = self.textCursor()
        lead = (self._typeset.step - self.fontMetrics().height()) / 2
        ground = self.palette().highlight()
        edge = sum(self._column)
        glow = 1.0 - min(1.0, self._clock.elapsed() / FLASH_MS) if self.animated and self._flash else 1.0
        Underlay(
            self._display,
            theme.of(self.palette()),
            self.marks,
            self.found,
            self.current_found,
            self._flash,
            glow,
            Selected(cursor.selectionStart(), cursor.selectionEnd(), ground, lead),
            self.glosses,
            ArticleMargin(float(edge), float(self.viewport().width() - edge), self.font()),
        ).paint(painter, self._in_sight())

    def paint_over(self, painter: QPainter) -> None:
        """Paint the struck words within the selection as they are outside it: they are not selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return
        lead = (self._typeset.step - self.fontMetrics().height()) / 2
        painter.setPen(QColor(theme.of(self.palette()).text_muted))
        for block, corner in self._in_sight():
            at, end = block.position(), block.position() + block.length() - 1
            seen = max(at, cursor.selectionStart()), min(end, cursor.selectionEnd())
            for low, high in self._display.struck_within(*seen):
                span = max(low, at) - at, min(high, end) - at
                paint.unselected(painter, block, span, corner, self.palette().base(), lead)

    # -- places on the screen

    def _in_sight(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield the blocks in sight, each with its top left corner in the viewport."""
        block, corner = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid() and corner.y() <= self.viewport().height():
            height = self._typeset.blockBoundingRect(block).height()  # lays the block out, first of all
            yield block, corner
            corner = corner + QPointF(0, height)
            block = block.next()

    def marks_at(self, point: QPoint) -> tuple[ArticleMark, ...]:
        """Return the marks under a point of the viewport (pixels), the shortest first."""
        point = self.on_line(QPointF(point)).toPoint()
        cursor = self.cursorForPosition(point)
        offset = self._display.offset(cursor.position())
        block = cursor.block()
        rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
        hits = {*self.marks.at(offset), *(self.marks.at(offset - 1) if offset else ())}
        return tuple(
            mark
            for mark in sorted(hits, key=lambda m: m.end - m.start)
            if any(
                part.contains(QPointF(point))
                for part in parts(self._display, block, (mark.start, mark.end), rect.topLeft())
            )
        )

    def on_line(self, point: QPointF) -> QPointF:
        """Return a point of the viewport (pixels) moved onto the nearest line.

        Qt takes the leading above a line for the end of the line before.
        """
        for block, corner in self._in_sight():
            height = self._typeset.blockBoundingRect(block).height()
            if corner.y() <= point.y() < corner.y() + height:
                middle = self._typeset.line_middle(block, point.y() - corner.y())
                return QPointF(point.x(), corner.y() + middle)
        return point

    def over_selection(self, point: QPoint) -> bool:
        """Return whether a point of the viewport is on words that are selected."""
        cursor = self.textCursor()
        position = self.cursorForPosition(self.on_line(QPointF(point)).toPoint()).position()
        return cursor.hasSelection() and cursor.selectionStart() <= position < cursor.selectionEnd()

    def tip_at(self, point: QPoint) -> str:
        """Return the tip for the words under a point of the viewport (pixels); "" where there is none."""
        hits = self.marks_at(point)
        tip = [tips.of_marks(hits)] if hits else []
        cursor = self.cursorForPosition(self.on_line(QPointF(point)).toPoint())
        at = cursor.position()
        if next(self._display.struck_within(at, at + 1), None) is not None:
            return tips.of_struck()
        note = self.glosses.at(self._display.offset(at))
        return "\n".join([*tip, *((note.words,) if note is not None else ())])

    def tip_at_caret(self) -> tuple[str, QPoint]:
        """Return what the mouse would show at the caret or over the selection, a thing a line, and the global
        point (pixels) below it.
        """
        words = tips.within(self.marks, self.glosses, *self.looked_at()).replace("; ", "\n")
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        return "\n".join(filter(None, (words, self.struck_words))), below

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_column()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._update_strip()
            self._set_struck()
            self._typeset.forget()
