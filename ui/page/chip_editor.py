"""The small popup in which a judgement's chip is edited: by keys or by mouse, closed by Enter or Escape."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
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
from ui.look.letters import Letters
from ui.look.narrowing import ListLine, Narrowing
from ui.page.popup_place import beside
from ui.qt.screens import fit
from ui.translated import tr

_BASIS_HEIGHT = 252  # pixels, for what is ticked and what can be
Choice = tuple[str, str, str]


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
        self._letters = Letters()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        title, build = self._builders()[field]
        self.setAccessibleName(title)
        self._label(title, "heading")
        self._focus = build()
        self._label(tr("Enter keeps it · Escape leaves it"), "muted")
        self.setMinimumWidth(460 if field in ("confidence", "basis", "indicators") else 320)

    def _builders(self) -> dict[str, tuple[str, Callable[[], QWidget]]]:
        return {
            "likelihood": (tr("Likelihood"), self._likelihood),
            "confidence": (tr("Confidence, and why"), self._confidence),
            "horizon": (tr("Horizon: by when?"), self._horizon),
            "basis": (tr("Basis: the claims it rests on"), self._basis),
            "indicators": (tr("Indicators: what to watch, one a line"), self._indicators),
        }

    def open_at(self, point: QPoint, words: QRect | None = None) -> None:
        """Show the popup under a global point (pixels of the screens), beside the judgement's words there."""
        self.adjustSize()
        self.move(beside(self.size(), point, words or QRect(), self.screen().availableGeometry()))
        self.show()
        fit(self)  # shown, it may need a little more than it said
        self._focus.setFocus()

    # -- the fields

    def _likelihood(self) -> QWidget:
        ladder = scales.standard(self._brief.standard)
        choices = [(step.term, step.term, f"{step.range_text}") for step in ladder.rungs]
        box = self._choices("likelihood", [*choices, ("", tr("no term yet"), "")], self._judgement.likelihood)
        self._collect = lambda: (("likelihood", self._chosen(box)),)
        return box

    def _confidence(self) -> QWidget:
        choices: list[Choice] = [(level, level, meaning) for level, meaning in scales.CONFIDENCE]
        box = self._choices("confidence", [*choices, ("", tr("not stated"), "")], self._judgement.confidence)
        reason = QLineEdit(self._judgement.confidence_reason)
        reason.setObjectName("confidence_reason")
        reason.setAccessibleName(tr("Reason for the confidence"))
        reason.setPlaceholderText(tr("because …"))
        reason.setCursorPosition(0)
        reason.returnPressed.connect(self._accept)
        self._column.addWidget(reason)
        self._collect = lambda: (("confidence", self._chosen(box)), ("confidence_reason", reason.text()))
        return box

    def _horizon(self) -> QWidget:
        edit = QLineEdit(self._judgement.horizon)
        edit.setObjectName("horizon")
        edit.setAccessibleName(tr("Horizon"))
        edit.setPlaceholderText(tr("by the end of April 2020"))
        edit.returnPressed.connect(self._accept)
        self._column.addWidget(edit)
        self._collect = lambda: (("horizon", edit.text()),)
        return edit

    def _indicators(self) -> QWidget:
        edit = QPlainTextEdit("\n".join(self._judgement.indicators))
        edit.setObjectName("indicators")
        edit.setAccessibleName(tr("Indicators"))
        edit.setFixedHeight(96)
        edit.installEventFilter(self)
        self._column.addWidget(edit)
        self._label(tr("Ctrl+Enter keeps them"), "muted")
        self._collect = lambda: (("indicators", edit.toPlainText()),)
        return edit

    def _basis(self) -> QWidget:
        search = QLineEdit()
        search.setObjectName("basis_search")
        search.setAccessibleName(tr("Filter the claims"))
        search.setPlaceholderText(tr("Type to filter · ↓, then Space picks"))
        box, kept = QListWidget(self), QListWidget(self)
        box.setObjectName("basis_claims")
        box.setAccessibleName(tr("Claims"))
        box.setFixedHeight(_BASIS_HEIGHT)
        kept.setObjectName("basis_ticked")
        kept.setAccessibleName(tr("Claims it rests on"))
        basis = self._judgement.basis
        plain = ((claim.id, inline.plain(claim.text).strip()) for claim in lookup.claims(self._brief))
        lines = [
            ListLine(ident, words or tr("a claim without words"))
            for ident, words in plain
            if words or ident in basis
        ]
        for widget in (kept, search, box):
            self._column.addWidget(widget)
        narrowing = Narrowing(search, box, lines, kept=kept, ticked=basis)
        narrowing.entered.connect(self._accept)
        if not lines:
            self._label(tr("There are no claims yet."), "muted")
        self._collect = lambda: (("basis", ";".join(narrowing.ticked())),)
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
            if isinstance(watched, QListWidget) and event.text().isprintable() and event.text():
                self._by_letter(watched, event.text())
                return True
        return super().eventFilter(watched, event)

    def _by_letter(self, box: QListWidget, letter: str) -> None:
        terms = [box.item(row).text() for row in range(box.count())]
        place = self._letters.place(terms, letter, box.currentRow())
        if place >= 0:
            box.setCurrentRow(place)

    def _accept(self) -> None:
        pairs = tuple(self._collect())
        self.close()
        self.done.emit(self._judgement.id, pairs)


def _one_column(box: QListWidget) -> None:
    box.setUniformItemSizes(True)
    box.setTextElideMode(Qt.TextElideMode.ElideRight)
    box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
