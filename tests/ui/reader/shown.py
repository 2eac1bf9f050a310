"""An article shown in a reader, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from ui.reader import Header, Mark, Reader
from ui.reader.article import ArticleView


def reader(qtbot: QtBot, text: str, marks: Sequence[Mark] = ()) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show_source(Header("An article"), text, marks, "s1")
    made.show()
    qtbot.waitExposed(made)
    made.article.animated = False
    return made


def drag_over(article: ArticleView, before: str, words: str) -> None:
    """Select words as Qt does: by their UTF-16 units in the widget's own document."""
    start = len(before.encode("utf-16-le")) // 2
    cursor = article.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    article.setTextCursor(cursor)
