"""A window: the welcome, or one brief; its menus, bars and status."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from briefing.errors import StorageError
from ui.command_needs import Application, copy_offered
from ui.commands import actions, table
from ui.commands.attesting import Attesting
from ui.commands.exporting import Exporting
from ui.commands.files import Files
from ui.commands.save_elsewhere import Elsewhere
from ui.commands.viewing import Viewing
from ui.following.saved_heard import saved_words
from ui.look.banner import BannerKind, Banners, Choice
from ui.look.dropped import is_for_adding
from ui.look.theme import set_role
from ui.look.widgets import button, plain, set_tip
from ui.messages import Messages
from ui.panes.welcome import Welcome, missing
from ui.qt.jobs import Job, Jobs
from ui.qt.screens import fit
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.checks.findings import Finding
    from briefing.storage import Opened, Store
    from ui.commands.brief_commands import BriefCommands
    from ui.desk import Desk
    from ui.workspace import Workspace

BACKUP_MS = 10 * 60 * 1000
WATCH_MS = 15_000  # an idle window, too, shows within this time that its file is gone or was rewritten
SPLITTERS = ("whole", "across", "down")


class Home(Application, Protocol):
    """What a window needs of the application."""

    def open(self, path: Path, asking: Window | None = None) -> Window | None:
        """Open a brief: in its window if it has one, else in `asking` when that is empty, else in a new
        one.
        """

    def forget(self, window: Window) -> None:
        """A window has closed."""


class Window(QMainWindow):
    """`desk`, `workspace`, `of_brief`, `store` and `path` are None until a brief is shown."""

    def __init__(self, app: Home) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.app: Home = app
        self.path: Path | None = None
        self.failed_path: Path | None = None
        self.store: Store | None = None
        self.desk: Desk | None = None
        self.workspace: Workspace | None = None
        self.of_brief: BriefCommands | None = None
        self.jobs = Jobs(self)
        self.banners = Banners()
        self.messages = Messages(self.banners, self.say)
        self.files = Files(self)
        self.elsewhere = Elsewhere(self)
        self.exporting = Exporting(self)
        self.attesting = Attesting(self)
        self.viewing = Viewing(self)
        self.rows = tuple(table.TABLE)
        handlers = {row.id: partial(act, self) for row, act in table.TABLE.items()}
        self.actions_by_id = actions.build(self, self.rows, handlers)
        self.menus = actions.fill_menus(self.menuBar(), self.rows, self.actions_by_id)
        self._recent_menu()
        self._lay_out()
        self._backup_timer = QTimer(self)
        self._backup_timer.setInterval(BACKUP_MS)
        self._backup_timer.timeout.connect(self._back_up)
        self._watch_timer = QTimer(self)
        self._watch_timer.setInterval(WATCH_MS)
        self._watch_timer.timeout.connect(self.watch)
        self._looking: Job | None = None
        self.resize(1280, 800)
        self.restoreGeometry(app.settings.state("geometry"))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            fit(self)

    def _lay_out(self) -> None:
        centre = QWidget()
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banners)
        self.setCentralWidget(centre)
        self.banners.left.connect(self._go_on)
        self.counts = plain("", "muted", name="status_counts")
        self.findings = button("", "status_findings", role="quiet", tip=tr("Go to the next finding"))
        self.findings.clicked.connect(self.actions_by_id["view.next_problem"].trigger)
        self.findings.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._show_found("")
        self.said = plain("", "muted", name="status_said")
        self.saved = plain("", "muted", name="status_saved")
        self.reading = plain("", "muted", name="status_reading")
        self.reading.hide()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.counts)
        bar.addWidget(self.findings)
        bar.addWidget(self.said, 1)
        bar.addPermanentWidget(self.reading)
        bar.addPermanentWidget(self.saved)
        self._said_timer = QTimer(self)
        self._said_timer.setSingleShot(True)
        self._said_timer.setInterval(6000)
        self._said_timer.timeout.connect(self.said.clear)
        self._body: QWidget = self._welcome()
        self._column.addWidget(self._body, 1)

    def _welcome(self) -> Welcome:
        recent = self.app.settings.recent
        welcome = Welcome(recent)
        if recent:
            self.jobs.run(lambda _: missing(recent), welcome.leave_out, lambda *_: None)
        welcome.new_requested.connect(self.files.new)
        welcome.open_requested.connect(self.files.choose)
        welcome.sample_requested.connect(self.files.sample)
        welcome.recent_requested.connect(lambda path: self.app.open(path, self))
        return welcome

    # -- a brief

    def show_brief(self, opened: Opened, path: Path) -> None:
        """Show an opened brief in this window."""
        from briefing.session import Session
        from ui.commands.brief_commands import BriefCommands
        from ui.desk import Desk
        from ui.workspace import Workspace

        self.path, self.store = path, opened.store
        session = Session(opened.brief, opened.store, read_only=opened.read_only)
        self.desk = Desk(session, opened.store, self)
        self.workspace = Workspace(self.desk, self.jobs, self.app.settings, self.messages)
        self.of_brief = BriefCommands(self.workspace)
        over_the_page = actions.shown_in(self.rows, "toolbar")
        self.workspace.fill_toolbar([self.actions_by_id[row.id] if row else None for row in over_the_page])
        self._column.replaceWidget(self._body, self.workspace)
        self._body.hide()
        self._body.deleteLater()
        self._body = self.workspace
        self._column.setStretchFactor(self.workspace, 1)
        self.workspace.counted.connect(self.counts.setText)
        self.workspace.findings_counted.connect(self._show_found)
        self.workspace.meaning.progressed.connect(self._show_reading)
        self.workspace.menu_requested.connect(self._page_menu)
        self.workspace.zoom_requested.connect(self.viewing.zoom)
        self.workspace.places.panes_moved.connect(self.refresh_checks)
        self.workspace.sources.menu_requested.connect(lambda _, point: self._menu("article", point))
        self.workspace.problems.menu_requested.connect(lambda point: self._menu("finding", point))
        self.workspace.reader.asked.connect(lambda ident: self.actions_by_id[ident].trigger())
        self.desk.refused.connect(self._refused)
        self.desk.changed.connect(self.refresh)
        self.desk.answered.connect(self._show_saved)
        for name in SPLITTERS:
            getattr(self.workspace, name).restoreState(self.app.settings.state(f"split_{name}"))
        for notice in opened.notices:
            self.tell(notice, "", "warning", copy_offered(self) if opened.read_only else ())
        if kept := self.app.settings.place_in(path):
            self.workspace.places.go_back(kept)
        self._show_saved()
        self._backup_timer.start()
        self._watch_timer.start()
        self.workspace.page.setFocus()
        self.refresh()

    def _go_on(self) -> None:
        """A bar has gone in which the keys were: they go to the brief."""
        if self.workspace is not None:
            self.workspace.page.setFocus()

    def refresh(self) -> None:
        """Bring title, menus and names of steps to the brief as it stands."""
        session = self.desk.session if self.desk is not None else None
        actions.enable(
            self.actions_by_id,
            self.rows,
            brief=session is not None,
            edit=session is not None and not session.read_only,
        )
        undo, redo = self.actions_by_id["edit.undo"], self.actions_by_id["edit.redo"]
        past = session.past if session is not None else ()
        future = session.future if session is not None else ()
        undo.setText(tr("Undo {step}").format(step=past[-1].label) if past else tr("Undo"))
        redo.setText(tr("Redo {step}").format(step=future[-1].label) if future else tr("Redo"))
        name = self.desk.brief.title if self.desk is not None else ""
        self.setWindowTitle(name or (self.path.stem if self.path is not None else ""))
        self.refresh_checks()

    def refresh_checks(self) -> None:
        """Tick what is on."""
        settings = self.app.settings
        shown = self.workspace
        for ident, on in {
            "view.serif": settings.serif,
            "view.tab_sections": settings.tab_sections,
            "view.high_contrast": settings.high_contrast,
            "view.less_motion": settings.less_motion,
            "view.spelling": settings.spelling,
            "view.theme_system": settings.theme == "system",
            "view.theme_light": settings.theme == "light",
            "view.theme_dark": settings.theme == "dark",
            "view.toggle_sources": shown is not None and not shown.sources.isHidden(),
            "view.toggle_panel": shown is not None and not shown.tabs.isHidden(),
        }.items():
            self.actions_by_id[ident].setChecked(on)

    # -- messages

    def tell(
        self, message: str, hint: str = "", kind: BannerKind = "info", choices: Sequence[Choice] = ()
    ) -> None:
        """Show a bar: what, why, what to do."""
        self.messages.tell(message, hint, kind, choices)

    def _show_found(self, words: str) -> None:
        self.findings.setText(words)
        self.findings.setAccessibleName(tr("Findings: {words}").format(words=words))
        self.findings.setVisible(bool(words))

    def _show_reading(self, words: str) -> None:
        self.reading.setText(words)
        self.reading.setVisible(bool(words))

    def _refused(self, message: str, hint: str) -> None:
        trouble = self.desk.file_trouble if self.desk is not None else None
        self.tell(message, hint, "error", self.elsewhere.choices() if trouble is not None else ())

    def _show_saved(self) -> None:
        """Say in the status bar what the file last answered."""
        words, why = saved_words(self.desk)
        self.saved.setText(words)
        self.saved.setAccessibleName(f"{words}: {why}" if why else words)
        set_tip(self.saved, why)
        set_role(self.saved, "error" if why else "muted")

    def say(self, text: str) -> None:
        """Say a word in the status bar, for a while."""
        self.said.setText(text)
        self._said_timer.start()

    @property
    def widget(self) -> QWidget:
        """The window itself, to which dialogs belong."""
        return self

    def open_brief(self, path: Path) -> Window | None:
        """Open a brief, here if this window is empty; return the window that shows it, if one does."""
        return self.app.open(path, self)

    def add_articles(self, paths: Sequence[Path], address: str = "") -> None:
        """Add files, or the page at an address, to the brief that is shown."""
        if self.of_brief is not None:
            adding = self.of_brief.adding
            adding.ask_address(address) if address else adding.add_files(paths)

    def lead_to(self, finding: Finding) -> None:
        """Show a finding among the checks, and go to what it is about."""
        if self.of_brief is not None:
            self.of_brief.checking.lead_to(finding)

    # -- menus

    def _recent_menu(self) -> None:
        menu = QMenu(tr("Open recent"), self)
        menu.setObjectName("menu.recent")
        menu.aboutToShow.connect(lambda: self._fill_recent(menu))
        self.menus["File"].insertMenu(self.actions_by_id["file.sample"], menu)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self.app.settings.recent:
            action = menu.addAction(path.stem)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, p=path: self.app.open(p, self))
        menu.setToolTipsVisible(True)
        if menu.isEmpty():
            menu.addAction(tr("None yet")).setEnabled(False)

    def _page_menu(self, row_id: str, point: QPoint) -> None:
        sections = self.desk.brief.sections if self.desk is not None else ()
        self._menu("section" if any(s.id == row_id for s in sections) else "page", point)

    def _menu(self, place: str, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place == "page" and self.of_brief is not None:
            self.of_brief.spelling.offer(menu)
        actions.fill(menu, place, self.rows, self.actions_by_id)
        menu.popup(point)

    # -- the end

    def flush(self) -> bool:
        """Commit typed words."""
        return self.desk is None or self.desk.flush()

    def restyle(self) -> None:
        """Fonts or colours have changed."""
        actions.recolour(self.actions_by_id, self.rows, self)
        if self.workspace is not None:
            self.workspace.restyle()
        self.refresh_checks()

    def watch(self) -> None:
        """Ask in a job whether the file is still ours; a bar reports it the first time that it is not."""
        desk = self.desk
        if desk is None or desk.read_only or self._looking in self.jobs.running:
            return
        known = desk.file_trouble
        tell = self._refused if known is None else lambda *_: None
        self._looking = self.jobs.run(lambda _: desk.ask_file(), lambda _: None, tell)

    def _back_up(self) -> None:
        store = self.store
        if store is not None and not store.read_only:
            self.watch()
            self.jobs.run(lambda _: store.back_up(min_age=600), lambda _: None, self._refused)

    def _may_close(self) -> bool:
        """Say whether all words are on the disk; what is not is reported, a file that is gone or no longer
        ours once.
        """
        if self.workspace is None or self.desk is None:
            return True
        known = self.desk.file_trouble
        if not self.desk.flush():
            self.tell(
                tr("The last words could not be written: the window stays open."),
                tr("Free some space or reconnect the disk, then close again; or save a copy elsewhere."),
                "error",
                self.elsewhere.choices(),
            )
            return False
        try:
            self.desk.ask_file()
        except StorageError as error:
            if known is None:
                self._refused(error.message, error.hint)
                return False
        return self.workspace.shut()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self._backup_timer.stop()
        self._watch_timer.stop()
        self.jobs.end()
        self.app.settings.set_state("geometry", self.saveGeometry())
        if self.workspace is not None:
            self.workspace.panel_room.take_back()
            if self.path is not None:
                self.app.settings.keep_place(self.path, self.workspace.places.here())
            for name in SPLITTERS:
                self.app.settings.set_state(f"split_{name}", getattr(self.workspace, name).saveState())
        if self.desk is not None:
            self.desk.close()
        if self.store is not None:
            self.store.close()
            self.store = None
        self.app.forget(self)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_adding(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.files.take_dropped(event.mimeData()):
            event.acceptProposedAction()
