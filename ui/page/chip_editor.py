"""The small popup in which a judgement's chip is edited: by keys or by mouse, closed by Enter or Escape."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing import inline, lookup, scales
from briefing.model import Brief, Judgement

Choice = tuple[str, str, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("chip_editor", text)


class ChipEditor(QFrame):
    """Emits `done(judgement id, ((field, typed value), …))` as `edits.set_field` reads them."""

    done = Signal(str, object)

    def __init__(self, brief: Brief, judgement: Judgement, field: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(f"chip_editor_{field}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._brief = brief
        self._judgement = judgement
        self._collect: Callable[[], Sequence[tuple[str, str]]] = tuple
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        title, build = self._builders()[field]
        self.setAccessibleName(title)
        self._label(title, "heading")
        self._focus = build()
        self._label(_tr("Enter keeps it · Escape leaves it"), "muted")
        self.setMinimumWidth(460 if field in ("confidence", "basis", "indicators") else 320)

    def _builders(self) -> dict[str, tuple[str, Callable[[], QWidget]]]:
        return {
            "likelihood": (_tr("Likelihood"), self._likelihood),
            "confidence": (_tr("Confidence, and why"), self._confidence),
            "horizon": (_tr("Horizon: by when?"), self._horizon),
            "basis": (_tr("Basis: the claims it rests on"), self._basis),
            "indicators": (_tr("Indicators: what to watch, one a line"), self._indicators),
        }

    def open_at(self, point: QPoint) -> None:
        """Show the popup under a global point, inside the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(point.x(), screen.right() - self.width()))
        y = point.y() + 4 if point.y() + self.height() < screen.bottom() else point.y() - self.height() - 28
        self.move(x, y)
        self.show()
        self._focus.setFocus()

    # -- the fields

    def _likelihood(self) -> QWidget:
        ladder = scales.standard(self._brief.standard)
        choices = [(step.term, step.term, f"{step.range_text}") for step in ladder.rungs]
        box = self._choices(
            "likelihood", [*choices, ("", _tr("no term yet"), "")], self._judgement.likelihood
        )
        self._collect = lambda: (("likelihood", self._chosen(box)),)
        return box

    def _confidence(self) -> QWidget:
        choices: list[Choice] = [(level, level, meaning) for level, meaning in scales.CONFIDENCE]
        box = self._choices("confidence", [*choices, ("", _tr("not said"), "")], self._judgement.confidence)
        reason = QLineEdit(self._judgement.confidence_reason)
        reason.setObjectName("confidence_reason")
        reason.setAccessibleName(_tr("Reason for the confidence"))
        reason.setPlaceholderText(_tr("because …"))
        reason.setCursorPosition(0)
        reason.returnPressed.connect(self._accept)
        self._column.addWidget(reason)
        self._collect = lambda: (("confidence", self._chosen(box)), ("confidence_reason", reason.text()))
        return box

    def _horizon(self) -> QWidget:
        edit = QLineEdit(self._judgement.horizon)
        edit.setObjectName("horizon")
        edit.setAccessibleName(_tr("Horizon"))
        edit.setPlaceholderText(_tr("by the end of April 2020"))
        edit.returnPressed.connect(self._accept)
        self._column.addWidget(edit)
        self._collect = lambda: (("horizon", edit.text()),)
        return edit

    def _indicators(self) -> QWidget:
        edit = QPlainTextEdit("\n".join(self._judgement.indicators))
        edit.setObjectName("indicators")
        edit.setAccessibleName(_tr("Indicators"))
        edit.setFixedHeight(96)
        edit.installEventFilter(self)
        self._column.addWidget(edit)
        self._label(_tr("Ctrl+Enter keeps them"), "muted")
        self._collect = lambda: (("indicators", edit.toPlainText()),)
        return edit

    def _basis(self) -> QWidget:
        search = QLineEdit()
        search.setObjectName("basis_search")
        search.setAccessibleName(_tr("Filter the claims"))
        search.setPlaceholderText(_tr("Type to filter · ↓, then Space picks"))
        box = QListWidget()
        box.setObjectName("basis_claims")
        box.setAccessibleName(_tr("Claims"))
        box.setFixedHeight(220)
        _one_column(box)
        for claim in lookup.claims(self._brief):
            if words := inline.plain(claim.text).strip():
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, claim.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                picked = claim.id in self._judgement.basis
                item.setCheckState(Qt.CheckState.Checked if picked else Qt.CheckState.Unchecked)
                box.addItem(item)
        search.textChanged.connect(lambda typed: _filter(box, typed))
        search.returnPressed.connect(self._accept)
        search.installEventFilter(self)
        box.installEventFilter(self)
        if box.count():
            box.setCurrentRow(0)
        self._column.addWidget(search)
        self._column.addWidget(box)
        if not box.count():
            self._label(_tr("There are no claims yet."), "muted")
        self._collect = lambda: (("basis", ";".join(_checked(box))),)
        return search

    # -- parts

    def _label(self, text: str, role: str) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        self._column.addWidget(label)

    def _choices(self, name: str, choices: Sequence[Choice], current: str) -> QListWidget:
        box = QListWidget()
        box.setObjectName(name)
        box.setAccessibleName(name)
        _one_column(box)
        for value, text, extent in choices:
            item = QListWidgetItem(f"{text}   {extent}" if extent else text)
            item.setData(Qt.ItemDataRole.UserRole, value)
            box.addItem(item)
            if value == current:
                box.setCurrentItem(item)
        if box.currentRow() < 0:
            box.setCurrentRow(0)
        box.setFixedHeight(box.sizeHintForRow(0) * len(choices) + 8)
        box.itemClicked.connect(lambda _: self._accept() if name == "likelihood" else None)
        box.installEventFilter(self)
        self._column.addWidget(box)
        return box

    @staticmethod
    def _chosen(box: QListWidget) -> str:
        item = box.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            many = isinstance(watched, QPlainTextEdit)
            if enter and (not many or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
                self._accept()
                return True
            if watched.objectName() == "basis_search" and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.findChildren(QListWidget)[0].setFocus()
                return True
        return super().eventFilter(watched, event)

    def _accept(self) -> None:
        pairs = tuple(self._collect())
        self.close()
        self.done.emit(self._judgement.id, pairs)


def _one_column(box: QListWidget) -> None:
    box.setUniformItemSizes(True)
    box.setTextElideMode(Qt.TextElideMode.ElideRight)
    box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _filter(box: QListWidget, typed: str) -> None:
    words = typed.casefold().split()
    for i in range(box.count()):
        item = box.item(i)
        item.setHidden(not all(word in item.text().casefold() for word in words))


def _checked(box: QListWidget) -> list[str]:
    items = (box.item(i) for i in range(box.count()))
    return [str(i.data(Qt.ItemDataRole.UserRole)) for i in items if i.checkState() == Qt.CheckState.Checked]
