"""The text of a PDF as it is kept: without the marks of struck-out words, and with what stands below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.importing.common.parsed import Repair
from briefing.importing.common.struck_out import mark_places, notices_of, without_struck
from briefing.importing.pdf.running_text import Written
from briefing.text import StruckPassage

_RULE = "———"


@dataclass(frozen=True, slots=True)
class FinishedPdf:
    """The text; what was struck out of it; what was repaired in it; where each page that has words begins
    (page: code point); how many code points stand above what was put below.
    """

    text: str
    struck: tuple[StruckPassage, ...]
    mends: tuple[Repair, ...]
    starts: dict[int, int]
    above: int

    def notices(self) -> tuple[str, ...]:
        """Return the sentence that names the struck-out words."""
        return notices_of(self.struck)


def finished_pdf(done: Written, below: Sequence[str]) -> FinishedPdf:
    """Return the text of a flow without what is struck out, and lines `below` it under a rule."""
    text, struck = without_struck(done.text)
    place = _moved(done.text, struck) if text != done.text else int
    mends = [Repair(place(m.start), place(m.start + m.length) - place(m.start), m.raw) for m in done.mends]
    starts = {page: place(start) for page, start in done.starts.items()}
    lines = [*([text, ""] if text.strip() else ()), _RULE, *below] if below else [text]
    return FinishedPdf("\n".join(lines), struck, tuple(m for m in mends if m.length), starts, len(text))


def _moved(marked: str, struck: Sequence[StruckPassage]) -> Callable[[int], int]:
    """Return a function from places of the text with marks to those of the text without struck words."""
    marks = mark_places(marked)
    sums = [0, *accumulate(len(one.words) for one in struck)]
    fulls = [one.start + by for one, by in zip(struck, sums, strict=False)]

    def place(old: int) -> int:
        full = old - bisect_right(marks, old - 1)
        at = bisect_right(fulls, full) - 1
        return full if at < 0 else max(struck[at].start, full - sums[at + 1])

    return place
