"""An article cut into paragraphs, and which of them can have what is sought.

Each is as long as a quote and is read as one; what a paragraph has is read once for all claims that ask.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefing.checks.support.marks import Cited
from briefing.checks.support.reading import Quoted, read
from briefing.language.fold import letters
from briefing.language.numbers import Quantity

_LONGEST_ARTICLE, _LONGEST_PARAGRAPH = 100_000, 2_000
_WORD = re.compile(r"[^\W\d_]+")
# Of a name that is said otherwise its first letters mostly stay.
HEAD = 3
# How far rounding, and the bounds of "about", may carry a value; and how many paragraphs are asked of one.
_NEAR, _MOST = 0.25, 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as if it were quoted, and where it starts in its article (code points)."""

    start: int
    quoted: Quoted


@dataclass(frozen=True)
class ArticleIndex:
    """The paragraphs of an article."""

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def _values(self) -> list[tuple[float, int]]:
        """The values of all amounts, ascending, each with the number of its paragraph."""
        return sorted(
            (amount.value, number)
            for number, paragraph in enumerate(self.paragraphs)
            for amount in paragraph.quoted.reading.amounts
        )

    @cached_property
    def _dated(self) -> tuple[int, ...]:
        return tuple(n for n, p in enumerate(self.paragraphs) if p.quoted.reading.times)

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        """The paragraphs that have a word with these first letters, in order."""
        found: dict[str, list[int]] = {}
        for number, paragraph in enumerate(self.paragraphs):
            words = _WORD.findall(letters(paragraph.quoted.reading.text))
            for head in {word[:HEAD] for word in words}:
                found.setdefault(head, []).append(number)
        return found

    def with_value_of(self, amount: Quantity) -> Sequence[Paragraph]:
        """Return the paragraphs that have a value close to that of an amount, or within its bounds."""
        most = max(amount.value, min(amount.high, amount.value * 4))
        first = bisect_left(self._values, (amount.low * (1 - _NEAR), -1))
        last = bisect_right(self._values, (most * (1 + _NEAR), len(self.paragraphs)))
        at = bisect_left(self._values, (amount.value, -1))
        closest = self._values[max(first, at - _MOST) : min(last, at + 2 * _MOST)]
        near = sorted(closest, key=lambda pair: abs(pair[0] - amount.value))
        return self._of(number for _value, number in near)

    def with_days(self) -> Sequence[Paragraph]:
        """Return the paragraphs that name a time."""
        return self._of(self._dated)

    def with_heads(self, heads: Iterable[str]) -> Sequence[Paragraph]:
        """Return the paragraphs that have a word which begins with one of these letters; those in another
        script than Latin all.
        """
        foreign = (n for n, p in enumerate(self.paragraphs) if not p.quoted.reading.english)
        return self._of((*(n for head in heads for n in self._heads.get(head, ())), *foreign))

    def _of(self, numbers: Iterable[int]) -> Sequence[Paragraph]:
        chosen = list(dict.fromkeys(numbers))[:_MOST]
        return [self.paragraphs[number] for number in chosen]


@lru_cache(maxsize=64)
def article_index(source: str, text: str, published: str, language: str) -> ArticleIndex:
    """Return the paragraphs of an article, of a longer one those of its first 100,000 code points.

    `source`: its id; `published`: its ISO 8601 date, possibly partial, or ""; `language`: its tag or "".
    """
    found = []
    for match in re.finditer(rf"\S[^\n]{{0,{_LONGEST_PARAGRAPH}}}", text[:_LONGEST_ARTICLE]):
        cited = Cited(source, match.group(), published=published, language=language)
        found.append(Paragraph(match.start(), Quoted(cited, read(match.group(), published, language))))
    return ArticleIndex(tuple(found))
