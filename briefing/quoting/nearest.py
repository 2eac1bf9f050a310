"""Passages that resemble a quote: the folded and the fuzzy step of anchoring.

Folding maps typographic variants to one form. The fuzzy step uses rapidfuzz, loaded only where something
broke; what comes out is a proposal with its score, never an anchor.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.language.fold import fold
from briefing.model import Quote
from briefing.text import Span, occurrences

LEAST_SCORE = 68.0
_WINDOW = 4000
_FUZZY_CAP = 2_000_000
_EDGE = 48
_CUE = 16


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that resembles a lost quote; `score` is 0 to 100, 100 for the same words."""

    span: Span
    score: float


def folded_occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Return spans of `words` in `text`, letters and case alike, quotes, dashes and spaces folded."""
    hay = fold(text, "forms")
    needle = fold(words.strip(), "forms").text
    spans = (hay.exact(*place) for place in hay.places(needle, overlapping=True))
    return tuple(span for span in spans if span is not None)


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
        end = min(ends, key=lambda e: (Levenshtein.distance(exact, text[start:e]), abs(e - end)))
        starts = range(max(0, start - _EDGE), min(end, start + _EDGE))
        start = min(starts, key=lambda s: (Levenshtein.distance(exact, text[s:end]), abs(s - start)))
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
