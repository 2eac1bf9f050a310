"""Sentence by sentence through an article: pure steps from span to span, in code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.text import Span


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
