"""The places of an article where the words stand, and the sentence or two that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefing.finder.query import QueryTerm, ways
from briefing.language.fold import Folded
from briefing.text import Span, sentences, trim_span

# Of a single term the first places do; several terms may stand together further on.
MOST_MATCHES, MOST_OF_ONE, MOST_PASSAGES = 300, 60, 3
LONGEST_PASSAGE, _ROUND = 480, 160


@dataclass(frozen=True, slots=True)
class TermMatch:
    """Where one term stands in the text; `term` is its place among the terms."""

    start: int
    end: int
    term: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with the matched words in it; `score` 0 to 1: how many terms, how close together."""

    start: int
    end: int
    spans: tuple[Span, ...]
    score: float


def patterns(terms: Sequence[QueryTerm]) -> tuple[re.Pattern[str], ...]:
    """Return what finds each term in folded text that has a space before and after it."""
    return tuple(
        re.compile(f" (?:{'|'.join(map(_any_way, (term, *term.otherwise)))})(?= )") for term in terms
    )


def _any_way(term: QueryTerm) -> str:
    return f"(?:{'|'.join(map(_written, ways(term)))})" + ("[^ ]*" if term.prefix else "")


def _written(way: Sequence[str]) -> str:
    return " +".join(map(re.escape, way))


def matches(folded: Folded, wanted: Sequence[re.Pattern[str]]) -> list[TermMatch]:
    """Return where the patterns are met, in reading order, in code points of the text that was folded."""
    padded = f" {folded.text} "
    most = MOST_MATCHES if len(wanted) > 1 else MOST_OF_ONE
    found = [
        TermMatch(*folded.span(hit.start(), hit.end() - 1), at)
        for at, pattern in enumerate(wanted)
        for hit in islice(pattern.finditer(padded), most)
    ]
    return sorted(found, key=lambda match: (match.start, match.end))


def passages(
    text: str, folded: Folded, wanted: Sequence[re.Pattern[str]], most: int = MOST_PASSAGES
) -> tuple[Passage, ...]:
    """Return the best passages of `text` that hold any of what is wanted, best first, none overlapping."""
    held = list(_by_sentence(text, matches(folded, wanted)))
    offered = [_passage(text, span, inside, len(wanted)) for span, inside in _with_pairs(text, held)]
    chosen: list[Passage] = []
    for passage in sorted(offered, key=lambda p: (-p.score, p.start)):
        if len(chosen) == most:
            break
        if all(passage.end <= other.start or other.end <= passage.start for other in chosen):
            chosen.append(passage)
    return tuple(chosen)


def first_sentence(text: str) -> Span:
    """Return the span of the first sentence, or of what of it can be shown at once."""
    start, end = next(sentences(text[:4_000]), (0, 0))
    return start, min(end, start + LONGEST_PASSAGE)


def _by_sentence(text: str, found: Sequence[TermMatch]) -> Iterator[tuple[Span, list[TermMatch]]]:
    """Yield the sentences that hold matches; a match that runs over a sentence's end belongs to its start."""
    at = 0
    while at < len(found):
        # A line end always ends a sentence, so only the lines that hold a match need be read.
        first = text.rfind("\n", 0, found[at].start) + 1
        last = text.find("\n", found[at].start)
        line = text[first : last if last >= 0 else len(text)]
        for start, end in sentences(line):
            inside: list[TermMatch] = []
            while at < len(found) and found[at].start < first + end:
                inside.append(found[at])
                at += 1
            if inside:
                yield (
                    (min(first + start, inside[0].start), max(first + end, *(match.end for match in inside))),
                    inside,
                )


def _with_pairs(
    text: str, held: Sequence[tuple[Span, list[TermMatch]]]
) -> Iterator[tuple[Span, list[TermMatch]]]:
    """Yield each sentence, and each two that stand side by side where the second adds a term."""
    for at, (span, inside) in enumerate(held):
        yield span, inside
        if at + 1 == len(held):
            continue
        following, more = held[at + 1]
        between = text[span[1] : following[0]]
        terms = {match.term for match in inside}
        adds = {match.term for match in more}
        if not between.strip() and "\n" not in between and terms - adds and adds - terms:
            yield (span[0], following[1]), [*inside, *more]


def _passage(text: str, span: Span, inside: Sequence[TermMatch], asked: int) -> Passage:
    start, end = span
    if end - start > LONGEST_PASSAGE:
        start, end = _cut(text, span, _closest(inside))
        inside = [match for match in inside if start <= match.start and match.end <= end]
    spans = tuple(_joined((match.start, match.end) for match in inside))
    return Passage(start, end, spans, _score(inside, asked))


def _score(inside: Sequence[TermMatch], asked: int) -> float:
    close = _closest(inside)
    share = len({match.term for match in inside}) / asked
    length = max(match.end for match in close) - close[0].start
    return share * (0.75 + 0.2 / (1 + length / 60) + 0.05 * min(1.0, len(inside) / 6))


def _closest(inside: Sequence[TermMatch]) -> Sequence[TermMatch]:
    """Return the shortest run of matches that holds every term that occurs in `inside`."""
    needed = len({match.term for match in inside})
    counts: dict[int, int] = {}
    best, first = inside, 0
    for last, match in enumerate(inside):
        counts[match.term] = counts.get(match.term, 0) + 1
        while len(counts) == needed:
            if inside[last].end - inside[first].start < best[-1].end - best[0].start:
                best = inside[first : last + 1]
            left = inside[first].term
            counts[left] -= 1
            if not counts[left]:
                del counts[left]
            first += 1
    return best


def _cut(text: str, span: Span, close: Sequence[TermMatch]) -> Span:
    """Return the part of a long sentence round the closest matches, from space to space."""
    start = max(span[0], close[0].start - _ROUND)
    end = min(
        span[1], max(close[0].end, min(close[-1].end, close[0].start + LONGEST_PASSAGE - _ROUND)) + _ROUND
    )
    if start > span[0]:
        blank = text.find(" ", start, close[0].start)
        start = blank + 1 if blank >= 0 else start
    if end < span[1]:
        blank = text.rfind(" ", close[0].end, end)
        end = blank if blank >= 0 else end
    return trim_span(text, start, end)


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Yield spans in order, those that overlap as one."""
    held: Span | None = None
    for start, end in sorted(spans):
        if held and start < held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held
