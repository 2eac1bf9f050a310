"""Lines begun on the page and left without a word go again: a stray click leaves nothing in the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from briefing import edits
from briefing.model import Actor, Brief, Claim, Judgement
from briefing.rows import Row
from briefing.session import NewStep
from ui.page.row_text import OWN, RowText
from ui.translated import tr


class Fresh:
    """Knows the lines that were begun here; `words_wait()` is whether typed words are not committed yet.

    One that is left empty is removed when the event is over."""

    def __init__(self, page: RowText, words_wait: Callable[[], bool]) -> None:
        self._page = page
        self._words_wait = words_wait
        self._begun: set[str] = set()
        self._wait = QTimer(page)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.sweep)

    def begun(self, row_id: str) -> None:
        """Take note of a line that a gesture began."""
        self._begun.add(row_id)

    def moved(self) -> None:
        """The caret went to another row."""
        if self._begun:
            self._wait.start(0)

    def sweep(self, *, all_of_them: bool = False) -> None:
        """Remove the begun lines that are empty and without the caret; the caret's too with `all_of_them`.

        Not while steps can be redone: an undo may have brought the line, and redo must stay.
        """
        page = self._page
        session = page.desk.session
        if session.future or session.read_only or self._words_wait():
            return
        here = page.current_row()
        known = {row.id: row for row in page.rows}
        left = [i for i in self._begun if i in known and (all_of_them or here is None or i != here.id)]
        self._begun.difference_update([i for i in self._begun if i not in known], left)
        gone = [i for i in left if is_empty(known[i])]
        if gone:
            page.desk.do(NewStep(tr("Leave an empty line"), origin=OWN), without, tuple(gone))


def is_empty(row: Row) -> bool:
    """Return whether a line holds nothing a person could miss: no words, and nothing that hangs on it."""
    match row.node:
        case Claim() as claim:
            return claim == Claim(
                claim.id, claim.text, claim.kind, marking=claim.marking, facet=claim.facet
            ) and (not claim.text.strip())
        case Judgement() as judgement:
            return judgement == Judgement(judgement.id, judgement.text, marking=judgement.marking) and (
                not judgement.text.strip()
            )
        case Actor() as actor:
            return actor == Actor(actor.id)
    return False


def without(brief: Brief, gone: tuple[str, ...]) -> Brief:
    """An edit: take empty lines away."""
    actors = {actor.id for actor in brief.actors}
    for ident in gone:
        brief = edits.remove_actor(brief, ident) if ident in actors else edits.remove_item(brief, ident)
    return brief
