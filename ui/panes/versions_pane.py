"""New versions: what became of each quote that rests on an older version of its article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from briefing.model import Source
from briefing.revision.redline import redline as stretches
from ui.look.bidi import joined
from ui.look.colours import Tokens
from ui.look.widgets import button, plain
from ui.models.redline_look import PIECES, RedlinePiece, heard, redline
from ui.models.rows_model import RowsModel
from ui.panes.row_delegate import Index, RowDelegate, draw_line
from ui.panes.row_list import RowList
from ui.panes.rows_pane import RowsPane
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.revision import Recalled

Role = Qt.ItemDataRole
_STATE, _NOW = Role.UserRole, Role.UserRole + 1
_INKS = {"same": "ok", "moved": "warn", "changed": "warn", "vanished": "error"}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One quote on an old version, and what the newest one has in its place."""

    old: Source
    new: Source
    recalled: Recalled


def state_words(recalled: Recalled) -> str:
    """Return what became of a quote, in a word or two."""
    words = {
        "same": tr("same words"),
        "moved": tr("moved"),
        "changed": tr("changed"),
        "vanished": tr("gone"),
    }
    return words[recalled.state]


def now_words(recalled: Recalled) -> str:
    """Return what the new version says there, with what was taken out and put in marked."""
    if recalled.state == "vanished":
        return tr("No such words are left. The quote stays on the old version, or is linked again.")
    if recalled.span is None:
        count = len(recalled.candidates)
        return tr("Stands at {n} places of the new version: link the one that is meant.").format(n=count)
    if recalled.state != "changed" or not recalled.words:
        return tr("Now: “{words}”").format(words=recalled.now)
    return tr("Now: “{words}”").format(words=heard(now_pieces(recalled)))


def now_pieces(recalled: Recalled) -> tuple[RedlinePiece, ...]:
    """Return what was taken out of a quote that changed, and put in; () where it did not."""
    if recalled.state != "changed" or recalled.span is None or not recalled.words:
        return ()
    quote, now = recalled.quote.replace("\n", " "), recalled.now.replace("\n", " ")
    return tuple(RedlinePiece(words, kind) for kind, words in stretches(quote, now, recalled.words))


class VersionDelegate(RowDelegate):
    """Paints what became of a quote, the quote, and what the new version says in its place."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens) -> None:
        metrics = painter.fontMetrics()
        state, words = index.data(_STATE)
        line = QRect(
            option.rect.left() + 12, option.rect.top() + self.PAD, option.rect.width() - 24, metrics.height()
        )
        painter.setPen(QColor(getattr(tokens, _INKS[state])))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), words)
        line.setLeft(line.left() + metrics.horizontalAdvance("same words   "))
        draw_line(painter, line, f"“{index.data()}”", tokens.text)
        below = line.translated(0, metrics.height())
        if pieces := index.data(PIECES):
            painter.setPen(QColor(tokens.text))
            shown = redline(pieces, painter.font(), below.width(), tokens, 1)
            shown.draw(painter, QPointF(below.topLeft()))
        else:
            draw_line(painter, below, str(index.data(_NOW)), tokens.text_muted)


class VersionsPane(RowsPane[VersionRow, VersionRow]):
    """Emits what is asked of a row; never changes anything itself."""

    accept_requested = Signal(object)
    accept_same_requested = Signal()
    show_old_requested = Signal(object)
    show_new_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("versions_pane", tr("New versions"), lambda row: row, parent)
        rows = RowsModel[VersionRow](
            {
                Role.DisplayRole: lambda row: " ".join(row.recalled.quote.split()),
                Role.AccessibleTextRole: lambda row: (
                    f"{state_words(row.recalled)}: {row.recalled.quote} {now_words(row.recalled)}"
                ),
                _STATE: lambda row: (row.recalled.state, state_words(row.recalled)),
                _NOW: lambda row: now_words(row.recalled),
                PIECES: lambda row: now_pieces(row.recalled),
            },
            self,
        )
        self._set_list(rows, RowList("versions_list", tr("Quotes on older versions")))
        self.list.setItemDelegate(VersionDelegate(2, self.list))
        self.list.activated.connect(lambda _: self._emit(self.show_new_requested))
        self.words = plain("", "muted", name="versions_words")
        self.accept = button(tr("Use the passage"), "versions_accept", role="quiet")
        self.accept.clicked.connect(lambda: self._emit(self.accept_requested))
        self.same = button(tr("Move all the same words"), "versions_same", role="quiet")
        self.same.clicked.connect(self.accept_same_requested)
        self.old = button(tr("Show in the old"), "versions_old", role="quiet")
        self.old.clicked.connect(lambda: self._emit(self.show_old_requested))
        self.new = button(tr("Show in the new"), "versions_new", role="quiet")
        self.new.clicked.connect(lambda: self._emit(self.show_new_requested))
        self._lay_out((self.words,), (self.old, self.new, self.accept, self.same))

    def show_rows(self, rows: Sequence[VersionRow], *, editable: bool) -> None:
        """Show quotes on old versions, those that need a look first."""
        order = ("vanished", "changed", "moved", "same")
        self._editable = editable
        ordered = sorted(rows, key=lambda row: order.index(row.recalled.state))
        self.list.take(self.rows, ordered, lambda row: row.recalled.evidence_id, lambda place: max(0, place))
        titles = list(dict.fromkeys(row.new.title for row in rows))
        self.words.setText(joined(*titles[:2]) + (" …" if len(titles) > 2 else ""))
        self._enable()

    def _enable(self) -> None:
        row = self.chosen()
        self.old.setEnabled(row is not None)
        self.new.setEnabled(row is not None)
        self.accept.setEnabled(self._editable and row is not None and row.recalled.span is not None)
        self.same.setEnabled(self._editable and any(r.recalled.state == "same" for r in self.rows.rows))
