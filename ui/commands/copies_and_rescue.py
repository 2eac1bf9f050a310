"""Copies, backups and the rescue of damaged briefs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing.errors import BriefingError
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.storage import Rescue, ShareChoice
    from ui.command_needs import Frame
    from ui.look.banner import Choice as Offer
    from ui.messages import Messages
    from ui.qt.jobs import Ticket

Copied = tuple[Path, tuple[str, ...]]


class Copies:
    """Acts on whole brief files beside the open one, for one window."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def offers(self, path: Path) -> list[Offer]:
        """Return what the bar offers for a brief that cannot be opened."""
        if not path.is_file():
            return [(tr("Backups…"), lambda: self.backups_of(path))]
        return [(tr("Rescue…"), lambda: self.rescue(path)), (tr("Backups…"), lambda: self.backups_of(path))]

    # -- copies

    def save_copy(self) -> None:
        """Ask for a path and write a copy, with its history."""
        if self._frame.store is not None and self._frame.flush():
            self._write(tr("Save a copy"), None)

    def share(self) -> None:
        """Show what a shared copy holds, ask for a path, and write it."""
        if self._frame.store is None or self._frame.desk is None or not self._frame.flush():
            return
        from ui.dialogs.share import ShareDialog

        dialog = ShareDialog(self._frame.desk.brief, self._frame.widget)
        dialog.chosen.connect(lambda choice: self._write(tr("Share a copy"), choice))
        dialog.open()

    def _write(self, title: str, choice: ShareChoice | None) -> None:
        store, at = self._frame.store, self._frame.path
        if store is None or at is None or not self._frame.flush():
            return
        suggestion = at.with_stem(at.stem + tr(" copy"))
        path, _ = QFileDialog.getSaveFileName(
            self._frame.widget, title, str(suggestion), tr("Briefs (*.brief)")
        )
        if not path:
            return
        target = Path(path if path.endswith(".brief") else f"{path}.brief")

        def act(_ticket: Ticket) -> Copied:
            return target, store.save_copy(target, choice=choice)

        self._frame.jobs.run(act, self._copied, self._frame.messages.fail)

    def _copied(self, copied: Copied) -> None:
        path, missing = copied
        report_missing(self._frame.messages, missing)
        self._frame.messages.tell(
            tr("A copy is in {file}.").format(file=path.name),
            "",
            "info",
            [(tr("Open it"), lambda: self._frame.open_brief(path))],
        )

    # -- backups

    def backups(self) -> None:
        """Show the backups of this brief, or of one that cannot be opened."""
        path = self._frame.path or self._frame.failed_path or self._choose(tr("Backups of which brief?"))
        if path is not None:
            self.backups_of(path)

    def backups_of(self, path: Path) -> None:
        """Show the backups of the brief at `path`, which need not be there any more."""
        from briefing import storage
        from ui.dialogs.choose_backup import BackupsDialog

        own = self._frame.store if path == self._frame.path else None
        try:
            known = own.backups() if own is not None else storage.backups_of(path)
        except BriefingError as error:
            self._frame.messages.fail(error.message, error.hint)
            return
        dialog = BackupsDialog(path, known, self._frame.widget)
        dialog.restore_requested.connect(lambda backup: self._restore(backup, path))
        dialog.open()

    def _restore(self, backup: Path, path: Path) -> None:
        """Write a backup as a new brief beside the one it belongs to; nothing is overwritten."""
        from briefing import storage

        target = _free(path, tr(" restored"))
        try:
            storage.restore(backup, target)
            missing = storage.missing_in(backup)
        except BriefingError as error:
            self._frame.messages.tell(error.message, error.hint, "error")
            return
        self._frame.open_brief(target)
        report_missing(self._frame.messages, missing)

    # -- rescue

    def choose_damaged(self) -> None:
        """Ask for a damaged brief, the one that could not be opened first, and save what it holds."""
        path = (self._frame.failed_path if self._frame.desk is None else None) or self._choose(
            tr("Rescue which brief?")
        )
        if path is not None:
            self.rescue(path)

    def rescue(self, path: Path) -> None:
        """Save what a damaged brief still holds as a new one beside it, open that, and show the report."""
        from briefing import storage

        target = _free(path, tr(" rescued"))
        self._frame.jobs.run(lambda _: storage.rescue(path, target), self._rescued, self._frame.messages.fail)

    def _rescued(self, report: Rescue) -> None:
        from ui.dialogs.rescued import RescuedDialog

        window = self._frame.open_brief(report.path)
        RescuedDialog(report, (window or self._frame).widget).open()

    def _choose(self, title: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._frame.widget, title, "", tr("Briefs (*.brief);;All files (*)")
        )
        return Path(chosen) if chosen else None


ACTIONS: tuple[Action[Copies], ...] = (
    Action("file.save_copy", "Save a copy…", ("File", 210), Copies.save_copy, ("Ctrl+Shift+S",), icon="copy",
           needs="brief"),
    Action("file.share", "Share a copy…", ("File", 220), Copies.share, needs="brief"),
    Action("file.backups", "Backups…", ("File", 230), Copies.backups, icon="history", needs=""),
    Action("file.rescue", "Rescue a damaged brief…", ("File", 240), Copies.choose_damaged, needs=""),
)  # fmt: skip


def _free(path: Path, suffix: str) -> Path:
    """Return a name beside `path` that nobody has."""
    target, n = path.with_stem(f"{path.stem}{suffix}"), 2
    while target.exists():
        target, n = path.with_stem(f"{path.stem}{suffix} {n}"), n + 1
    return target


def report_missing(messages: Messages, missing: tuple[str, ...]) -> None:
    """Tell what a copy or a restored brief could not be given."""
    if missing:
        more = tr(" and {n} more").format(n=len(missing) - 3) if len(missing) > 3 else ""
        messages.tell(
            tr("Not in it, since it could not be found: {what}.").format(what=", ".join(missing[:3]) + more),
            tr("Everything else is there. Add the article again to have its quotes checked."),
            "warning",
        )
