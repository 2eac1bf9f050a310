"""All keys on one sheet: the actions by menu, and the reader's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.dialog import Dialog
from ui.look.widgets import heading, plain
from ui.reader.reader_keys import KEYS
from ui.translated import tr

_PAGE = (
    ("Enter", "The next claim, statement or actor"),
    ("Enter twice", "Under an actor: the next actor"),
    ("Backspace", "At the start of a line: join it to the one before"),
    ("Tab", "The next section"),
)


class HelpSheet(Dialog):
    """Read from the menus and from the table of the reader, so that it cannot be wrong."""

    def __init__(self, menus: Mapping[str, QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_sheet")
        self.setWindowTitle(tr("Keys"))
        groups: list[tuple[str, list[tuple[str, str]]]] = []
        for menu in menus.values():
            lines = [
                (_keys(action), action.text().replace("&", "").rstrip("…"))
                for action in _all_of(menu)
                if not action.shortcut().isEmpty()
            ]
            groups.append((menu.title().replace("&", ""), lines))
        groups.append((tr("In the reader"), [(k.shown, tr(k.does)) for k in KEYS]))
        groups.append((tr("On the page"), [(key, tr(does)) for key, does in _PAGE]))
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setSpacing(32)
        half = sum(len(lines) + 2 for _, lines in groups) / 2
        left, right, filled = QVBoxLayout(), QVBoxLayout(), 0
        for title, lines in groups:
            (left if filled < half else right).addWidget(self._group(title, lines))
            filled += len(lines) + 2
        for column in (left, right):
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.addWidget(area, 1)
        outer.addWidget(buttons)
        self.resize(820, 640)

    @staticmethod
    def _group(title: str, lines: list[tuple[str, str]]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.addWidget(heading(title), 0, 0, 1, 2)
        for n, (key, does) in enumerate(lines, 1):
            grid.addWidget(plain(does, wrap=True), n, 0)
            grid.addWidget(plain(key, "key"), n, 1)
        grid.setColumnStretch(0, 1)
        return box


def _all_of(menu: QMenu) -> Iterator[QAction]:
    """Yield the actions of a menu, those of the menus in it at their place."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _all_of(inner)
        else:
            yield action


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
