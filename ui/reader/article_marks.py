"""What the reader shows of an article: its header, and its marks (passages that claims use)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Stance


@dataclass(frozen=True, slots=True)
class ArticleHeader:
    """Words above an article, as shown; "" leaves a part out.

    `asks`: ids of actions with the words to click.
    """

    title: str
    publisher: str = ""
    authors: str = ""
    published: str = ""
    grade: str = ""
    accessed: str = ""
    url: str = ""
    notices: tuple[str, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """One linked passage, in code points. `uses` counts the claims that use its sentence."""

    evidence_id: str
    claim_ids: tuple[str, ...]
    start: int
    end: int
    stance: Stance = "supports"
    uses: int = 1
    broken: bool = False


class ArticleMarks:
    """Marks in the order of their beginnings, for finding those in sight quickly."""

    def __init__(self, marks: Sequence[ArticleMark] = ()) -> None:
        self.all = tuple(sorted(marks, key=lambda m: (m.start, m.end)))
        self._starts = [m.start for m in self.all]
        self._longest = max((m.end - m.start for m in self.all), default=0)

    def within(self, start: int, end: int) -> Iterator[ArticleMark]:
        """Yield the marks that touch the code points [start, end)."""
        i = bisect_left(self._starts, start - self._longest)
        while i < len(self.all) and self._starts[i] < end:
            if self.all[i].end > start:
                yield self.all[i]
            i += 1

    def at(self, offset: int) -> tuple[ArticleMark, ...]:
        """Return the marks over one code point, the shortest first."""
        return tuple(sorted(self.within(offset, offset + 1), key=lambda m: m.end - m.start))
