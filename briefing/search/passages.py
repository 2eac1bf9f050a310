"""Where in one text the sought words stand, and the passages around them in the reader's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefing.search.fold import Folded, fold
from briefing.search.query import Term
from briefing.text import Span, sentences, trim_span

MOST_PASSAGES = 3
# Of one term in one text; a word that stands there more often tells nothing new.
MOST_MATCHES = 400
LONGEST = 400  # code points of a passage, unless a match itself is longer
_CLOSENESS, _OFTEN = 0.25, 0.05


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a term (by its number in the query) stands: a span in code points of the text."""

    term: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or two that belong together, with the matches in it. `score`: up to 1 and a little, by how
    many of the terms it holds and how close they stand."""

    start: int
    end: int
    spans: tuple[Span, ...]
    score: float


def patterns(terms: Sequence[Term]) -> tuple[re.Pattern[str], ...]:
    """Return what finds each term in a folded text, which holds words and blanks only."""
    return tuple(
        re.compile(
            r"(?<!\S)" + r"\s+".join(map(re.escape, term.words)) + (r"\S*" if term.prefix else r"(?!\S)")
        )
        for term in terms
    )


def matches(text: str, sought: Sequence[re.Pattern[str]]) -> list[Match]:
    """Return where the terms stand in a text, in order, at most `MOST_MATCHES` of each."""
    folded = fold(text)
    found = [match for number, pattern in enumerate(sought) for match in _of(number, pattern, folded)]
    return sorted(found, key=lambda match: (match.start, match.end))


def _of(number: int, pattern: re.Pattern[str], folded: Folded) -> Iterator[Match]:
    for found in islice(pattern.finditer(folded.text), MOST_MATCHES):
        yield Match(number, *folded.span(*found.span()))


def passages(text: str, sought: Sequence[re.Pattern[str]]) -> list[Passage]:
    """Return the passages of a text that hold the terms best, best first; none where nothing is found."""
    found = matches(text, sought)
    windows = list(dict.fromkeys(_windows(text, found)))
    ranked = sorted((_passage(window, found, len(sought)) for window in windows), key=lambda p: -p.score)
    kept: list[Passage] = []
    for passage in ranked:
        if all(passage.end <= other.start or other.end <= passage.start for other in kept):
            kept.append(passage)
            if len(kept) == MOST_PASSAGES:
                break
    return kept


def first_sentence(text: str) -> Span:
    """Return the span of the first sentence, (0, 0) in an empty text."""
    for start in re.finditer(r"\S", text):
        return _clipped(text, _sentence(text, start.start()), start.span())
    return 0, 0


def _windows(text: str, found: Sequence[Match]) -> Iterator[Span]:
    """Yield the sentence of each match, and it with the next where that one holds the next match."""
    last: tuple[Span, Match] | None = None
    for match in found:
        if last and last[0][0] <= match.start and match.end <= last[0][1]:
            own = last[0]
        else:
            own = _sentence(text, match.start)
            if match.end > own[1]:
                own = own[0], _sentence(text, match.end - 1)[1]
            own = _clipped(text, own, (match.start, match.end))
        yield own
        if last and last[0][1] <= own[0] and _adjoin(text, last[0], own):
            yield last[0][0], own[1]
        last = own, match


def _adjoin(text: str, first: Span, second: Span) -> bool:
    between = text[first[1] : second[0]]
    return second[1] - first[0] <= LONGEST and not between.strip() and "\n" not in between


def _sentence(text: str, place: int) -> Span:
    """Return the sentence at a code point; only the line it stands in is read."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    for first, after in sentences(line):
        if place - start < after:
            return start + first, start + after
    return trim_span(text, start, start + len(line))


def _clipped(text: str, whole: Span, match: Span) -> Span:
    """Return a span cut at blanks to about `LONGEST` code points around a match."""
    start, end = whole
    if end - start <= LONGEST:
        return whole
    room = max(0, LONGEST - (match[1] - match[0])) // 2
    low, high = max(start, match[0] - room), min(end, match[1] + room)
    if low > start:
        low = min(_after_blank(text, low, match[0]), match[0])
    if high < end:
        high = max(text.rfind(" ", match[1], high), match[1])
    return trim_span(text, low, high)


def _after_blank(text: str, low: int, until: int) -> int:
    blank = text.find(" ", low, until)
    return blank + 1 if blank >= 0 else low


def _passage(window: Span, found: Sequence[Match], terms: int) -> Passage:
    inside = [match for match in found if window[0] <= match.start and match.end <= window[1]]
    share = len({match.term for match in inside}) / terms
    width = (inside[-1].end - inside[0].start) / LONGEST if inside else 1.0
    close = _CLOSENESS * share * max(0.0, 1 - width) if terms > 1 else 0.0
    score = share + close + _OFTEN * min(len(inside), 4)
    return Passage(*window, tuple(_joined([(match.start, match.end) for match in inside])), score)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans in order; those that overlap as one."""
    held: Span | None = None
    for span in spans:
        if held and span[0] < held[1]:
            held = held[0], max(held[1], span[1])
        else:
            if held:
                yield held
            held = span
    if held:
        yield held
