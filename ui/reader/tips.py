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
