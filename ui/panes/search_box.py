"""The search field over the articles, with a menu of filters that writes them as words into it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from briefing.model import Source
from ui.look.widgets import IconButton, WordsField
from ui.translated import tr

_MOST = 20


class _Line(WordsField):
    """Down goes on to what was found, Escape clears."""

    down = Signal()
    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class SearchBox(QWidget):
    """Emits `typed(words)` with each key, `entered` on Enter, `down` to go on to what was found."""

    typed = Signal(str)
    entered = Signal()
    down = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()
        self.line = _Line()
        self.line.setObjectName("sources_search")
        self.line.setAccessibleName(tr("Search the articles"))
        self.line.setPlaceholderText(tr("Search in all articles"))
        self.line.setProperty("role", "search")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.typed)
        self.line.returnPressed.connect(self.entered)
        self.line.down.connect(self.down)
        self.line.cleared.connect(self.cleared)
        self.filters = IconButton("filter", tr("Filter by outlet, date, grade, use"), "sources_filter")
        self.filters.clicked.connect(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 4)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.filters)
        self.setFocusProxy(self.line)

    def set_sources(self, sources: tuple[Source, ...]) -> None:
        """Offer the outlets, dates and grades of these articles."""
        self._sources = sources

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("filter_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu.addMenu(tr("Outlet")), "outlet", (s.publisher for s in self._sources))
        self._fill(menu.addMenu(tr("From the month on")), "after", (s.published[:7] for s in self._sources))
        self._fill(menu.addMenu(tr("Up to the month")), "before", (s.published[:7] for s in self._sources))
        self._fill(menu.addMenu(tr("Grade")), "grade", (s.grade for s in self._sources))
        for word, text in (
            ("used", tr("Quoted in the brief")),
            ("unused", tr("Not quoted yet")),
            ("read", tr("Read")),
            ("unread", tr("Unread")),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, w=word: self.add_filter("is", w))
        menu.popup(self.filters.mapToGlobal(self.filters.rect().bottomLeft()))

    def _fill(self, menu: QMenu, name: str, values: Iterable[str]) -> None:
        found = sorted({value for value in values if value})[:_MOST]
        menu.setEnabled(bool(found))
        for value in found:
            shown = menu.addAction(value.replace("&", "&&"))
            shown.triggered.connect(lambda _=False, v=value: self.add_filter(name, v))

    def add_filter(self, name: str, value: str) -> None:
        """Write a filter before what is typed, in place of one of the same name."""
        mark = f'{name}:"{value}"' if " " in value else f"{name}:{value}"
        others = [word for word in _words(self.line.text()) if not word.startswith(f"{name}:")]
        self.line.setText(" ".join((mark, *others)) + " ")
        self.line.setFocus()


def _words(typed: str) -> list[str]:
    """Return what is typed as words, a quoted value kept with the word it belongs to."""
    words: list[str] = []
    open_quote = False
    for piece in typed.split():
        if open_quote:
            words[-1] += f" {piece}"
        else:
            words.append(piece)
        open_quote ^= piece.count('"') % 2 == 1
    return words
