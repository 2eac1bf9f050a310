"""What the mouse shows over the text of an article."""

from __future__ import annotations

from collections.abc import Sequence

from ui.reader.article_marks import ArticleMark
from ui.translated import tr


def of_marks(marks: Sequence[ArticleMark]) -> str:
    """Return how many claims use a passage."""
    uses = max(mark.uses for mark in marks)
    if uses == 1:
        return tr("Used by one claim: click to see it")
    words = tr("This sentence is used by {n} claims: click to see them")
    return words.format(n=uses)


def of_struck() -> str:
    """Return what struck-out words are, for the mouse and for screen readers."""
    return tr("Words with a line through them are struck out in the file: they are no part of the text.")
