"""A brief on paper or as PDF: our own HTML, set page by page, the marking above and below each one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from briefing import scales
from briefing.exporting.blocks import DRAFT
from ui.look.colours import LIGHT
from ui.look.fitted_pictures import fit
from ui.translated import tr

_MARGIN_MM = 20.0
_HIGHEST = 0.85  # of a page, for one picture: its caption stands on the same page
_SEAM = 0.75  # points at the foot of a page: a picture that begins on the next one reaches into it
_BAND = 26.0  # points kept at the head and the foot of a page for the marking and the page number
_STYLE = """
h1 { color: %(accent)s; font-size: 17pt; } h2 { color: %(accent)s; font-size: 12.5pt; } a { color: %(link)s; }
th { text-align: left; padding: 3px 8px 3px 0; } td { padding: 3px 8px 3px 0; } p { line-height: 130%%; }
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is set: the HTML of the brief, its title and marking, the size of the page ("a4" or "letter"), and
    whether every page says that it is a draft.
    """

    html: str
    title: str
    marking: str
    page: str = "a4"
    draft: bool = False


def page_layout(paper: Paper) -> QPageLayout:
    """Return the page: A4 or Letter, upright, with equal margins."""
    size = QPageSize.PageSizeId.Letter if paper.page == "letter" else QPageSize.PageSizeId.A4
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(
        QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def pdf(paper: Paper, font: QFont) -> bytes:
    """Return the brief as a PDF file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(paper))
    writer.setTitle(paper.title)
    writer.setCreator("Briefing Desk")
    paint(paper, writer, font)
    buffer.close()
    return bytes(data.data())


def paint(paper: Paper, device: QPagedPaintDevice, font: QFont) -> int:
    """Paint the brief on a paged device; return the number of pages."""
    painter = QPainter(device)
    try:
        # Everything is set in points; the device's own resolution only scales it.
        scale = device.logicalDpiX() / 72.0
        painter.scale(scale, scale)
        width, height = device.width() / scale, device.height() / scale
        room = height - 2 * _BAND
        document = _document(paper, font, QSizeF(width, room))
        pages = document.pageCount()
        for page in range(pages):
            if page:
                device.newPage()
            _band(painter, paper, QRectF(0, 0, width, _BAND), "")
            painter.save()
            painter.translate(0, _BAND - page * room)
            _contents(painter, document, QRectF(0, page * room, width, room - _SEAM))
            painter.restore()
            number = tr("Page {n} of {m}").format(n=page + 1, m=pages)
            _band(painter, paper, QRectF(0, height - _BAND, width, _BAND), number)
        return pages
    finally:
        painter.end()


def _document(paper: Paper, font: QFont, size: QSizeF) -> QTextDocument:
    document = QTextDocument()
    set_in = QFont(font)
    set_in.setPointSizeF(10.0)
    # One point of the document is one of the page, whatever the screen's resolution is.
    set_in.setPixelSize(10)
    document.setDefaultFont(set_in)
    document.setDefaultStyleSheet(_STYLE % {"accent": LIGHT.accent, "link": LIGHT.link})
    document.setDocumentMargin(0)
    document.setHtml(paper.html)
    document.setPageSize(size)
    fit(document, size.width(), size.height() * _HIGHEST)
    return document


def _contents(painter: QPainter, document: QTextDocument, clip: QRectF) -> None:
    painter.setClipRect(clip)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = clip
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    context.palette = palette
    document.documentLayout().draw(painter, context)


def _band(painter: QPainter, paper: Paper, room: QRectF, number: str) -> None:
    """Paint the marking in the middle, in its ink on black as TLP 2.0 asks, before it that this is a draft,
    and a page number at the right.
    """
    font = QFont(painter.font())
    font.setPixelSize(9)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(paper.marking) + 16 if paper.marking else 0
    if paper.draft:
        bold = QFont(font)
        bold.setBold(True)
        bold.setPixelSize(11)
        painter.setFont(bold)
        painter.setPen(QColor("#000000"))
        long = painter.fontMetrics().horizontalAdvance(DRAFT) + 12
        left = room.center().x() - wide / 2 - (long if wide else long / 2)
        painter.drawText(
            QRectF(left, room.top(), long, room.height()), int(Qt.AlignmentFlag.AlignCenter), DRAFT
        )
        painter.setFont(font)
    if paper.marking:
        box = QRectF(room.center().x() - wide / 2, room.center().y() - 8, wide, 16)
        painter.fillRect(box, QColor("#000000"))
        painter.setPen(QColor("#" + (scales.marking_ink(paper.marking) or "FFFFFF")))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), paper.marking)
    painter.setPen(QColor("#555555"))
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, int(side), number)
    if number:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(
            paper.title, Qt.TextElideMode.ElideRight, int(room.width() / 3)
        )
        painter.drawText(room, int(left), words)
