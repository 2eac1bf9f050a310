"""The lines that were recognised on a page, as a text: columns one after the other, paragraphs apart.

The order is that of a recursive cut along empty bands, first across the page, then down it (XY-cut, Nagy and
Seth 1984).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

_GUTTER = 0.6  # of a line's height: a narrower band between words is a space between them
_APART = 0.6  # of a line's height between two lines: a wider one parts paragraphs
_SHORT = 0.8  # of the widest line: a line that ends before it, with a full stop, ends its paragraph
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line as it was recognised: its words, how sure that is (0 to 1), its box in pixels."""

    words: str
    score: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def page_text(lines: Sequence[ReadLine]) -> str:
    """Return the words of a page, a line a paragraph and an empty line between, as articles have them."""
    known = [line for line in lines if line.words.strip() and line.height > 0]
    if not known:
        return ""
    usual = median(line.height for line in known)
    return "\n\n".join(text for block in _blocks(known, usual, 0) for text in _paragraphs(block, usual))


def _blocks(lines: list[ReadLine], usual: float, depth: int) -> Iterator[list[ReadLine]]:
    """Yield what stands together, in reading order."""
    if depth < _DEEPEST:
        columns = _cut(lines, _GUTTER * usual, down=False)
        rows = _cut(lines, _APART * usual, down=True)
        # Rows first where a band goes across the whole page: a headline stands over its columns.
        for parts in (rows, columns):
            if len(parts) > 1:
                for part in parts:
                    yield from _blocks(part, usual, depth + 1)
                return
    yield sorted(lines, key=lambda line: (round((line.top + line.bottom) / 2 / usual), line.left))


def _cut(lines: list[ReadLine], least: float, *, down: bool) -> list[list[ReadLine]]:
    """Return the lines parted at each empty band that is at least so wide, in pixels."""

    def span(line: ReadLine) -> tuple[float, float]:
        return (line.top, line.bottom) if down else (line.left, line.right)

    parts: list[list[ReadLine]] = []
    reached = float("-inf")
    for line in sorted(lines, key=lambda line: span(line)[0]):
        first, last = span(line)
        if not parts or first - reached >= least:
            parts.append([])
        parts[-1].append(line)
        reached = max(reached, last)
    return parts


def _paragraphs(lines: list[ReadLine], usual: float) -> Iterator[str]:
    """Yield the paragraphs of one block."""
    widest = max(line.right for line in lines) - min(line.left for line in lines)
    read_lines: list[str] = []
    for at, line in enumerate(lines):
        read_lines.append(line.words.strip())
        following = lines[at + 1] if at + 1 < len(lines) else None
        ends = line.words.rstrip().endswith((".", "!", "?", "”", '"', "…"))
        short = line.right - min(other.left for other in lines) < _SHORT * widest
        if following is None or (ends and short) or (following.left - line.left > 1.5 * usual > 0 and ends):
            yield " ".join(read_lines)
            read_lines = []
