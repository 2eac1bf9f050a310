"""Sentence by sentence through an article: pure steps from span to span, in code points."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.text import Span

_LOOKED_AT = 60  # lines with words, at the beginning of an article
_HEAD_LINES = 8  # of them can hold a byline
_BYLINE = 100  # characters at most
_PROSE = 20  # characters at least
_BYLINE_WORDS = re.compile(
    r"\s*(?:https?://|www\.|(?:by|von|par|por|di|da|door|av|af|autor|author|published|updated|posted)\b\W"
    r"|(?:\w+,?\s+)?\d{1,2}\.?\s+\w+\.?,?\s+\d{4}|\w+\s+\d{1,2},\s+\d{4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_SENTENCE = re.compile("[.!?…。！？؟۔।][\"'”’»)\\]]*\\s*$")


def next_sentence(spans: Sequence[Span], at: Span) -> Span | None:
    """Return the first sentence that begins after the selection.

    A caret, or a selection of less than a sentence, goes to the sentence it stands in.
    """
    starts = [s for s, _ in spans]
    part = bisect_right(starts, at[0]) - 1
    if at[0] < at[1] and part >= 0 and at[1] <= spans[part][1] and at != spans[part]:
        return spans[part]
    i = bisect_left(starts, at[0]) if at[0] == at[1] else bisect_left(starts, at[1])
    if at[0] == at[1] and i and spans[i - 1][1] > at[0] and (i >= len(spans) or spans[i][0] != at[0]):
        i -= 1
    return spans[i] if i < len(spans) else None


def previous_sentence(spans: Sequence[Span], at: Span) -> Span | None:
    """Return the last sentence that begins before the selection."""
    i = bisect_left([s for s, _ in spans], at[0]) - 1
    return spans[i] if i >= 0 else None


def extended(spans: Sequence[Span], at: Span) -> Span:
    """Return the selection with the next sentence."""
    i = bisect_left([s for s, _ in spans], at[1])
    return (at[0], spans[i][1]) if i < len(spans) else at


def shrunk(spans: Sequence[Span], at: Span) -> Span:
    """Return the selection without its last sentence; one sentence stays."""
    i = bisect_right([s for s, _ in spans], at[1] - 1) - 1
    if i < 1 or spans[i][0] <= at[0]:
        return at
    return at[0], spans[i - 1][1]


def first_of_body(text: str, spans: Sequence[Span], authors: str = "") -> Span | None:
    """Return the first sentence of an article's own words: behind title, section, standfirst and byline.

    The head ends behind the last byline, date or address among the first lines; a line there is no prose
    when it is short or ends like no sentence. `authors`: names that a byline may hold, apart by commas.
    None where no line is prose.
    """
    names = [name.strip().casefold() for name in authors.split(",") if name.strip()]
    lines = _first_lines(text)
    after = max((end for start, end in lines[:_HEAD_LINES] if _is_byline(text[start:end], names)), default=0)
    for start, end in lines:
        if start >= after and _is_prose(text[start:end]):
            return next((span for span in spans if span[0] >= start), None)
    return None


def _first_lines(text: str) -> list[Span]:
    lines: list[Span] = []
    start = 0
    while start < len(text) and len(lines) < _LOOKED_AT:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            lines.append((start, end))
        start = end + 1
    return lines


def _is_byline(line: str, names: Sequence[str]) -> bool:
    if len(line) > _BYLINE or _SENTENCE.search(line):
        return False
    held = line.casefold()
    return bool(_BYLINE_WORDS.match(line)) or any(name in held for name in names)


def _is_prose(line: str) -> bool:
    return bool(_SENTENCE.search(line)) and len(line.strip()) >= _PROSE
