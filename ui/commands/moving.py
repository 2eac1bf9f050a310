"""Undoing, finding, and going from one part of the window to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.commands.find_in_brief import FindInBrief
    from ui.desk import Desk
    from ui.following.article_shown import ArticleReading
    from ui.messages import Messages
    from ui.page.view import PageView
    from ui.panes.evidence_pane import EvidencePane
    from ui.places import Places
    from ui.reader import ReaderPane


class Moving:
    """Moves through the history of a brief, through the text of its articles, and about its window."""

    def __init__(
        self,
        desk: Desk,
        reader: ReaderPane,
        page: PageView,
        reading: ArticleReading,
        places: Places,
        evidence: EvidencePane,
        messages: Messages,
        in_brief: Callable[[], FindInBrief],
    ) -> None:
        self._desk = desk
        self._reader = reader
        self._page = page
        self._reading = reading
        self._places = places
        self._evidence = evidence
        self._messages = messages
        self._in_brief = in_brief

    def undo(self) -> None:
        """Take the last step back."""
        session = self._desk.session
        before = session.future
        if self._desk.undo() and session.future != before:
            self._messages.say(tr("Undone: {step}").format(step=session.future[-1].label))

    def redo(self) -> None:
        """Bring the next step again."""
        session = self._desk.session
        before = session.past
        if self._desk.redo() and session.past != before:
            self._messages.say(tr("Redone: {step}").format(step=session.past[-1].label))

    def find(self) -> None:
        """Find words where the keys are: in the brief, or else in the article."""
        if self._page.hasFocus() or self._in_brief().has_keys():
            self._in_brief().open()
        else:
            self._reader.open_find()

    def replace(self) -> None:
        """Find words in the brief, and put others in their place."""
        self._in_brief().open(replacing=True)

    def find_step(self, by: int) -> None:
        """Go to the next place found (1) or the one before (-1)."""
        if self._page.hasFocus() or self._in_brief().has_keys():
            self._in_brief().step(by)
        else:
            self._reader.find_step(by)

    def show_passage(self) -> None:
        """Show where the quote that is chosen stands in its article."""
        self._reading.reveal(self._evidence.chosen())

    def go_to_articles(self) -> None:
        """Give the keys to the list of articles, and show it where it is hidden."""
        self._places.go_to_articles()

    def go_to_search(self) -> None:
        """Give the keys to the search over all articles, and show it where it is hidden."""
        self._places.go_to_search()

    def go_to_reader(self) -> None:
        """Give the keys to the article."""
        self._reader.article.setFocus()

    def go_to_page(self) -> None:
        """Give the keys to the brief."""
        self._page.setFocus()

    def go_to_panel(self) -> None:
        """Give the keys to the suggestions while they are shown, else to the evidence."""
        self._places.go_to_panel()


ACTIONS: tuple[Action[Moving], ...] = (
    Action("edit.undo", "Undo", ("Edit", 110), Moving.undo, ("Ctrl+Z",), icon="undo",
           also=(("page", 110), ("toolbar", 110))),
    Action("edit.redo", "Redo", ("Edit", 120), Moving.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo",
           also=(("page", 120), ("toolbar", 120))),
    Action("edit.find", "Find", ("Edit", 310), Moving.find, ("Ctrl+F",), icon="search", needs="brief"),
    Action("edit.replace", "Find and replace in the brief", ("Edit", 315), Moving.replace, ("Ctrl+H",)),
    Action("edit.search", "Search in all articles", ("Edit", 320), Moving.go_to_search, ("Ctrl+Shift+F",),
           icon="search", needs="brief"),
    Action("edit.find_next", "Find next", ("Edit", 330), lambda c: c.find_step(1), ("F3",), needs="brief"),
    Action("edit.find_previous", "Find previous", ("Edit", 340), lambda c: c.find_step(-1), ("Shift+F3",),
           needs="brief"),
    Action("link.show", "Show the passage", ("Link", 420), Moving.show_passage, ("Ctrl+G",), icon="eye",
           needs="brief"),
    Action("view.sources", "Go to the articles", ("View", 110), Moving.go_to_articles, ("F6",),
           needs="brief"),
    Action("view.reader", "Go to the reader", ("View", 120), Moving.go_to_reader, ("F7",), needs="brief"),
    Action("view.page", "Go to the brief", ("View", 130), Moving.go_to_page, ("F8",), needs="brief"),
    Action("view.evidence", "Go to the evidence", ("View", 140), Moving.go_to_panel, ("F9",), needs="brief"),
)  # fmt: skip
