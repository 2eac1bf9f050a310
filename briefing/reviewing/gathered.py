"""What stands in a reviewed file: its claims, the lines that are no claim's, and what is to be reported of
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing import inline
from briefing.inline import Run
from briefing.reviewing.word_paragraphs import WordParagraph, WordPiece


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A line of the accepted text that is no claim's: candidate for one that lost its tag, or new words.

    `below`: the heading above it that the brief does not have; `last`: the claim before it, in whatever
    section.
    """

    line: int
    runs: tuple[Run, ...]
    under: str
    after: str
    judged: bool = False
    below: str = ""
    last: str = ""

    @property
    def words(self) -> str:
        return inline.text_of(self.runs).strip()


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """One claim in the file: the runs of each line that holds words of it, and the heading above."""

    item: str
    lines: tuple[int, ...] = ()
    parts: tuple[tuple[Run, ...], ...] = ()
    under: str | None = None

    def behind(self, line: int, runs: tuple[Run, ...]) -> FoundClaim:
        """Return the claim with one more line at its end."""
        return replace(self, lines=(*self.lines, line), parts=(*self.parts, runs))

    def before(self, line: int, runs: tuple[Run, ...]) -> FoundClaim:
        """Return the claim with one more line at its beginning."""
        return replace(self, lines=(line, *self.lines), parts=(runs, *self.parts))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The whole file. `found`: claims in the order of the accepted text. `merged`: lines of several claims.
    `noted`: what is to be reported of a line, unless its cell is compared. `title`: the line of a title in
    other words.
    `portions`: the known markings that stand before claims now, and are not those they left with. `headings`:
    those of the brief that stand in the file, in whatever words. `unseen`: the keys of what left and was not
    met again.
    """

    lines: tuple[WordParagraph, ...]
    found: Mapping[str, FoundClaim]
    merged: tuple[tuple[int, tuple[str, ...], tuple[Run, ...]], ...]
    free: tuple[LinePlace, ...]
    cells: Mapping[tuple[int, int, int], tuple[int, ...]]
    remarks: tuple[str, ...]
    changed: Mapping[str, tuple[WordPiece, ...]]
    above: Mapping[int, str]
    noted: tuple[tuple[int, str], ...]
    title: int | None
    portions: Mapping[str, str]
    headings: frozenset[str]
    unseen: tuple[str, ...]

    @property
    def joined(self) -> frozenset[str]:
        """The claims that stand in a line with others."""
        return frozenset(ident for _, held, _ in self.merged for ident in held)
