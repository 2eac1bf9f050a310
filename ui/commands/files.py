"""Briefs as files: new, open, quit. `copies` writes copies and backups, `exporting` hands briefs out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from briefing import edits
from briefing.errors import BriefingError
from ui.commands.actions import Action
from ui.commands.copies import Copies

if TYPE_CHECKING:
    from ui.dialogs.new_brief import NewBrief
    from ui.window import Window


def _tr(text: str) -> str:
    return QCoreApplication.translate("files", text)


class Files:
    """Acts on brief files for one window."""

    def __init__(self, window: Window) -> None:
        self._w = window
        self.copies = Copies(window)

    # -- opening

    def new(self, articles: Sequence[Path] = ()) -> None:
        """Ask what brief to begin, and begin it; `articles` are added to it."""
        from briefing import templates

        listing = templates.listing()
        for notice in listing.notices:
            self._w.tell(notice, "", "warning")
        from ui.dialogs.new_brief import NewBriefDialog

        dialog = NewBriefDialog(listing.templates, self._w.app.settings.author, self._w)
        dialog.chosen.connect(lambda asked: self._begin(asked, articles))
        dialog.open()

    def _begin(self, asked: NewBrief, articles: Sequence[Path]) -> None:
        from briefing import storage, templates

        try:
            template = templates.get(asked.template)
            brief = templates.start(template, title=asked.title, standard=asked.standard, author=asked.author)
            brief = edits.set_field(brief, "brief", "audience", asked.audience)
            brief = edits.set_field(brief, "brief", "marking", asked.marking)
            storage.create(asked.path, brief).close()
        except BriefingError as error:
            self._w.tell(error.message, error.hint, "error")
            return
        if asked.author:
            self._w.app.settings.author = asked.author
        window = self._w.app.open(asked.path, self._w)
        if window is not None and window.workspace is not None:
            if articles:
                window.workspace.adding.add_files(articles)
            page = window.workspace.page
            first = next((r for r in page.rows if r.kind not in ("title", "heading") and r.editable), None)
            page.set_caret(edits.Caret("title" if not brief.title else first.id if first else "title", 0))
            page.setFocus()

    def choose(self) -> None:
        """Ask for a brief and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self._w, _tr("Open a brief"), "", _tr("Briefs (*.brief);;All files (*)")
        )
        if path:
            self._w.app.open(Path(path), self._w)

    def sample(self) -> None:
        """Open the sample brief."""
        try:
            path = self._w.app.sample_path()
        except (BriefingError, OSError) as error:
            self._w.tell(_tr("The sample brief could not be made: {why}").format(why=error), "", "error")
            return
        self._w.app.open(path, self._w)

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open dropped briefs; other files are articles, for this brief or for a new one."""
        briefs = [path for path in paths if path.suffix == ".brief"]
        articles = [path for path in paths if path.suffix != ".brief"]
        for path in briefs:
            self._w.app.open(path, self._w)
        if articles and self._w.workspace is not None:
            self._w.workspace.adding.add_files(articles)
        elif articles:
            self.new(articles)

    def close_window(self) -> None:
        """Close the window, unless its last words could not be written."""
        self._w.close()

    def quit(self) -> None:
        """Close every window and end."""
        self._w.app.quit()

    def details(self) -> None:
        """Show the brief's own fields for editing."""
        workspace = self._w.workspace
        if workspace is None:
            return
        from ui.dialogs.details import brief_form

        form = brief_form(workspace.desk.brief, self._w, read_only=workspace.desk.read_only)
        form.accepted_values.connect(
            lambda changed: workspace.articles.set_fields("brief", changed, _tr("Brief details"))
        )
        form.open()


ACTIONS: tuple[Action[Files], ...] = (
    Action("file.new", "New brief…", ("File", 110), Files.new, ("Ctrl+N",), icon="new", needs=""),
    Action("file.open", "Open…", ("File", 120), Files.choose, ("Ctrl+O",), icon="open", needs=""),
    Action("file.sample", "Open the sample brief", ("File", 130), Files.sample, needs=""),
    Action("file.close", "Close window", ("File", 410), Files.close_window, ("Ctrl+W",), icon="close", needs=""),
    Action("file.quit", "Quit", ("File", 420), Files.quit, ("Ctrl+Q",), needs=""),
    Action("brief.details", "Details of the brief…", ("Brief", 610), Files.details, ("Ctrl+D",), icon="edit",
           needs="brief"),
)  # fmt: skip
