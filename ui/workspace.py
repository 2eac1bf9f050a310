"""One brief in a window: articles, reader, page and panel, and how they follow each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QToolBar, QVBoxLayout, QWidget

from briefing import edits, inline, lookup
from briefing.diff import Change
from briefing.edits import Caret
from briefing.model import Claim, Item, Judgement
from briefing.origins import Origins
from briefing.origins.of_brief import keys_of
from briefing.text import Span
from ui import hands
from ui.commands.articles import Articles
from ui.commands.linking import Linking
from ui.commands.moving import Moving
from ui.commands.writing import Writing
from ui.desk import Desk
from ui.following.claim_states import States, links_by_source
from ui.following.origins import Tracing
from ui.following.reading import ArticleReading
from ui.following.searching import Searching
from ui.late import LateCommands
from ui.look import theme
from ui.messages import Teller
from ui.models.hits import HitRow
from ui.page.page_keys import leave_heading
from ui.page.page_state import PageState
from ui.page.row_blocks import Look
from ui.page.view import PageView
from ui.panes.evidence_pane import EvidencePane
from ui.panes.evidence_rows import rows_of
from ui.panes.history_pane import HistoryPane, history_rows
from ui.panes.problems_pane import ProblemsPane
from ui.panes.review_pane import ReviewPane
from ui.panes.sources_pane import SourcesPane
from ui.panes.suggestions_pane import SuggestionsPane
from ui.panes.versions_pane import VersionsPane
from ui.qt.jobs import Jobs
from ui.reader import ReaderPane
from ui.settings import Settings

if TYPE_CHECKING:
    from briefing.checks.basis import Node

# After the first painting, one thing after the other, so that the window answers in between.
_WAKE_MS = 60


class Workspace(QWidget, LateCommands):
    """Builds the panes of one desk and connects them. `tell` shows a bar, `say` a word in the status bar."""

    counted = Signal(str)
    findings_counted = Signal(str)
    said = Signal(str)
    menu_requested = Signal(str, QPoint)
    zoom_requested = Signal(int)
    panes_moved = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, settings: Settings, tell: Teller, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.desk = desk
        self.jobs = jobs
        self.settings = settings
        self.tell = tell
        self.reader = ReaderPane()
        self.sources = SourcesPane()
        self.page = PageView(desk, self._look)
        self.evidence = EvidencePane()
        self.problems = ProblemsPane()
        self.history = HistoryPane()
        self.versions = VersionsPane()
        self.suggestions = SuggestionsPane()
        self.review = ReviewPane()
        self.reading = ArticleReading(desk, self.reader, jobs, self)
        self.states = States(desk, jobs, self)
        self.tracing = Tracing(desk, jobs, self)
        self.searching = Searching(desk, jobs, self)
        self.moving = Moving(self)
        self.linking = Linking(self)
        self.writing = Writing(self)
        self.articles = Articles(self)
        self._lay_out()
        self._connect()
        self._refresh_sources()
        self.states.start()
        self._style_reader()
        if desk.brief.sources:
            self.sources.choose(desk.brief.sources[0].id)
        self._asleep = True

    def showEvent(self, event: QShowEvent) -> None:
        """Wake what the first painting does without, once that is over."""
        super().showEvent(event)
        if self._asleep:
            self._asleep = False
            QTimer.singleShot(0, self, self._wake)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not hands.letter(self, event):
            super().keyPressEvent(event)

    def _wake(self) -> None:
        for delay, wake in enumerate(self._wakers()):
            QTimer.singleShot(_WAKE_MS + delay * 10, self, wake)

    def _wakers(self) -> tuple[Callable[[], object], ...]:
        return (
            lambda: self.adding,
            lambda: self.checking,
            lambda: self.suggesting,
            lambda: self.reviewing,
            lambda: self.version_acts.refresh(),  # noqa: PLW0108  asked for only when it is time
            self.states.check,
            self.tracing.look,
        )

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setObjectName("panel")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.evidence, self.tr("Evidence"))
        self.tabs.addTab(self.problems, self.tr("Checks"))
        self.tabs.addTab(self.suggestions, self.tr("Suggestions"))
        self.tabs.addTab(self.history, self.tr("History"))
        self.tabs.addTab(self.versions, self.tr("New versions"))
        self.tabs.addTab(self.review, self.tr("Review"))
        for late in (self.versions, self.review):
            self.tabs.setTabVisible(self.tabs.indexOf(late), False)
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
        self.toolbar.setAccessibleName(self.tr("Writing"))
        self.toolbar.setIconSize(QSize(18, 18))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.page, 1)
        return side

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
        self.sources.search_typed.connect(self.searching.search)
        self.searching.found.connect(self.sources.show_found)
        self.sources.hit_chosen.connect(self._show_hit)
        self.sources.chosen.connect(lambda ident: hands.show_article(self, ident))
        self.reading.shown.connect(self.sources.choose)
        self.reader.link_requested.connect(self.linking.link_selection)
        self.reader.claim_requested.connect(self.linking.claim_of_selection)
        self.reader.actor_requested.connect(self.linking.actor_of_selection)
        self.reader.copy_requested.connect(self.linking.copy_citation)
        self.reader.mark_clicked.connect(self.show_claims_of)
        self.reader.zoom_requested.connect(self.zoom_requested)
        self.page.zoom_requested.connect(self.zoom_requested)
        self.page.row_entered.connect(lambda _: self.refresh_evidence())
        self.page.number_clicked.connect(self.reading.reveal)
        self.page.chip_clicked.connect(self.writing.edit_chip)
        self.page.state_clicked.connect(self._state_clicked)
        self.page.heading_clicked.connect(self.writing.rename_section)
        self.page.quote_dropped.connect(self.linking.drop)
        self.page.menu_requested.connect(self.menu_requested)
        self.evidence.field_changed.connect(self.articles.set_evidence)
        self.evidence.show_requested.connect(self.reading.reveal)
        self.evidence.unlink_requested.connect(self.articles.unlink)
        self.evidence.relink_requested.connect(self.articles.relink)
        self.evidence.box_picked.connect(self._box_picked)
        self.evidence.looked_at.connect(
            lambda ident: self.desk.do(self.tr("The quote still fits"), edits.looked_at, ident)
        )
        self.history.go_to.connect(self.desk.go_to)
        self.articles.connect_panes()

    # -- following

    def _changed(self, change: Change) -> None:
        if not change.inside_items:
            self._refresh_sources()
            if "version_acts" in self.__dict__:
                self.version_acts.refresh()
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

    def show_versions(self) -> None:
        """Show the quotes that rest on older versions."""
        self.version_acts.show()

    def _verified(self) -> None:
        self.reading.set_broken(self.states.broken)
        self.refresh_evidence()

    def _refresh_sources(self) -> None:
        brief = self.desk.brief
        self.sources.show_sources(brief.sources, links_by_source(brief), self.tracing.origins)

    def _refresh_history(self) -> None:
        if self.tabs.currentWidget() is self.history:
            session = self.desk.session
            self.history.show_rows(history_rows(session.past, session.future, self.tr("Opened")))

    def refresh_evidence(self) -> None:
        """Show the evidence of the row with the caret."""
        title, rows, words = rows_of(self.desk, self.current_item(), self.states, self.tracing.origins)
        tree = self._tree()
        self.evidence.show_rows(title, rows, words, editable=not self.desk.read_only, tree=tree)

    def _tree(self) -> Node | None:
        """Return what the judgement with the caret rests on, None elsewhere."""
        item = self.current_item()
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
            self.go_to(ident)

    # -- what is where

    def current_item(self) -> Item | None:
        """Return the claim or judgement with the caret, as the brief has it."""
        row = self.page.current_row()
        return row.node if row is not None and isinstance(row.node, Claim | Judgement) else None

    def current_row_kind(self) -> str:
        """Return the kind of the row with the caret, or ""."""
        row = self.page.current_row()
        return row.kind if row is not None else ""

    def place_for_claim(self) -> tuple[str, str]:
        """Return where a new claim goes: a section's or an actor's id, and the item before it."""
        row = self.page.current_row()
        brief = self.desk.brief
        if row is not None and row.kind == "claim":
            return row.holder, row.id
        if row is not None and row.kind == "actor":
            return row.id, "^"
        here = next((s for s in brief.sections if row is not None and s.id == row.holder), None)
        if here is not None and here.kind not in ("outlook", "actors"):
            return here.id, ""
        first = next((s for s in brief.sections if s.kind == "situation"), brief.sections[0])
        return first.id, ""

    def show_evidence_of(self, claim_id: str) -> None:
        """Show a claim's evidence in the panel; keys that another pane of it had go to the brief."""
        if self.tabs.currentWidget() is not self.evidence:
            hands.leave(self, self.tabs)
        self.tabs.setCurrentWidget(self.evidence)
        if claim_id == getattr(self.current_item(), "id", ""):
            self.refresh_evidence()

    def say(self, text: str) -> None:
        """Say a word in the status bar."""
        self.said.emit(text)

    # -- going places

    def go_to(self, item_id: str, span: Span | None = None) -> None:
        """Put the caret at the end of a claim or judgement, or select a span of its words, and write there."""
        if self.look_at(item_id, span):
            self.page.setFocus()

    def look_at(self, item_id: str, span: Span | None = None) -> bool:
        """Put the caret there as `go_to` does, and leave the keys where they are; False when it is not there."""
        item = next((i for i in lookup.statements(self.desk.brief) if i.id == item_id), None)
        if item is None:
            return False
        start, end = span or (len(inline.plain(item.text)),) * 2
        self.page.set_caret(Caret(item_id, end), start)
        return True

    def look_at_section(self, section_id: str) -> None:
        """Put the caret to the first words under a section's heading, and leave the keys where they are."""
        self.page.set_caret(Caret(section_id, 0))
        leave_heading(self.page, down=True)

    def show_claims_of(self, evidence_ids: tuple[str, ...]) -> None:
        """Go to the claims that use a passage: the first, and at each further click the next."""
        users = [c.id for c, e in lookup.evidence(self.desk.brief) if e.id in evidence_ids]
        users = list(dict.fromkeys(users))
        if not users:
            return
        here = getattr(self.current_item(), "id", "")
        at = (users.index(here) + 1) % len(users) if here in users else 0
        self.look_at(users[at])
        self.tabs.setCurrentWidget(self.evidence)
        if len(users) > 1:
            self.say(self.tr("Claim {i} of {n} that use these words").format(i=at + 1, n=len(users)))

    def _state_clicked(self, row_id: str, mark: str) -> None:
        if mark in ("error", "warning"):
            self.checking.show_first_of(row_id)
            return
        self.go_to(row_id)
        self.tabs.setCurrentWidget(self.evidence)

    # -- looks

    def _look(self) -> Look:
        tokens = theme.of(self.palette())
        size = max(8.0, self.font().pointSizeF()) * 1.06 * self.settings.scale
        return Look(self.font().family(), size, tokens.text, tokens.text_muted, tokens.accent)

    def restyle(self) -> None:
        """Set fonts and colours again: the theme, the scale or the family has changed."""
        self._style_reader()
        self.page.flush()
        self.page.rebuild()

    def _style_reader(self) -> None:
        self.reader.set_family("serif" if self.settings.serif else "sans")
        self.reader.set_font_scale(self.settings.scale)

    def shut(self) -> bool:
        """Commit typed words and end the jobs; False when the file could not be written."""
        ok = self.desk.flush()
        if ok:
            self.page.fresh.sweep(all_of_them=True)
            self.jobs.wait_all()
            self.searching.close()
        return ok
