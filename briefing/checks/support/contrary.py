"""A claim that uses the opposite of a word of its quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.support.marks import DIFFERS, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.opposites import OPPOSITES, undone
from briefing.language.tokens import Token

# Past so many places of a word in one quote the rest is not asked.
_MOST = 40


def check(claim: TextReading, quotes: Sequence[Quoted], skipped: frozenset[int]) -> Iterator[Mark]:
    """Yield a mark for each word whose opposite, and not itself, stands among the same words of a quote.

    `skipped`: indices of words that are denied or quoted, which are asked elsewhere.
    """
    everywhere = frozenset[str]().union(*(q.reading.places.keys() for q in quotes))
    for index, word in enumerate(claim.words):
        same, other = OPPOSITES.get(word.stem, (frozenset(), frozenset()))
        other |= undone(word)
        if not other or index in skipped or (same | {word.stem}) & everywhere:
            continue
        mark = _mark(claim, word, other, quotes)
        if mark is not None:
            yield mark


def _mark(claim: TextReading, word: Token, other: frozenset[str], quotes: Sequence[Quoted]) -> Mark | None:
    mine = claim.near(word.start, word.end, 6) - {word.stem}
    for quoted in quotes:
        denied = quoted.reading.denied
        for at in sorted(i for o in other for i in quoted.reading.places.get(o, ()))[:_MOST]:
            theirs = quoted.reading.words[at]
            if at in denied:
                continue
            if mine & quoted.reading.near(theirs.start, theirs.end, 6):
                why = f"“{word.text}” is the opposite of the quote’s “{theirs.text}”."
                return Mark(
                    word.start, word.end, "verb", DIFFERS, theirs.text, why,
                    (quoted.place(theirs.start, theirs.end),)
                )  # fmt: skip
    return None
