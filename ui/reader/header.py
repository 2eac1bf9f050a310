"""The lines above an article: title, byline, what asks to be looked at, one line on what was left out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefing.actor_line import DOT
from ui.look import theme
from ui.look.widgets import FoldButton, IconButton, button, plain
from ui.reader.article_marks import ArticleHeader
from ui.reader.notices import left_out_line, parted
from ui.translated import tr

_NOTICES = 3


class HeaderBar(QWidget):
    """Shows an `ArticleHeader`; the pencil asks for the details.

    `entered`: one of its buttons has got the keys, and has to be in sight.
    """

    details_requested = Signal()
    asked = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader_header")
        self.title = plain("", wrap=True, name="reader_title")
        self.title.setFont(theme.heading_font(self.title.font()))
        self.byline = plain("", "muted", wrap=True, name="reader_byline")
        self.notices = plain("", "warn", wrap=True, name="reader_notices")
        self.fold = FoldButton("reader_left_out")
        self.fold.toggled.connect(self._unfold)
        self.left_out = plain("", "muted", wrap=True, name="reader_left_out_words")
        self.pencil = IconButton("edit", tr("Details of the article"), "reader_details")
        self.pencil.clicked.connect(self.details_requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.byline)
        words.addWidget(self.notices)
        words.addWidget(self.fold)
        words.addWidget(self.left_out)
        self._asked = QWidget()
        self._asks = QHBoxLayout(self._asked)
        self._asks.setContentsMargins(0, 0, 0, 0)
        self._asks.setSpacing(8)
        words.addWidget(self._asked)
        for made in (self.pencil, self.fold):
            made.installEventFilter(self)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        # The margins follow the column, and must not keep the pane from becoming narrower.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_column(24, 0)

    def set_column(self, left: int, width: int) -> None:
        """Stand over the article's column (pixels); a width of 0 is all the room there is."""
        right = self.width() - left - width if width else 0
        self._row.setContentsMargins(left, 14, max(14, right), 10)

    def show_header(self, header: ArticleHeader) -> None:
        """Show a header; parts that are not known are left out."""
        self.title.setText(header.title)
        parts = (header.publisher, header.authors, header.published, header.grade, header.accessed)
        first, *rest = [part for part in parts if part] or [""]
        # Isolated, so that a date keeps its order after a publisher written from right to left; the
        # first part is not, for it gives the line its direction.
        self.byline.setText(DOT.join([first, *(f"\u2068{part}\u2069" for part in rest)]))
        acting, left = parted(header.notices)
        more = len(acting) - _NOTICES
        shown = acting if more <= 1 else acting[:_NOTICES]
        rest = [tr("… and {n} more (see the details)").format(n=more)] if more > 1 else []
        self.notices.setText("\n".join([*shown, *rest]))
        self.notices.setVisible(bool(acting))
        self.left_out.setText("\n".join(left))
        self.fold.set_words(left_out_line(left))
        self.fold.setVisible(bool(left))
        self._unfold(self.fold.isChecked())
        self._show_asks(header.asks)

    def _unfold(self, on: bool) -> None:
        self.left_out.setVisible(on and not self.fold.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _show_asks(self, asks: tuple[tuple[str, str], ...]) -> None:
        while (item := self._asks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for ident, words in asks:
            made = button(words, f"reader_ask.{ident}", role="link")
            made.clicked.connect(lambda _=False, i=ident: self.asked.emit(i))
            made.installEventFilter(self)
            self._asks.addWidget(made)
        self._asks.addStretch(1)
        self._asked.setVisible(bool(asks))
