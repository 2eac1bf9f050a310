"""What every dialog shares: it ends when it is closed, and it is no larger than the screen it stands on."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QListView, QScrollArea, QWidget

from ui.qt.screens import fit

ListT = TypeVar("ListT", bound=QListView)


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
            # By itself Qt gives a dialog two thirds of the screen: it would scroll with room to spare.
            self.resize(self.size().expandedTo(self.sizeHint()))
        fit(self)


class Scrolled(QScrollArea):
    """Holds a form: it is shown whole where there is room, and scrolls where the screen is too low."""

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


def boxed(shown: ListT, name: str, title: str) -> ListT:
    """Return a list as dialogs show it: in a box, with its object name and the name that is heard."""
    shown.setObjectName(name)
    shown.setAccessibleName(title)
    shown.setProperty("role", "boxed")
    return shown


def boxed_rows(model: QAbstractItemModel, name: str, title: str) -> QListView:
    """Return a boxed list over a model whose rows are whole sentences, which wrap."""
    shown = boxed(QListView(), name, title)
    shown.setModel(model)
    shown.setWordWrap(True)
    shown.setResizeMode(QListView.ResizeMode.Adjust)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return shown
