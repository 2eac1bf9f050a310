"""The lines under words that no dictionary has, and where they stand while their row is being typed in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from ui.page.row_text import RowText
from ui.page.underlines import CheckedRow, Underline, Underlines


class SpelledLines:
    """Paints them for one page; the word at the caret has none while it is being typed."""

    def __init__(self, page: RowText) -> None:
        self._page = page
        self._rows: Mapping[str, CheckedRow] = {}
        self._typed = self._typing = False
        self.lines = Underlines(page, self._lines_now)
        page.document().contentsChange.connect(self._changed)
        page.cursorPositionChanged.connect(self._moved)

    def show(self, rows: Mapping[str, CheckedRow]) -> None:
        """Take other lines, by the ids of their rows."""
        self._rows = rows
        self.lines.show(rows)

    def of_row(self, row_id: str) -> tuple[Underline, ...]:
        """Return the unknown words of a row in its text as it is now, the one at the caret too."""
        checked = self._rows.get(row_id)
        return still_there(checked, self._page.block_of(row_id).text()) if checked is not None else ()

    def _lines_now(self, row_id: str, checked: CheckedRow, text: str) -> tuple[Underline, ...]:
        lines = still_there(checked, text)
        caret = self._page.caret() if self._typed else None
        if caret is None or caret.row != row_id:
            return lines
        return tuple(line for line in lines if not line.start <= caret.offset <= line.end)

    def _changed(self, _position: int, removed: int, added: int) -> None:
        self._typing = bool(removed or added)

    def _moved(self) -> None:
        """The caret has moved: by a typed letter, or away from what was typed."""
        if self._typed != self._typing:
            self._typed = self._typing
            self._page.viewport().update()
        self._typing = False


def still_there(checked: CheckedRow, text: str) -> tuple[Underline, ...]:
    """Return the lines of a row that was checked, at their places in its text as it is now.

    A word that was changed, or grew at one of its ends, has none.
    """
    old = checked.text
    if old == text:
        return checked.lines
    before = _alike(old, text)
    after = min(_alike(old[::-1], text[::-1]), min(len(old), len(text)) - before)
    by = len(text) - len(old)
    kept = []
    for line in checked.lines:
        if line.end <= before:
            moved = line
        elif line.start >= len(old) - after:
            moved = Underline(line.start + by, line.end + by, line.kind, line.tip)
        else:
            continue
        if not _in_word(text, moved.start - 1) and not _in_word(text, moved.end):
            kept.append(moved)
    return tuple(kept)


def _alike(one: str, two: str) -> int:
    """Return how many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _in_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()
