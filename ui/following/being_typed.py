"""Where somebody types: what is found in a sentence that is not yet whole waits for its end or a pause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import inline, lookup
from briefing.checks import half_typed
from briefing.checks.findings import Finding
from briefing.diff import Change
from briefing.model import Brief, Claim, Judgement
from ui.desk import TYPING

if TYPE_CHECKING:
    from briefing.edits import Caret
    from ui.page.view import PageView

PAUSE_MS = 2000


class BeingTyped(QObject):
    """Follows the keys in one item; `changed` when what waits may be shown: a pause, or the row was left."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: PageView | None = None
        self._item = ""
        self._stood: frozenset[half_typed.Trait] = frozenset()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self._paused)

    def watch(self, page: PageView) -> None:
        """Ask a page where the caret is, and hear from it when the row is left."""
        self._page = page
        page.row_entered.connect(self._entered)
        page.keys_left.connect(self._leave)

    def follow(self, change: Change, checked: Brief | None, findings: Iterable[Finding]) -> None:
        """Take an edit; `findings` are those of the brief that was `checked` last.

        An edit of the item that is no typing, such as a link or an undo, ends the waiting.
        """
        caret = self._caret()
        if change.origin != TYPING:
            if self._item in change.ids():
                self._leave()
        elif caret is not None and any(
            isinstance(node, Claim | Judgement) and node.id == caret.row for node in change.put
        ):
            if caret.row != self._item:
                self._item = caret.row
                self._stood = half_typed.traits(findings, caret.row, _text(checked, caret.row))
            self.pause.start()

    def shown(self, checked: Brief, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return the findings of a brief without those that wait; what is shown once does not wait again."""
        caret = self._caret()
        if not self._item or caret is None:
            return findings
        text = _text(checked, self._item)
        typed = half_typed.HalfTyped(
            self._item, text, min(caret.offset, len(text)), self._stood, not self.pause.isActive()
        )
        found = half_typed.shown(findings, typed)
        self._stood |= half_typed.traits(found, self._item, text)
        return found

    def _caret(self) -> Caret | None:
        return self._page.caret() if self._page is not None else None

    def _paused(self) -> None:
        if self._page is not None and self._page.dirty:  # a key has come that is not yet committed
            self.pause.start()
        else:
            self.changed.emit()

    def _entered(self, row_id: str) -> None:
        if row_id != self._item:
            self._leave()

    def _leave(self) -> None:
        if self._item:
            self._item = ""
            self.pause.stop()
            self.changed.emit()


def _text(brief: Brief | None, item_id: str) -> str:
    """Return the plain text of an item, "" where the brief has it no more, or not yet."""
    items = lookup.statements(brief) if brief is not None else ()
    return next((inline.plain(item.text) for item in items if item.id == item_id), "")
