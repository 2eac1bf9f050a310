"""The articles of the brief: a search field, a list, what to do when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from briefing.model import Source
from briefing.origins import Origins
from briefing.source_order import SOURCE_ORDERS, SourceOrder, in_order
from ui.look import speech
from ui.look.widgets import IconButton, button, heading, plain
from ui.models import sources_model as model
from ui.models.hits import HitRow, found_sources, hits_model
from ui.panes.passage_delegate import PassageDelegate
from ui.panes.row_list import RowList, types
from ui.panes.search_box import SearchBox
from ui.panes.source_delegate import SourceDelegate
from ui.translated import tr


def _orders() -> dict[SourceOrder, str]:
    return {
        "added": tr("As they were added"),
        "date": tr("By date, newest first"),
        "title": tr("By title"),
        "outlet": tr("By outlet"),
        "use": tr("By use, most quoted first"),
        "grade": tr("By grade"),
    }


_FOUND = 2  # the place of what was found among the lists of the pane


class SourcesPane(QWidget):
    """Emits what is chosen and what is dropped."""

    chosen = Signal(str)
    add_requested = Signal()
    paste_requested = Signal()
    fetch_requested = Signal()
    details_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    files_dropped = Signal(object)
    text_dropped = Signal(str)
    address_dropped = Signal(str)
    search_typed = Signal(str)
    hit_chosen = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources_pane")
        self.setAccessibleName(tr("Articles"))
        self.setAcceptDrops(True)
        self.model = model.SourcesModel(self)
        self._found_for = ""
        self._entered = False  # Enter was pressed before the search had answered
        self.search = SearchBox()
        self.search.typed.connect(self._typed)
        self.search.down.connect(self._to_list)
        self.search.entered.connect(self._enter)
        self.hits = hits_model(self)
        self.hit_list = RowList("search_hits", tr("What was found"))
        self.hit_list.setModel(self.hits)
        self.hit_list.setItemDelegate(PassageDelegate(3, self.hit_list))
        self.hit_list.setMouseTracking(True)
        self.hit_list.setUniformItemSizes(True)
        self.hit_list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.hit_list.activated.connect(lambda index: self._pick(index, True))
        self.hit_list.clicked.connect(lambda index: self._pick(index, False))
        self.hit_list.selectionModel().currentChanged.connect(lambda index, _: self._pick(index, False))
        self.order: SourceOrder = "added"
        self._shown: tuple[tuple[Source, ...], dict[str, int]] = ((), {})
        self.list = QListView()
        self.list.setObjectName("sources_list")
        self.list.setAccessibleName(tr("Articles"))
        self.list.setProperty("role", "rows")
        self.list.setModel(self.model)
        self.list.setItemDelegate(SourceDelegate(3, self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(lambda index: self.details_requested.emit(index.data(model.ID)))
        self._lay_out()

    def _lay_out(self) -> None:
        self.sorter = IconButton("sort", tr("Order of the articles"), "sources_sort")
        self.sorter.clicked.connect(self.choose_order)
        add = IconButton("add-article", tr("Add articles"), "sources_add")
        add.clicked.connect(self.add_requested)
        paste = IconButton("paste", tr("Paste an article"), "sources_paste")
        paste.clicked.connect(self.paste_requested)
        fetch = IconButton("globe", tr("Add a web page"), "sources_fetch")
        fetch.clicked.connect(self.fetch_requested)
        self.count = plain("", "muted", name="sources_count")
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 8, 0)
        top.addWidget(heading(tr("Articles")))
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.sorter)
        top.addWidget(fetch)
        top.addWidget(paste)
        top.addWidget(add)
        self.found = plain("", "muted", wrap=True, name="search_found")
        self.found.setContentsMargins(14, 0, 8, 2)
        self.found.hide()
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self.hit_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(self.found)
        column.addWidget(body, 1)

    def _empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(8)
        words = tr("No articles yet. Drop files, folders or a link here, or add them.")
        column.addWidget(plain(words, "muted", wrap=True, name="sources_empty"))
        add = button(tr("Add articles…"), "sources_empty_add", role="primary")
        add.clicked.connect(self.add_requested)
        paste = button(tr("Paste an article…"), "sources_empty_paste")
        paste.clicked.connect(self.paste_requested)
        column.addWidget(add)
        column.addWidget(paste)
        column.addStretch(1)
        return empty

    def show_sources(
        self, sources: tuple[Source, ...], links: dict[str, int], origins: Origins | None = None
    ) -> None:
        """Show the articles of a brief, their counts of links, whose story each is; the chosen one stays."""
        chosen = self.current()
        self._shown = sources, links
        self.model.set_sources(in_order(sources, self.order, links), links, origins)
        self.sorter.setVisible(len(sources) > 1)
        self.count.setText(str(len(sources)) if sources else "")
        self.search.set_sources(sources)
        self.search.setVisible(bool(sources))
        if self._stack.currentIndex() != _FOUND or not sources:
            empty = self._stack.currentWidget()
            focus = QApplication.focusWidget()
            left = bool(sources) and focus is not None and empty is not None and empty.isAncestorOf(focus)
            self._stack.setCurrentIndex(0 if sources else 1)
            if left:  # the button that was pressed has gone: not on to the next one, which opens a dialog
                self.list.setFocus()
        if chosen and self.current() != chosen:
            self.choose(chosen)

    def set_order(self, order: str) -> None:
        """List the articles in an order of `SOURCE_ORDERS`; one that is not known changes nothing."""
        known = next((one for one in SOURCE_ORDERS if one == order), None)
        if known is not None and known != self.order:
            self.order = known
            self.show_sources(*self._shown)

    def choose_order(self) -> None:
        """Offer the orders in a menu below the button."""
        menu = QMenu(self)
        menu.setObjectName("order_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for order, words in _orders().items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(order == self.order)
            action.triggered.connect(lambda _=False, chosen=order: self.set_order(chosen))
            group.addAction(action)
        menu.popup(self.sorter.mapToGlobal(self.sorter.rect().bottomLeft()))

    def current(self) -> str:
        """Return the id of the chosen article, or ""."""
        index = self.list.currentIndex()
        return str(index.data(model.ID)) if index.isValid() else ""

    def choose(self, source_id: str) -> None:
        """Make an article the chosen one."""
        row = self.model.row_of(source_id)
        index = self.model.index(row) if row >= 0 else QModelIndex()
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    # -- search

    def show_found(self, typed: str, rows: Sequence[HitRow]) -> None:
        """Show what was found for the words typed; "" goes back to the list of articles."""
        self.hits.set_rows(rows)
        self._found_for = typed
        self.found.setVisible(bool(typed))
        if self._entered and typed == self.search.line.text().lstrip():
            QTimer.singleShot(0, self, self._enter)
        if not typed:
            self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
            return
        articles = found_sources(rows)
        many = tr("{n} passages in {m} articles") if articles > 1 else tr("{n} passages in one article")
        self.found.setText(many.format(n=len(rows), m=articles) if len(rows) > 1 else tr("1 passage"))
        if not rows:
            self.found.setText(
                tr("Nothing found. Words are found by their beginnings; “quotes” keep a phrase together.")
            )
        if passed := _passed_over(typed):
            ignored = tr("Not understood and ignored: {words}.").format(words=passed)
            self.found.setText(f"{self.found.text()}\n{ignored}")
        speech.say(self.search, self.found.text())
        self._stack.setCurrentIndex(_FOUND)

    def _typed(self, words: str) -> None:
        self._entered = False
        self.search_typed.emit(words)

    def go_to_list(self) -> None:
        """Give the keys to the list that is shown: of articles, or of what was found."""
        self._to_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed over what was found go on in the search."""
        if types(event) and self._stack.currentIndex() == _FOUND:
            self.search.line.setFocus()
            self.search.line.end(False)
            QApplication.sendEvent(self.search.line, event)
        else:
            super().keyPressEvent(event)

    def _to_list(self) -> None:
        shown = self.hit_list if self._stack.currentIndex() == _FOUND else self.list
        shown.setFocus()
        if shown.model().rowCount() and not shown.currentIndex().isValid():
            shown.setCurrentIndex(shown.model().index(0, 0))

    def _enter(self) -> None:
        """Go to the hit that is chosen, else the first.

        Enter waits for what is found for the words as they are.
        """
        typed = self.search.line.text().lstrip()
        self._entered = typed not in ("", self._found_for)
        if self.hits.rows and not self._entered:
            chosen = self.hit_list.currentIndex()
            self._pick(chosen if chosen.isValid() else self.hits.index(0), True)

    def _pick(self, index: QModelIndex, entered: bool) -> None:
        if 0 <= index.row() < len(self.hits.rows):
            row = self.hits.rows[index.row()]
            self.hit_chosen.emit(row, entered)

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data(model.ID))

    def _menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if index.isValid():
            self.list.setCurrentIndex(index)
        self.menu_requested.emit(
            index.data(model.ID) if index.isValid() else "", self.list.mapToGlobal(point)
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        addresses = [url.toString() for url in data.urls() if url.scheme() in ("http", "https")]
        if paths:
            self.files_dropped.emit(paths)
        elif addresses:
            self.address_dropped.emit(addresses[0])
        elif data.hasText():
            self.text_dropped.emit(data.text())
        event.acceptProposedAction()


def _passed_over(typed: str) -> str:
    """Return the operators of a search that say nothing, but for one that is still being typed."""
    from briefing.finder import parse

    return ", ".join(word for word in parse(typed).ignored if not typed.endswith(word))
