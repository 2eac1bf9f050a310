"""Which articles hand on one story: by shared text, and by shared text or title under one agency's credit.

Near linear: a text is compared only with owners of anchors that it carries, at most a few per anchor.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from re import findall

from briefing.model import Source
from briefing.origins.signatures import Signature

# Half of the shorter one's shingles are one story whoever is credited; under one agency's credit a
# fifth is enough: rewriting desks keep the quotes. The credit alone is not: AP sends out thousands of
# stories.
COPIED, UNDER_ONE_CREDIT = 0.5, 0.2
_TITLE_WORDS, _TITLE_SHARE, _NAMES_SHARE = 3, 0.6, 0.5
# Less than this of the shorter one may be what stands below every article; their beginnings then decide.
WHOLLY, _OPENINGS, _FEW_WORDS = 0.8, 0.3, 6
# Shingles in more articles than this are looked at: a story many carry, or what outlets put on each page.
_OFTEN = 5
_SAMPLE = 24
_OWNERS = 3
_COMMON_WORD = 100


@dataclass(frozen=True, slots=True)
class Text:
    """One article as grouping sees it."""

    source: Source
    signature: Signature
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Two articles (their places) of one story: how many shingles they share, and why they are one."""

    a: int
    b: int
    shared: int
    why: str


def edges(texts: Sequence[Text]) -> list[StoryLink]:
    """Return the pairs that are one story, each once. `texts` are in an order that is always the same."""
    first, more = _owners(texts)
    carried = _carried(texts, first)
    furniture = _furniture(texts, carried)
    bare = _Bare(texts, furniture)
    found: dict[tuple[int, int], StoryLink] = {}
    for a, b in sorted(_pairs(first, more, carried, furniture)):
        edge = _by_text(texts, a, b, bare)
        if edge:
            found[a, b] = edge
    for a, b in _same_day(texts):
        if (a, b) not in found:
            found[a, b] = StoryLink(a, b, 0, f"{_credit(texts[a], texts[b])}, same day and title")
    return list(found.values())


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which part (0 to 1) of the smaller set is in the other; 0 where one is empty."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _owners(texts: Sequence[Text]) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Return for each anchor the first text that owns it, and the next few where there are any."""
    first: dict[int, int] = {}
    more: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for anchor in text.signature.anchors:
            if first.setdefault(anchor, place) != place and len(more[anchor]) < _OWNERS - 1:
                more[anchor].append(place)
    return first, more


def _carried(texts: Sequence[Text], owners: Mapping[int, int]) -> dict[int, list[int]]:
    """Return for each anchor that more than one text carries the places of those texts."""
    carried: dict[int, list[int]] = {}
    known = owners.keys()
    for place, text in enumerate(texts):
        for shingle in known & text.signature.shingles:
            if (owner := owners[shingle]) != place:
                carried.setdefault(shingle, [owner]).append(place)
    return carried


def _furniture(texts: Sequence[Text], carried: Mapping[int, list[int]]) -> frozenset[int]:
    """Return shingles of cookie lines, footers and stock paragraphs: in many articles, the lesser part of
    most, or again and again in one outlet. A story that many outlets carry is the greater part of its
    reprints.
    """
    sample = {p for places in carried.values() if len(places) > _OFTEN for p in places[:_SAMPLE]}
    counts: Counter[int] = Counter()
    for place in sample:
        counts.update(texts[place].signature.shingles)
    often = {shingle for shingle, number in counts.items() if number > _OFTEN}
    shares: dict[int, float] = defaultdict(float)
    outlets: dict[int, set[str]] = defaultdict(set)
    for place in sorted(sample):
        text = texts[place]
        hit = often.intersection(text.signature.shingles)
        for shingle in hit:
            shares[shingle] += len(hit) / len(text.signature)
            # An outlet that is not named may be any.
            outlets[shingle].add(text.source.publisher.casefold() or text.source.id)
    return frozenset(s for s in often if shares[s] < counts[s] / 2 or len(outlets[s]) * 3 <= counts[s])


class _Bare:
    """Shingles of a text without furniture, made when they are first asked for."""

    def __init__(self, texts: Sequence[Text], furniture: frozenset[int]) -> None:
        self._texts, self._furniture = texts, furniture
        self._made: dict[int, frozenset[int]] = {}

    def __getitem__(self, place: int) -> frozenset[int]:
        if place not in self._made:
            self._made[place] = frozenset(self._texts[place].signature.shingles) - self._furniture
        return self._made[place]


def _pairs(
    first: Mapping[int, int],
    more: Mapping[int, list[int]],
    carried: Mapping[int, list[int]],
    furniture: frozenset[int],
) -> set[tuple[int, int]]:
    # All carriers meet the same few owners, so that a thousand reprints are not a million pairs.
    return {
        (min(a, b), max(a, b))
        for anchor, places in carried.items()
        if anchor not in furniture
        for a in (first[anchor], *more.get(anchor, ()))
        for b in places
        if a != b
    }


def _by_text(texts: Sequence[Text], a: int, b: int, bare: _Bare) -> StoryLink | None:
    least = min(len(bare[a]), len(bare[b]))
    shared = len(bare[a] & bare[b])
    credit = _credit(texts[a], texts[b])
    if not least or shared < (UNDER_ONE_CREDIT if credit else COPIED) * least:
        return None
    if shared < WHOLLY * least and not _open_alike(texts[a].signature, texts[b].signature):
        return None  # a footer, a disclaimer: with few articles nothing else distinguishes it from a story
    part = f"{100 * shared // least} % of the shorter text shared"
    return StoryLink(a, b, shared, f"{credit}, {part}" if credit else part)


def _open_alike(one: Signature, other: Signature) -> bool:
    """Return whether two texts may begin with one story; where too little is known they may."""
    few = min(len(one.opening), len(other.opening)) < _FEW_WORDS
    return few or alike(one.opening, other.opening) >= _OPENINGS


def _credit(one: Text, other: Text) -> str:
    common = [agency for agency in one.agencies if agency in other.agencies]
    return f"{common[0]} credit" if common else ""


def _same_day(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Yield pairs under one credit, of the same day or the next, with like titles and mostly the same
    names.
    """
    index: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    titles = [frozenset(w for w in findall(r"\w+", t.source.title.casefold()) if len(w) > 3) for t in texts]
    for place, text in enumerate(texts):
        day = _day(text.source.published)
        if not day or len(titles[place]) < _TITLE_WORDS:
            continue
        met: Counter[int] = Counter()
        for agency in text.agencies:
            for word in titles[place]:
                for near in (day - 1, day, day + 1):
                    met.update(index.get((agency, near, word), ())[:_COMMON_WORD])
                index[agency, day, word].append(place)
        for other in sorted(met):
            common = titles[place] & titles[other]
            if (
                len(common) >= _TITLE_WORDS
                and alike(titles[place], titles[other]) >= _TITLE_SHARE
                and alike(text.signature.names, texts[other].signature.names) >= _NAMES_SHARE
            ):
                yield other, place


def _day(published: str) -> int:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return 0
