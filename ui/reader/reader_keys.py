"""The reader's own keys: one table for the view, the selection bar and the help sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class ReaderKey:
    """A key of the reader: what it is called, as it is shown, and what it does."""

    name: str
    shown: str
    does: str
    key: Qt.Key
    shift: bool = False


KEYS: tuple[ReaderKey, ...] = (
    ReaderKey("next_sentence", "J", "Select the next sentence", Key.Key_J),
    ReaderKey("previous_sentence", "K", "Select the sentence before", Key.Key_K),
    ReaderKey("extend", "Shift+J", "Take the next sentence too", Key.Key_J, True),
    ReaderKey("shrink", "Shift+K", "Leave the last sentence out again", Key.Key_K, True),
    ReaderKey("link", "L", "Link the selected words to the current claim", Key.Key_L),
    ReaderKey("link", "Enter", "Link the selected words to the current claim", Key.Key_Return),
    ReaderKey("contradict", "Shift+L", "Link them as contradicting it", Key.Key_L, True),
    ReaderKey("context", "C", "Link them as context", Key.Key_C),
    ReaderKey("claim", "N", "Make a new claim of them", Key.Key_N),
    ReaderKey("actor", "A", "Make a new actor of them", Key.Key_A),
    ReaderKey("escape", "Esc", "Select nothing; then go back to the brief", Key.Key_Escape),
)


def shown_key(name: str) -> str:
    """Return the first key that does a thing, as it is shown; "" where none does."""
    return next((key.shown for key in KEYS if key.name == name), "")


def name_of(event: QKeyEvent) -> str:
    """Return the name of the reader's key in an event, or ""."""
    modifiers = event.modifiers() & ~_KEYPAD
    if modifiers not in (_PLAIN, _SHIFT):
        return ""
    key = Key.Key_Return if event.key() == Key.Key_Enter else event.key()
    shift = modifiers == _SHIFT
    return next((k.name for k in KEYS if k.key == key and k.shift == shift), "")
