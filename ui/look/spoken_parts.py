"""Accessible interfaces over objects whose role or words Qt does not know by itself.

Qt's text interface cannot be made in Python (its methods with several results are not there), so what is text
keeps Qt's own, and what is painted beside it stands below as parts of these classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleObject,
    QWindow,
)
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role


class SpokenPart(QAccessibleObject):
    """An interface over an object: a role and words, and the objects that stand below it."""

    def __init__(self, thing: QObject, role: Role, widget: QWidget) -> None:
        super().__init__(thing)
        self._role = role
        self.widget = widget

    def role(self) -> Role:
        return self._role

    def state(self) -> QAccessible.State:
        return QAccessible.State()

    def window(self) -> QWindow | None:  # type: ignore[override] # none before it is shown
        return self.widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # none for a widget without one
        above = self.object().parent()
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def below(self) -> Sequence[QObject]:
        """Return the objects that stand below, in reading order."""
        return ()

    def childCount(self) -> int:
        return len(self.below())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # none out of range
        below = self.below()
        return QAccessible.queryAccessibleInterface(below[index]) if 0 <= index < len(below) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        thing = child.object()
        return next((at for at, one in enumerate(self.below()) if one is thing), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for at in range(self.childCount()):
            if (child := self.child(at)) is not None and child.rect().contains(x, y):
                return child
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override] # the keys are in the text
        return None


class WidgetPart(SpokenPart):
    """The interface of a widget that has another role than Qt gives it; its words are the widget's own."""

    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, role, widget)

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.widget.accessibleName()
        return self.widget.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def below(self) -> Sequence[QObject]:
        return [
            w
            for w in self.widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if not w.isWindow()
        ]

    def state(self) -> QAccessible.State:
        state = super().state()
        state.invisible = not self.widget.isVisible()
        return state

    def rect(self) -> QRect:
        return QRect(self.widget.mapToGlobal(self.widget.rect().topLeft()), self.widget.size())


@dataclass(frozen=True, slots=True)
class SpokenThing:
    """Something that can be gone to and is no widget: a citation number, a link, a linked passage."""

    name: str
    description: str
    role: QAccessible.Role = QAccessible.Role.Link


class SpokenObject(QObject):
    """Stands for a spoken thing below `parent`, somewhere in `widget`."""

    def __init__(self, parent: QObject, widget: QWidget, thing: SpokenThing) -> None:
        super().__init__(parent)
        self.widget = widget
        self.thing = thing

    def make_accessible(self) -> QAccessibleInterface:
        return _ThingPart(self)


class _ThingPart(SpokenPart):
    def __init__(self, thing: SpokenObject) -> None:
        super().__init__(thing, thing.thing.role, thing.widget)
        self._thing = thing.thing

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._thing.name
        return self._thing.description if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return QRect(self.widget.mapToGlobal(self.widget.rect().topLeft()), self.widget.size())


def things(
    have: list[SpokenObject], wanted: Sequence[SpokenThing], parent: QObject, widget: QWidget
) -> list[SpokenObject]:
    """Return objects for what is wanted: those there are where nothing changed, else new ones."""
    if [thing.thing for thing in have] == list(wanted):
        return have
    for thing in have:
        thing.deleteLater()
    return [SpokenObject(parent, widget, one) for one in wanted]
