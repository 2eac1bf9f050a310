"""What every dialog shares: it ends when it is closed, and it is no larger than the screen it stands on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from ui.qt.screens import fit


class Dialog(QDialog):
    """Closing it deletes it, with all that it holds: a window that is open all day would gather them.

    One without a parent is its maker's, and goes when the maker lets it go.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, parent is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # By itself Qt gives a dialog two thirds of the screen at most, and then it scrolls with room to spare.
            self.resize(self.size().expandedTo(self.sizeHint()))
        fit(self)


class Scrolled(QScrollArea):
    """Holds a form that is shown whole where there is room, and scrolls where the screen is too low for it."""

    LEAST = 120  # pixels high

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        form.setAutoFillBackground(False)
        self._form = form
        self.setObjectName(f"{form.objectName()}_area")
        self.setAccessibleName(form.accessibleName() or form.objectName())
        self.setWidget(form)

    def sizeHint(self) -> QSize:
        hint = self._form.sizeHint()
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        least = self._form.minimumSizeHint()
        return QSize(
            least.width() + self.verticalScrollBar().sizeHint().width(), min(least.height(), self.LEAST)
        )
