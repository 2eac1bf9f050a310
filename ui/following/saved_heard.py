"""Says that what was written is saved: in the status bar with the time, to the ear once somebody pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.desk import Desk
from ui.translated import tr

PAUSE_MS = 4000


def saved_words(desk: Desk | None) -> tuple[str, str]:
    """Return what the status bar says of the file by its last answer, and why: the words are on the disk,
    with the time of the last edit, or they are not.
    """
    if desk is None or desk.read_only:
        return (tr("read only") if desk is not None else ""), ""
    if desk.unsaved is not None:
        return tr("not saved"), desk.unsaved.line()
    if desk.saved_at is None:
        return tr("saved"), ""
    return tr("saved {time}").format(time=f"{desk.saved_at:%H:%M}"), ""


class SavedHeard(QObject):
    """Follows the edits of a desk, and what its file answered; `speak` gets the words."""

    def __init__(self, desk: Desk, speak: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._speak = speak
        self._trouble = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self._paused)
        desk.changed.connect(lambda _: self.pause.start())
        desk.answered.connect(self._answered)

    def _answered(self) -> None:
        """The end of a trouble is said at once; its beginning is a bar, which speaks for itself."""
        trouble = self._desk.unsaved is not None
        if self._trouble and not trouble:
            self.pause.stop()
            self._speak(tr("Saved again"))
        self._trouble = trouble

    def _paused(self) -> None:
        if self._desk.unsaved is None:
            self._speak(tr("Saved"))
