"""The reader pane: header, article, find bar, selection bar, and what its keys do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from briefing.text import Span, StruckPassage, sentences
from ui.look.widgets import button, plain
from ui.reader import sentences as steps
from ui.reader.article import ArticleView
from ui.reader.article_marks import ArticleHeader, ArticleMark
from ui.reader.find_bar import FindBar
from ui.reader.find_in_article import find
from ui.reader.gloss import Gloss
from ui.reader.head_room import HeadRoom
from ui.reader.header import HeaderBar
from ui.reader.selection_bar import SelectionBar
from ui.translated import tr

_PAUSE_MS = 120
_BODY = 1.25  # times the size of the system's letters
_SMALLEST = 8.0  # points


class ReaderPane(QWidget):
    """One article at a time. Asks for links and claims; never makes them."""

    link_requested = Signal(str)
    claim_requested = Signal()
    actor_requested = Signal()
    copy_requested = Signal()
    mark_clicked = Signal(object)
    details_requested = Signal()
    asked = Signal(str)
    add_requested = Signal()
    zoom_requested = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName(tr("Reader"))
        self.header = HeaderBar()
        self.article = ArticleView()
        self.head_room = HeadRoom(
            self.header,
            self.article.verticalScrollBar(),
            lambda lines: lines * self.article.line_step,
            self.article.keep_below,
        )
        self.find_bar = FindBar(tr("Find in the article"))
        self.bar = SelectionBar(self.article.viewport())
        self._sentences: list[Span] | None = None
        self._authors = ""
        self._scale = 1.0
        self._family = "serif"
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_bar)
        self._lay_out()
        self._connect()
        self._set_font()
        self.show_source(None, "", (), "")

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.head_room)
        column.addWidget(self.article, 1)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.addStretch(2)
        words = plain(
            tr("Choose an article on the left, or add one."), "muted", wrap=True, name="reader_empty"
        )
        add = button(tr("Add articles…"), "reader_add", role="primary")
        add.clicked.connect(self.add_requested)
        for widget in (words, add):
            middle.addWidget(widget, 0, _centre())
        middle.addStretch(3)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(empty)
        self._stack.addWidget(page)

    def _connect(self) -> None:
        self.article.span_changed.connect(self._selection_changed)
        self.article.mark_clicked.connect(self.mark_clicked)
        self.article.zoom_requested.connect(self.zoom_requested)
        self.article.column_moved.connect(self._column_moved)
        self.header.entered.connect(self.head_room.show_whole)
        self.article.key_pressed.connect(self.act)
        self.article.verticalScrollBar().valueChanged.connect(self._selection_changed)
        self.header.details_requested.connect(self.details_requested)
        self.header.asked.connect(self.asked)
        self.bar.chosen.connect(self.act)
        self.find_bar.typed.connect(self._find)
        self.find_bar.stepped.connect(self.find_step)
        self.find_bar.closed.connect(self.close_find)
        self.article.installEventFilter(self)

    # -- what is shown

    def show_source(
        self,
        header: ArticleHeader | None,
        text: str,
        marks: Sequence[ArticleMark],
        source_id: str,
        struck: Sequence[StruckPassage] = (),
    ) -> None:
        """Show an article with what is struck out of it, or for None the invitation to choose one."""
        self.bar.hide()
        self._sentences = None
        self._stack.setCurrentIndex(0 if header is None else 1)
        self._authors = header.authors if header is not None else ""
        if header is not None:
            self.header.show_header(header)
        self.article.show_text(text, marks, source_id, struck)
        self.head_room.fit()
        if self.find_bar.isVisible():
            self._find(self.find_bar.field.text())

    def set_header(self, header: ArticleHeader) -> None:
        """Show other words above the article."""
        self.header.show_header(header)
        self.head_room.fit()

    def set_marks(self, marks: Sequence[ArticleMark]) -> None:
        """Show other marks."""
        self.article.set_marks(marks)

    def set_glosses(self, glosses: Sequence[Gloss]) -> None:
        """Show other remarks on the words."""
        self.article.set_glosses(glosses)

    def flash(self, start: int, end: int) -> None:
        """Scroll to the code points [start, end) and light them up."""
        self.bar.hide()
        self.article.flash(start, end)

    def selection(self) -> Span | None:
        """Return the selected code points without white space at the ends; None when nothing is selected."""
        return self.article.selection()

    def set_font_scale(self, scale: float) -> None:
        """Set the article larger or smaller; 1.0 is the normal size."""
        self._scale = scale
        self._set_font()

    def set_family(self, family: str) -> None:
        """Set the article in a "serif" or a "sans"."""
        self._family = family
        self._set_font()

    def _set_font(self) -> None:
        font = QFont(self.font())
        if self._family == "serif":
            font.setFamilies(
                ["Charter", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif", "serif"]
            )
            font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(max(_SMALLEST, font.pointSizeF()) * _BODY * self._scale)
        self.article.set_font(font)

    def _column_moved(self, left: int, width: int) -> None:
        self.header.set_column(left, width)
        self.head_room.fit()

    # -- keys and the bar

    def act(self, name: str) -> None:
        """Do what a key of `ui.reader.reader_keys`, or a button of the bar, stands for."""
        acts: dict[str, Callable[[], None]] = {
            "next_sentence": lambda: self._step(steps.next_sentence),
            "previous_sentence": lambda: self._step(steps.previous_sentence),
            "extend": lambda: self._step(steps.extended),
            "shrink": lambda: self._step(steps.shrunk),
            "link": lambda: self.link_requested.emit("supports"),
            "contradict": lambda: self.link_requested.emit("contradicts"),
            "context": lambda: self.link_requested.emit("context"),
            "claim": self.claim_requested.emit,
            "actor": self.actor_requested.emit,
            "copy": self.copy_requested.emit,
            "escape": self._escape,
        }
        acts[name]()
        if name in ("link", "contradict", "context", "claim", "actor", "copy"):
            self.bar.hide()

    def _step(self, step: Callable[[Sequence[Span], Span], Span | None]) -> None:
        if self._sentences is None:
            self._sentences = list(sentences(self.article.text))
        at = self.article.selection() or (self.article.caret(), self.article.caret())
        span = step(self._sentences, at)
        if at == (0, 0) and step is steps.next_sentence:  # from the top: past title, date and byline
            span = steps.first_of_body(self.article.text, self._sentences, self._authors) or span
        if span is not None:
            self.article.select(*span)

    def _escape(self) -> None:
        self.bar.hide()
        if self.find_bar.isVisible():
            self.close_find()
        elif self.article.textCursor().hasSelection():
            self.article.clear_selection()
        else:
            self.left.emit()

    def _selection_changed(self) -> None:
        self.bar.hide()
        if self.article.textCursor().hasSelection():
            self._pause.start()

    def _show_bar(self) -> None:
        if self.article.selection() is None or not self.article.isVisible():
            return

        if QApplication.mouseButtons():
            self._pause.start()
            return
        cursor = self.article.textCursor()
        ends = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            probe = QTextCursor(self.article.document())
            probe.setPosition(position)
            ends.append(self.article.cursorRect(probe))
        room = self.article.viewport().rect()
        if ends[1].bottom() > 0 and ends[0].top() < room.bottom():
            self.bar.show_near(ends[0], ends[1], room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.bar.hide()
        return super().eventFilter(watched, event)

    # -- find

    def open_find(self) -> None:
        """Open the find bar, with the selected words in it."""
        span = self.article.selection()
        self.find_bar.show()
        if span is not None and span[1] - span[0] < 100:
            self.article.reveal(span[0])  # the selected words are the first place found, not those after them
            self.find_bar.field.setText(self.article.text[span[0] : span[1]])
        self.find_bar.field.setFocus()
        self.find_bar.field.selectAll()
        self._find(self.find_bar.field.text())

    def close_find(self) -> None:
        """Close the find bar; the lit words stay selected, or what was selected in the article meanwhile."""
        current = self.article.current_found
        self.find_bar.hide()
        self.article.set_found((), None)
        if current is not None and self.article.selection() is None:
            self.article.select(*current)
        self.article.setFocus()

    def _find(self, words: str) -> None:
        spans = find(self.article.text, words)
        caret = self.article.caret()
        current = next((s for s in spans if s[0] >= caret), spans[0] if spans else None)
        self._light(spans, current)

    def find_step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place; with the bar closed, for the words searched last."""
        if self.find_bar.isHidden() and self.find_bar.field.text():
            self._find_closed(by)
            return
        spans, current = self.article.found, self.article.current_found
        if spans and current is not None:
            self._light(spans, spans[(spans.index(current) + by) % len(spans)])

    def _find_closed(self, by: int) -> None:
        spans = find(self.article.text, self.find_bar.field.text())
        if not spans:
            self.open_find()  # which says so
        start, end = self.article.selection() or (self.article.caret(),) * 2
        ahead = [s for s in spans if s[0] >= end] if by > 0 else [s for s in reversed(spans) if s[1] <= start]
        if spans:
            self.article.select(*(ahead or (spans if by > 0 else spans[::-1]))[0])

    def _light(self, spans: tuple[Span, ...], current: Span | None) -> None:
        self.article.set_found(spans, current)
        at = spans.index(current) + 1 if current is not None else 0
        self.find_bar.set_count(at, len(spans))
        if current is not None:
            self.article.reveal(current[0])


def _centre() -> Qt.AlignmentFlag:

    return Qt.AlignmentFlag.AlignHCenter
