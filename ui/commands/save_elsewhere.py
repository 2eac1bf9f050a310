"""When the brief's file can no longer be written: the brief goes on in another file, typed words and all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing.errors import BriefingError, StorageError
from ui.commands.copies_and_rescue import report_missing
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.storage import Opened
    from ui.command_needs import Frame
    from ui.look.banner import Choice


class Elsewhere:
    """Moves one window from a file that cannot be written to one that can."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def choices(self) -> tuple[Choice, ...]:
        """Return what the bar about such a file offers."""
        return ((tr("Save a copy elsewhere…"), self.ask),)

    def ask(self) -> None:
        """Ask where, and go on there. What cannot be done is reported, with the same offer; the window stays
        as it is.
        """
        if self._frame.path is None:
            return
        # Only the name is suggested: the folder is the one that has no room, or is gone.
        name = self._frame.path.with_stem(self._frame.path.stem + tr(" copy")).name
        suggestion = str(Path.home() / name)
        path, _ = QFileDialog.getSaveFileName(
            self._frame.widget, tr("Save a copy elsewhere"), suggestion, tr("Briefs (*.brief)")
        )
        if not path:
            return
        try:
            self.go_on_in(Path(path if path.endswith(".brief") else f"{path}.brief"))
        except BriefingError as error:
            self._frame.messages.tell(error.message, error.hint, "error", self.choices())

    def go_on_in(self, target: Path) -> None:
        """Write a verified copy to `target`, go on in it, and commit the typed words there.

        Raises StorageError; the window is then on its old file. Not a job: no edit may come between
        the copy and the words that are added to it.
        """
        frame = self._frame
        if frame.desk is None or frame.store is None:
            return
        from briefing import storage

        frame.jobs.wait_all()
        missing = frame.store.save_copy(target)
        opened = storage.open_brief(target)
        if opened.read_only or opened.brief != frame.desk.brief:
            opened.store.close()
            raise StorageError(f"“{target.name}” could not be opened.", tr("Choose another place."))
        self._take_up(opened, target)
        report_missing(frame.messages, missing)

    def _take_up(self, opened: Opened, target: Path) -> None:
        frame = self._frame
        assert frame.desk is not None
        assert frame.store is not None
        old, frame.store, frame.path = frame.store, opened.store, target
        old.close()
        frame.failed_path = None
        frame.app.settings.add_recent(target)
        frame.messages.forget_errors()  # they speak of the old file
        written = frame.desk.go_on_in(opened.store)  # may report the new one
        frame.refresh()
        if written:
            frame.messages.tell(
                tr("You now work on {file}. All words are in it.").format(file=target), "", "info"
            )
