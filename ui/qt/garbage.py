"""Garbage is collected in the window's thread only, and between two events.

Python collects wherever it allocates: in a job it would end objects of Qt (cursors, icons, widgets of a
closed window) while the window's thread is using theirs, and that takes the program down. It would also hold
up a key.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class Collector(QObject):
    """While it runs, cycles are collected by a timer as far as Python's own thresholds ask for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        due = [
            n
            for n, (held, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if held > most
        ]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Leave collecting to Python again, if it was so before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
