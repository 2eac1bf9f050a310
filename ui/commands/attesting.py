"""A file that was handed over, held against its articles: what its receiver can do who has only these."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing.exporting import formats
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.tasks.verify_handed.from_disk import Held
    from briefing.tasks.verify_handed.from_package import HeldPackage
    from ui.command_needs import Frame
    from ui.qt.jobs import Ticket


class Attesting:
    """Checks handed-over files for one window; no brief need be open."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def choose(self) -> None:
        """Ask for the file and the folder of its articles, and check it."""
        kinds = " ".join(f"*{known.suffix}" for known in (*formats.verified(), formats.PACKAGE))
        path, _ = QFileDialog.getOpenFileName(
            self._frame.widget,
            tr("The file that was handed over"),
            "",
            tr("Exported files ({kinds});;All files (*)").format(kinds=kinds),
        )
        if path.casefold().endswith(formats.PACKAGE.suffix):
            self.check_package(Path(path))
            return
        folder = (
            QFileDialog.getExistingDirectory(self._frame.widget, tr("The folder of its articles"))
            if path
            else ""
        )
        if path and folder:
            self.check(Path(path), Path(folder))

    def check(self, path: Path, folder: Path) -> None:
        """Check a file in a job, and show what it came to."""

        def act(ticket: Ticket) -> Held | None:
            from briefing.outside.pipes import Cancelled
            from briefing.tasks.verify_handed import from_disk

            try:
                held = from_disk.check(path, folder, cancelled=ticket.cancelled)
            except Cancelled:
                return None
            return None if ticket.cancelled() else held

        self._frame.messages.say(tr("Checking {file} …").format(file=path.name))
        self._frame.jobs.run(act, lambda held: self._show(path.name, held), self._frame.messages.fail)

    def check_package(self, path: Path) -> None:
        """Check an evidence package, which brings its articles along, and show what it came to."""

        def act(ticket: Ticket) -> HeldPackage | None:
            from briefing.outside.pipes import Cancelled
            from briefing.tasks.verify_handed import from_package

            try:
                return from_package.check(path, cancelled=ticket.cancelled)
            except Cancelled:
                return None

        self._frame.messages.say(tr("Checking {file} …").format(file=path.name))
        self._frame.jobs.run(act, lambda held: self._show_package(path.name, held), self._frame.messages.fail)

    def _show(self, name: str, held: Held | None) -> None:
        if held is None:
            return
        from briefing.tasks.verify_handed.from_disk import verdict
        from ui.dialogs.checked import CheckedDialog, lines_of

        lines = (*verdict(held.checked), *held.unread)
        CheckedDialog(name, held.checked.holds, lines_of(held.checked), lines, self._frame.widget).open()

    def _show_package(self, name: str, held: HeldPackage | None) -> None:
        if held is None:
            return
        from ui.dialogs.checked import CheckedDialog, lines_of_package

        lines = tuple(held.verdict())
        CheckedDialog(name, held.holds, lines_of_package(held), lines, self._frame.widget).open()


ACTIONS: tuple[Action[Attesting], ...] = (
    Action("file.check", "Check a handed-over file…", ("File", 370), Attesting.choose, needs=""),
)  # fmt: skip
