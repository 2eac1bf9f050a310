"""Choosing a term of a short list by its letters: the same letter again goes on to the next that begins with
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication


def place_of(terms: Sequence[str], typed: str, at: int) -> int:
    """Return the place of the term that typed letters stand for, looked for from `at` on and round; -1 for
    none.

    One letter, once or again and again, goes to the next term that begins with it; several are a term's
    beginning.
    """
    again = len(set(typed)) == 1
    begin = typed[:1] if again else typed
    places = [(at + again + n) % len(terms) for n in range(len(terms))] if terms and typed else []
    return next((place for place in places if terms[place].casefold().startswith(begin.casefold())), -1)


class Letters:
    """The letters typed so far; a pause begins a new term, and so does a letter that fits no further."""

    def __init__(self) -> None:
        self._typed = ""
        self._clock = QElapsedTimer()

    def place(self, terms: Sequence[str], letter: str, at: int) -> int:
        """Return the place to go to for one letter more, or -1."""
        if not self._clock.isValid() or self._clock.elapsed() > QApplication.keyboardInputInterval():
            self._typed = ""
        self._clock.start()
        for typed in (self._typed + letter, letter):
            if typed.strip() and (place := place_of(terms, typed, at)) >= 0:
                self._typed = typed
                return place
        return -1
