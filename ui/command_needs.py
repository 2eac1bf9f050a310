"""What commands need: of an open brief (`Context`), and of the window and the application they act in
(`Frame`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.translated import tr

if TYPE_CHECKING:
    from briefing.checks.findings import Finding
    from briefing.storage import Store
    from ui.desk import Desk
    from ui.following.article_shown import ArticleReading
    from ui.following.claim_states import States
    from ui.look.banner import Choice
    from ui.look.theme import Mode
    from ui.messages import Messages
    from ui.page.view import PageView
    from ui.panes.panel import Panel
    from ui.panes.sources_pane import SourcesPane
    from ui.places import Places
    from ui.qt.jobs import Jobs
    from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """An open brief as its commands need it; `widget` is what their dialogs belong to."""

    desk: Desk
    jobs: Jobs
    settings: Settings
    messages: Messages
    widget: QWidget

    def may_edit(self) -> bool:
        """Return whether the brief may be changed; says so where it may not."""
        if self.desk.read_only:
            self.messages.tell(
                tr("This brief is open to read only."),
                tr("Save a copy to work on it."),
                choices=copy_offered(self.widget),
            )
        return not self.desk.read_only


def copy_offered(widget: QWidget) -> tuple[Choice, ...]:
    """Return what a bar offers where a brief may not be changed: a copy of it that may."""
    save = widget.window().findChild(QAction, "file.save_copy")
    return ((tr("Save a copy…"), save.trigger),) if save is not None else ()


class Application(Protocol):
    """What commands need of the application."""

    @property
    def settings(self) -> Settings:
        """What is remembered between starts."""

    def quit(self) -> None:
        """Close every window and end, unless one must stay open."""

    def restyle(self) -> None:
        """Fonts or colours have changed: every window takes them."""

    def set_theme(self, mode: Mode) -> None:
        """Show every window light, dark, or as the system is."""

    def set_contrast(self, high: bool) -> None:
        """Show every window with the highest contrast, or as the system asks."""

    def sample_path(self) -> Path:
        """Return the path of the sample brief, built on first use."""


class Shown(Protocol):
    """What commands of a window need of the brief that it shows."""

    @property
    def desk(self) -> Desk:
        """The brief."""

    @property
    def page(self) -> PageView:
        """Where it is written."""

    @property
    def states(self) -> States:
        """What was found of its quotes and claims."""

    @property
    def reading(self) -> ArticleReading:
        """Which article is shown."""

    @property
    def places(self) -> Places:
        """Going to places of it."""

    @property
    def sources(self) -> SourcesPane:
        """The list of articles."""

    @property
    def tabs(self) -> Panel:
        """The panel below the page."""


class Frame(Protocol):
    """What commands need of a window. `desk`, `workspace`, `store` and `path` are None until a brief is
    shown.
    """

    path: Path | None
    failed_path: Path | None
    store: Store | None

    @property
    def app(self) -> Application:
        """The application it is a window of."""

    @property
    def desk(self) -> Desk | None:
        """The brief that is shown."""

    @property
    def workspace(self) -> Shown | None:
        """The panes that show it."""

    @property
    def jobs(self) -> Jobs:
        """Its threads."""

    @property
    def messages(self) -> Messages:
        """Its bars and its status bar."""

    @property
    def widget(self) -> QWidget:
        """The window itself, to which dialogs belong."""

    @property
    def actions_by_id(self) -> Mapping[str, QAction]:
        """Its actions, in the order of the table."""

    @property
    def menus(self) -> Mapping[str, QMenu]:
        """Its menus by name, filled from the table."""

    def close(self) -> bool:
        """Close it; False when it has to stay open."""

    def flush(self) -> bool:
        """Commit typed words; False when the file could not be written."""

    def refresh(self) -> None:
        """Bring title, menus and names of steps to the brief as it stands."""

    def refresh_checks(self) -> None:
        """Tick what is on."""

    def open_brief(self, path: Path) -> Frame | None:
        """Open a brief, here if this window is empty; return the window that shows it, if one does."""

    def add_articles(self, paths: Sequence[Path], address: str = "") -> None:
        """Add files, or the page at an address, to the brief that is shown."""

    def lead_to(self, finding: Finding) -> None:
        """Show a finding among the checks, and go to what it is about."""
