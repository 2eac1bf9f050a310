"""An article to a screen reader: below its text a list of what is marked in it, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from ui.look import speech
from ui.look.spoken_parts import SpokenObject, WidgetPart, things
from ui.reader import tips
from ui.reader.article_text import ArticleText
from ui.translated import tr


class ArticleVoice(QWidget):
    """Knows what the article paints, in words. It has no place on the screen, only one in the tree."""

    def __init__(self, article: ArticleText) -> None:
        super().__init__(article)
        self._article = article
        self._things: list[SpokenObject] = []
        self.setObjectName("article_passages")
        self.setAccessibleName(tr("Marked in the article"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 1, 1)
        self.lower()
        article.cursorPositionChanged.connect(self._moved)

    def _moved(self) -> None:
        """Make what is marked at the caret the description of the article, where somebody listens."""
        article = self._article
        if speech.listened_to():
            here = tips.within(article.marks, article.glosses, *article.looked_at())
            article.setAccessibleDescription("; ".join(filter(None, (here, article.struck_words))))

    def make_accessible(self) -> QAccessibleInterface:
        return _PassagesPart(self)

    def things(self) -> list[SpokenObject]:
        """Return an object for each linked passage and each word whose meaning was worked out."""
        article = self._article
        wanted = tips.passages(article.text, article.marks, article.glosses)
        self._things = things(self._things, wanted, self, article)
        return self._things


class _PassagesPart(WidgetPart):
    def __init__(self, voice: ArticleVoice) -> None:
        super().__init__(voice, QAccessible.Role.List)
        self._voice = voice

    def below(self) -> Sequence[QObject]:
        return self._voice.things()
