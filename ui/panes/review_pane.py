"""A reviewed Word file, proposal by proposal: a redline by words, who and when, take it up or leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.look.colours import Tokens
from ui.look.widgets import button, plain
from ui.models.redline_look import RedlinePiece, heard, redline
from ui.models.rows_model import RowsModel
from ui.panes.row_delegate import Index, RowDelegate, draw_line
from ui.panes.row_list import RowList
from ui.panes.rows_pane import RowsPane
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.edits.review import Proposal
    from briefing.model import Remark

Role = Qt.ItemDataRole
_HEAD, _PIECES = Role.UserRole, Role.UserRole + 1
_LINES = 2


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One proposal, one remark that waits for an answer, or what a file `told` besides.

    `head` says what it is, whose and when.
    """

    item_id: str
    head: str
    pieces: tuple[RedlinePiece, ...]
    proposal: Proposal | None = None
    remark: Remark | None = None
    told: str = ""

    @property
    def ident(self) -> tuple[str, str]:
        """What the row is, whatever its words have become."""
        return self.proposal.id if self.proposal else "", self.remark.id if self.remark else ""

    @property
    def words(self) -> str:
        """The row without colours, for those who hear it."""
        return f"{self.head}: {heard(self.pieces)}"


class ReviewDelegate(RowDelegate):
    """Paints the head of a proposal in grey, and its redline below."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(12, self.PAD, -12, -self.PAD)
        line = QRect(rect.left(), rect.top(), rect.width(), painter.fontMetrics().height())
        draw_line(painter, line, str(index.data(_HEAD)), tokens.text_muted)
        painter.setPen(QColor(tokens.text))
        redline(index.data(_PIECES) or (), option.font, rect.width(), tokens, _LINES).draw(
            painter, QPointF(rect.left(), line.bottom() + 1)
        )


class ReviewList(RowList):
    """Delete rejects and F2 changes: the list can be worked through without leaving it."""

    pressed_key = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = {Qt.Key.Key_Delete: "reject", Qt.Key.Key_Backspace: "reject", Qt.Key.Key_F2: "edit"}
        if (name := names.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
        else:
            self.pressed_key.emit(name)


class ReviewPane(RowsPane[ReviewRow, ReviewRow]):
    """Emits what is asked of a row; never changes anything itself."""

    show_requested = Signal(object)
    look_requested = Signal(object)
    accept_requested = Signal(object)
    edit_requested = Signal(object)
    reject_requested = Signal(object)
    answer_requested = Signal(object)
    settle_requested = Signal(object)
    accept_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("review_pane", tr("Review"), lambda row: row, parent)
        rows = RowsModel[ReviewRow](
            {
                Role.DisplayRole: lambda row: row.words,
                Role.AccessibleTextRole: lambda row: row.words,
                _HEAD: lambda row: row.head,
                _PIECES: lambda row: row.pieces,
            },
            self,
        )
        shown = ReviewList("review_list", tr("Proposals of the review"))
        self._set_list(rows, shown)
        shown.setItemDelegate(ReviewDelegate(_LINES + 1, shown))
        shown.setUniformItemSizes(True)
        shown.clicked.connect(lambda _: self._emit(self.show_requested))
        shown.activated.connect(lambda _: self._emit(self.accept_requested))
        self._make_bar()
        shown.pressed_key.connect(lambda name: self.buttons[name].click())
        self._enable()

    def _make_bar(self) -> None:
        self.words = plain("", "muted", name="review_words")
        self.buttons = {
            name: button(text, f"review_{name}", role="quiet")
            for name, text in (
                ("accept", tr("Accept")),
                ("edit", tr("Accept with changes…")),
                ("reject", tr("Reject")),
                ("answer", tr("Answer…")),
                ("settle", tr("Settle")),
                ("accept_all", tr("Accept all that are certain")),
            )
        }
        for name, made in self.buttons.items():
            if name == "accept_all":
                made.clicked.connect(self.accept_all_requested)
            else:
                made.clicked.connect(lambda _=False, n=name: self._emit(getattr(self, f"{n}_requested")))
        for name, keys in (("accept", tr("Enter")), ("edit", "F2"), ("reject", tr("Delete"))):
            self.buttons[name].setToolTip(keys)
        self._lay_out((self.words,), self.buttons.values())

    def show_rows(self, title: str, rows: Sequence[ReviewRow], *, editable: bool) -> None:
        """Show proposals and remarks. The chosen one stays so; when it is gone, the next takes its place."""
        self._editable = editable
        self.list.take(self.rows, rows, lambda row: row.ident, lambda place: max(0, place))
        self.words.setText(title)
        self._enable()

    def _current_changed(self) -> None:
        self._enable()
        if self.list.hasFocus():
            self._emit(self.look_requested)

    def _enable(self) -> None:
        row = self.chosen()
        proposal = row.proposal if row is not None else None
        takes = self._editable and proposal is not None and not proposal.refused
        text = takes and proposal is not None and proposal.kind in ("reword", "add", "split", "merge")
        wanted = {
            "accept": takes,
            "edit": text,
            "reject": proposal is not None or bool(row is not None and row.told),
            "answer": self._editable and row is not None and row.remark is not None,
            "settle": self._editable and row is not None and row.remark is not None,
            "accept_all": self._editable and any(r.proposal is not None for r in self.rows.rows),
        }
        for name, made in self.buttons.items():
            made.setEnabled(bool(wanted[name]))
