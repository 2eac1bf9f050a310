"""Passages that resemble a quote: the folded and the fuzzy step of anchoring.

Folding maps typographic variants to one form and keeps a map back to code points. The fuzzy step
uses rapidfuzz, loaded only where something broke; what comes out is a proposal with its score, never an anchor.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from briefing.model import Quote
from briefing.text import Span, occurrences

LEAST_SCORE = 68.0
_WINDOW = 4000
_FUZZY_CAP = 2_000_000
_EDGE = 48
_CUE = 16

_SAME = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"',
     "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"}
)  # fmt: skip
_SPARSE = re.compile("\u00ad|\u200b|\\s+|[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that resembles a lost quote; `score` is 0 to 100, 100 for the same words."""

    span: Span
    score: float


class Folded:
    """A text in folded form with a way back to code points of the text it was made from."""

    def __init__(self, text: str) -> None:
        out: list[str] = []
        self._at: list[int] = [0]
        self._source: list[int] = [0]
        length = last = 0
        for match in _SPARSE.finditer(text):
            new = _fold(match.group())
            plain = text[last : match.start()]
            out.append(plain)
            length += len(plain)
            self._mark(length, match.start())
            out.append(new)
            length += len(new)
            last = match.end()
            self._mark(length, last)
        out.append(text[last:])
        self.text = "".join(out)

    def _mark(self, folded: int, source: int) -> None:
        self._at.append(folded)
        self._source.append(source)

    def back(self, start: int, end: int) -> Span | None:
        """Return the span that reads text[start:end] when folded; None where it begins or ends inside
        one character (the “2” of “½”, the second dot of “…”).
        """
        first = bisect_right(self._at, start) - 1
        last = bisect_left(self._at, end) - 1
        if self._inside(first, start) or self._inside(last, end):
            return None
        stop = self._source[last] + end - self._at[last]
        if last + 1 < len(self._at) and end == self._at[last + 1]:
            stop = self._source[last + 1]
        return self._source[first] + start - self._at[first], stop

    def _inside(self, piece: int, offset: int) -> bool:
        """Whether `offset` cuts a piece that is longer or shorter in folded form."""
        if piece + 1 == len(self._at) or offset in (self._at[piece], self._at[piece + 1]):
            return False
        folded = self._at[piece + 1] - self._at[piece]
        return folded != self._source[piece + 1] - self._source[piece]


def _fold(piece: str) -> str:
    if piece in ("\u00ad", "\u200b"):
        return ""
    if piece.isspace():
        return " "
    return unicodedata.normalize("NFKC", piece.translate(_SAME)).translate(_SAME)


def folded_occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Return spans of `words` in `text`, letters and case alike, quotes, dashes and blanks folded."""
    needle = Folded(words.strip()).text
    hay = Folded(text)
    found: list[Span] = []
    at = hay.text.find(needle) if needle else -1
    while at >= 0:
        span = hay.back(at, at + len(needle))
        if span is not None:
            found.append(span)
        at = hay.text.find(needle, at + 1)
    return tuple(found)


def candidates(text: str, quote: Quote, *, most: int = 3) -> tuple[Candidate, ...]:
    """Return at most `most` passages like `quote`, best first: exact ones, folded ones, then fuzzy."""
    spans: dict[Span, float] = {}
    if not quote.exact.strip():
        return ()
    for at in occurrences(text, quote.exact, limit=8):
        spans[at] = 100.0
    if not spans:
        for span in folded_occurrences(text, quote.exact)[:8]:
            spans[span] = 98.0
    if not spans:
        spans.update(_fuzzy(text, quote))
    ranked = sorted(
        spans.items(), key=lambda s: (-s[1], -_context_score(text, s[0], quote), abs(s[0][0] - quote.start))
    )
    return tuple(Candidate(span, round(score, 1)) for span, score in ranked[:most])


def _context_score(text: str, span: Span, quote: Quote) -> float:
    from rapidfuzz import fuzz

    before = text[max(0, span[0] - len(quote.prefix)) : span[0]]
    after = text[span[1] : span[1] + len(quote.suffix)]
    return float(fuzz.ratio(before, quote.prefix) + fuzz.ratio(after, quote.suffix))


def _fuzzy(text: str, quote: Quote) -> dict[Span, float]:
    if len(quote.exact) < 8:
        return {}
    near = (max(0, quote.start - _WINDOW), min(len(text), quote.start + len(quote.exact) + _WINDOW))
    hit = _best(text, near, quote) or _best(text, (0, min(len(text), _FUZZY_CAP)), quote)
    return dict([hit]) if hit else {}


def _best(text: str, window: Span, quote: Quote) -> tuple[Span, float] | None:
    from rapidfuzz import fuzz

    part = text[window[0] : window[1]]
    if not part:
        return None
    hit = fuzz.partial_ratio_alignment(quote.exact, part, score_cutoff=LEAST_SCORE)
    if hit is None:
        return None
    start, end = _tighten(text, window[0] + hit.dest_start, window[0] + hit.dest_end, quote.exact)
    start, end = _whole_words(text, *_between(text, start, end, quote), quote)
    score = float(fuzz.ratio(quote.exact, text[start:end]))
    return ((start, end), score) if score >= LEAST_SCORE else None


def _tighten(text: str, start: int, end: int, exact: str) -> Span:
    """Move end, then start, twice, to where the edit distance is least (rapidfuzz gives the place only)."""
    from rapidfuzz.distance import Levenshtein

    for _ in range(2):
        ends = range(max(start + 1, end - _EDGE), min(len(text), end + _EDGE) + 1)
        end = min(ends, key=lambda e: (Levenshtein.distance(exact, text[start:e]), abs(e - end)), default=end)
        starts = range(max(0, start - _EDGE), min(end, start + _EDGE))
        start = min(
            starts, key=lambda s: (Levenshtein.distance(exact, text[s:end]), abs(s - start)), default=start
        )
    return start, end


def _between(text: str, start: int, end: int, quote: Quote) -> Span:
    """Move the ends to the words that stood before and after the quote, where they stand near by."""
    before, after = quote.prefix[-_CUE:], quote.suffix[:_CUE]
    if len(after.strip()) >= _CUE // 2:
        at = text.find(after, max(start + 1, end - _EDGE), end + _EDGE + len(after))
        end = at if at >= 0 else end
    if len(before.strip()) >= _CUE // 2:
        at = text.rfind(before, max(0, start - _EDGE - len(before)), min(end, start + _EDGE))
        start = at + len(before) if 0 <= at < end - len(before) else start
    return start, end


def _whole_words(text: str, start: int, end: int, quote: Quote) -> Span:
    """Widen a span that begins or ends inside a word, where the quote did not."""
    low, high = max(0, start - _EDGE), min(len(text), end + _EDGE)
    if not (quote.prefix[-1:] + quote.exact[0]).isalnum() or not quote.prefix:
        while start > low and text[start - 1 : start + 1].isalnum():
            start -= 1
    if not (quote.exact[-1] + quote.suffix[:1]).isalnum() or not quote.suffix:
        while end < high and text[end - 1 : end + 1].isalnum():
            end += 1
    return start, end
