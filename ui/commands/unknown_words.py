"""Words that no dictionary has: going to them, putting others in their place, keeping them as one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from briefing import spelling
from briefing.edits import Caret
from briefing.errors import BriefingError
from briefing.spelling import OwnWords
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from ui.command_needs import Context
    from ui.following.spelling_as_typed import Spelling
    from ui.page.underlines import Underline
    from ui.page.view import PageView


class SpellingCommands:
    """Acts on the unknown words of one page."""

    def __init__(self, context: Context, page: PageView, following: Spelling) -> None:
        self._desk = context.desk
        self._messages = context.messages
        self._widget = context.widget
        self._page = page
        self._following = following

    def offer(self, menu: QMenu) -> None:
        """Put what can be done about the word at the caret into a menu; nothing where it is known."""
        caret = self._page.caret()
        line = self._touching(caret) if caret is not None else None
        if caret is not None and line is not None:
            self._fill(menu, caret.row, line)
            menu.addSeparator()

    def _touching(self, caret: Caret) -> Underline | None:
        lines = self._page.spelling.of_row(caret.row)
        return next((line for line in lines if line.start <= caret.offset <= line.end), None)

    def _fill(self, menu: QMenu, row_id: str, line: Underline) -> None:
        word = self._page.block_of(row_id).text()
        word = word[line.start : line.end]
        speller = self._following.speller
        offered = speller.suggestions(word) if speller is not None else ()
        for n, other in enumerate(offered):
            act = menu.addAction(other)
            act.setObjectName(f"spelling.other_{n}")
            act.setEnabled(not self._desk.read_only)
            act.triggered.connect(_ignoring_checked(partial(self.replace, row_id, line, word, other)))
        if not offered:
            menu.addAction(tr("No suggestions")).setEnabled(False)
        menu.addSeparator()
        for name, words, kept in (
            ("add", tr("Add “{word}” to my words"), spelling.of_user()),
            ("ignore", tr("Ignore “{word}” in this brief"), spelling.ignored_in(self._desk.brief.id)),
        ):
            act = menu.addAction(words.format(word=word))
            act.setObjectName(f"spelling.{name}")
            act.triggered.connect(_ignoring_checked(partial(self._keep, kept, word)))

    def replace(self, row_id: str, line: Underline, word: str, other: str) -> None:
        """Put another word in the place of one, in one step; nothing where the row has changed since."""
        page = self._page
        if not self._desk.flush() or page.block_of(row_id).text()[line.start : line.end] != word:
            return
        self._desk.session.end_joining()
        page.set_caret(Caret(row_id, line.end), line.start)
        page.textCursor().insertText(other)
        page.flush()
        self._desk.session.end_joining()
        page.setFocus()

    def _keep(self, kept: OwnWords, word: str) -> None:
        try:
            kept.add(word)
        except BriefingError as error:
            self._messages.fail(error.message, error.hint)
            return
        self._messages.say(tr("“{word}” is no longer marked").format(word=word))
        self._following.refresh()

    def step(self) -> None:
        """Go to the unknown word at the caret, or the next one behind it, and open its menu."""
        message, hint = self._following.trouble
        if message:
            self._messages.tell(message, hint)
            return
        found = self._next()
        if found is None:
            self._messages.say(tr("No unknown words"))
            return
        row_id, line = found
        self._page.setFocus()
        self._page.set_caret(Caret(row_id, line.end), line.start)
        menu = QMenu(self._widget)
        menu.setObjectName("menu.spelling")
        self._fill(menu, row_id, line)
        menu.aboutToHide.connect(menu.deleteLater)
        below = self._page.cursorRect().bottomLeft()
        menu.popup(self._page.viewport().mapToGlobal(below))
        menu.setActiveAction(menu.actions()[0])

    def _next(self) -> tuple[str, Underline] | None:
        page = self._page
        first, last = page.selection()
        lines = [
            (here, row.id, line)
            for here, row in enumerate(page.rows)
            for line in page.spelling.of_row(row.id)
        ]
        at = page.index_of(last.row)
        for here, row_id, line in lines:
            selected = row_id == first.row and (first.offset, last.offset) == (line.start, line.end)
            if here > at or (here == at and line.end >= last.offset and not selected):
                return row_id, line
        return lines[0][1:] if lines else None


def _ignoring_checked(act: Callable[[], object]) -> Callable[[bool], object]:
    return lambda _checked: act()


ACTIONS: tuple[Action[SpellingCommands], ...] = (
    Action("edit.spelling", "Next unknown word…", ("Edit", 390), SpellingCommands.step, ("Shift+F7",),
           needs="brief"),
)  # fmt: skip
