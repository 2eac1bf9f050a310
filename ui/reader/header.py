"""The lines above an article: title, byline, notices."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefing.actor_line import DOT
from ui.look import theme
from ui.look.widgets import IconButton, button, plain
from ui.reader.article_marks import ArticleHeader
from ui.translated import tr

_NOTICES = 3


class HeaderBar(QWidget):
    """Shows an `ArticleHeader`; the pencil asks for the details."""

    details_requested = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader_header")
        self.title = plain("", wrap=True, name="reader_title")
        self.title.setFont(theme.heading_font(self.title.font()))
        self.byline = plain("", "muted", wrap=True, name="reader_byline")
        self.notices = plain("", "warn", wrap=True, name="reader_notices")
        self.pencil = IconButton("edit", tr("Details of the article"), "reader_details")
        self.pencil.clicked.connect(self.details_requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.byline)
        words.addWidget(self.notices)
        self._asked = QWidget()
        self._asks = QHBoxLayout(self._asked)
        self._asks.setContentsMargins(0, 0, 0, 0)
        self._asks.setSpacing(8)
        words.addWidget(self._asked)
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
        more = len(header.notices) - _NOTICES
        shown = header.notices if more <= 1 else header.notices[:_NOTICES]
        rest = [tr("… and {n} more (see the details)").format(n=more)] if more > 1 else []
        self.notices.setText("\n".join([*shown, *rest]))
        self.notices.setVisible(bool(header.notices))
        self._show_asks(header.asks)

    def _show_asks(self, asks: tuple[tuple[str, str], ...]) -> None:
        while (item := self._asks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for ident, words in asks:
            made = button(words, f"reader_ask.{ident}", role="link")
            made.clicked.connect(lambda _=False, i=ident: self.asked.emit(i))
            self._asks.addWidget(made)
        self._asks.addStretch(1)
        self._asked.setVisible(bool(asks))
