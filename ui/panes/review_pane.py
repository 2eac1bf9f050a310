"""A reviewed Word file, proposal by proposal: a redline by words, who and when, take it up or leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme
from ui.look.colours import Tokens
from ui.look.widgets import button, plain
from ui.models.rows import RowsModel
from ui.panes.passages import lay_lines
from ui.panes.row_list import RowList, paint_ground
from ui.qt.offsets import Utf16Map

if TYPE_CHECKING:
    from briefing.edits.review import Proposal
    from briefing.model import Remark

Role = Qt.ItemDataRole
_HEAD, _PIECES = Role.UserRole, Role.UserRole + 1
_PAD, _LINES = 6, 2


def _tr(text: str) -> str:
    return QCoreApplication.translate("review", text)


@dataclass(frozen=True, slots=True)
class RedlinePiece:
    """Words of a redline: "same", "out" (taken out) or "put" (put in)."""

    words: str
    kind: str = "same"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One proposal, one remark that waits for an answer, or what a file `told` besides; `head` says what it is, whose and
    when.
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
        marks = {"out": "[−{}]", "put": "[+{}]"}
        return f"{self.head}: " + "".join(marks.get(p.kind, "{}").format(p.words) for p in self.pieces)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() * (_LINES + 1) + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = theme.of(QApplication.palette())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, tokens)
        rect = option.rect.adjusted(12, _PAD, -12, -_PAD)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text_muted))
        line = QRect(rect.left(), rect.top(), rect.width(), metrics.height())
        head = metrics.elidedText(str(index.data(_HEAD)), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), head)
        painter.setPen(QColor(tokens.text))
        redline(index.data(_PIECES) or (), option.font, rect.width(), tokens).draw(
            painter, QPointF(rect.left(), line.bottom() + 1)
        )
        painter.restore()


def redline(pieces: Sequence[RedlinePiece], font: QFont, width: int, tokens: Tokens) -> QTextLayout:
    """Return the first lines of a redline: what is taken out struck through, what is put in underlined."""
    words = "".join(piece.words for piece in pieces)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units, at, formats = Utf16Map(words), 0, []
    for piece in pieces:
        if piece.kind != "same":
            mark = QTextLayout.FormatRange()
            mark.start = units.to_qt(at)
            mark.length = units.to_qt(at + len(piece.words)) - mark.start
            form = QTextCharFormat()
            form.setForeground(QColor(tokens.error if piece.kind == "out" else tokens.ok))
            form.setFontStrikeOut(piece.kind == "out")
            form.setFontUnderline(piece.kind == "put")
            mark.format = form
            formats.append(mark)
        at += len(piece.words)
    layout.setFormats(formats)
    lay_lines(layout, width, _LINES)
    return layout


class _List(RowList):
    """Delete rejects and F2 changes: the list can be worked through without leaving it."""

    pressed_key = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = {Qt.Key.Key_Delete: "reject", Qt.Key.Key_Backspace: "reject", Qt.Key.Key_F2: "edit"}
        if (name := names.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
        else:
            self.pressed_key.emit(name)


class ReviewPane(QWidget):
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
        super().__init__(parent)
        self.setObjectName("review_pane")
        self.setAccessibleName(self.tr("Review"))
        self.rows = RowsModel[ReviewRow](
            {
                Role.DisplayRole: lambda row: row.words,
                Role.AccessibleTextRole: lambda row: row.words,
                _HEAD: lambda row: row.head,
                _PIECES: lambda row: row.pieces,
            },
            self,
        )
        self.list = _List("review_list", self.tr("Proposals of the review"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(lambda _: self._emit(self.show_requested))
        self.list.activated.connect(lambda _: self._emit(self.accept_requested))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.setFocusProxy(self.list)
        self._editable = True
        self.words = plain("", "muted", name="review_words")
        self.buttons = {
            name: button(text, f"review_{name}", role="quiet")
            for name, text in (
                ("accept", self.tr("Accept")),
                ("edit", self.tr("Accept with changes…")),
                ("reject", self.tr("Reject")),
                ("answer", self.tr("Answer…")),
                ("settle", self.tr("Settle")),
                ("accept_all", self.tr("Accept all that are certain")),
            )
        }
        for name, made in self.buttons.items():
            if name == "accept_all":
                made.clicked.connect(self.accept_all_requested)
            else:
                made.clicked.connect(lambda _=False, n=name: self._emit(getattr(self, f"{n}_requested")))
        self.list.pressed_key.connect(lambda name: self.buttons[name].click())
        for name, keys in (("accept", self.tr("Enter")), ("edit", "F2"), ("reject", self.tr("Delete"))):
            self.buttons[name].setToolTip(keys)
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 4, 10, 0)
        bar.addWidget(self.words)
        bar.addStretch(1)
        for made in self.buttons.values():
            bar.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        self._enable()

    def show_rows(self, title: str, rows: Sequence[ReviewRow], *, editable: bool) -> None:
        """Show proposals and remarks. The chosen one stays so; when it is gone, the next takes its place."""
        self._editable = editable
        self.list.take(self.rows, rows, lambda row: row.ident, lambda place: max(0, place))
        self.words.setText(title)
        self._enable()

    def chosen(self) -> ReviewRow | None:
        """Return the row that is chosen, or None."""
        at = self.list.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def _chosen(self) -> None:
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

    def _emit(self, signal: SignalInstance) -> None:
        row = self.chosen()
        if row is not None:
            signal.emit(row)
