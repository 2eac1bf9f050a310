"""The command palette: every action that can be used now, and places to go, found by a few letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.language.fold import letters
from ui.look import theme
from ui.look.narrowing import ListLine, Narrowing
from ui.translated import tr

_SHOWN = 14
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line: its words, what stands at the right (a shortcut, a kind), and what it does."""

    text: str
    aside: str
    act: Callable[[], object]


def score(typed: str, text: str) -> int:
    """Return how well typed letters fit a text, 0 for not at all.

    Best first: the text begins so; its words begin so, in order; its words' first letters; it holds them;
    letters in order.
    """
    wanted, words = letters(typed).split(), _WORDS.findall(letters(text))
    if not wanted:
        return 1
    phrase, whole, joined = " ".join(wanted), " ".join(words), "".join(wanted)
    fits = (
        whole.startswith(phrase),
        _begin(wanted, words),
        "".join(word[0] for word in words).startswith(joined),
        all(part in whole for part in wanted),
        _scattered(joined, whole),
    )
    return next((len(fits) + 1 - at for at, fit in enumerate(fits) if fit), 0)


def _begin(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each part begins a word, one after the other."""
    rest = iter(words)
    return all(any(word.startswith(part) for word in rest) for part in wanted)


def _scattered(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def ranked(typed: str, entries: Sequence[PaletteEntry]) -> list[PaletteEntry]:
    """Return the entries that fit, best first; all of them, in order, for nothing typed."""
    if not typed.strip():
        return list(entries)
    scored = [(score(typed, entry.text), entry) for entry in entries]
    least = 2 if any(points > 1 for points, _ in scored) else 1  # scattered letters fit nearly every sentence
    return [e for s, e in sorted(scored, key=lambda pair: -pair[0]) if s >= least]


class _Aside(QStyledItemDelegate):
    """Paints a line, and its shortcut or kind in grey at the other end."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        room = option.fontMetrics.horizontalAdvance(_aside(index)) + 40
        option.text = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, option.rect.width() - room
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(theme.of(option.palette).text_muted))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -12, 0), end, _aside(index))
        painter.restore()


def _aside(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.UserRole) or "")


class CommandPalette(QFrame):
    """A popup over the window: type, arrows, Enter; Escape leaves."""

    def __init__(self, entries: Sequence[PaletteEntry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Commands"))
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = tuple(entries)
        self.field = QLineEdit()
        self.field.setObjectName("palette_field")
        self.field.setAccessibleName(tr("Command"))
        self.field.setPlaceholderText(tr("Type a command, an article, a claim…"))
        self.field.setProperty("role", "bare")
        self.list = QListWidget()
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(tr("Commands"))
        self.list.setItemDelegate(_Aside(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        lines = [ListLine(str(n), entry.text, entry.aside) for n, entry in enumerate(self._entries)]
        self.narrowing = Narrowing(self.field, self.list, lines, fits=self._ranked)
        self.narrowing.entered.connect(self._accept)
        self.list.itemClicked.connect(lambda _: self._accept())

    def open_over(self, window: QWidget) -> None:
        """Show the palette near the top of a window."""
        wide = min(640, window.width() - 80)
        self.resize(wide, min(480, window.height() - 120))
        self.move(window.mapToGlobal(QPoint((window.width() - wide) // 2, 70)))
        self.show()
        self.field.setFocus()

    def _ranked(self, typed: str, lines: Sequence[ListLine]) -> list[ListLine]:
        places = {id(entry): line for entry, line in zip(self._entries, lines, strict=True)}
        return [places[id(entry)] for entry in ranked(typed, self._entries)[: _SHOWN * 4]]

    def _accept(self) -> None:
        line = self.narrowing.current()
        if line is not None:
            self.close()
            self._entries[int(line.key)].act()
