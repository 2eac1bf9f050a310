"""Quotes: `describe` a span of a source text, `resolve` it again.

The position is checked first (same text, same slice). In another text a quote is Moved only when
its words stand there once and the words before and after agree; anything else is an Orphan with
candidates, and nothing is ever re-anchored silently: "Team Beta" is not "Team Alpha".
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BadInput, NotFound
from briefing.model import Quote
from briefing.quoting.nearest import Candidate, candidates, folded_occurrences
from briefing.text import Span, occurrences, sentences, sha256, shortened

CONTEXT = 32
_WIDEST = 1024


@dataclass(frozen=True, slots=True)
class Found:
    """The quote stands where it was made, in the text it was made from."""

    span: Span


@dataclass(frozen=True, slots=True)
class Moved:
    """Another text holds the words once, in the same context. An offer, not an answer."""

    span: Span


@dataclass(frozen=True, slots=True)
class Orphan:
    """The quote is not in the text. Candidates are ranked best first."""

    candidates: tuple[Candidate, ...] = ()


Resolution = Found | Moved | Orphan


def describe(text: str, span: Span, text_sha: str = "") -> Quote:
    """Return the selector of `span` in `text`. `text_sha` spares the hash when it is known.

    Prefix and suffix are 32 code points or more: all of the sentences quoted from, and as much as sets
    the words apart from others like them (at most 1,024 on each side). Raises BadInput for a span that is
    empty or lies outside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise BadInput("There is nothing selected to quote.", "Select the words in the article first.")
    low, high = _context(text, start, end)
    return Quote(
        exact=text[start:end],
        prefix=text[low:start],
        suffix=text[end:high],
        start=start,
        text_sha=text_sha or sha256(text),
    )


def _context(text: str, start: int, end: int) -> Span:
    """The subject of a sentence says whose words they are: "Team Alpha, … , reached the summit"."""
    least, most = max(0, start - _WIDEST), min(len(text), end + _WIDEST)
    low, high = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    for first, last in sentences(text[least:most]):
        if first + least < end and last + least > start:
            low, high = min(low, first + least), max(high, last + least)
    while (low > least or high < most) and len(occurrences(text, text[low:high], limit=2)) > 1:
        low, high = max(least, low - CONTEXT), min(most, high + CONTEXT)
    return low, high


def resolve(text: str, text_sha: str, quote: Quote, *, rank: bool = True) -> Resolution:
    """Find `quote` in `text`, whose hash is `text_sha`. `rank=False` skips the search for candidates."""
    if text_sha == quote.text_sha and text[quote.start : quote.end] == quote.exact and quote.exact:
        return Found((quote.start, quote.end))
    places = occurrences(text, quote.exact, limit=2)
    if text_sha != quote.text_sha and len(places) == 1 and _context_agrees(text, places[0], quote):
        return Moved(places[0])
    if not rank:
        return Orphan()
    return Orphan(candidates(text, quote))


def _context_agrees(text: str, span: Span, quote: Quote) -> bool:
    # Twice the length: spaces may have grown, words may not.
    before = " ".join(text[max(0, span[0] - 2 * len(quote.prefix)) : span[0]].split())
    after = " ".join(text[span[1] : span[1] + 2 * len(quote.suffix)].split())
    prefix, suffix = " ".join(quote.prefix.split()), " ".join(quote.suffix.split())
    return before.endswith(prefix) and after.startswith(suffix) and bool(prefix or suffix)


def locate(text: str, words: str, occurrence: int = 0) -> Span:
    """Return the span of `words` as typed by a person; `occurrence` counts from 1, 0 means the only one.

    Typed quotes and spaces may differ in shape from the text's (straight for curly, one space for
    another); letters may not. Raises NotFound, or BadInput when the words stand there several times.
    """
    spans = occurrences(text, words) or folded_occurrences(text, words)
    if not spans:
        raise NotFound(
            f"The words “{shortened(words, 60)}” are not in the source.", "Copy them from its text exactly."
        )
    if occurrence > len(spans):
        raise NotFound(f"The words stand there {len(spans)} times, not {occurrence}.", "Use a lower number.")
    if occurrence <= 0 and len(spans) > 1:
        raise BadInput(
            f"The words “{shortened(words, 60)}” stand in the source {len(spans)} times.",
            "Quote more words, or say which with --occurrence N.",
            "several",
        )
    return spans[max(occurrence, 1) - 1]
