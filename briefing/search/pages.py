"""A text cut into sentences and words, once, for search and suggestions alike; and a bounded store of such pages."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from threading import Lock

from briefing.search.lexicon import ALIKE
from briefing.search.numbers import shown, values
from briefing.search.stem import is_empty, stem
from briefing.search.words import placed, term, words
from briefing.text import Span, sentences

KEPT_CHARS = 4_000_000
# Characters of the private use area: no word of a text begins with them, and SQLite takes them for letters.
NUMBER_SIGN, GROUP_SIGN = "\ue000", "\ue001"

_GROUPS: dict[str, str] = {
    stem(word): GROUP_SIGN + stem(line[0]) for line in reversed(ALIKE) for word in line
}


class Page:
    """One text. What search needs and what suggestions need is worked out when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of the sentences, in code points of the text."""
        return tuple(sentences(self.text))

    @cached_property
    def words(self) -> list[tuple[str, Span]]:
        """The words as the index holds them, in order, each with its span."""
        return placed(self.text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in `words` each of them stands."""
        found: dict[str, list[int]] = {}
        for n, (word, _) in enumerate(self.words):
            found.setdefault(word, []).append(n)
        return found

    @cached_property
    def postings(self) -> dict[str, dict[int, int]]:
        """For each stem, number and group: in which sentences it stands, and how often."""
        found: dict[str, dict[int, int]] = {}
        for n, (start, end) in enumerate(self.sentences):
            for unit in units(self.text[start:end]):
                at = found.setdefault(unit, {})
                at[n] = at.get(n, 0) + 1
        return found

    @cached_property
    def lengths(self) -> list[int]:
        """How many stems and numbers each sentence has; groups are not counted."""
        counts = [0] * len(self.sentences)
        for unit, at in self.postings.items():
            if not unit.startswith(GROUP_SIGN):
                for n, often in at.items():
                    counts[n] += often
        return counts

    def sentence_at(self, place: int) -> int:
        """Return which sentence holds the code point `place`, or the last that begins before it."""
        return max(0, bisect_right(self.sentences, (place, len(self.text))) - 1)


class Pages:
    """Pages by the hash of their text, the latest used kept, up to `chars` code points in all.

    May be used from several threads.
    """

    def __init__(self, chars: int = KEPT_CHARS) -> None:
        self._chars = chars
        self._held = 0
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._turn = Lock()

    def page(self, sha: str, read: Callable[[], str]) -> Page:
        """Return the page of a text, reading it where it is not kept. Raises what `read` raises."""
        with self._turn:
            if sha in self._pages:
                self._pages.move_to_end(sha)
                return self._pages[sha]
        page = Page(read())
        with self._turn:
            if sha not in self._pages:
                self._pages[sha] = page
                self._held += len(page.text)
            while self._held > self._chars and len(self._pages) > 1:
                self._held -= len(self._pages.popitem(last=False)[1].text)
        return page


def stems(text: str) -> list[str]:
    """Return what a sentence says, in order: stems of its words and values of its numbers, without empty words."""
    found = []
    rest = text
    if _may_count(text):
        numbers = values(text)
        found = [NUMBER_SIGN + shown(value) for value, _ in numbers]
        for _, match in reversed(numbers):
            rest = rest[: match.start()] + " " + rest[match.end() :]
    for match in words(rest):
        word = term(match.group())
        if word and not is_empty(word):
            found.append(stem(word))
    return found


def units(text: str) -> list[str]:
    """Return the stems of a sentence and, after them, the groups of words of news they belong to."""
    found = stems(text)
    return found + [group for one in found if (group := _GROUPS.get(one))]


def group_of(one: str) -> str:
    """Return the group a stem belongs to, or ""."""
    return _GROUPS.get(one, "")


def _may_count(text: str) -> bool:
    return True
