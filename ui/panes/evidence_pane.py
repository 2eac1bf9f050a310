"""The evidence of the claim with the caret: each quote a card, its stance, its source, its notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme
from ui.look.widgets import plain
from ui.panes.evidence_card import EvidenceCard, EvidenceRow
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.exporting.basis_layout import Tree

_LAID_OUT_MS = 60
_PICTURE = 190  # pixels: three boxes in a column before it scrolls


class EvidencePane(QScrollArea):
    """Cards for one claim, or words that say what is there instead."""

    box_picked = Signal(str, str)
    field_changed = Signal(str, str, str)
    show_requested = Signal(str)
    unlink_requested = Signal(str)
    relink_requested = Signal(str, int, int)
    looked_at = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_pane")
        self.setAccessibleName(tr("Evidence"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._rows: tuple[EvidenceRow, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._current = ""
        self._open: set[str] = set()  # evidence whose cards are open
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.title = plain("", "muted", name="evidence_title")
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(theme.UNIT * 2)
        self.setWidget(self._inner)

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        return self._rows

    def show_rows(
        self, title: str, rows: Sequence[EvidenceRow], words: str, *, editable: bool, tree: Tree | None = None
    ) -> None:
        """Show a claim's quotes under its words; `words` says what to do when there is none.

        `tree`: what a judgement rests on, to be drawn.
        """
        shown = (tuple(rows), words, editable, tree)
        if shown == self._shown:
            self.title.setText(title)
            return
        added = [row.id for row in rows if row.id not in {known.id for known in self._rows}]
        of_the_same = len(added) < len(rows)
        self._shown, self._rows = shown, tuple(rows)
        old = self._emptied()
        known = {w.row.id: w for w in old if isinstance(w, EvidenceCard)}
        self.title = plain(title, "muted", wrap=True, name="evidence_title")
        self._column.addWidget(self.title)
        for row in rows:
            card = known.get(row.id)
            if card is None or (card.row, card.editable) != (row, editable):
                card = self._card(row, editable)
            self._column.addWidget(card)
        self._leave([w for w in old if self._column.indexOf(w) < 0])
        if tree is not None:
            self._column.addWidget(self._picture(tree))
        hint = plain(words, "muted", wrap=True, name="evidence_words")
        self._column.addWidget(hint)
        self._column.addStretch(1)
        self.title.setHidden(not title)
        hint.setHidden(not words)
        if added and of_the_same:  # linked to the claim that was shown: it is the one to see
            self._choose(added[-1])
            self._reveal_soon()
        self._choose(self._current)

    def _emptied(self) -> list[QWidget]:
        """Take all widgets out of the column and return them; they live on."""
        old: list[QWidget] = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                old.append(widget)
        return old

    def _leave(self, old: Sequence[QWidget]) -> None:
        """Let widgets go; one that is written in hands keys and half a word on to the one in its place."""
        for widget in old:
            focus = QApplication.focusWidget()
            if isinstance(widget, EvidenceCard) and focus is not None and widget.isAncestorOf(focus):
                self._go_on(widget.row, focus)
            # It keeps its parent until it is gone: without one it is Python's, and ends under its own click
            # or, held by what its buttons are connected to, never.
            widget.hide()
            widget.deleteLater()

    def _go_on(self, row: EvidenceRow, focus: QWidget) -> None:
        card = next((c for c in self._cards() if c.row.id == row.id), None)
        heir = card.findChild(QWidget, focus.objectName()) if card is not None else None
        if card is None or heir is None:
            return
        card.show()
        if isinstance(heir, QLineEdit) and isinstance(focus, QLineEdit):
            field = focus.objectName().removeprefix("evidence_")
            if focus.text() != getattr(row, field, ""):
                heir.setText(focus.text())
            heir.setCursorPosition(focus.cursorPosition())
        heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards(self) -> list[EvidenceCard]:
        places = (self._column.itemAt(n) for n in range(self._column.count()))
        return [w for place in places if place is not None and isinstance(w := place.widget(), EvidenceCard)]

    def _choose(self, evidence_id: str) -> None:
        """Mark the card that keys act on: this one, else the last."""
        self._current = evidence_id if any(row.id == evidence_id for row in self._rows) else ""
        for card in self._cards():
            marked = len(self._rows) > 1 and card.row.id == self.chosen()
            if card.property("current") != marked:
                card.setProperty("current", marked)
                card.style().unpolish(card)
                card.style().polish(card)

    def _reveal_soon(self) -> None:
        """Scroll to the chosen card: at once, and when its quote has got its height."""
        for delay in (0, _LAID_OUT_MS):
            QTimer.singleShot(delay, self, self._reveal)

    def _reveal(self) -> None:
        card = next((c for c in self._cards() if c.row.id == self.chosen()), None)
        if card is not None:
            self.ensureWidgetVisible(card, 0, 8)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        card = next((c for c in self._cards() if now is not None and c.isAncestorOf(now)), None)
        if card is not None:
            self._choose(card.row.id)
        elif now is self:
            self._choose("")

    def _picture(self, tree: Tree) -> QWidget:
        from ui.panes.basis_view import BasisView

        view = BasisView()
        view.setMinimumHeight(_PICTURE)
        view.picked.connect(self.box_picked)
        view.show_tree(tree)
        return view

    def forget(self) -> None:
        """Show what comes next even if it is the same: something typed was refused."""
        self._shown = ()

    def _card(self, row: EvidenceRow, editable: bool) -> EvidenceCard:
        card = EvidenceCard(row, editable, is_open=row.id in self._open)
        card.opened.connect(self._opened)
        card.field_changed.connect(self.field_changed)
        card.show_requested.connect(self.show_requested)
        card.unlink_requested.connect(self.unlink_requested)
        card.relink_requested.connect(self.relink_requested)
        card.looked_at.connect(self.looked_at)
        card.pressed.connect(self._choose)
        return card

    def _opened(self, evidence_id: str, on: bool) -> None:
        (self._open.add if on else self._open.discard)(evidence_id)
        self._choose(evidence_id)
        self._reveal_soon()

    @property
    def says_little(self) -> bool:
        """Return whether there is neither a quote nor a picture to see."""
        return not self._rows and self._shown[3:] in ((), (None,))

    def least_height(self) -> int:
        """Return how many pixels what it says needs."""
        return self._inner.sizeHint().height()

    def chosen(self) -> str:
        """Return the id of the current card's evidence: clicked, written in, else the last; "" for none."""
        if self._current:
            return self._current
        return self._rows[-1].id if self._rows else ""
