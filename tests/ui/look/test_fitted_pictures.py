"""Pictures of figures on paper: in the width that was chosen, whole, and their captions below them."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.briefing.pictures import png
from ui.look.fitted_pictures import fit


def _page(share: int, size: tuple[int, int]) -> QTextDocument:
    inside = base64.b64encode(png(200, 30, 30, size=size)).decode()
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setHtml(
        f'<p style="margin:0;line-height:130%"><img src="data:image/png;base64,{inside}" width="{size[0]}" '
        f'height="{size[1]}" style="width:{share}%;max-width:{share}%"></p><p>Caption.</p>'
    )
    document.setTextWidth(400)
    return document


@pytest.mark.parametrize(
    ("share", "size", "wide", "high"),
    [(50, (1000, 500), 200, 100), (100, (40, 20), 400, 200), (100, (100, 1000), 30, 300)],
)
def test_a_picture_is_painted_in_its_share_of_the_width_and_fits_on_the_page(
    qapp: QApplication, share: int, size: tuple[int, int], wide: int, high: int
) -> None:
    document = _page(share, size)
    fit(document, 400, 300)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    red = [
        (x, y) for x in range(400) for y in range(0, 400, 5) if image.pixelColor(x, y) == QColor(200, 30, 30)
    ]
    assert abs(max(x for x, _ in red) + 1 - wide) <= 1
    assert abs(max(y for _, y in red) - high) <= 6
    caption = document.documentLayout().blockBoundingRect(document.begin().next())
    assert high <= caption.top() <= high + 16
