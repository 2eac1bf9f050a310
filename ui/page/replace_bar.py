"""Find and replace in the brief: the article's find bar with choices, and a line for other words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing.edits import PARTS, Part, SoughtWords
from ui.look.widgets import IconButton, WordsField, button, set_tip
from ui.reader.find_bar import FindBar
from ui.translated import tr


class ReplaceBar(QWidget):
    """Emits what is asked for; whoever holds it answers with a count."""

    changed = Signal()
    stepped = Signal(int)
    closed = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("brief_find")
        self._case = _toggle("Aa", "brief_find_case", tr("Capitals and accents count"))
        self._whole = _toggle("|ab|", "brief_find_whole", tr("Whole words only"))
        self._where = IconButton("filter", tr("Where to find"), "brief_find_where")
        self._where.setCheckable(True)
        self._parts = self._menu_of_parts()
        self.bar = FindBar(tr("Find in the brief"), "brief_find_line", (self._case, self._whole, self._where))
        self.field = self.bar.field
        self.words = WordsField()
        self.words.setObjectName("brief_replace_field")
        self.words.setAccessibleName(tr("Replace with"))
        self.words.setPlaceholderText(tr("Replace with"))
        self._one = button(tr("Replace"), "brief_replace_one", tip=tr("Replace what is lit (Enter)"))
        self._all = button(tr("Replace all"), "brief_replace_all", tip=tr("Replace all (Ctrl+Enter)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self.bar.show()
        column.addWidget(self._replacing_line())
        self._connect()

    def _replacing_line(self) -> QWidget:
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(12, 0, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self._one)
        row.addWidget(self._all)
        return self._line

    def _menu_of_parts(self) -> dict[Part, QAction]:
        menu = QMenu(self)
        menu.setObjectName("brief_find_parts")
        names = (tr("Claims"), tr("Actors"), tr("Judgements"), tr("Title of the brief"))
        made: dict[Part, QAction] = {}
        for part, name in zip(PARTS, names, strict=True):
            action = menu.addAction(name)
            action.setObjectName(f"brief_find_in.{part}")
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._parts_chosen)
            made[part] = action
        self._where.setMenu(menu)
        self._where.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self._case.toggled.connect(lambda _: self.changed.emit())
        self._whole.toggled.connect(lambda _: self.changed.emit())
        self.bar.stepped.connect(self.stepped)
        self.bar.closed.connect(self.closed)
        self._one.clicked.connect(self.replace_asked)
        self._all.clicked.connect(self.replace_all_asked)
        self.words.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                every = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                (self.replace_all_asked if every else self.replace_asked).emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def _parts_chosen(self) -> None:
        chosen = self.parts()
        self._where.setChecked(len(chosen) < len(PARTS))
        names = ", ".join(self._parts[part].text().lower() for part in PARTS if part in chosen)
        everywhere = len(chosen) == len(PARTS)
        tip = tr("Where to find") if everywhere else tr("Finds in: {parts}")
        self._where.set_words(tip.format(parts=names or tr("nothing")))
        self.changed.emit()

    def parts(self) -> frozenset[Part]:
        """Return the parts of the brief that are searched."""
        return frozenset(part for part, action in self._parts.items() if action.isChecked())

    def wanted(self) -> SoughtWords:
        """Return what is asked for."""
        return SoughtWords(self.field.text(), self._case.isChecked(), self._whole.isChecked(), self.parts())

    def show_replacing(self, replacing: bool) -> None:
        """Show or hide the line for other words."""
        self._line.setVisible(replacing)

    @property
    def replacing(self) -> bool:
        """Whether words may be replaced here."""
        return not self._line.isHidden()

    def show_count(self, at: int, places: Sequence[object]) -> None:
        """Show which place of how many is lit, and what can be done with them."""
        self.bar.set_count(at, len(places))
        self._one.setEnabled(at > 0)
        self._all.setEnabled(bool(places))


def _toggle(text: str, name: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setObjectName(name)
    made.setAccessibleName(tip)
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_tip(made, tip)
    return made
