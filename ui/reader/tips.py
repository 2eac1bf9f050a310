"""What the mouse shows over the text of an article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.reader.article_marks import ArticleMark


def of_marks(marks: Sequence[ArticleMark]) -> str:
    """Return how many claims use a passage."""
    uses = max(mark.uses for mark in marks)
    if uses == 1:
        return QCoreApplication.translate("reader", "Used by one claim: click to see it")
    words = QCoreApplication.translate("reader", "This sentence is used by {n} claims: click to see them")
    return words.format(n=uses)
