"""Articles as they were last read and folded, so that the next key need not do it again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from briefing.errors import Damaged, NotFound
from briefing.language.fold import Folded, fold

_MOST_LETTERS = 2_000_000  # code points in all; with what is folded, some 45 MB at worst

# One article that is gone or damaged must not end the search in all others; opening it says what is wrong.
UNREADABLE = (NotFound, Damaged)

TextOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class FoldedArticle:
    """A text and the same text folded."""

    text: str
    folded: Folded


NO_TEXT = FoldedArticle("", fold(""))


class ArticleCache:
    """The articles read last, up to a number of letters. Any thread may ask."""

    def __init__(self, most: int = _MOST_LETTERS) -> None:
        self._most = most
        self._letters = 0
        self._held: OrderedDict[str, FoldedArticle] = OrderedDict()
        self._lock = Lock()

    def read(self, text_sha: str, text_of: TextOf) -> FoldedArticle:
        """Return the article of a hash; an empty one where there is no text, or none that can be read."""
        if not text_sha:
            return NO_TEXT
        with self._lock:
            if text_sha in self._held:
                self._held.move_to_end(text_sha)
                return self._held[text_sha]
        try:
            text = text_of(text_sha)
        except UNREADABLE:
            return NO_TEXT
        article = FoldedArticle(text, fold(text))
        self._hold(text_sha, article)
        return article

    def _hold(self, text_sha: str, article: FoldedArticle) -> None:
        with self._lock:
            if text_sha in self._held:
                return
            self._held[text_sha] = article
            self._letters += len(article.text)
            while self._letters > self._most:
                _, oldest = self._held.popitem(last=False)
                self._letters -= len(oldest.text)
