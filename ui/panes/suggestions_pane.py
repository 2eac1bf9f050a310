"""Suggested evidence for the claim with the caret: the best sentences over all articles, one key to link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefing import inline
from briefing.model import Claim, Source
from ui.look.bidi import joined
from ui.look.widgets import button, plain
from ui.models.hits import HitRow, hits_model
from ui.panes.passage_delegate import PassageDelegate
from ui.panes.row_list import RowList
from ui.panes.rows_pane import RowsPane
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.suggest import Suggestion


def suggestion_row(found: Suggestion, source: Source, text: str) -> HitRow:
    """Return the row of a suggestion; the words keep their length, so that spans stay true."""
    words = text[found.start : found.end].replace("\n", " ").replace("\t", " ")
    spans = tuple((a - found.start, b - found.start) for a, b in found.words)
    above = joined(source.title or source.filename, source.publisher, found.why)
    return HitRow(found.source_id, found.start, found.end, words, spans, above)


def claim_row(claim: Claim, section: str) -> HitRow:
    """Return the row of a claim that a judgement could rest on; it stands under its own id."""
    words = inline.plain(claim.text)
    return HitRow(claim.id, 0, len(words), words, (), joined(tr("Claim"), section))


class SuggestionsPane(RowsPane[HitRow, HitRow]):
    """Emits what is asked of a suggestion: link it, show it."""

    link_requested = Signal(object)
    show_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("suggestions_pane", tr("Suggestions"), lambda row: row, parent)
        self._set_list(hits_model(self), RowList("suggestions_list", tr("Suggested passages")))
        self.list.setItemDelegate(PassageDelegate(2, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.activated.connect(lambda _: self._emit(self.link_requested))
        self.list.clicked.connect(lambda _: self._emit(self.show_requested))
        self.words = plain("", "muted", name="suggestions_words")
        self.link = button(tr("Link"), "suggestions_link", role="quiet")
        self.link.clicked.connect(lambda: self._emit(self.link_requested))
        self.show_it = button(tr("Show"), "suggestions_show", role="quiet")
        self.show_it.clicked.connect(lambda: self._emit(self.show_requested))
        self._lay_out((self.words,), (self.show_it, self.link))
        self._enable()

    def show_rows(self, title: str, rows: Sequence[HitRow], *, editable: bool) -> None:
        """Show the suggestions for a claim, the best one chosen; for the same claim the chosen one stays."""
        self._editable = editable
        again = title == self.words.text()
        self.list.take(
            self.rows, rows, lambda row: (again and (row.source_id, row.start, row.end)) or None, lambda _: 0
        )
        self.words.setText(title)
        self._enable()

    def without(self, gone: HitRow) -> None:
        """Show one suggestion less: it is linked. The next takes its place."""
        left = [row for row in self.rows.rows if row != gone]
        self.list.take(self.rows, left, lambda row: row, lambda place: max(0, place))
        self._enable()

    def chosen(self) -> HitRow | None:
        """Return the suggestion that is chosen, the best one if none is; None where there is none."""
        return self._carried_at(max(0, self.list.currentIndex().row()))

    def _enable(self) -> None:
        self.link.setEnabled(self._editable and self.chosen() is not None)
        self.show_it.setEnabled(self.chosen() is not None)
