"""Paragraphs without a tag matched to claims by their words: one to one, with a score, never silently.

The score is rapidfuzz's ratio (normalised Indel similarity, 0 to 100). Certain is only the same text; a
likeness is asked about, and named as a doubt where a second claim is nearly as like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.reviewing.program_changes import folded
from briefing.text import tokens

LEAST = 55.0
MARGIN = 8.0
_NEAREST = 8
_CERTAIN = 100.0


@dataclass(frozen=True, slots=True)
class ParagraphMatch:
    """Paragraph and claim. `second` is the score of the next best claim for the same paragraph."""

    place: int
    item: str
    score: float
    second: float = 0.0

    @property
    def certain(self) -> bool:
        return self.score >= _CERTAIN

    @property
    def doubtful(self) -> bool:
        """Whether another claim is nearly as like."""
        return self.score - self.second < MARGIN


def match(paragraphs: Mapping[int, str], items: Mapping[str, str]) -> tuple[ParagraphMatch, ...]:
    """Return the best one-to-one pairs of paragraphs (by place) and items (by id), both in reading order."""
    found: list[ParagraphMatch] = []
    by_words: dict[str, list[str]] = defaultdict(list)
    for ident, words in items.items():
        by_words[folded(words)].append(ident)
    left: dict[int, str] = {}
    for place, words in paragraphs.items():
        same = by_words.get(folded(words))
        if same:
            found.append(ParagraphMatch(place, same.pop(0), _CERTAIN))
        else:
            left[place] = words
    taken = {m.item for m in found}
    rest = {ident: words for ident, words in items.items() if ident not in taken}
    return (*found, *_alike(left, rest)) if left and rest else tuple(found)


def _alike(paragraphs: Mapping[int, str], items: Mapping[str, str]) -> list[ParagraphMatch]:
    from rapidfuzz import fuzz

    near = _Near(items)
    folds = {ident: folded(words) for ident, words in items.items()}
    pairs: list[tuple[float, int, str]] = []
    second: dict[int, list[float]] = {}
    for place, words in paragraphs.items():
        own = folded(words)
        scored = [(min(99.9, fuzz.ratio(own, folds[ident])), place, ident) for ident in near.of(words)]
        pairs += [pair for pair in scored if pair[0] >= LEAST]
        second[place] = sorted((score for score, _, _ in scored), reverse=True)
    found: list[ParagraphMatch] = []
    places: set[int] = set()
    taken: set[str] = set()
    for score, place, ident in sorted(pairs, key=lambda p: (-p[0], p[1])):
        if place not in places and ident not in taken:
            places.add(place)
            taken.add(ident)
            others = [s for s in second[place] if s <= score][1:]
            found.append(
                ParagraphMatch(place, ident, round(score, 1), round(others[0], 1) if others else 0.0)
            )
    return found


class _Near:
    """The items that share the rarest words with a paragraph: ten thousand are not all compared."""

    def __init__(self, items: Mapping[str, str]) -> None:
        self._holders: dict[str, list[str]] = defaultdict(list)
        for ident, words in items.items():
            for word in set(_words(words)):
                self._holders[word].append(ident)
        self._all = list(items) if len(items) <= 4 * _NEAREST else []

    def of(self, words: str) -> Sequence[str]:
        if self._all:
            return self._all
        shared: dict[str, float] = defaultdict(float)
        for word in sorted(set(_words(words)), key=lambda w: len(self._holders.get(w, ())))[:12]:
            holders = self._holders.get(word, ())
            for ident in holders[:2000]:
                shared[ident] += 1 / len(holders)
        return sorted(shared, key=lambda ident: -shared[ident])[:_NEAREST]


def _words(text: str) -> list[str]:
    return [text[a:b].casefold() for a, b in tokens(text)]


def ratio(one: str, two: str) -> float:
    """Return how alike two texts are, 0 to 100."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(folded(one), folded(two)))


def alike(texts: Iterable[str], least: float) -> Callable[[str], bool]:
    """Return a function that returns whether words are like any of `texts` by `least` (0 to 100) or more."""
    from rapidfuzz import fuzz, process

    known = [folded(text) for text in texts]
    return lambda words: (
        process.extractOne(folded(words), known, scorer=fuzz.ratio, score_cutoff=least) is not None
    )
