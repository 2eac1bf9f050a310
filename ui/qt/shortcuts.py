"""Whose a key is: a text edit would swallow some of the window's shortcuts (Ctrl+Z, Ctrl+E, Ctrl+K …)."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

# What a text edit does itself, and does right.
_EDITING = frozenset(("edit.cut", "edit.copy", "edit.paste"))
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


def belongs_to_window(widget: QWidget, event: QEvent) -> bool:
    """Return whether a key is the shortcut of an action of the widget's window; not of cut, copy, paste."""
    if not isinstance(event, QKeyEvent):
        return False
    function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    if event.modifiers() in _PLAIN and not function_key:
        return False
    pressed = QKeySequence(event.keyCombination())
    return any(
        pressed in action.shortcuts()
        for action in widget.window().actions()
        if action.objectName() not in _EDITING
    )


def spelled(text: str, widget: QWidget) -> str:
    """Return the text with each “{id}” of an action of the widget's window replaced by its first shortcut."""
    keys = {action.objectName(): action.shortcut() for action in widget.window().actions()}
    for ident in re.findall(r"\{(\w+\.\w+)\}", text):
        if ident in keys:
            text = text.replace(f"{{{ident}}}", keys[ident].toString(QKeySequence.SequenceFormat.NativeText))
    return text
