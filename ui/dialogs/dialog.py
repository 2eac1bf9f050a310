"""What every dialog shares: it ends when it is closed, and it is no larger than the screen it stands on."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.qt.screens import fit, room

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
        self._scroll_where_the_screen_is_too_small()
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # By itself Qt gives a dialog two thirds of the screen: it would scroll with room to spare.
            self.resize(self.size().expandedTo(self.sizeHint()))
        fit(self)

    def _scroll_where_the_screen_is_too_small(self) -> None:
        """Let all but the buttons scroll where a screen is smaller than the least size (WCAG 2.2, 1.4.4)."""
        column, least, there = self.layout(), self.minimumSizeHint(), room(self)
        if not isinstance(column, QVBoxLayout) or self.findChild(QWidget, _WHOLE) is not None:
            return
        if least.height() <= there.height() and least.width() <= there.width():
            return
        focus = self.focusWidget()
        form = QWidget(self)
        form.setObjectName(_FORM)
        inner = QVBoxLayout(form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(column.spacing())
        last = column.itemAt(column.count() - 1)
        has_buttons = last is not None and isinstance(last.widget(), QDialogButtonBox)
        while column.count() > (1 if has_buttons else 0):
            stretch, item = column.stretch(0), column.takeAt(0)
            if item is None:
                break
            if (widget := item.widget()) is not None:
                inner.addWidget(widget, stretch)
            elif (rows := item.layout()) is not None:
                rows.setParent(None)
                inner.addLayout(rows, stretch)
            else:
                inner.addItem(item)
        column.insertWidget(0, Scrolled(form, self, sideways=True), 1)
        if focus is not None:
            focus.setFocus()


_FORM, _WHOLE = "dialog_form", "dialog_form_area"


class Scrolled(QScrollArea):
    """Holds a form: it is shown whole where there is room, and scrolls where the screen is too low."""

    LEAST = 120  # pixels high

    def __init__(self, form: QWidget, parent: QWidget | None = None, *, sideways: bool = False) -> None:
        """`sideways`: it scrolls that way too, where the screen is too narrow."""
        super().__init__(parent)
        self._sideways = sideways
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        if not sideways:
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
        if self._sideways:
            return QSize(self.LEAST, min(least.height(), self.LEAST))
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
