"""A reader with an article in it, and the gestures of the tests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from ui.reader import ArticleHeader, ArticleMark, ReaderPane

HEADER = ArticleHeader("Patrols begin", "The Paper")
STORY = (
    "Patrols begin on Sunday\n"
    "\n"
    "The two armies will patrol the road together. A minister said so on Friday.\n"
    "A dove \U0001f54a flew over 10\u00a0000 people; cafe\u0301s were open. Nobody was hurt.\n"
    "قال الوزير إن الدوريات ستبدأ يوم الأحد.\n"
)


def filled(
    qtbot, text: str = STORY, marks: Sequence[ArticleMark] = (), size: tuple[int, int] = (700, 600)
) -> ReaderPane:
    """Return a shown reader of one article, with the caret at its start."""
    reader = ReaderPane()
    qtbot.addWidget(reader)
    reader.article.animated = False
    reader.resize(*size)
    reader.show_source(HEADER, text, marks, "s1")
    reader.show()
    qtbot.waitExposed(reader)
    reader.article.setFocus()
    return reader


def span_of(words: str, text: str = STORY) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def mark(words: str, number: int = 1, text: str = STORY, **more: object) -> ArticleMark:
    return ArticleMark(f"e{number}", (f"c{number}",), *span_of(words, text), **more)  # type: ignore[arg-type]


def point_in(reader: ReaderPane, words: str, text: str = STORY) -> QPoint:
    """Return the middle of words of one line, in the viewport."""
    cursor = QTextCursor(reader.article.document())
    ends = []
    for offset in span_of(words, text):
        cursor.setPosition(reader.article._display.position(offset))
        ends.append(reader.article.cursorRect(cursor).center())
    return QPoint((ends[0].x() + ends[1].x()) // 2, ends[0].y())


def press(reader: ReaderPane, *keys: Qt.Key, shift: bool = False, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    if ctrl:
        modifier |= Qt.KeyboardModifier.ControlModifier
    for key in keys:
        QTest.keyClick(reader.article, key, modifier)
