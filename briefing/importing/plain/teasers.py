"""Lines of a copied article that lead to other stories: they stand between its paragraphs and are not its
words.

Only a list that looks like nothing else is taken out, and its lines are named whole: two to five lines with
a dash, headlines by their shape, between two paragraphs of prose, the only list there is, and announced by
no word of the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LINE = re.compile(r"[-–•*]\s+(?P<words>[A-ZÀ-ÞА-Я“\"'‘].{24,139})")
_ENDED = re.compile(r"[.!?…][”\"'’)]*$")
_ANNOUNCED = re.compile(
    r"\b(?:follow\w*|these|those|include\w*|including|list\w*|namely|below|points?|steps?|"
    r"demands?|conditions?|measures?|reasons?|terms|items?|are)\b|:$",
    re.IGNORECASE,
)
_FEWEST_WORDS, _FEWEST, _MOST = 5, 2, 5
_PROSE = 80  # code points: a paragraph, not a line of a list or a heading


def without_teasers(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the list of other stories in it, and a notice that names each line of it."""
    lines = text.split("\n")
    marked = [n for n, line in enumerate(lines) if re.match(r"\s*[-–•*]\s+\S", line)]
    if not _FEWEST <= len(marked) <= _MOST or marked != list(range(marked[0], marked[-1] + 1)):
        return text, ()
    found = [_LINE.fullmatch(lines[n].strip()) for n in marked]
    words = [match["words"] for match in found if match is not None and _is_headline(match["words"])]
    above, below = lines[: marked[0]], lines[marked[-1] + 1 :]
    before, after = _first_full(reversed(above)), _first_full(below)
    if len(words) < len(marked) or not (_is_prose(before) and _is_prose(after)):
        return text, ()
    if _ANNOUNCED.search(re.split(r"(?<=[.!?…])\s+", before)[-1]):
        return text, ()
    named = ", ".join(f"“{line}”" for line in words)
    return "\n".join((*above, *below)), (f"Links to other stories left out: {len(words)} ({named}).",)


def _first_full(lines: Iterable[str]) -> str:
    """Return the first line with words, without the spaces around it; "" where none has any."""
    return next((line.strip() for line in lines if line.strip()), "")


def _is_headline(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and not re.search(r"[.;:,]$", words)


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE and bool(_ENDED.search(line))
