"""The one door to a screen reader: what is announced, and which objects speak for themselves.

Qt hands both to the accessibility of the system (AT-SPI, UI Automation, NSAccessibility) where a program asks
for it.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


def say(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say words for a widget that is shown; urgent ones break off what is being said."""
    if words and listened_to():
        event = QAccessibleAnnouncementEvent(widget, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)


def point_at(field: QWidget, view: QAbstractItemView) -> None:
    """Let the chosen row of a list be what a screen reader is at, while the keys stay in a field.

    It is said as well: Qt's bridge to AT-SPI passes no change of an active descendant on.
    """
    index = view.currentIndex()
    if index.isValid() and field.hasFocus() and listened_to():
        event = QAccessibleEvent(view, QAccessible.Event.ActiveDescendantChanged)
        event.setChild(index.row())
        QAccessible.updateAccessibility(event)
        say(field, str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or ""))


def listened_to() -> bool:
    """Return whether a screen reader, or another program of its kind, asks for what is shown."""
    return QAccessible.isActive()


@runtime_checkable
class Speaking(Protocol):
    """What has an accessible interface of its own making."""

    def make_accessible(self) -> QAccessibleInterface:
        """Return the interface; asked once, when something first wants to know of it."""


@runtime_checkable
class Explained(Protocol):
    """What has more to say at its caret than its letters."""

    def tip_at_caret(self) -> tuple[str, QPoint]:
        """Return what the mouse would show there, a thing a line, and the global point (pixels) below it."""


def install(app: QApplication) -> None:
    """Let objects make their own interfaces; once for an application."""
    if not app.property("speaks"):
        app.setProperty("speaks", True)
        QAccessible.installFactory(_made)


def _made(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    return thing.make_accessible() if isinstance(thing, Speaking) else None
