"""What the mouse shows over the text of an article, and what a key and a screen reader say of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible

from briefing.text import shortened
from ui.look.spoken_parts import SpokenThing
from ui.reader.article_marks import ArticleMark, ArticleMarks
from ui.reader.gloss import Glosses
from ui.translated import tr

_NAME = 120  # code points of a passage


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


def mark_words(mark: ArticleMark) -> str:
    """Return what the colour and the line under a linked passage say."""
    how = {
        "supports": tr("linked as support"),
        "contradicts": tr("linked as contradicting"),
        "context": tr("linked as context"),
    }[mark.stance]
    uses = tr("used by 1 claim") if mark.uses == 1 else tr("used by {n} claims").format(n=mark.uses)
    return ", ".join((how, uses, *((tr("not found in its source"),) if mark.broken else ())))


def within(marks: ArticleMarks, glosses: Glosses, start: int, end: int) -> str:
    """Return what is marked in the code points [start, end), in words; "" where nothing is."""
    found = [mark_words(mark) for mark in marks.within(start, end)]
    for gloss in glosses.within(start, end):
        found.append(tr("{label} begins").format(label=gloss.label) if gloss.kind == "page" else gloss.words)
    return "; ".join(dict.fromkeys(found))


def passages(text: str, marks: ArticleMarks, glosses: Glosses) -> tuple[SpokenThing, ...]:
    """Return what is marked in an article in reading order: its words, and what the marking says."""
    linked = [
        (mark.start, SpokenThing(_named(text[mark.start : mark.end]), mark_words(mark))) for mark in marks.all
    ]
    meant = [
        (g.start, SpokenThing(_named(text[g.start : g.end]), g.words, QAccessible.Role.StaticText))
        for g in glosses.all
        if g.kind == "date"
    ]
    return tuple(thing for _, thing in sorted((*linked, *meant), key=lambda pair: pair[0]))


def _named(words: str) -> str:
    return shortened(" ".join(words.split()), _NAME)
