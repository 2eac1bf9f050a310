"""The lines above an article: title, byline, notices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.actor_line import DOT
from ui import theme
from ui.parts import IconButton, plain
from ui.reader.marks import Header


class HeaderBar(QWidget):
    """Shows a `Header`; the pencil asks for the details."""

    details_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader_header")
        self.title = plain("", wrap=True, name="reader_title")
        self.title.setFont(theme.heading_font(self.title.font()))
        self.byline = plain("", "muted", wrap=True, name="reader_byline")
        self.notices = plain("", "warn", wrap=True, name="reader_notices")
        self.pencil = IconButton("edit", self.tr("Details of the article"), "reader_details")
        self.pencil.clicked.connect(self.details_requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.byline)
        words.addWidget(self.notices)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 14, 10)
        row.addLayout(words, 1)
        row.addWidget(self.pencil)

    def show_header(self, header: Header) -> None:
        """Show a header; parts that are not known are left out."""
        self.title.setText(header.title)
        parts = (header.publisher, header.authors, header.published, header.grade, header.accessed)
        self.byline.setText(DOT.join(part for part in parts if part))
        self.notices.setText("\n".join(header.notices))
        self.notices.setVisible(bool(header.notices))
