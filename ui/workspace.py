"""One brief in a window: articles, reader, page and panel, and how they follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QToolBar, QVBoxLayout, QWidget

from briefing import edits
from briefing.diff import Change
from briefing.model import Judgement
from briefing.origins import Origins
from briefing.origins.of_brief import keys_of
from ui.desk import Desk
from ui.following.article_shown import ArticleReading
from ui.following.claim_states import States, links_by_source
from ui.following.meaning import Meaning
from ui.following.near_passages import NearPassages
from ui.following.origins import Tracing
from ui.following.saved_heard import SavedHeard
from ui.following.search_as_typed import Searching
from ui.following.spelling_as_typed import Spelling
from ui.look import motion, theme
from ui.messages import Messages
from ui.models.hits import HitRow
from ui.page.page_state import PageState
from ui.page.row_blocks import Look
from ui.page.view import PageView
from ui.panes.evidence_rows import rows_of
from ui.panes.history_pane import history_rows
from ui.panes.panel import Panel
from ui.panes.panel_room import PanelRoom
from ui.panes.row_list import types
from ui.panes.sources_pane import SourcesPane
from ui.places import Places
from ui.qt.jobs import Jobs
from ui.qt.screens import room
from ui.qt.shortcuts import spelled
from ui.reader import ReaderPane
from ui.settings import Settings
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.checks.basis import Node

# After the first painting, one thing after the other, so that the window answers in between.
WAKE_MS = 60
ROOMY = 40  # lines of text: a window this high has room for all panes
NARROW = 760  # pixels: a window this wide shows the list of articles beside the others
_LAST_MS = 110  # when commands have been woken
_LATER_MS = 1500  # what takes minutes begins when the first words can be typed


class Workspace(QWidget):
    """Builds the panes of one desk and connects them. `painted` once, when the first painting is over."""

    counted = Signal(str)
    findings_counted = Signal(str)
    painted = Signal()
    menu_requested = Signal(str, QPoint)
    zoom_requested = Signal(int)

    def __init__(
        self, desk: Desk, jobs: Jobs, settings: Settings, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.desk = desk
        self.jobs = jobs
        self.settings = settings
        self.messages = messages
        self.reader = ReaderPane()
        self.sources = SourcesPane()
        self.page = PageView(desk, self._look)
        self.tabs = Panel()
        self.evidence = self.tabs.evidence
        self.problems = self.tabs.problems
        self.history = self.tabs.history
        self.versions = self.tabs.versions
        self.suggestions = self.tabs.suggestions
        self.review = self.tabs.review
        self.reading = ArticleReading(desk, self.reader, jobs, self)
        self.meaning = Meaning(desk, jobs, settings, self)
        self.states = States(desk, jobs, self, NearPassages(desk, jobs, self.meaning, self))
        self.tracing = Tracing(desk, jobs, self)
        self.saved_heard = SavedHeard(desk, messages.speak, self)
        self.searching = Searching(desk, jobs, self)
        self.spelling = Spelling(desk, self.page, jobs, settings, self)
        self.places = Places(desk, self.page, self.tabs, self.sources, self.reading, messages)
        self._lay_out()
        self._connect()
        self._refresh_sources()
        self.states.start()
        self._style_reader()
        self.page.setTabChangesFocus(not settings.tab_sections)
        if desk.brief.sources:
            self.sources.choose(desk.brief.sources[0].id)
        self.narrow(room(self).size())
        self._asleep = True

    def showEvent(self, event: QShowEvent) -> None:
        """Wake what the first painting does without, once that is over."""
        super().showEvent(event)
        if self._asleep:
            self._asleep = False
            QTimer.singleShot(0, self, self._wake)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.page.hasFocus():
            self.page.setFocus()  # no pane had a use for it
        elif not self._letter(event):
            super().keyPressEvent(event)

    def _letter(self, event: QKeyEvent) -> bool:
        """Answer a letter that no widget took; False when it is none, or nothing can be written.

        Lists, buttons and cards take no letters: those go on at the caret of the brief, where words are
        written. The reader has commands on its letters; another letter there writes nothing, and the window
        says so.
        """
        if not types(event):
            return False
        if self.reader.isAncestorOf(QApplication.focusWidget() or self):
            words = tr(
                "“{key}” does nothing in an article: {view.page} goes to the brief, "
                "{help.keys} shows the keys."
            )
            self.messages.say(spelled(words, self).replace("{key}", event.text()))
            return True
        if self.desk.read_only or self.page.hasFocus():
            return False
        self.page.setFocus()
        QApplication.sendEvent(self.page, event)
        return True

    def _wake(self) -> None:
        self.painted.emit()
        self.panel_room.begin()
        self.make_room()
        # Once the panes have their sizes the lines are broken again, and the caret stands elsewhere.
        QTimer.singleShot(0, self.page, self.page.keep_room)
        for delay, wake in enumerate((self.states.check, self.tracing.look)):
            QTimer.singleShot(_LAST_MS + delay * 10, self, wake)
        QTimer.singleShot(_LATER_MS, self, self.meaning.make_ahead)
        QTimer.singleShot(_LATER_MS // 2, self, self.spelling.start)

    def _lay_out(self) -> None:
        self.tabs.currentChanged.connect(lambda _: self._refresh_history())
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.setObjectName("split_across")
        self.across.addWidget(self.reader)
        self.across.addWidget(self._page_side())
        self.across.setSizes([500, 560])
        self.down = QSplitter(Qt.Orientation.Vertical)
        self.down.setObjectName("split_down")
        self.down.addWidget(self.across)
        self.down.addWidget(self.tabs)
        self.down.setSizes([560, 210])
        self.down.setStretchFactor(0, 1)
        self.down.setStretchFactor(1, 0)
        self.panel_room = PanelRoom(self.down, self.tabs)
        self.whole = QSplitter(Qt.Orientation.Horizontal)
        self.whole.setObjectName("split_whole")
        self.whole.addWidget(self.sources)
        self.whole.addWidget(self.down)
        self.whole.setSizes([250, 1030])
        self.whole.setStretchFactor(0, 0)
        self.whole.setStretchFactor(1, 1)
        for splitter in (self.across, self.down, self.whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)

    def _page_side(self) -> QWidget:
        side = QWidget()
        side.setProperty("role", "surface")
        self.toolbar = QToolBar()
        self.toolbar.setObjectName("page_toolbar")
        self.toolbar.setAccessibleName(tr("Writing"))
        self.toolbar.setIconSize(QSize(18, 18))
        if (more := self.toolbar.findChild(QWidget, "qt_toolbar_ext_button")) is not None:
            more.setAccessibleName(tr("More commands"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.page, 1)
        return side

    def put_over_page(self, bar: QWidget) -> None:
        """Put a bar between the buttons over the page and the page."""
        side = self.page.parentWidget()
        column = side.layout() if side is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.page), bar)

    def narrow(self, screen: QSize) -> None:
        """Begin without the list of articles on a screen that is too narrow for it beside the others."""
        if screen.width() < NARROW:
            self.sources.hide()

    def make_room(self) -> None:
        """Leave the brief a third of a window that shows few lines: it is low, or its letters are large."""
        whole = self.window().size()
        least = whole.width() * whole.height() / 3
        if whole.height() >= ROOMY * self.fontMetrics().height():
            return
        if self.page.width() * self.page.height() >= least:
            return
        over = self.across.height() - self.page.height()
        self.narrow(whole)
        self.down.setSizes([whole.height(), 0])  # each pane keeps the least it needs
        high = max(1, self.down.sizes()[0] - over)
        most = self.across.width() - self.reader.minimumSizeHint().width()
        wide = min(most, round(least / high) + 8)
        self.across.setSizes([self.across.width() - wide, wide])

    def fill_toolbar(self, actions: Sequence[QAction | None]) -> None:
        """Put actions over the page, with a gap for each None."""
        for action in actions:
            if action is None:
                self.toolbar.addSeparator()
            else:
                self.toolbar.addAction(action)
                made = self.toolbar.widgetForAction(action)
                made.setObjectName(f"toolbar.{action.objectName()}")
                made.setAccessibleName(action.text().rstrip("…"))

    def _connect(self) -> None:
        self.desk.changed.connect(self._changed)
        self.states.facts_changed.connect(self._facts)
        self.states.counted.connect(self.counted)
        self.states.verified.connect(self._verified)
        self.tracing.found.connect(self._traced)
        self.spelling.failed.connect(self.messages.say)
        self.meaning.failed.connect(lambda message, hint: self.messages.tell(message, hint, "error"))
        self.sources.search_typed.connect(self.searching.search)
        self.searching.found.connect(self.sources.show_found)
        self.sources.hit_chosen.connect(self._show_hit)
        self.sources.chosen.connect(self.places.show_article)
        self.reading.shown.connect(self.sources.choose)
        self.reader.mark_clicked.connect(self.places.show_claims_of)
        self.reader.zoom_requested.connect(self.zoom_requested)
        self.reader.left.connect(self.page.setFocus)
        self.page.zoom_requested.connect(self.zoom_requested)
        self.page.row_entered.connect(lambda _: self.refresh_evidence())
        self.states.typed.watch(self.page)
        self.page.number_clicked.connect(self.reading.reveal)
        self.page.menu_requested.connect(self.menu_requested)
        self.evidence.show_requested.connect(self.reading.reveal)
        self.evidence.box_picked.connect(self._box_picked)
        self.evidence.looked_at.connect(
            lambda ident: self.desk.do(tr("The quote still fits"), edits.looked_at, ident)
        )
        self.history.go_to.connect(self.desk.go_to)
        self.places.evidence_due.connect(self.refresh_evidence)

    # -- following

    def _changed(self, change: Change) -> None:
        if not change.inside_items:
            self._refresh_sources()
        self.refresh_evidence()
        self._refresh_history()

    def _facts(self, facts: PageState) -> None:
        self.page.set_state(facts)

    def _traced(self, origins: Origins) -> None:
        self.states.set_origins(keys_of(origins))
        self._refresh_sources()
        self.refresh_evidence()

    def _show_hit(self, row: HitRow, entered: bool) -> None:
        self.reading.reveal_span(row.source_id, row.start, row.end)
        self.reader.article.set_found(tuple((row.start + a, row.start + b) for a, b in row.spans), None)
        if entered:
            self.reader.article.select(row.start, row.end, reveal=False)
            self.reader.article.setFocus()

    def _verified(self) -> None:
        self.reading.set_broken(self.states.broken)
        self.refresh_evidence()

    def _refresh_sources(self) -> None:
        brief = self.desk.brief
        self.sources.show_sources(brief.sources, links_by_source(brief), self.tracing.origins)

    def _refresh_history(self) -> None:
        if self.tabs.currentWidget() is self.history:
            session = self.desk.session
            self.history.show_rows(history_rows(session.past, session.future, tr("Opened")))

    def refresh_evidence(self) -> None:
        """Show the evidence of the row with the caret."""
        title, rows, words = rows_of(self.desk, self.places.item(), self.states, self.tracing.origins)
        tree = self._tree()
        self.evidence.show_rows(
            title, rows, spelled(words, self), editable=not self.desk.read_only, tree=tree
        )
        self.panel_room.fit()

    def _tree(self) -> Node | None:
        """Return what the judgement with the caret rests on, None elsewhere."""
        item = self.places.item()
        if not isinstance(item, Judgement) or not item.basis:
            return None
        from briefing.checks import basis

        return basis.tree(self.desk.brief, item, self.states.check_facts())

    def _box_picked(self, kind: str, ident: str) -> None:
        """Go to what a box of the picture stands for."""
        if kind == "quote":
            self.reading.reveal(ident)
        elif kind in ("source", "origin"):
            self.sources.choose(ident)
        else:
            self.places.go_to(ident)

    # -- looks

    def _look(self) -> Look:
        tokens = theme.of(self.palette())
        size = max(8.0, self.font().pointSizeF()) * 1.06 * self.settings.scale
        return Look(self.font().family(), size, tokens.text, tokens.text_muted, tokens.accent)

    def restyle(self) -> None:
        """Set fonts and colours again: the theme, the scale or the family has changed."""
        self._style_reader()
        self.page.setTabChangesFocus(not self.settings.tab_sections)
        self.page.flush()
        self.page.restyle()
        self.spelling.refresh()

    def _style_reader(self) -> None:
        self.reader.set_family("serif" if self.settings.serif else "sans")
        self.reader.set_font_scale(self.settings.scale)
        self.reader.article.animated = not (self.settings.less_motion or motion.less_asked())

    def shut(self) -> bool:
        """Commit typed words and end the jobs; False when the file could not be written."""
        ok = self.desk.flush()
        if ok:
            self.page.fresh.sweep(all_of_them=True)
            self.jobs.wait_all()
            self.searching.close()
        return ok
