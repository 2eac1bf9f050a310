"""The brief as it would be exported: our own HTML of our own text, nothing fetched, nothing opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QTextBrowser,  # noqa: TID251  what it shows is the product's own export, never foreign markup
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.dialog import Dialog
from ui.look import theme
from ui.look.fitted_pictures import fit
from ui.look.widgets import button
from ui.translated import tr

# What Qt's rich text can show of the page's look; the exported file carries its own style.
_STYLE = """
h1 { color: %(accent)s; } h2 { color: %(accent)s; } a { color: %(link)s; }
th { text-align: left; padding: 4px 10px 4px 0; } td { padding: 4px 10px 4px 0; }
p { line-height: 135%%; }
"""


class PreviewPage(QTextBrowser):
    """Shows HTML and the pictures that stand in it; follows its inner links only. An empty picture answers
    any other request for one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_page")
        self.setAccessibleName(tr("Preview"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(28)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        if QUrl(url).scheme() == "data":
            return super().loadResource(kind, url)
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def _follow(self, url: QUrl) -> None:
        if not url.scheme() and url.fragment():
            self.scrollToAnchor(url.fragment())


class PreviewDialog(Dialog):
    """A window of its own beside the editor, with the ways on: the pages as they are printed, and export."""

    pages_requested = Signal()
    export_requested = Signal()

    def __init__(self, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle(tr("Preview"))
        self.page = PreviewPage()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.08)
        self.page.document().setDefaultFont(font)
        tokens = theme.of(self.palette())
        self.page.document().setDefaultStyleSheet(_STYLE % {"accent": tokens.accent, "link": tokens.link})
        self.page.setHtml(html)
        fit(self.page.document(), 700.0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for words, name, role, asked in (
            (tr("Pages…"), "preview_pages", "", self.pages_requested),
            (tr("Export…"), "preview_export", "primary", self.export_requested),
        ):
            made = button(words, name, role=role)
            made.clicked.connect(asked)
            buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(820, 860)
