"""A field over a list, for every list that narrows as one types: what can be chosen or ticked is what is
shown.

The list holds only the lines that fit, so that no key can reach another. Each change of what is typed goes to
the first of them. What is ticked is kept apart from the lines and shown above them, whatever is typed.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem

from briefing.language.fold import letters
from ui.look import speech

Key, Role = Qt.Key, Qt.ItemDataRole
_STEPS = {Key.Key_Down: 1, Key.Key_Up: -1, Key.Key_PageDown: 8, Key.Key_PageUp: -8}
_ENTER = (Key.Key_Return, Key.Key_Enter)
_KEPT_SHOWN = 4  # ticked lines before their list scrolls
_ROW_PAD = 8


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line: what it stands for, its words, what stands at its other end."""

    key: str
    text: str
    aside: str = ""


def holding_all(typed: str, lines: Sequence[ListLine]) -> list[ListLine]:
    """Return the lines that hold all typed words, case and accents folded, in their order."""
    words = letters(typed).split()
    return [line for line in lines if all(word in text for text in (letters(line.text),) for word in words)]


class Narrowing(QObject):
    """Fills `box` with what fits the words in `field`. `changed` after each change of either, or of a tick.

    The arrows of the field move through the list; Enter in either emits `entered`. With `kept`, a list that
    takes no part in the typing, lines are ticked with Space: those in `ticked` to begin with. Letters typed
    in the list then go on in the field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        field: QLineEdit,
        box: QListWidget,
        lines: Sequence[ListLine],
        *,
        fits: Callable[[str, Sequence[ListLine]], Sequence[ListLine]] = holding_all,
        kept: QListWidget | None = None,
        ticked: Iterable[str] = (),
    ) -> None:
        super().__init__(box)
        self._field, self._box, self._kept = field, box, kept
        self._lines, self._fits = tuple(lines), fits
        self._shown: tuple[ListLine, ...] = ()
        self._ticked = set(ticked)
        self._room = box.maximumHeight()
        for made in (box, *((kept,) if kept is not None else ())):
            made.setUniformItemSizes(True)
            made.setTextElideMode(Qt.TextElideMode.ElideRight)
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.installEventFilter(self)
            if kept is not None:
                made.itemChanged.connect(self._tick)
        field.textChanged.connect(self._narrow)
        field.installEventFilter(self)
        box.currentRowChanged.connect(lambda _: speech.point_at(field, box))
        self._narrow(field.text())
        self._show_kept()

    # -- what is shown

    @property
    def shown(self) -> tuple[ListLine, ...]:
        return self._shown

    def current(self) -> ListLine | None:
        """Return the line that is chosen: one of those shown, or None."""
        row = self._box.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def ticked(self) -> tuple[str, ...]:
        """Return what is ticked, in the order of the lines, shown or not."""
        return tuple(line.key for line in self._lines if line.key in self._ticked)

    def _narrow(self, typed: str) -> None:
        self._shown = tuple(self._fits(typed, self._lines))
        self._fill(self._box, self._shown)
        self._box.setCurrentRow(0 if self._shown else -1)
        self._box.scrollToTop()
        self.changed.emit()

    def _fill(self, box: QListWidget, lines: Sequence[ListLine]) -> None:
        held = box.blockSignals(True)
        box.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(Role.UserRole, line.aside if self._kept is None else line.key)
            item.setData(Role.AccessibleTextRole, f"{line.text} {line.aside}".strip())
            if self._kept is not None:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                on = line.key in self._ticked
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                item.setSizeHint(QSize(0, box.fontMetrics().height() + _ROW_PAD))
                item.setToolTip(html.escape(line.text))
            box.addItem(item)
        box.blockSignals(held)

    def _show_kept(self) -> None:
        """Show what is ticked above the field; the list under it gives the room."""
        if self._kept is None:
            return
        lines = [line for line in self._lines if line.key in self._ticked]
        row, focused = self._kept.currentRow(), self._kept.hasFocus()
        self._fill(self._kept, lines)
        self._kept.setVisible(bool(lines))
        height = min(len(lines), _KEPT_SHOWN) * (self._kept.fontMetrics().height() + _ROW_PAD) + 8 * bool(
            lines
        )
        self._kept.setFixedHeight(height)
        self._box.setFixedHeight(self._room - height)
        self._kept.setCurrentRow(min(row, len(lines) - 1))
        if focused and not lines:
            self._field.setFocus()

    # -- what is done

    def _tick(self, item: QListWidgetItem) -> None:
        key = str(item.data(Role.UserRole))
        (self._ticked.add if item.checkState() == Qt.CheckState.Checked else self._ticked.discard)(key)
        held = self._box.blockSignals(True)
        for row, line in enumerate(self._shown):
            if line.key == key:
                self._box.item(row).setCheckState(item.checkState())
        self._box.blockSignals(held)
        if item.listWidget() is self._kept:  # its own line goes: not while it is being clicked
            QTimer.singleShot(0, self, self._show_kept)
        else:
            self._show_kept()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:
            self.entered.emit()
            return True
        if watched is self._field:
            return self._arrow(event) or super().eventFilter(watched, event)
        return self._in_list(event, watched is self._box) or super().eventFilter(watched, event)

    def _arrow(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Key(event.key()))
        if step is None or not self._shown:
            return step is not None
        if self._kept is not None:
            self._box.setCurrentRow(max(0, self._box.currentRow()))
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._box.setCurrentRow(max(0, min(len(self._shown) - 1, self._box.currentRow() + step)))
        return True

    def _in_list(self, event: QKeyEvent, below: bool) -> bool:
        """Letters, and what takes them back, go on in the field; Up from the first line below it too."""
        typed = event.text().strip() and event.text().isprintable()
        if below and event.key() == Key.Key_Up and self._box.currentRow() <= 0:
            self._field.setFocus()
            return True
        if not typed and event.key() != Key.Key_Backspace:
            return False
        self._field.setFocus()
        self._field.deselect()
        self._field.end(False)
        QApplication.sendEvent(self._field, event)
        return True
