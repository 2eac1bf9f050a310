"""Finding words in the brief and replacing them: the bar over the page, and what is lit on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from briefing import edits
from briefing.edits import Caret, WordsInRow
from ui.page.focus import reveal_words
from ui.page.replace_bar import ReplaceBar
from ui.translated import tr

if TYPE_CHECKING:
    from ui.command_needs import Context
    from ui.page.view import PageView

_LONGEST = 100  # letters of a selection that are taken to be the words to find


class FindInBrief:
    """Holds the bar of one page; `put(bar)` places it, the first time it is asked for."""

    def __init__(self, context: Context, page: PageView, put: Callable[[QWidget], object]) -> None:
        self._desk = context.desk
        self._messages = context.messages
        self._page = page
        self._put = put
        self._bar: ReplaceBar | None = None

    def has_keys(self) -> bool:
        """Return whether the keys go to the bar."""
        focus = QApplication.focusWidget()
        return self._bar is not None and focus is not None and self._bar.isAncestorOf(focus)

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar, with the selected words in it; with `replacing` the line for other words too."""
        self._desk.flush()
        bar = self._bar or self._made()
        start, end = self._page.selection()
        bar.show_replacing(replacing or (bar.isVisible() and bar.replacing))
        bar.show()
        if start.row == end.row and 0 < end.offset - start.offset < _LONGEST and not self.has_keys():
            words = self._page.block_of(start.row).text()
            bar.field.setText(words[start.offset : end.offset])
        bar.field.setFocus()
        bar.field.selectAll()
        self._find()

    def _made(self) -> ReplaceBar:
        self._bar = bar = ReplaceBar()
        bar.hide()
        self._put(bar)
        bar.changed.connect(self._find)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)
        bar.replace_asked.connect(self.replace)
        bar.replace_all_asked.connect(self.replace_all)
        self._desk.changed.connect(lambda _: self._follow())
        return bar

    def close(self) -> None:
        """Hide the bar; the words that were lit are selected, and the keys go to the brief."""
        if self._bar is not None:
            self._bar.hide()
        current = self._page.found.current
        self._page.found.show((), None)
        if current is not None:
            self._page.set_caret(Caret(current.row, current.end), current.start)
        self._page.setFocus()

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1)."""
        if self._bar is None or self._bar.isHidden():
            self.open()
            return
        places, current = self._page.found.places, self._page.found.current
        if current is not None:
            self._light(places, places[(places.index(current) + by) % len(places)])

    def replace(self) -> None:
        """Replace the words that are lit, and go to the next."""
        current = self._page.found.current
        if self._bar is None or current is None or not self._bar.replacing:
            return
        words = self._bar.words.text()
        if self._desk.do(tr("Replace"), edits.replace_words, self._bar.wanted(), words, (current,)):
            self._find_from(Caret(current.row, current.start + len(words)))

    def replace_all(self) -> None:
        """Replace the words in all places, as one step."""
        if self._bar is None or not self._bar.replacing:
            return
        places = edits.find_words(self._desk.brief, self._bar.wanted())
        words = self._bar.words.text()
        if places and self._desk.do(tr("Replace all"), edits.replace_words, self._bar.wanted(), words):
            message = tr("Replaced in 1 place") if len(places) == 1 else tr("Replaced in {n} places")
            self._messages.say(message.format(n=len(places)))

    # -- what is lit

    def _find(self) -> None:
        current = self._page.found.current
        here = Caret(current.row, current.start) if current is not None else self._page.selection()[0]
        self._find_from(here)

    def _find_from(self, here: Caret) -> None:
        """Light the first place at `here` or after it, from the top again where there is none."""
        places = self._places()
        self._light(places, self._next(places, here))

    def _follow(self) -> None:
        """The brief has changed: light the places as they are now, and scroll nowhere."""
        if self._bar is None or self._bar.isHidden():
            return
        current = self._page.found.current
        here = Caret(current.row, current.start) if current is not None else self._page.selection()[0]
        places = self._places()
        self._show(places, self._next(places, here))

    def _places(self) -> tuple[WordsInRow, ...]:
        return edits.find_words(self._desk.brief, self._bar.wanted()) if self._bar is not None else ()

    def _next(self, places: tuple[WordsInRow, ...], here: Caret) -> WordsInRow | None:
        order = {row.id: i for i, row in enumerate(self._page.rows)}
        at = (order.get(here.row, 0), here.offset)
        ahead = (place for place in places if (order.get(place.row, 0), place.start) >= at)
        return next(ahead, places[0] if places else None)

    def _light(self, places: tuple[WordsInRow, ...], current: WordsInRow | None) -> None:
        self._show(places, current)
        if current is not None:
            reveal_words(self._page, current.row, current.end)

    def _show(self, places: tuple[WordsInRow, ...], current: WordsInRow | None) -> None:
        self._page.found.show(places, current)
        if self._bar is not None:
            self._bar.show_count(places.index(current) + 1 if current is not None else 0, places)
