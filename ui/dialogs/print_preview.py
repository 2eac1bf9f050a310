"""The pages as a printer would make them, before they are printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from ui.look import paper as printing
from ui.qt.screens import fit


class PrintPreview(QPrintPreviewDialog):
    """It paints from the printer's pictures to the end, so it holds the printer; closing it deletes both."""

    def __init__(self, paper: printing.Paper, font: QFont, parent: QWidget | None = None) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(printing.page_layout(paper))
        printer.setDocName(paper.title)
        super().__init__(printer, parent)
        self._printer = printer
        self.setObjectName("print_preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, parent is not None)
        self.paintRequested.connect(lambda device: printing.paint(paper, device, font))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)
