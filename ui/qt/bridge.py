"""The one road from the core to the views: a signal for each change of the brief."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefing.diff import Change
from briefing.session import Session


class Bridge(QObject):
    """Emits `changed(Change)` after each change that `session` has committed."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = session.subscribe(self._notify)

    def _notify(self, change: Change) -> None:
        self.changed.emit(change)

    def close(self) -> None:
        """End the subscription."""
        self._end()
