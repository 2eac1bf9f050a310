"""Briefs as files: new, open, quit. `copies` writes copies and backups, `exporting` hands briefs out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing import edits
from briefing.errors import BriefingError
from ui.commands.actions import Action
from ui.commands.articles import set_fields
from ui.commands.copies_and_rescue import Copies
from ui.look.dropped import address_of, files_of
from ui.translated import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from ui.command_needs import Frame
    from ui.dialogs.new_brief import NewBrief


class Files:
    """Acts on brief files for one window."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.copies = Copies(frame)

    # -- opening

    def new(self, articles: Sequence[Path] = ()) -> None:
        """Ask what brief to begin, and begin it; `articles` are added to it."""
        from briefing import templates

        listing = templates.listing()
        for notice in listing.notices:
            self._frame.messages.tell(notice, "", "warning")
        from ui.dialogs.new_brief import NewBriefDialog

        dialog = NewBriefDialog(listing.templates, self._frame.app.settings.author, self._frame.widget)
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
            self._frame.messages.tell(error.message, error.hint, "error")
            return
        if asked.author:
            self._frame.app.settings.author = asked.author
        window = self._frame.open_brief(asked.path)
        if window is not None and window.workspace is not None:
            if articles:
                window.add_articles(articles)
            page = window.workspace.page
            first = next((r for r in page.rows if r.kind not in ("title", "heading") and r.editable), None)
            page.set_caret(edits.Caret("title" if not brief.title else first.id if first else "title", 0))
            page.setFocus()

    def choose(self) -> None:
        """Ask for a brief and open it."""
        path, _ = QFileDialog.getOpenFileName(
            self._frame.widget, tr("Open a brief"), "", tr("Briefs (*.brief);;All files (*)")
        )
        if path:
            self._frame.open_brief(Path(path))

    def sample(self) -> None:
        """Open the sample brief."""
        try:
            path = self._frame.app.sample_path()
        except (BriefingError, OSError) as error:
            self._frame.messages.tell(
                tr("The sample brief could not be made: {why}").format(why=error), "", "error"
            )
            return
        self._frame.open_brief(path)

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open dropped briefs; other files are articles, for this brief or for a new one."""
        briefs = [path for path in paths if path.suffix == ".brief"]
        articles = [path for path in paths if path.suffix != ".brief"]
        for path in briefs:
            self._frame.open_brief(path)
        if articles and self._frame.workspace is not None:
            self._frame.add_articles(articles)
        elif articles:
            self.new(articles)

    def take_dropped(self, data: QMimeData) -> bool:
        """Open or add what was dropped on the window; return whether there was something to take."""
        paths, address = files_of(data), address_of(data)
        if paths:
            self.open_dropped(paths)
        elif address and self._frame.workspace is not None:
            self._frame.add_articles((), address)
        elif address:
            self._frame.messages.tell(
                tr("A link is added to a brief."), tr("Open or begin one, then drop the link again.")
            )
        return bool(paths or address)

    def close_window(self) -> None:
        """Close the window, unless its last words could not be written."""
        self._frame.close()

    def quit(self) -> None:
        """Close every window and end."""
        self._frame.app.quit()

    def details(self) -> None:
        """Show the brief's own fields for editing."""
        workspace = self._frame.workspace
        if workspace is None:
            return
        from ui.dialogs.details import brief_form

        form = brief_form(workspace.desk.brief, self._frame.widget, read_only=workspace.desk.read_only)
        form.accepted_values.connect(
            lambda changed: set_fields(workspace.desk, "brief", changed, tr("Brief details"))
        )
        form.open()


ACTIONS: tuple[Action[Files], ...] = (
    Action("file.new", "New brief…", ("File", 110), Files.new, ("Ctrl+N",), icon="new", needs=""),
    Action("file.open", "Open…", ("File", 120), Files.choose, ("Ctrl+O",), icon="open", needs=""),
    Action("file.sample", "Open the sample brief", ("File", 130), Files.sample, needs=""),
    Action("file.close", "Close window", ("File", 410), Files.close_window, ("Ctrl+W",), icon="close",
        needs=""),
    Action("file.quit", "Quit", ("File", 420), Files.quit, ("Ctrl+Q",), needs=""),
    Action("brief.details", "Details of the brief…", ("Brief", 840), Files.details, ("Ctrl+D",), icon="edit",
           needs="brief"),
)  # fmt: skip
